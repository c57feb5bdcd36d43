import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../platform/access/refusals.ts";
import { pageOf, pageQuery } from "../../platform/http/cursor.ts";
import { idField, idOrSlug, momentField, textField } from "../../platform/http/fields.ts";
import { requestRefusals } from "../../platform/http/request-refusals.ts";
import { json, jsonBody, route } from "../../platform/http/route.ts";
import { bookingRefusals } from "../bookings/index.ts";
import { organizationRefusals } from "../organizations/index.ts";
import { hireStates } from "./hire.ts";
import { hireRefusals } from "./refusals.ts";
import * as shapes from "./shapes.ts";

const tags = ["hires"];
const ofSpace = z.object({ id: idOrSlug });
const aHire = z.object({ id: idField });
const aLink = z.object({ secret: z.string().min(20).max(100) });
const known = [accessRefusals.signIn, accessRefusals.notHere];
const wishRefusals = [hireRefusals.notOffered, hireRefusals.wrongTime, hireRefusals.tooManyPeople];
const manager = "manager of the organization" as const;
const asItIs = { 200: json(shapes.hire, "The hire as it now is") };
const offered = { 200: json(shapes.offer, "What the house now hires out") };
const reason = z.strictObject({ reason: textField(500).min(1).optional() });

export const readOffer = route({
  method: "get",
  path: "/spaces/{id}/hire-offer",
  tags,
  summary: "See what a space hires out, and on which conditions",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params: ofSpace },
  responses: { 200: json(shapes.offer, "Rooms, extras and conditions") },
});

export const estimateHire = route({
  method: "get",
  path: "/spaces/{id}/hire-estimate",
  tags,
  summary: "See what a hire would cost, and whether its time is free",
  description: "By the prices of the space; it answers with a quote of its own. Nothing is held.",
  permission: "everyone",
  refusals: [accessRefusals.notHere, requestRefusals.invalid, ...wishRefusals],
  request: {
    params: ofSpace,
    query: z.object({
      rooms: z
        .string()
        .max(800)
        .regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36})*$/i)
        .openapi({ description: "Ids, comma-separated" }),
      startsAt: momentField,
      endsAt: momentField,
      people: z.coerce.number().int().min(1).max(100_000),
      extras: z
        .string()
        .max(2500)
        .regex(/^([0-9a-f-]{36}:[1-9]\d{0,4}(,[0-9a-f-]{36}:[1-9]\d{0,4})*)?$/i)
        .optional()
        .openapi({ description: "`id:quantity`, comma-separated" }),
    }),
  },
  responses: { 200: json(shapes.estimateShape, "The price by the price list, and which rooms are free") },
});

export const askForHire = route({
  method: "post",
  path: "/spaces/{id}/hires",
  tags,
  summary: "Ask to hire a room as somebody who is no member",
  description:
    "The address gets a letter with a secret link; the space hears of the request when that has been used. The answer is the same for every address. No time is held until the space has given a quote.",
  permission: "everyone",
  refusals: [
    accessRefusals.notHere,
    ...wishRefusals,
    hireRefusals.termsReplaced,
    hireRefusals.tooManyRequests,
    organizationRefusals.wrongNumber,
  ],
  request: { params: ofSpace, body: jsonBody(shapes.newHire) },
  responses: { 202: json(z.object({ sent: z.literal(true) }), "A letter is on its way") },
});

export const readLinkedHire = route({
  method: "get",
  path: "/hire-links/{secret}",
  tags,
  summary: "Read a hire by its secret link",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params: aLink },
  responses: { 200: json(shapes.hire, "The hire, as whoever asked sees it") },
});

export const proveHire = route({
  method: "put",
  path: "/hire-links/{secret}/proof",
  tags,
  summary: "Send a request on to the space",
  description: "Whoever has the link has read the letter; within two days of asking.",
  permission: "everyone",
  refusals: [accessRefusals.notHere, hireRefusals.wrongStep],
  request: { params: aLink },
  responses: asItIs,
});

export const acceptHire = route({
  method: "put",
  path: "/hire-links/{secret}/acceptance",
  tags,
  summary: "Accept a quote and the conditions of hire",
  description: "Books the time in the same transaction. What is agreed is owed when the hire is over.",
  permission: "everyone",
  refusals: [accessRefusals.notHere, hireRefusals.wrongStep, hireRefusals.ranOut, hireRefusals.termsReplaced],
  request: { params: aLink, body: jsonBody(z.strictObject({ termsVersion: z.number().int().min(1).max(1_000_000) })) },
  responses: asItIs,
});

export const withdrawHire = route({
  method: "put",
  path: "/hire-links/{secret}/withdrawal",
  tags,
  summary: "Take a request back, or say no to a quote",
  permission: "everyone",
  refusals: [accessRefusals.notHere, hireRefusals.wrongStep],
  request: { params: aLink, body: jsonBody(reason) },
  responses: asItIs,
});

export const cancelLinkedHire = route({
  method: "put",
  path: "/hire-links/{secret}/cancellation",
  tags,
  summary: "Cancel what was agreed",
  description: "Costs what the accepted conditions say; `cancellation` of the hire tells what that is now.",
  permission: "everyone",
  refusals: [accessRefusals.notHere, hireRefusals.wrongStep],
  request: { params: aLink, body: jsonBody(reason) },
  responses: asItIs,
});

export const writeLinkedMessage = route({
  method: "post",
  path: "/hire-links/{secret}/messages",
  tags,
  summary: "Write to the space about a hire",
  permission: "everyone",
  refusals: [accessRefusals.notHere, hireRefusals.notTalkedOf, hireRefusals.tooManyRequests],
  request: { params: aLink, body: jsonBody(z.strictObject({ text: textField(4000).min(1) })) },
  responses: { 201: json(shapes.hire, "The hire with the message") },
});

export const listHires = route({
  method: "get",
  path: "/spaces/{id}/hires",
  tags,
  summary: "List requests for hire",
  permission: manager,
  refusals: known,
  request: { params: ofSpace, query: pageQuery.extend({ state: z.enum(hireStates).optional() }) },
  responses: { 200: json(pageOf(shapes.hireLine), "A page of hires, what changed last first") },
});

export const readHire = route({
  method: "get",
  path: "/hires/{id}",
  tags,
  summary: "Read a hire",
  permission: manager,
  refusals: known,
  request: { params: aHire },
  responses: { 200: json(shapes.hire, "The hire") },
});

export const readHireAvailability = route({
  method: "get",
  path: "/hires/{id}/availability",
  tags,
  summary: "See which rooms are free for a hire, and who else has asked",
  permission: manager,
  refusals: known,
  request: { params: aHire },
  responses: { 200: json(shapes.availabilityShape, "The rooms of the space at that time") },
});

export const quoteHire = route({
  method: "put",
  path: "/hires/{id}/quote",
  tags,
  summary: "Give a quote, and hold the time until it runs out",
  permission: manager,
  refusals: [
    ...known,
    bookingRefusals.taken,
    bookingRefusals.backwards,
    bookingRefusals.outOfUse,
    bookingRefusals.needsCertification,
    hireRefusals.wrongStep,
    hireRefusals.wrongTime,
    hireRefusals.wrongDeadline,
    hireRefusals.noVat,
    hireRefusals.discountNeedsReason,
    hireRefusals.notOffered,
  ],
  request: { params: aHire, body: jsonBody(shapes.newQuote) },
  responses: asItIs,
});

export const takeQuoteBack = route({
  method: "delete",
  path: "/hires/{id}/quote",
  tags,
  summary: "Take a quote back, to change it",
  permission: manager,
  refusals: [...known, hireRefusals.wrongStep],
  request: { params: aHire },
  responses: asItIs,
});

export const declineHire = route({
  method: "put",
  path: "/hires/{id}/declination",
  tags,
  summary: "Say no to a request, and why",
  permission: manager,
  refusals: [...known, hireRefusals.wrongStep],
  request: { params: aHire, body: jsonBody(z.strictObject({ reason: textField(500).min(1) })) },
  responses: asItIs,
});

export const cancelHire = route({
  method: "put",
  path: "/hires/{id}/cancellation",
  tags,
  summary: "Cancel what was agreed, for the space",
  description: "Nobody pays.",
  permission: manager,
  refusals: [...known, hireRefusals.wrongStep],
  request: { params: aHire, body: jsonBody(z.strictObject({ reason: textField(500).min(1) })) },
  responses: asItIs,
});

export const moveHire = route({
  method: "put",
  path: "/hires/{id}/time",
  tags,
  summary: "Move what was agreed to another time",
  description:
    "Of the same length, at the agreed price and on the accepted conditions; all rooms move or none. The hirer is told. Who did not ask for it may cancel free of charge for a week; who asked keeps the deadline that had passed.",
  permission: manager,
  refusals: [...known, bookingRefusals.taken, hireRefusals.wrongStep, hireRefusals.wrongTime, hireRefusals.otherLength],
  request: { params: aHire, body: jsonBody(shapes.hireMove) },
  responses: asItIs,
});

export const writeHireMessage = route({
  method: "post",
  path: "/hires/{id}/messages",
  tags,
  summary: "Write to whoever asked",
  permission: manager,
  refusals: [...known, hireRefusals.notTalkedOf],
  request: { params: aHire, body: jsonBody(z.strictObject({ text: textField(4000).min(1) })) },
  responses: { 201: json(shapes.hire, "The hire with the message") },
});

export const changeHireRooms = route({
  method: "put",
  path: "/spaces/{id}/hire-rooms",
  tags,
  summary: "Say which rooms are hired out to others than members",
  permission: manager,
  refusals: [...known, hireRefusals.notOffered, hireRefusals.noTerms],
  request: { params: ofSpace, body: jsonBody(z.strictObject({ rooms: z.array(idField).max(200) })) },
  responses: offered,
});

export const publishHireTerms = route({
  method: "post",
  path: "/spaces/{id}/hire-terms",
  tags,
  summary: "Publish the next version of the conditions of hire",
  permission: manager,
  refusals: known,
  request: { params: ofSpace, body: jsonBody(shapes.newTerms) },
  responses: { 201: json(shapes.offer, "What the house now hires out") },
});

export const addHireExtra = route({
  method: "post",
  path: "/spaces/{id}/hire-extras",
  tags,
  summary: "Offer something beside the rooms",
  permission: manager,
  refusals: known,
  request: { params: ofSpace, body: jsonBody(shapes.newExtra) },
  responses: { 201: json(shapes.offer, "What the house now hires out") },
});

export const withdrawHireExtra = route({
  method: "delete",
  path: "/spaces/{id}/hire-extras/{extraId}",
  tags,
  summary: "Offer an extra no longer",
  permission: manager,
  refusals: known,
  request: { params: z.object({ id: idOrSlug, extraId: idField }) },
  responses: offered,
});

import { z } from "@hono/zod-openapi";
import { pageOf, pageQuery } from "../../platform/http/cursor.ts";
import { coordinatesField, dayField, idField, idOrSlug, momentField, textField } from "../../platform/http/fields.ts";
import { requestRefusals } from "../../platform/http/request-refusals.ts";
import { json, jsonBody, route } from "../../platform/http/route.ts";
import { ifMatchHeader } from "../../platform/http/version.ts";
import { passStates } from "./day-pass.ts";
import { exchangeRefusals } from "./refusals.ts";

export const spaceWithSeats = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    organizationId: z.uuid(),
    name: z.string(),
    town: z.string(),
    municipality: z.string(),
    municipalityName: z.string().openapi({ example: "Trondheim - Tråante", description: "All official names" }),
    municipalityNumber: z.string(),
    latitude: z.number(),
    longitude: z.number(),
    distanceKm: z.number().nullable().openapi({ description: "Along the great circle; null without `near`" }),
    day: dayField,
    guestSeats: z.number().int().openapi({ description: "Opened to guests that day; 0 when closed" }),
    guestSeatsLeft: z.number().int(),
    waiting: z.number().int().openapi({ description: "Waiting for a seat that day" }),
    askFirst: z.boolean().openapi({ description: "The host answers before the seat is one's own" }),
    amenities: z.array(z.string()),
  })
  .openapi("SpaceWithSeats");

/** What free seats, and their file, can be narrowed by. */
export const seatFilters = z.object({
  near: coordinatesField.optional(),
  day: dayField.optional().openapi({ description: "Today when left out" }),
  seats: z.coerce.number().int().min(0).max(10_000).default(0),
  amenity: textField(200).optional().openapi({ description: "Comma-separated; all must be there" }),
});

/** Spaces in order of distance, or by name, with the guest seats left on a day. */
export const findSeats = route({
  method: "get",
  path: "/spaces",
  tags: ["spaces"],
  summary: "Find a seat for a day",
  description:
    "Spaces that take guests by an agreement in force, nearest first when `near` is given, else by name. With `seats`, only those with as many left.",
  permission: "everyone",
  request: {
    query: pageQuery.extend({ ...seatFilters.shape, network: idOrSlug.optional() }),
  },
  responses: { 200: json(pageOf(spaceWithSeats), "A page of spaces") },
});

const passParams = z.object({ id: idField });
const spaceParams = z.object({ id: idOrSlug });

export const passSchema = z
  .object({
    id: z.uuid(),
    state: z.enum(passStates),
    waitsFor: z.enum(["seat", "host"]).nullable(),
    day: dayField,
    space: z.object({ id: z.uuid(), slug: z.string(), name: z.string(), town: z.string().nullable() }),
    home: z.object({ id: z.uuid(), name: z.string() }),
    personId: z.uuid(),
    holder: z.string().openapi({ example: "Amina L." }),
    code: z.string().openapi({ example: "K7M4QX2R" }),
    token: z
      .string()
      .nullable()
      .openapi({ description: "Signed proof for the QR code, at most 300 bytes; null unless the seat is held or the guest is in" }),
    arrival: z
      .record(z.string(), z.string())
      .nullable()
      .openapi({ description: "How to get in, per language; for the holder of a seat only" }),
    message: z.string().nullable(),
    priceOre: z.number().int(),
    claimedAt: z.string(),
    checkedInAt: z.string().nullable(),
    cancelBy: z.string().openapi({ description: "Given back until then, the day is not counted" }),
    offerExpiresAt: z.string().nullable(),
    placeInLine: z.number().int().nullable(),
    ending: z.string().nullable(),
    endingReason: z.string().nullable(),
    abilities: z.object({
      cancel: z.boolean(),
      takeOffer: z.boolean(),
      answer: z.boolean(),
      checkIn: z.boolean(),
      undoCheckIn: z.boolean(),
      giveSeat: z.boolean(),
    }),
  })
  .openapi("DayPass");

const claimed = z
  .object({
    id: z.uuid(),
    state: z.enum(passStates),
    waitsFor: z.enum(["seat", "host"]).nullable(),
    day: dayField,
    token: z.string().nullable(),
    code: z.string(),
    priceOre: z.number().int(),
    abilities: z.object({ cancel: z.boolean() }),
  })
  .openapi("ClaimedDayPass");

const claimReasons = [
  exchangeRefusals.pastDay,
  exchangeRefusals.beyondHorizon,
  exchangeRefusals.closedDay,
  exchangeRefusals.dayFull,
  exchangeRefusals.noAgreement,
  exchangeRefusals.notMember,
  exchangeRefusals.ownHome,
  exchangeRefusals.planNotEligible,
  exchangeRefusals.tooNew,
  exchangeRefusals.paused,
  exchangeRefusals.quotaUsed,
  exchangeRefusals.otherPassThatDay,
];

export const claimDayPass = route({
  method: "post",
  path: "/spaces/{id}/day-passes",
  tags: ["exchange"],
  summary: "Take a guest seat for a day",
  description:
    "Held at once, or `waiting` for the host's answer (`waitsFor: host`) or for a seat (`waitsFor: seat`). Asking again for the same person, host and day answers with the pass there is.",
  permission: "signed in",
  refusals: claimReasons,
  request: {
    params: spaceParams,
    body: jsonBody(
      z
        .strictObject({
          day: dayField,
          personId: z.uuid().optional().openapi({ description: "A member of an organization one manages; oneself when left out" }),
          wait: z.boolean().default(true).openapi({ description: "Stand on the list when the day is full; false: be refused with 409" }),
          beyondQuota: z
            .boolean()
            .default(false)
            .openapi({ description: "When the quota is used, ask the host for a day at the agreed price" }),
          message: textField(500).optional(),
          rulesVersion: z
            .number()
            .int()
            .positive()
            .optional()
            .openapi({ description: "The version of the house rules the person said yes to" }),
        })
        .openapi({ example: { day: "2026-11-24" } }),
    ),
  },
  responses: { 201: json(claimed, "The pass") },
});

export const getPass = route({
  method: "get",
  path: "/day-passes/{id}",
  tags: ["exchange"],
  summary: "See a pass",
  permission: "holder, host of the space or manager of the home",
  request: { params: passParams },
  responses: { 200: json(passSchema, "The pass") },
});

/** The days that passes, and their files, can be narrowed to; both are in it. */
export const passDays = z.object({ from: dayField.optional(), to: dayField.optional() });

export const listMyPasses = route({
  method: "get",
  path: "/me/day-passes",
  tags: ["exchange"],
  summary: "List one's own passes, the latest day first",
  permission: "signed in",
  request: { query: pageQuery.extend(passDays.shape) },
  responses: { 200: json(pageOf(passSchema), "A page of passes") },
});

export const cancelPass = route({
  method: "put",
  path: "/day-passes/{id}/cancellation",
  tags: ["exchange"],
  summary: "Give a seat, an offer or a place on the list back",
  description: "Before `cancelBy` the day is not counted. The seat is offered to the next on the list.",
  permission: "holder, host of the space or manager of the home",
  refusals: [exchangeRefusals.pastDay, exchangeRefusals.ended, exchangeRefusals.wrongState],
  request: { params: passParams },
  responses: { 200: json(passSchema, "The pass as it ended") },
});

export const takeOffer = route({
  method: "put",
  path: "/day-passes/{id}/acceptance",
  tags: ["exchange"],
  summary: "Take the seat that was offered from the list",
  permission: "holder, host of the space or manager of the home",
  refusals: [exchangeRefusals.offerLapsed, exchangeRefusals.wrongState],
  request: { params: passParams },
  responses: { 200: json(passSchema, "The pass") },
});

export const answerGuest = route({
  method: "put",
  path: "/day-passes/{id}/answer",
  tags: ["exchange"],
  summary: "Say yes or no to a guest who asked first",
  permission: "host of the space",
  refusals: [exchangeRefusals.wrongState],
  request: { params: passParams, body: jsonBody(z.strictObject({ accept: z.boolean(), reason: textField(500).optional() })) },
  responses: { 200: json(passSchema, "The pass") },
});

const checkedIn = passSchema.extend({ isDouble: z.boolean() }).openapi("CheckedInDayPass");

const scanBody = z.strictObject({
  nonce: z.uuid().openapi({ description: "Made by the phone for this scan; the same nonce again is the same scan" }),
  scannedAt: momentField,
  device: textField(60).optional(),
  reason: textField(300).optional().openapi({ description: "Why a guest with a pass for another day is let in" }),
  door: z.string().max(300).optional().openapi({ description: "The code at the door, when the guest checks in alone" }),
});

export const checkIn = route({
  method: "put",
  path: "/day-passes/{id}/check-in",
  tags: ["exchange"],
  summary: "Let a guest in",
  description: "May be sent hours after the scan. `isDouble` tells that the pass had been used before; that scan counts nothing.",
  permission: "host of the space",
  refusals: [exchangeRefusals.wrongDay, exchangeRefusals.scannedAhead, exchangeRefusals.nonceReused, exchangeRefusals.wrongState],
  request: { params: passParams, body: jsonBody(scanBody) },
  responses: { 200: json(checkedIn, "The pass") },
});

export const giveSeat = route({
  method: "put",
  path: "/day-passes/{id}/seat",
  tags: ["exchange"],
  summary: "Give a seat to a guest who waits at the door, and let them in",
  description:
    "Today only. A free or offered seat is given without more. On a full day the host sets out one more seat for this guest (`addSeat`), or gives the seat of a guest who did not come (`insteadOf`): that pass is cancelled, too late. Both want a reason, which is logged. Seats are never taken beyond the day's: it is the day that gets one more. No quota is set aside.",
  permission: "host of the space",
  refusals: [
    exchangeRefusals.wrongDay,
    exchangeRefusals.wrongState,
    exchangeRefusals.noSeatToGive,
    exchangeRefusals.paused,
    exchangeRefusals.quotaUsed,
    exchangeRefusals.otherPassThatDay,
  ],
  request: {
    params: passParams,
    body: jsonBody(
      z
        .strictObject({
          nonce: z.uuid().openapi({ description: "Made for this gift; the same nonce again is the same one" }),
          device: textField(60).optional(),
          addSeat: z.boolean().default(false),
          insteadOf: idField.optional(),
          reason: textField(300).optional(),
        })
        .refine(({ addSeat, insteadOf, reason }) => reason || !(addSeat || insteadOf), { path: ["reason"] })
        .openapi({ example: { nonce: "01939c5e-7c1b-7d3a-9a40-3f2c1b6a9d10", addSeat: true, reason: "Vi har en stol til" } }),
    ),
  },
  responses: { 200: json(checkedIn, "The pass") },
});

export const undoCheckIn = route({
  method: "put",
  path: "/day-passes/{id}/check-in/undoing",
  tags: ["exchange"],
  summary: "Take a check-in back",
  permission: "host of the space",
  refusals: [exchangeRefusals.nonceReused, exchangeRefusals.wrongState],
  request: { params: passParams, body: jsonBody(z.strictObject({ nonce: z.uuid(), reason: textField(300).optional() })) },
  responses: { 200: json(passSchema, "The pass, held again") },
});

export const arrivalSchema = passSchema
  .omit({ token: true, arrival: true })
  .extend({
    isFirstVisit: z.boolean(),
    duties: z.array(z.object({ id: z.uuid(), texts: z.record(z.string(), z.string()), isDone: z.boolean() })),
    scans: z.array(
      z.object({
        nonce: z.uuid(),
        scannedAt: z.string(),
        device: z.string().nullable(),
        isCounted: z.boolean(),
        settledAs: z.string().nullable(),
      }),
    ),
  })
  .openapi("Arrival");

export const listArrivals = route({
  method: "get",
  path: "/spaces/{id}/arrivals",
  tags: ["exchange"],
  summary: "Who comes on a day",
  description: "Everyone with a pass for the day, those who wait too; the names are given name and initial.",
  permission: "host of the space",
  request: {
    params: spaceParams,
    query: pageQuery.extend({ day: dayField.optional(), limit: z.coerce.number().int().min(1).max(500).default(200) }),
  },
  responses: { 200: json(pageOf(arrivalSchema), "The day's guests") },
});

export const doDuty = route({
  method: "put",
  path: "/day-passes/{id}/duties/{dutyId}",
  tags: ["exchange"],
  summary: "Tick what was done for a guest",
  description: "Sent twice it is done once. A tick that was kept without a connection says when it was made.",
  permission: "host of the space",
  request: {
    params: passParams.extend({ dutyId: idField }),
    body: jsonBody(
      z.strictObject({
        isDone: z.boolean(),
        doneAt: momentField.optional().openapi({ description: "When it was ticked; now, unless said" }),
      }),
    ),
  },
  responses: { 204: { description: "Kept" } },
});

export const settleScan = route({
  method: "put",
  path: "/spaces/{id}/scans/{nonce}/settlement",
  tags: ["exchange"],
  summary: "Say what a double admission was",
  permission: "host of the space",
  request: {
    params: spaceParams.extend({ nonce: idField }),
    body: jsonBody(z.strictObject({ as: z.enum(["same_person", "someone_else"]) })),
  },
  responses: { 204: { description: "Kept" } },
});

const guestTerms = z.object({
  seatsPerWeekday: z
    .array(z.number().int().min(0).max(100_000))
    .length(7)
    .openapi({ description: "Monday first", example: [8, 8, 8, 8, 6, 0, 0] }),
  askFirst: z.boolean(),
  closedDays: z.array(dayField).max(400),
});

export const getGuestTerms = route({
  method: "get",
  path: "/spaces/{id}/guest-terms",
  tags: ["exchange"],
  summary: "See how many guests a space takes",
  permission: "everyone",
  request: { params: spaceParams },
  responses: {
    200: json(
      guestTerms.extend({ version: z.number().int(), abilities: z.object({ change: z.boolean() }) }).openapi("GuestTerms"),
      "The terms",
    ),
  },
});

export const putGuestTerms = route({
  method: "put",
  path: "/spaces/{id}/guest-terms",
  tags: ["exchange"],
  summary: "Decide how many guests a space takes",
  description: "Days already booked are honoured. Seats that open go to those who wait.",
  permission: "manager of the organization",
  refusals: [requestRefusals.changedMeanwhile],
  request: { params: spaceParams, headers: ifMatchHeader, body: jsonBody(z.strictObject(guestTerms.shape)) },
  responses: {
    200: json(guestTerms.extend({ version: z.number().int(), abilities: z.object({ change: z.boolean() }) }), "The terms as they now are"),
  },
});

export const listSigningKeys = route({
  method: "get",
  path: "/signing-keys",
  tags: ["exchange"],
  summary: "The public keys that passes are signed with",
  description: "Ed25519 as JSON Web Keys; retired keys stay, so that passes in circulation are good.",
  permission: "everyone",
  request: {},
  responses: { 200: json(z.object({ items: z.array(z.object({ id: z.string(), key: z.record(z.string(), z.unknown()) })) }), "The keys") },
});

export const rotateKey = route({
  method: "post",
  path: "/signing-keys",
  tags: ["exchange"],
  summary: "Sign passes with a new key from now on",
  permission: "operator",
  request: {},
  responses: { 201: json(z.object({ id: z.string() }), "The new key") },
});

export const listGuestDays = route({
  method: "get",
  path: "/spaces/{id}/guest-days",
  tags: ["exchange"],
  summary: "Guest seats of a space, day by day",
  permission: "everyone",
  request: {
    params: spaceParams,
    query: z.object({ from: dayField.optional(), days: z.coerce.number().int().min(1).max(62).default(14) }),
  },
  responses: {
    200: json(
      z.object({
        items: z.array(
          z.object({
            day: dayField,
            guestSeats: z.number().int(),
            guestSeatsLeft: z.number().int(),
            waiting: z.number().int(),
            isHoliday: z.boolean(),
          }),
        ),
        askFirst: z.boolean(),
      }),
      "The days in order",
    ),
  },
});

export const listNetworkDays = route({
  method: "get",
  path: "/networks/{id}/guest-days",
  tags: ["exchange"],
  summary: "Guest seats of a whole network, day by day",
  permission: "everyone",
  request: { params: spaceParams, query: z.object({ from: dayField.optional(), days: z.coerce.number().int().min(1).max(31).default(7) }) },
  responses: {
    200: json(
      z.object({
        items: z.array(
          z.object({
            day: dayField,
            guestSeats: z.number().int(),
            guestSeatsLeft: z.number().int(),
            spacesWithSeats: z.number().int(),
            spaces: z.number().int(),
          }),
        ),
      }),
      "The days in order",
    ),
  },
});

const quotaMonth = z.object({ month: dayField.optional().openapi({ description: "Any day of the month; this month when left out" }) });

const quotas = z.object({
  items: z.array(
    z.object({
      networkId: z.uuid(),
      networkName: z.string(),
      homeName: z.string(),
      month: dayField,
      daysAllowed: z.number().int().nullable().openapi({ description: "Days a month for the person; null when the agreement sets none" }),
      daysUsed: z.number().int(),
      priceAfterQuotaOre: z.number().int().nullable(),
      days: z.array(
        z.object({ day: dayField, passId: z.uuid(), spaceName: z.string(), town: z.string().nullable(), state: z.enum(passStates) }),
      ),
    }),
  ),
});

export const listMyQuotas = route({
  method: "get",
  path: "/me/quotas",
  tags: ["exchange"],
  summary: "How many days one has used in a month",
  permission: "signed in",
  request: { query: quotaMonth },
  responses: { 200: json(quotas, "One entry for each agreement one takes part in") },
});

export const listQuotas = route({
  method: "get",
  path: "/people/{id}/quotas",
  tags: ["exchange"],
  summary: "How many days a member has used in a month",
  description: "For whoever takes days for them. A manager sees the days that were taken through the home managed.",
  permission: "holder or manager of the organization",
  request: { params: passParams, query: quotaMonth },
  responses: { 200: json(quotas, "One entry for each agreement the person takes part in") },
});

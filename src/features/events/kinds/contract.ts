import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { idField, idOrSlug, nameField } from "../../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { ifMatchHeader } from "../../../platform/http/version.ts";
import { eventSchema, newEvent, ticketType } from "../contract.ts";
import { parentRefusals } from "../parents/refusals.ts";
import { eventRefusals } from "../refusals.ts";
import { kindRefusals } from "./refusals.ts";

const params = z.object({ id: idOrSlug });
const ofKind = z.object({ id: idOrSlug, type: idField });
const known = [accessRefusals.signIn, accessRefusals.notHere];

const kinds = z
  .object({
    items: z.array(
      ticketType.extend({
        accessCode: z.string().nullable(),
        placesTaken: z.number().int().openapi({ description: "Held or confirmed, of this kind" }),
        waitingFor: z.number().int().openapi({ description: "Registrations that wait and would take this kind" }),
        isUsed: z.boolean().openapi({ description: "Somebody has or had it: it can be closed, not removed" }),
      }),
    ),
    quotas: eventSchema.shape.quotas,
    version: z.number().int().openapi({ description: "Of the event" }),
  })
  .openapi("TicketKinds");

const newKind = newEvent.shape.ticketTypes.unwrap().element;
const { quotas: _drawn, ...changeable } = newKind.shape;

const addedKind = newKind
  .extend({
    quotas: z.array(nameField(100)).max(10).default([]),
    newQuotas: newEvent.shape.quotas.openapi({ description: "Made with it; it takes places of these too" }),
  })
  .refine(({ quotas, newQuotas }) => quotas.length + newQuotas.length > 0, { path: ["quotas"], params: { form: "missing" } });

/** What may be changed of a kind of ticket; what is left out stays as it is. */
const kindChange = z.strictObject({
  name: changeable.name.optional(),
  priceOre: changeable.priceOre.unwrap().optional(),
  memberPriceOre: changeable.memberPriceOre.unwrap().nullable().optional().openapi({ description: "Null: members pay what others do" }),
  opensAt: changeable.opensAt.unwrap().nullable().optional(),
  closesAt: changeable.closesAt.unwrap().nullable().optional(),
  accessCode: nameField(40).nullable().optional(),
  mostPlaces: changeable.mostPlaces.unwrap().optional(),
  quotas: z
    .array(nameField(100))
    .max(10)
    .optional()
    .openapi({ description: "Names of all it takes places of from now on. Those who have a place take it with them." }),
  newQuotas: newEvent.shape.quotas.openapi({ description: "Made with it, when `quotas` are given; it takes places of these too" }),
});
const changedKind = kindChange.refine(({ quotas, newQuotas }) => quotas === undefined || quotas.length + newQuotas.length > 0, {
  path: ["quotas"],
  params: { form: "missing" },
});
const changeRefused = [
  ...known,
  eventRefusals.cancelled,
  eventRefusals.unknownQuota,
  kindRefusals.priceStands,
  kindRefusals.nameTaken,
  kindRefusals.quotaNameTaken,
  kindRefusals.quotaFull,
  kindRefusals.closesBeforeOpening,
  kindRefusals.tooMany,
];
const addRefused = [
  ...known,
  eventRefusals.cancelled,
  eventRefusals.unknownQuota,
  kindRefusals.nameTaken,
  kindRefusals.quotaNameTaken,
  kindRefusals.closesBeforeOpening,
  kindRefusals.tooMany,
];
const changedEvents = json(
  z.object({ changed: z.number().int().openapi({ description: "Events that were changed" }) }),
  "How many were changed",
);
const besideIt =
  "Of a series: this event and all that follow. Of a festival: all its events that are not over. All or none; one that refuses is named in `event`.";

export const readKinds = route({
  method: "get",
  path: "/events/{id}/ticket-types",
  tags: ["events"],
  summary: "Read the kinds of tickets of an event, for those who run it",
  description: "With their access codes, and what of each is taken and waited for.",
  permission: "manager of the organization",
  refusals: known,
  request: { params },
  responses: { 200: json(kinds, "The kinds of tickets in their order") },
});

export const addKind = route({
  method: "post",
  path: "/events/{id}/ticket-types",
  tags: ["events"],
  summary: "Add a kind of ticket to an event",
  description: "It takes places of quotas the event has, by name, or of `newQuotas` that are made with it.",
  permission: "manager of the organization",
  refusals: addRefused,
  request: { params, body: jsonBody(addedKind) },
  responses: { 201: json(kinds, "The kinds of tickets") },
});

export const addKindToAll = route({
  method: "post",
  path: "/events/{id}/ticket-types/alike",
  tags: ["events"],
  summary: "Add a kind of ticket to an event and those beside it",
  description: `In each it takes places of the quotas of these names. Of a series it opens and closes as many days before each. ${besideIt}`,
  permission: "manager of the organization",
  refusals: [...addRefused, parentRefusals.notOfParent],
  request: { params, body: jsonBody(addedKind) },
  responses: { 201: changedEvents },
});

export const changeKind = route({
  method: "patch",
  path: "/events/{id}/ticket-types/{type}",
  tags: ["events"],
  summary: "Change a kind of ticket",
  description:
    "Who has a place, or is offered one, keeps the price it had. While somebody waits for it, it can become cheaper, not dearer. It can take places of other quotas that have room for those who have one; what comes free is offered to those who wait.",
  permission: "manager of the organization",
  refusals: changeRefused,
  request: { params: ofKind, headers: ifMatchHeader, body: jsonBody(changedKind) },
  responses: { 200: json(kinds, "The kinds of tickets") },
});

export const changeKindOfAll = route({
  method: "patch",
  path: "/events/{id}/ticket-types/{type}/alike",
  tags: ["events"],
  summary: "Change a kind of ticket of an event and the kinds of the same name beside it",
  description:
    "Of a series: of this event and all that follow, opening and closing as many days before each. Of a festival: of all its events that are not over. All or none; one that refuses is named in `event`.",
  permission: "manager of the organization",
  refusals: [...changeRefused, parentRefusals.notOfParent],
  request: { params: ofKind, body: jsonBody(changedKind) },
  responses: { 200: changedEvents },
});

export const closeKind = route({
  method: "put",
  path: "/events/{id}/ticket-types/{type}/closing",
  tags: ["events"],
  summary: "Close a kind of ticket",
  description: "From now on nobody registers with it. Who has a place keeps it, and who waits is still offered what comes free.",
  permission: "manager of the organization",
  refusals: [...known, eventRefusals.cancelled],
  request: { params: ofKind },
  responses: { 200: json(kinds, "The kinds of tickets") },
});

export const closeKindOfAll = route({
  method: "put",
  path: "/events/{id}/ticket-types/{type}/closing/alike",
  tags: ["events"],
  summary: "Close a kind of ticket of an event and the kinds of the same name beside it",
  description: besideIt,
  permission: "manager of the organization",
  refusals: [...known, eventRefusals.cancelled, parentRefusals.notOfParent],
  request: { params: ofKind },
  responses: { 200: changedEvents },
});

export const removeKind = route({
  method: "delete",
  path: "/events/{id}/ticket-types/{type}",
  tags: ["events"],
  summary: "Remove a kind of ticket nobody has registered with",
  permission: "manager of the organization",
  refusals: [...known, eventRefusals.cancelled, kindRefusals.isUsed],
  request: { params: ofKind },
  responses: { 204: { description: "Removed" } },
});

export const removeKindOfAll = route({
  method: "delete",
  path: "/events/{id}/ticket-types/{type}/alike",
  tags: ["events"],
  summary: "Remove a kind of ticket nobody has registered with from an event and those beside it",
  description: besideIt,
  permission: "manager of the organization",
  refusals: [...known, eventRefusals.cancelled, kindRefusals.isUsed, parentRefusals.notOfParent],
  request: { params: ofKind },
  responses: { 200: changedEvents },
});

import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { idField, idOrSlug, neededTextsField, textField, textsField } from "../../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { recurrenceRefusals } from "../../bookings/index.ts";
import { changeRefusals, eventChange } from "../changing/contract.ts";
import { eventLine, newEvent } from "../contract.ts";
import { registrationStates } from "../event.ts";
import { answersField, questionSchema } from "../questions/contract.ts";
import { eventRefusals } from "../refusals.ts";
import { parentKinds } from "./parent.ts";
import { parentRefusals } from "./refusals.ts";

const params = z.object({ id: idOrSlug });
const known = [accessRefusals.signIn, accessRefusals.notHere];
const texts = z.object({ nb: z.string().optional(), nn: z.string().optional(), en: z.string().optional() });

const eventOfParent = newEvent
  .omit({ organization: true, status: true })
  .extend({ organization: idOrSlug.optional().openapi({ description: "Who leads; the parent's, unless said" }) });

const refuseAlike = z
  .boolean()
  .default(false)
  .openapi({ description: "Refuse what is like something one of its hosts holds at the same time" });

const newParent = z.strictObject({
  kind: z.enum(parentKinds).openapi({ description: "`festival`: events of their own; `series`: one event at every time of a rule" }),
  title: neededTextsField(200),
  descriptions: textsField(8_000).default({}),
  organization: idOrSlug.openapi({ description: "Who leads" }),
  coHosts: z.array(idOrSlug).max(20).default([]),
  status: z.enum(["draft", "published"]).default("published").openapi({ description: "Of all its events" }),
  events: z.array(eventOfParent).min(1).max(100),
  recurrence: textField(300).min(1).optional().openapi({
    description: "Of a series: an RRULE (RFC 5545) on the clock of the event, with COUNT or UNTIL",
    example: "FREQ=MONTHLY;BYDAY=1TU;COUNT=10",
  }),
  refuseAlike,
});

const ticketType = z.object({
  id: z.uuid(),
  name: z.string(),
  priceOre: z.number().int().openapi({ description: "Without VAT" }),
  priceWithVatOre: z.number().int(),
  memberPriceOre: z.number().int().nullable(),
  memberPriceWithVatOre: z.number().int().nullable(),
  needsCode: z.boolean(),
  mostPlaces: z.number().int(),
  left: z.number().int(),
  waiting: z.number().int(),
});

const parent = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    kind: z.enum(parentKinds),
    title: texts,
    descriptions: texts,
    recurrence: z.string().nullable(),
    hosts: z.array(z.object({ id: z.uuid(), slug: z.string(), name: z.string(), leads: z.boolean() })),
    events: z.array(
      eventLine.extend({
        ticketTypes: z.array(ticketType),
        questions: z.array(questionSchema).openapi({ description: "What those who register for it are asked" }),
        answersKeptDays: z.number().int(),
        isOpen: z.boolean(),
        hasQueue: z.boolean().openapi({ description: "Places are taken by those who have stood in its queue" }),
        queuePlace: z
          .object({
            ahead: z.number().int().openapi({ description: "How many stand before whoever asks" }),
            letInUntil: z.string().nullable().openapi({ description: "Until when they may choose, when it is their turn" }),
          })
          .nullable()
          .openapi({ description: "Where whoever asks stands in its queue; null when they do not" }),
      }),
    ),
    version: z.number().int(),
    abilities: z.object({ run: z.boolean() }),
  })
  .openapi("EventParent");

export const createParent = route({
  method: "post",
  path: "/event-parents",
  tags: ["events"],
  summary: "Hold a festival or a series",
  description: "All of its events are made, or none; what stops them is told row by row.",
  permission: "manager of the organization",
  refusals: [...known, parentRefusals.rowsWrong, parentRefusals.needsRecurrence, eventRefusals.unknownQuota, ...recurrenceRefusals],
  request: { body: jsonBody(newParent) },
  responses: { 201: json(parent, "The festival or series") },
});

export const readParent = route({
  method: "get",
  path: "/event-parents/{id}",
  tags: ["events"],
  summary: "Read a festival or series",
  description: "With its events and what is left of them. Drafts are there for those who run it.",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params },
  responses: { 200: json(parent, "The festival or series") },
});

export const addEvents = route({
  method: "post",
  path: "/event-parents/{id}/events",
  tags: ["events"],
  summary: "Add events to a festival or series",
  permission: "manager of the organization",
  refusals: [...known, parentRefusals.rowsWrong, eventRefusals.unknownQuota],
  request: {
    params,
    body: jsonBody(
      z.strictObject({
        status: z.enum(["draft", "published"]).default("published"),
        events: z.array(eventOfParent).min(1).max(100),
        refuseAlike,
      }),
    ),
  },
  responses: { 201: json(parent, "The festival or series, with them") },
});

const counts = {
  invited: z.number().int(),
  registered: z.number().int().openapi({ description: "Places of confirmed registrations" }),
  held: z.number().int(),
  waiting: z.number().int(),
  people: z.number().int().openapi({ description: "Who holds a place, each once: whoever is named on it, else whoever registered" }),
  organizations: z.number().int().openapi({ description: "Each once" }),
  places: z.number().int(),
  checkedIn: z.number().int(),
  noShows: z.number().int().nullable(),
  fill: z.number().nullable(),
  noShowRate: z.number().nullable(),
};

export const readParentCounts = route({
  method: "get",
  path: "/event-parents/{id}/counts",
  tags: ["events"],
  summary: "What a festival or series comes to",
  description:
    "Over all of it a person is counted once, and so is an organization; places are the sum of its events. Each event has its own counts.",
  permission: "host of the space",
  refusals: known,
  request: { params },
  responses: {
    200: json(
      z
        .object({
          ...counts,
          items: z.array(z.object({ event: z.object({ id: z.uuid(), slug: z.string(), title: texts, startsAt: z.string() }), ...counts })),
        })
        .openapi("EventParentCounts"),
      "The counts",
    ),
  },
});

export const registerJointly = route({
  method: "post",
  path: "/event-parents/{id}/registrations",
  tags: ["events"],
  summary: "Register for several events at once",
  description:
    "Decided in one transaction, and told in one letter: all there is room for, or none unless all. Where one of them asks something that is not answered, nothing is done. What somebody has already is answered as it stands.",
  permission: "signed in",
  refusals: [...known, parentRefusals.notAll, parentRefusals.none, parentRefusals.notAnswered],
  request: {
    params,
    body: jsonBody(
      z.strictObject({
        events: z
          .array(
            z.strictObject({
              event: idOrSlug,
              ticketTypeId: idField.optional().openapi({ description: "The first kind, unless said" }),
              answers: answersField.optional(),
            }),
          )
          .min(1)
          .max(100),
        quantity: z.number().int().min(1).max(1_000).default(1).openapi({ description: "Places at each" }),
        wait: z.boolean().default(false).openapi({ description: "Wait where there are too few" }),
        allOrNone: z.boolean().default(false),
        personId: idField.optional().openapi({ description: "Somebody else, for those who run all of them" }),
        organizationId: idField.optional().openapi({ description: "The company it is for and that pays" }),
      }),
    ),
  },
  responses: {
    201: json(
      z
        .object({
          items: z.array(
            z.object({
              eventId: z.uuid(),
              registrationId: z.uuid().nullable(),
              state: z.enum(registrationStates).nullable().openapi({ description: "Null where it was refused" }),
              quantity: z.number().int(),
              priceOre: z.number().int(),
              refused: z.object({ code: z.string(), title: z.string() }).nullable(),
            }),
          ),
        })
        .openapi("JointRegistration"),
      "What became of each",
    ),
  },
});

export const changeFollowing = route({
  method: "patch",
  path: "/events/{id}/following",
  tags: ["events"],
  summary: "Change an event of a series and those that follow",
  description:
    "All or none. The times move as many days, to the same time of the clock. Those who come are written to. A refusal names the event that refuses, in `details.event`.",
  permission: "manager of the organization",
  refusals: [...known, parentRefusals.notOfSeries, ...changeRefusals],
  request: {
    params,
    body: jsonBody(eventChange.omit({ status: true })),
  },
  responses: { 200: json(z.object({ changed: z.number().int() }).openapi("ChangedEvents"), "How many were changed") },
});

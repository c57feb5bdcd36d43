import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { idField, idOrSlug, momentField, nameField, neededTextsField, textsField } from "../../../platform/http/fields.ts";
import { requestRefusals } from "../../../platform/http/request-refusals.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { ifMatchHeader } from "../../../platform/http/version.ts";
import { ticketRefusals } from "../tickets/refusals.ts";
import { agendaRefusals } from "./refusals.ts";

const params = z.object({ id: idOrSlug });
const ofEvent = z.object({ id: idOrSlug, session: idField });
const known = [accessRefusals.signIn, accessRefusals.notHere];
const texts = z.object({ nb: z.string().optional(), nn: z.string().optional(), en: z.string().optional() });

const given = z.strictObject({
  title: neededTextsField(200),
  descriptions: textsField(4_000).default({}),
  startsAt: momentField,
  endsAt: momentField,
  track: nameField(60).nullable().default(null).openapi({ description: "What goes on side by side; none for a session that is for all" }),
  room: nameField(100).nullable().default(null).openapi({ description: "The room in words" }),
  resourceId: idField.nullable().default(null).openapi({ description: "A room of the house, instead of one in words" }),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .nullable()
    .default(null),
  mostPeople: z.number().int().min(1).max(100_000).nullable().default(null),
  speakers: z
    .array(
      z
        .strictObject({
          personId: idField.optional().openapi({ description: "Somebody of the network, instead of a name" }),
          name: nameField(200).optional(),
          title: nameField(200).optional(),
          organization: nameField(200).optional(),
        })
        .refine(({ personId, name }) => (personId === undefined) !== (name === undefined), { params: { form: "missing" } }),
    )
    .max(30)
    .default([]),
});

export const sessionSchema = z
  .object({
    id: z.uuid(),
    title: texts,
    descriptions: texts,
    startsAt: z.string(),
    endsAt: z.string(),
    track: z.string().nullable(),
    room: z.string().nullable().openapi({ description: "In words, or the name of a room of the house" }),
    resourceId: z.uuid().nullable(),
    language: z.string().nullable(),
    mostPeople: z.number().int().nullable(),
    speakers: z.array(
      z.object({ personId: z.uuid().nullable(), name: z.string(), title: z.string().nullable(), organization: z.string().nullable() }),
    ),
    attended: z
      .number()
      .int()
      .nullable()
      .openapi({ description: "Tickets scanned at its door, each once; null for those who do not receive" }),
    version: z.number().int(),
  })
  .openapi("Session");

const warnings = z
  .array(z.object({ speaker: z.string(), sessionIds: z.array(z.uuid()) }))
  .openapi({ description: "Who is to speak in two sessions at once; empty for those who do not run the event" });
const changed = z.object({ session: sessionSchema, warnings }).openapi("ChangedSession");

const reasons = [
  agendaRefusals.outsideEvent,
  agendaRefusals.endsBeforeStart,
  agendaRefusals.roomTaken,
  agendaRefusals.roomElsewhere,
  agendaRefusals.unknownSpeaker,
];

export const listSessions = route({
  method: "get",
  path: "/events/{id}/sessions",
  tags: ["events"],
  summary: "The programme of an event",
  description: "Sessions in order of time, then of tracks.",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params },
  responses: {
    200: json(
      z
        .object({
          items: z.array(sessionSchema),
          warnings,
          rooms: z
            .array(z.object({ id: z.uuid(), name: z.string() }))
            .openapi({ description: "Rooms of the house, for those who run the event" }),
          abilities: z.object({ change: z.boolean() }),
        })
        .openapi("Agenda"),
      "The programme",
    ),
  },
});

export const addSession = route({
  method: "post",
  path: "/events/{id}/sessions",
  tags: ["events"],
  summary: "Add a session to the programme",
  description: "Two sessions in one room at the same time are refused. A speaker in two at once is told as a warning.",
  permission: "manager of the organization",
  refusals: [...known, ...reasons],
  request: { params, body: jsonBody(given) },
  responses: { 201: json(changed, "The session") },
});

export const changeSession = route({
  method: "put",
  path: "/events/{id}/sessions/{session}",
  tags: ["events"],
  summary: "Write a session anew",
  permission: "manager of the organization",
  refusals: [...known, ...reasons, requestRefusals.changedMeanwhile],
  request: { params: ofEvent, headers: ifMatchHeader, body: jsonBody(given) },
  responses: { 200: json(changed, "The session, changed") },
});

export const removeSession = route({
  method: "delete",
  path: "/events/{id}/sessions/{session}",
  tags: ["events"],
  summary: "Take a session off the programme",
  permission: "manager of the organization",
  refusals: [...known, agendaRefusals.attended],
  request: { params: ofEvent },
  responses: { 204: { description: "Taken off" } },
});

export const enterSession = route({
  method: "put",
  path: "/tickets/{id}/sessions/{session}",
  tags: ["events"],
  summary: "Count somebody into a session",
  description: "A scan at the session's door. A ticket counts once in a session; who is scanned again is told as double.",
  permission: "host of the space",
  refusals: [...known, ticketRefusals.notValid, ticketRefusals.scannedAhead],
  request: {
    params: z.object({ id: idField, session: idField }),
    body: jsonBody(
      z.strictObject({
        nonce: z.uuid().openapi({ description: "Made by the phone: a scan sent twice is one scan" }),
        scannedAt: momentField,
        door: nameField(60).optional(),
      }),
    ),
  },
  responses: {
    200: json(
      z
        .object({
          ticketId: z.uuid(),
          holder: z.string().nullable(),
          sessionId: z.uuid(),
          scannedAt: z.string().openapi({ description: "When the ticket was first seen at the session" }),
          isDouble: z.boolean(),
          attended: z.number().int().openapi({ description: "How many the session counts now" }),
          mostPeople: z.number().int().nullable(),
          isOverLimit: z.boolean(),
        })
        .openapi("SessionEntry"),
      "How it stands",
    ),
  },
});

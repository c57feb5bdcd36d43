import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { pageOf, pageQuery } from "../../../platform/http/cursor.ts";
import { idField, idOrSlug, nameField } from "../../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { eventLine } from "../contract.ts";
import { eventRefusals } from "../refusals.ts";
import { invitationStates } from "./invitation.ts";
import { invitationRefusals } from "./refusals.ts";

const params = z.object({ id: idOrSlug });
const known = [accessRefusals.signIn, accessRefusals.notHere];

const counts = z.object({ invited: z.number().int(), registered: z.number().int(), declined: z.number().int() });

export const invite = route({
  method: "post",
  path: "/events/{id}/invitations",
  tags: ["events"],
  summary: "Invite people",
  description:
    "By their addresses, from the members of an organization you run, from those who came to another event you run, or all at once. Who has been invited is not invited again. They are written to when the event is published.",
  permission: "manager of the organization",
  refusals: [...known, eventRefusals.cancelled, eventRefusals.isOver],
  request: {
    params,
    body: jsonBody(
      z.strictObject({
        people: z
          .array(z.strictObject({ email: z.email().max(320), name: nameField(200).optional() }))
          .max(2_000)
          .default([]),
        membersOf: idOrSlug.optional().openapi({ description: "An organization" }),
        fromEvent: idOrSlug.optional().openapi({ description: "Another event" }),
      }),
    ),
  },
  responses: {
    201: json(
      z.object({ added: z.number().int(), alreadyInvited: z.number().int() }),
      "How many were invited now, and how many had been before",
    ),
  },
});

export const listInvitations = route({
  method: "get",
  path: "/events/{id}/invitations",
  tags: ["events"],
  summary: "Who is invited",
  description: "In order of names, with what became of each invitation. Whether it was opened is not followed.",
  permission: "manager of the organization",
  refusals: known,
  request: { params, query: pageQuery.extend({ state: z.enum(invitationStates).optional() }) },
  responses: {
    200: json(
      pageOf(
        z.object({
          personId: z.uuid(),
          name: z.string(),
          email: z.string(),
          state: z.enum(invitationStates),
          invitedAt: z.string(),
          toldAt: z.string().nullable().openapi({ description: "When they were written to" }),
          declinedAt: z.string().nullable(),
        }),
      ).extend({ counts }),
      "A page of invitations",
    ),
  },
});

export const withdrawInvitation = route({
  method: "delete",
  path: "/events/{id}/invitations/{personId}",
  tags: ["events"],
  summary: "Take an invitation back",
  permission: "manager of the organization",
  refusals: [...known, invitationRefusals.hasRegistered],
  request: { params: params.extend({ personId: idField }) },
  responses: { 204: { description: "There is no invitation" } },
});

export const answerInvitation = route({
  method: "put",
  path: "/events/{id}/invitation",
  tags: ["events"],
  summary: "Say no to an invitation, or think again",
  description: "Saying yes is to register.",
  permission: "signed in",
  refusals: [...known, invitationRefusals.hasRegistered],
  request: { params, body: jsonBody(z.strictObject({ declined: z.boolean() })) },
  responses: { 200: json(z.object({ declinedAt: z.string().nullable() }), "What one has answered") },
});

export const myInvitations = route({
  method: "get",
  path: "/me/invitations",
  tags: ["events"],
  summary: "My invitations",
  description: "To events to come, those one has not registered for, the next first. Those one has said no to come with it.",
  permission: "signed in",
  refusals: [accessRefusals.signIn],
  request: { query: pageQuery },
  responses: {
    200: json(
      pageOf(z.object({ event: eventLine, invitedAt: z.string(), declinedAt: z.string().nullable() }).openapi("OwnInvitation")),
      "A page of invitations",
    ),
  },
});

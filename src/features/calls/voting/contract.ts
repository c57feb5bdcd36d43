import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { idField, idOrSlug } from "../../../platform/http/fields.ts";
import { requestRefusals } from "../../../platform/http/request-refusals.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { texts } from "../shapes.ts";
import { votingRefusals } from "./refusals.ts";

const ofCall = z.object({ id: idOrSlug });
const known = [accessRefusals.signIn, accessRefusals.notHere];
const ticketField = z
  .string()
  .min(1)
  .max(400)
  .openapi({ description: "The text of the ticket's QR code, or the letters below it", example: "K7M4 QX2R" });

const ballot = z
  .object({
    call: z.object({ id: z.uuid(), slug: z.string(), title: texts, organization: z.string() }),
    event: z.object({ id: z.uuid(), slug: z.string(), title: texts }).nullable(),
    sponsors: z.array(z.object({ name: z.string(), text: z.string().optional() })),
    state: z.enum(["not_yet", "open", "closed"]),
    candidates: z
      .array(z.object({ id: z.uuid(), title: z.string(), votes: z.number().int().nullable() }))
      .openapi({ description: "With their votes when the vote has closed; until then nobody is told how it goes" }),
    total: z.number().int().openapi({ description: "Votes cast: one for each ticket somebody came in on and used" }),
    awarded: z
      .array(z.object({ id: z.uuid(), title: z.string(), organization: z.string().nullable() }))
      .openapi({ description: "The jury's choice, when those who applied have been told" }),
    ticket: z
      .object({ isKnown: z.boolean(), isCheckedIn: z.boolean(), votedFor: z.uuid().nullable() })
      .nullable()
      .openapi({ description: "Of the ticket that was held up" }),
    abilities: z.object({ run: z.boolean() }),
  })
  .openapi("Ballot");

export const readBallot = route({
  method: "get",
  path: "/calls/{id}/ballot",
  tags: ["calls"],
  summary: "The audience's vote",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params: ofCall, query: z.object({ ticket: ticketField.optional() }) },
  responses: { 200: json(ballot, "What stands on the ballot") },
});

export const castVote = route({
  method: "put",
  path: "/calls/{id}/vote",
  tags: ["calls"],
  summary: "Vote with a ticket",
  description:
    "One vote for each ticket somebody came in on; it can be changed while the vote is open. Whoever holds the ticket needs no account.",
  permission: "everyone",
  refusals: [
    accessRefusals.notHere,
    votingRefusals.notOpen,
    votingRefusals.unknownTicket,
    votingRefusals.notCheckedIn,
    votingRefusals.notOnBallot,
    requestRefusals.tooMany,
  ],
  request: { params: ofCall, body: jsonBody(z.strictObject({ ticket: ticketField, submissionId: idField })) },
  responses: { 200: json(ballot, "What stands on the ballot, and what the ticket voted") },
});

export const setVoteWindow = route({
  method: "put",
  path: "/calls/{id}/vote-window",
  tags: ["calls"],
  summary: "Open or close the audience's vote",
  description: "Between those on the shortlist, unless others are named.",
  permission: "manager of the organization",
  refusals: [...known, votingRefusals.noEvent, votingRefusals.tooFewToChoose, votingRefusals.ballotStands, votingRefusals.notOnBallot],
  request: { params: ofCall, body: jsonBody(z.strictObject({ isOpen: z.boolean(), ballot: z.array(idField).max(50).optional() })) },
  responses: { 200: json(ballot, "What stands on the ballot") },
});

import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../../platform/access/refusals.ts";
import { pageOf, pageQuery } from "../../../../platform/http/cursor.ts";
import { json, route } from "../../../../platform/http/route.ts";
import { texts } from "../../contract.ts";

const givenTicket = z
  .object({
    id: z.uuid(),
    event: z.object({ slug: z.string(), title: texts, startsAt: z.string(), endsAt: z.string(), timeZone: z.string() }),
    kind: z.string(),
    organization: z.string().nullable(),
    holder: z.string().nullable(),
    code: z.string(),
    token: z.string().openapi({ description: "Signed: what the QR code holds, and the address of the ticket's page" }),
  })
  .openapi("GivenTicket");

export const myTickets = route({
  method: "get",
  path: "/me/tickets",
  tags: ["events"],
  summary: "Tickets others gave me",
  description: "Those that are valid, of events that are not over, the next first: known by the address one signs in with.",
  permission: "signed in",
  refusals: [accessRefusals.signIn],
  request: { query: pageQuery },
  responses: { 200: json(pageOf(givenTicket), "A page of tickets") },
});

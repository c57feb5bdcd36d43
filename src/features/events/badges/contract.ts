import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { idField, idOrSlug } from "../../../platform/http/fields.ts";
import { route } from "../../../platform/http/route.ts";
import { paperNames } from "./papers.ts";

const params = z.object({ id: idOrSlug });
const refusals = [accessRefusals.signIn, accessRefusals.notHere];
const file = (description: string) => ({
  200: { content: { "application/pdf": { schema: z.string().openapi({ format: "binary" }) } }, description },
});

export const printBadges = route({
  method: "get",
  path: "/events/{id}/badges.pdf",
  tags: ["events"],
  summary: "Print badges",
  description:
    "A badge for each valid ticket in order of names, or for one kind of them: sheets of A4, cards of 90 × 55 mm, or labels of 62 × 100 mm, 200 in a file at most. The code is the one the ticket has.",
  permission: "host of the space",
  refusals,
  request: {
    params,
    query: z.object({
      paper: z.enum(paperNames).default("a4-8"),
      // a form that asks for all kinds sends an empty one
      ticketType: idField.or(z.literal("")).optional(),
      first: z.coerce.number().int().min(1).max(10).default(1).openapi({ description: "The place of the first sheet to begin at" }),
      from: z.coerce.number().int().min(0).max(100_000).default(0).openapi({ description: "How many badges were in the files before" }),
    }),
  },
  responses: file("The badges"),
});

export const printCompanies = route({
  method: "get",
  path: "/events/{id}/companies.pdf",
  tags: ["events"],
  summary: "Print the list by company",
  permission: "host of the space",
  refusals,
  request: { params },
  responses: file("The list"),
});

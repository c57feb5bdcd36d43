import { z } from "@hono/zod-openapi";
import { dayField, idField, momentField, nameField } from "../../platform/http/fields.ts";
import { languages } from "../../platform/language/language.ts";
import { visitStates } from "./visit.ts";

const organizationField = nameField(120);
const emailField = z.email().max(254).toLowerCase();

export const newVisit = z.strictObject({
  name: nameField(120),
  organization: organizationField.optional(),
  email: emailField.optional().openapi({ description: "Where the invitation goes; without one none is sent" }),
  language: z.enum(languages).default("nb").openapi({ description: "What the visitor is written to in" }),
  expectedAt: momentField,
  visitedId: idField
    .optional()
    .openapi({ description: "Whom the visit is for; oneself when left out, and by the desk anybody who works there" }),
  bookingId: idField.optional().openapi({ description: "A booking of whoever is visited, that day: its room is told to the visitor" }),
});

export const visitChanges = z.strictObject({
  name: nameField(120).optional(),
  organization: organizationField.nullable().optional(),
  email: emailField.nullable().optional(),
  expectedAt: momentField.optional(),
  bookingId: idField.nullable().optional(),
});

export const visit = z
  .object({
    id: z.uuid(),
    space: z.object({ slug: z.string(), name: z.string(), timeZone: z.string() }),
    name: z.string(),
    organization: z.string().nullable(),
    email: z.string().nullable(),
    language: z.enum(languages),
    visited: z.object({ id: z.uuid(), name: z.string() }).nullable().openapi({ description: "Null when that person is erased" }),
    askedFor: z
      .string()
      .nullable()
      .openapi({ description: "Whom they wrote that they came to, at a kiosk without a network, where nobody was found by it" }),
    booking: z.object({ id: z.uuid(), room: z.string().nullable() }).nullable(),
    day: dayField,
    expectedAt: z.string(),
    isAnnounced: z.boolean().openapi({ description: "False: they said at the kiosk whom they came to" }),
    code: z.string().openapi({ description: "What the invitation and the badge carry: eight letters and digits" }),
    state: z.enum(visitStates),
    arrivedAt: z.string().nullable(),
    leftAt: z.string().nullable(),
    version: z.number().int(),
    abilities: z.object({
      change: z.boolean(),
      cancel: z.boolean(),
      letIn: z.boolean(),
      signOut: z.boolean(),
      printBadge: z.boolean(),
    }),
  })
  .openapi("Visit");

export const visitorTerms = z
  .object({
    takesUnexpected: z.boolean().openapi({ description: "Whether those nobody announced may say at the kiosk whom they come to" }),
    asksForRules: z.boolean().openapi({ description: "Whether a visitor says yes to the house rules at the kiosk" }),
    keptDays: z.number().int().min(1).max(365).openapi({ description: "Days after the visit until the visitor is forgotten" }),
    version: z.number().int(),
  })
  .openapi("VisitorTerms");

export const newTerms = visitorTerms.omit({ version: true }).strict();

export const peopleInside = z
  .object({
    at: z.string(),
    visitors: z.array(
      z.object({ id: z.uuid(), name: z.string(), organization: z.string().nullable(), visited: z.string().nullable(), since: z.string() }),
    ),
    guests: z
      .array(z.object({ name: z.string(), home: z.string(), since: z.string().nullable() }))
      .openapi({ description: "Members of other houses who are checked in today" }),
  })
  .openapi("PeopleInside");

export const visitCount = z.object({ day: dayField, announced: z.number().int(), came: z.number().int(), unexpected: z.number().int() });

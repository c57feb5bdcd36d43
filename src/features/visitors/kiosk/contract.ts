import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { idField, nameField } from "../../../platform/http/fields.ts";
import { requestRefusals } from "../../../platform/http/request-refusals.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { languages } from "../../../platform/language/language.ts";
import { visitRefusals } from "../refusals.ts";

const tags = ["visitors"];
const bySecret = z.object({ secret: z.string().min(20).max(100) });
const aVisitHere = bySecret.extend({ id: idField });
const here = [accessRefusals.notHere];
const rulesVersion = z
  .number()
  .int()
  .min(1)
  .max(1_000_000)
  .optional()
  .openapi({ description: "The version of the house rules said yes to" });

const rules = z.object({ version: z.number().int(), text: z.string(), language: z.enum(languages) });

export const readReception = route({
  method: "get",
  path: "/displays/{secret}/reception",
  tags,
  summary: "Read how a kiosk receives visitors",
  permission: "everyone",
  refusals: here,
  request: { params: bySecret },
  responses: {
    200: json(
      z
        .object({
          name: z.string(),
          space: z.object({ slug: z.string(), name: z.string(), timeZone: z.string() }),
          now: z.string(),
          takesUnexpected: z.boolean(),
          keptDays: z.number().int(),
          houseRules: rules.nullable().openapi({ description: "What a visitor says yes to first; null where the house does not ask" }),
        })
        .openapi("Reception"),
      "The kiosk",
    ),
  },
});

const found = z.object({ id: z.uuid(), name: z.string().openapi({ description: "Given name and an initial" }), at: z.string() });

const soughtVisits = z.object({
  q: z.string().max(120).optional().openapi({ description: "The beginning of a name, three letters or more" }),
  code: z.string().max(20).optional().openapi({ description: "The code of the invitation or the badge" }),
  leaving: z.enum(["true", "false"]).default("false").openapi({ description: "Search among those inside" }),
});

export const searchVisits = route({
  method: "get",
  path: "/displays/{secret}/visits",
  tags,
  summary: "Find oneself among today's visitors",
  description:
    "Nobody is shown the day: at most five are found, by three letters of a name or the whole code. Where more are like it, none is shown and `isTooMany` is true.",
  permission: "everyone",
  refusals: [...here, requestRefusals.tooMany],
  request: { params: bySecret, query: soughtVisits },
  responses: { 200: json(z.object({ items: z.array(found), isTooMany: z.boolean() }), "Who is like that") },
});

export const searchPeople = route({
  method: "get",
  path: "/displays/{secret}/people",
  tags,
  summary: "Find whom one has come to",
  description: "Those who work here and let visitors find them, by three letters of a name.",
  permission: "everyone",
  refusals: [...here, visitRefusals.announcedOnly, requestRefusals.tooMany],
  request: { params: bySecret, query: z.object({ q: z.string().max(120) }) },
  responses: {
    200: json(z.object({ items: z.array(z.object({ id: z.uuid(), name: z.string() })), isTooMany: z.boolean() }), "Who is like that"),
  },
});

const welcome = z
  .object({
    id: z.uuid(),
    givenName: z.string(),
    visited: z.string().nullable().openapi({ description: "Who has been told" }),
    room: z.string().nullable(),
    badge: z
      .object({ name: z.string(), organization: z.string().nullable(), day: z.string(), code: z.string() })
      .openapi({ description: "To be printed at the kiosk: of somebody announced the given name and an initial" }),
  })
  .openapi("KioskWelcome");

const welcomed = json(welcome, "Welcome");

export const arrive = route({
  method: "put",
  path: "/displays/{secret}/visits/{id}/arrival",
  tags,
  summary: "Say at the kiosk that one has come",
  description: "Whoever is visited is told at once. A second time tells nobody again.",
  permission: "everyone",
  refusals: [...here, visitRefusals.notToday, visitRefusals.wrongState, visitRefusals.rulesFirst],
  request: { params: aVisitHere, body: jsonBody(z.strictObject({ rulesVersion })) },
  responses: { 200: welcomed },
});

export const arriveUnexpected = route({
  method: "post",
  path: "/displays/{secret}/visits",
  tags,
  summary: "Say at the kiosk whom one has come to",
  description: "For those nobody announced, where the house takes them. `id` is made by the caller: the same one again is the same visit.",
  permission: "everyone",
  refusals: [...here, visitRefusals.announcedOnly, visitRefusals.rulesFirst, requestRefusals.tooMany],
  request: {
    params: bySecret,
    body: jsonBody(
      z.strictObject({
        id: idField,
        name: nameField(120),
        organization: nameField(120).optional(),
        visitedId: idField,
        language: z.enum(languages).default("nb"),
        rulesVersion,
      }),
    ),
  },
  responses: { 201: welcomed },
});

export const keepNote = route({
  method: "put",
  path: "/displays/{secret}/notes/{id}",
  tags,
  summary: "Tell what a kiosk took down while it had no network",
  description:
    "Within a day. Somebody awaited by that name came then; anybody else is in the house unannounced. Whoever leaves is the one inside by that name, if there is one. The same `id` again is the same note.",
  permission: "everyone",
  refusals: [...here, visitRefusals.notToday, requestRefusals.tooMany],
  request: {
    params: aVisitHere,
    body: jsonBody(
      z.strictObject({
        kind: z.enum(["arrival", "departure"]),
        name: nameField(120),
        organization: nameField(120).optional(),
        askedFor: nameField(120).optional().openapi({ description: "Whom they have come to, as they wrote it" }),
        secondsAgo: z
          .number()
          .int()
          .min(0)
          .max(1_000_000_000)
          .openapi({ description: "How long ago it was written: the clock of a tablet may be wrong" }),
        language: z.enum(languages).default("nb"),
        rulesVersion,
      }),
    ),
  },
  responses: {
    200: json(
      z.object({ isKnown: z.boolean().openapi({ description: "Whether somebody was known by what was written" }) }),
      "Written down",
    ),
  },
});

export const leave = route({
  method: "put",
  path: "/displays/{secret}/visits/{id}/departure",
  tags,
  summary: "Say at the kiosk that one leaves",
  permission: "everyone",
  refusals: [...here, visitRefusals.wrongState],
  request: { params: aVisitHere },
  responses: { 200: json(z.object({ givenName: z.string() }), "Goodbye") },
});

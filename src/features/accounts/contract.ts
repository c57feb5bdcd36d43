import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../platform/access/refusals.ts";
import { pageOf, pageQuery } from "../../platform/http/cursor.ts";
import { dayField, idField, idOrSlug, momentField, nameField, textField } from "../../platform/http/fields.ts";
import { requestRefusals } from "../../platform/http/request-refusals.ts";
import { json, jsonBody, route } from "../../platform/http/route.ts";
import { ifMatchHeader } from "../../platform/http/version.ts";
import { languages } from "../../platform/language/language.ts";
import { scopeForm } from "./api-keys.ts";
import { accountRefusals } from "./refusals.ts";

const emailField = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email())
  .openapi({ type: "string", format: "email", example: "amina@huset.example" });

const namedPlace = z.object({ id: z.uuid(), slug: z.string(), name: z.string() });
const visibilityField = z.enum(["public", "network", "private"]);

export const me = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    locale: z.enum(languages).openapi({ description: "The language the person is written to in" }),
    visibility: visibilityField.openapi({ description: "Who sees the person: everybody, the networks, or only their own organizations" }),
    isOperator: z.boolean(),
    positions: z.array(
      z.object({
        organization: namedPlace,
        role: z.string().openapi({ example: "manager" }),
        title: z.string().nullable(),
        spaces: z.array(namedPlace).openapi({ description: "The spaces the organization runs" }),
      }),
    ),
    version: z.number().int(),
    abilities: z.object({
      change: z.boolean(),
      manageAccess: z.boolean().openapi({ description: "Keys, sessions, passkeys, erasing" }),
      readAudit: z.boolean(),
    }),
  })
  .openapi("Me");

const session = z
  .object({
    id: z.uuid(),
    browser: z.string().nullable().openapi({ example: "Firefox" }),
    system: z.string().nullable().openapi({ example: "Linux" }),
    openedAt: momentField,
    endsAt: momentField,
    isCurrent: z.boolean(),
  })
  .openapi("Session");

const passkey = z.object({ id: z.uuid(), name: z.string().nullable(), createdAt: momentField.nullable() }).openapi("Passkey");

const apiKey = z
  .object({
    id: z.uuid(),
    name: z.string(),
    scopes: z.array(z.string()),
    createdAt: momentField,
    expiresAt: momentField.nullable(),
  })
  .openapi("ApiKey");

const deed = z
  .object({
    id: z.uuid(),
    doneAt: momentField,
    actor: z.object({ personId: z.uuid(), name: z.string().nullable() }).nullable().openapi({ description: "null: the program itself" }),
    keyId: z.uuid().nullable(),
    action: z.string().openapi({ example: "guest_terms.change" }),
    subject: z.object({
      kind: z.string(),
      id: z.string(),
      name: z.string().nullable().openapi({ description: "Of a person, an organization or a space" }),
    }),
    organization: namedPlace.nullable(),
    reason: z.string().nullable().openapi({ description: "Given when a rule was overridden" }),
    details: z.record(z.string(), z.unknown()),
  })
  .openapi("Deed");

export const readSignInWays = route({
  method: "get",
  path: "/sign-in-ways",
  tags: ["accounts"],
  summary: "How one can sign in here",
  permission: "everyone",
  responses: {
    200: json(
      z.object({
        openIdConnect: z.object({ name: z.string() }).nullable(),
        mailAt: z.string().nullable().openapi({ description: "Where letters are kept in demonstration mode" }),
      }),
      "Beside links by e-mail and passkeys",
    ),
  },
});

export const askForSignInLink = route({
  method: "post",
  path: "/sign-in-links",
  tags: ["accounts"],
  summary: "Ask for a sign-in link by e-mail",
  description: "The answer is the same whether or not an account uses the address; the letter tells whoever reads that mailbox.",
  permission: "everyone",
  refusals: [accountRefusals.tooManyLinks, requestRefusals.invalid],
  request: { body: jsonBody(z.strictObject({ email: emailField, to: z.string().max(500).optional() })) },
  responses: { 202: json(z.object({ sent: z.literal(true) }), "A letter is on its way") },
});

export const openSession = route({
  method: "post",
  path: "/sessions",
  tags: ["accounts"],
  summary: "Sign in by a link's token",
  description: "Uses the token up and sets the session's cookie.",
  permission: "everyone",
  refusals: [accountRefusals.linkSpent, accountRefusals.tooManyLinks],
  request: { body: jsonBody(z.strictObject({ token: z.string().min(1).max(100) })) },
  responses: { 201: json(z.object({ opened: z.literal(true) }), "Signed in") },
});

export const readMe = route({
  method: "get",
  path: "/me",
  tags: ["me"],
  summary: "Who I am and which positions I hold",
  permission: "signed in",
  refusals: [accessRefusals.signIn],
  responses: { 200: json(me, "The person who asks") },
});

export const changeMe = route({
  method: "patch",
  path: "/me",
  tags: ["me"],
  summary: "Change my name, language or visibility",
  permission: "signed in",
  refusals: [accessRefusals.signIn, requestRefusals.changedMeanwhile],
  request: {
    headers: ifMatchHeader,
    body: jsonBody(
      z.strictObject({
        name: nameField(120).optional(),
        locale: z.enum(languages).optional(),
        visibility: visibilityField.optional(),
      }),
    ),
  },
  responses: { 200: json(me, "As it now is") },
});

export const listSessions = route({
  method: "get",
  path: "/me/sessions",
  tags: ["me"],
  summary: "Where I am signed in",
  permission: "signed in",
  request: { query: pageQuery },
  responses: { 200: json(pageOf(session), "Newest first") },
});

export const endSession = route({
  method: "delete",
  path: "/me/sessions/{id}",
  tags: ["me"],
  summary: "End one of my sessions",
  description: "`current` is the one that asks; ending it signs this browser out.",
  permission: "signed in",
  refusals: [accountRefusals.keyMayNot, accessRefusals.notHere],
  request: { params: z.object({ id: z.union([idField, z.literal("current")]) }) },
  responses: { 204: { description: "Ended" } },
});

export const endOtherSessions = route({
  method: "delete",
  path: "/me/sessions",
  tags: ["me"],
  summary: "End all my sessions but this one",
  permission: "signed in",
  refusals: [accountRefusals.keyMayNot],
  responses: { 200: json(z.object({ ended: z.number().int() }), "How many were ended") },
});

export const listPasskeys = route({
  method: "get",
  path: "/me/passkeys",
  tags: ["me"],
  summary: "My passkeys",
  permission: "signed in",
  request: { query: pageQuery },
  responses: { 200: json(pageOf(passkey), "Newest first") },
});

export const removePasskey = route({
  method: "delete",
  path: "/me/passkeys/{id}",
  tags: ["me"],
  summary: "Remove one of my passkeys",
  permission: "signed in",
  refusals: [accountRefusals.keyMayNot, accessRefusals.notHere],
  request: { params: z.object({ id: idField }) },
  responses: { 204: { description: "Removed" } },
});

export const listApiKeys = route({
  method: "get",
  path: "/me/api-keys",
  tags: ["me"],
  summary: "My API keys",
  permission: "signed in",
  request: { query: pageQuery },
  responses: { 200: json(pageOf(apiKey), "Newest first; revoked ones are left out") },
});

export const makeApiKey = route({
  method: "post",
  path: "/me/api-keys",
  tags: ["me"],
  summary: "Make an API key",
  description: "The key itself is in this answer and never again. It acts as you, within its scopes.",
  permission: "signed in",
  refusals: [accountRefusals.keyMayNot, accountRefusals.expiryPassed],
  request: {
    body: jsonBody(
      z.strictObject({
        name: nameField(80),
        scopes: z
          .array(z.string().regex(scopeForm))
          .min(1)
          .max(40)
          .openapi({ example: ["read", "spaces:write"] }),
        expiresAt: momentField.optional(),
      }),
    ),
  },
  responses: { 201: json(apiKey.extend({ key: z.string() }).openapi("NewApiKey"), "The key") },
});

export const revokeApiKey = route({
  method: "delete",
  path: "/me/api-keys/{id}",
  tags: ["me"],
  summary: "Revoke an API key",
  description: "Takes effect everywhere within five seconds.",
  permission: "signed in",
  refusals: [accountRefusals.keyMayNot, accessRefusals.notHere],
  request: { params: z.object({ id: idField }) },
  responses: { 204: { description: "Revoked" } },
});

const words = z.object({ nb: z.string(), nn: z.string(), en: z.string() });

export const readMyData = route({
  method: "get",
  path: "/me/data",
  tags: ["me"],
  summary: "Everything held about me",
  permission: "signed in",
  refusals: [accountRefusals.keyMayNot],
  responses: {
    200: json(
      z
        .object({
          madeAt: momentField,
          parts: z.array(
            z.object({
              name: z.string(),
              title: words,
              kept: words.nullable().openapi({ description: "What stays after erasing, and why" }),
              fields: z.record(z.string(), words),
              rows: z.array(z.record(z.string(), z.unknown())),
            }),
          ),
        })
        .openapi("MyData"),
      "All of it, part by part",
    ),
  },
});

export const eraseMe = route({
  method: "post",
  path: "/me/erasure",
  tags: ["me"],
  summary: "Erase what is held about me",
  description: "Cannot be undone. What law or an agreement demands be kept is kept without name and address; see `kept` in /me/data.",
  permission: "signed in",
  refusals: [accountRefusals.keyMayNot, accountRefusals.nothingConfirmed, accountRefusals.lastOperator],
  request: { body: jsonBody(z.strictObject({ email: z.string().max(254).openapi({ description: "Your address, to confirm" }) })) },
  responses: { 200: json(z.object({ erased: z.literal(true) }), "Erased; the session has ended") },
});

/** What the log, and its file, can be narrowed by. */
export const deedFilters = z.object({
  organization: idOrSlug.optional(),
  actor: textField(254).optional().openapi({ description: "Id, e-mail address or part of the name of the person" }),
  subject: textField(120).optional().openapi({ description: "Kind, or kind:id", example: "day_pass" }),
  action: textField(80).optional().openapi({ description: "An action or how it begins", example: "guest_terms" }),
  from: dayField.optional().openapi({ description: "First day" }),
  to: dayField.optional().openapi({ description: "Last day" }),
});

export const listDeeds = route({
  method: "get",
  path: "/audit",
  tags: ["audit"],
  summary: "What was done, by whom and why",
  description: "The operator reads everything; managers and coordinators what belongs to their organizations. Newest first.",
  permission: "manager of the organization",
  refusals: [accessRefusals.notHere],
  request: { query: pageQuery.extend(deedFilters.shape) },
  responses: { 200: json(pageOf(deed), "Newest first") },
});

import { z } from "@hono/zod-openapi";
import { pageOf, pageQuery } from "../../platform/http/cursor.ts";
import { dayField, idField, idOrSlug, nameField, textField } from "../../platform/http/fields.ts";
import { requestRefusals } from "../../platform/http/request-refusals.ts";
import { json, jsonBody, route } from "../../platform/http/route.ts";
import { ifMatchHeader } from "../../platform/http/version.ts";
import { languages } from "../../platform/language/language.ts";
import { visibilities } from "./organization.ts";
import { positionRoles } from "./position.ts";
import { organizationRefusals } from "./refusals.ts";

const role = z.enum(positionRoles);
const from = z.string().nullable().openapi({ format: "date", example: "2026-01-01", description: "The first day" });
const to = z
  .string()
  .nullable()
  .openapi({ format: "date", example: null, description: "The first day it is no longer held; null while open" });
const name = nameField(120).openapi({ example: "Amina Larsen" });
const email = z.email().max(254).toLowerCase().openapi({ example: "amina@huset.example" });

export const position = z
  .object({
    id: z.uuid(),
    organizationId: z.uuid(),
    person: z.object({
      id: z.uuid(),
      name: z.string(),
      email: z.string().nullable().openapi({ description: "For those who manage the organization, and the person; null for others" }),
    }),
    role,
    title: z.string().nullable(),
    from,
    to,
    lastConfirmedOn: z.string().nullable().openapi({ format: "date" }),
    abilities: z.object({ end: z.boolean() }),
  })
  .openapi("Position");

export const person = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    locale: z.enum(languages),
    visibility: z.enum(visibilities),
    positions: z.array(
      z.object({
        id: z.uuid(),
        role,
        title: z.string().nullable(),
        from,
        to,
        organization: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
      }),
    ),
    abilities: z.object({ edit: z.boolean(), changeEmail: z.boolean() }),
  })
  .openapi("Person");

export const newPosition = z
  .strictObject({
    personId: idField.optional(),
    person: z
      .strictObject({ name, email })
      .optional()
      .openapi({ description: "Instead of `personId`: whoever has the address, else a new person of that name" }),
    role,
    title: textField(120).nullable().optional(),
    from: dayField.optional().openapi({ description: "Today when left out" }),
    to: dayField.nullable().optional().openapi({ description: "The first day it is no longer held" }),
  })
  .refine((given) => (given.personId === undefined) !== (given.person === undefined), { path: ["personId"] })
  .openapi("NewPosition");

export const newPerson = z
  .strictObject({ name, email, locale: z.enum(languages).default("nb"), visibility: z.enum(visibilities).default("network") })
  .openapi("NewPerson");

export const personChange = z
  .strictObject({ name, email, locale: z.enum(languages), visibility: z.enum(visibilities) })
  .partial()
  .openapi("PersonChange");

const organization = z.object({ id: idOrSlug });
const onePosition = z.object({ id: idOrSlug, positionId: idField });
const onePerson = z.object({ id: idField });

export const findPositions = route({
  method: "get",
  path: "/organizations/{id}/positions",
  tags: ["organizations"],
  summary: "List who holds positions",
  description:
    "By name. Outsiders see the roles an organization shows, of people who agree to be seen; e-mail addresses are for those who manage it.",
  permission: "everyone",
  request: { params: organization, query: pageQuery },
  responses: { 200: json(pageOf(position), "A page of positions") },
});

export const grantPosition = route({
  method: "post",
  path: "/organizations/{id}/positions",
  tags: ["organizations"],
  summary: "Grant a position",
  description:
    "A manager grants host, member and manager and the roles that open nothing; an owner also owner and, at a network, coordinator; only an operator makes an operator.",
  permission: "manager of the organization",
  refusals: [organizationRefusals.alreadyHeld, organizationRefusals.endsBeforeItStarts, organizationRefusals.notANetwork],
  request: { params: organization, body: jsonBody(newPosition) },
  responses: { 201: json(position, "The position as granted") },
});

export const endPosition = route({
  method: "delete",
  path: "/organizations/{id}/positions/{positionId}",
  tags: ["organizations"],
  summary: "End a position",
  description: "Ends it at once; what it was stays in the records. One may always leave, but the last owner may not.",
  permission: "manager of the organization",
  refusals: [organizationRefusals.lastOwner, organizationRefusals.lastOperator],
  request: { params: onePosition },
  responses: { 204: { description: "Ended" } },
});

/** What people are found by, in a list and in its file. */
export const peopleSearch = textField(100).default("").openapi({ example: "amina" });

export const findPeople = route({
  method: "get",
  path: "/people",
  tags: ["people"],
  summary: "Find a person",
  description: "By name or address, in Norwegian order. A manager finds people at the organizations managed, with their positions there.",
  permission: "manager of the organization",
  request: { query: pageQuery.extend({ q: peopleSearch }) },
  responses: { 200: json(pageOf(person), "A page of people") },
});

export const readPerson = route({
  method: "get",
  path: "/people/{id}",
  tags: ["people"],
  summary: "Read a person",
  permission: "manager of the organization",
  request: { params: onePerson },
  responses: { 200: json(person, "The person; `ETag` is the version") },
});

export const addPerson = route({
  method: "post",
  path: "/people",
  tags: ["people"],
  summary: "Add a person",
  permission: "operator",
  refusals: [organizationRefusals.emailTaken],
  request: { body: jsonBody(newPerson) },
  responses: { 201: json(person, "The person as added") },
});

export const changePerson = route({
  method: "patch",
  path: "/people/{id}",
  tags: ["people"],
  summary: "Change a person",
  description: "Oneself: name, language, visibility. The address one signs in by is changed by an operator.",
  permission: "the person",
  refusals: [requestRefusals.changedMeanwhile, organizationRefusals.emailTaken],
  request: { params: onePerson, headers: ifMatchHeader, body: jsonBody(personChange) },
  responses: { 200: json(person, "The person; `ETag` is the version") },
});

import { z } from "@hono/zod-openapi";
import { pageOf, pageQuery } from "../../platform/http/cursor.ts";
import { idOrSlug, nameField, textField, textsField } from "../../platform/http/fields.ts";
import { requestRefusals } from "../../platform/http/request-refusals.ts";
import { json, jsonBody, route } from "../../platform/http/route.ts";
import { ifMatchHeader } from "../../platform/http/version.ts";
import { organizationKinds, registerStatuses, visibilities } from "./organization.ts";
import { positionRoles } from "./position.ts";
import { organizationRefusals } from "./refusals.ts";

const texts = z.object({ nb: z.string().optional(), nn: z.string().optional(), en: z.string().optional() });
const day = z.string().openapi({ format: "date", example: "2014-01-10" });
const kind = z.enum(organizationKinds);
const place = z
  .object({
    number: z.string().openapi({ example: "5001" }),
    name: z.string().openapi({ example: "Trondheim - Tråante", description: "All official names" }),
    nameNo: z.string().openapi({ example: "Trondheim", description: "The short Norwegian name" }),
  })
  .nullable();

/** A logo, for lists of other features too. */
export const logo = z
  .object({
    large: z.string().openapi({ description: "At most 768 pixels, WebP", example: "/logos/01939c5e-…/01939c5f-…-768.webp" }),
    small: z.string().openapi({ description: "At most 256 pixels, WebP", example: "/logos/01939c5e-…/01939c5f-…-256.webp" }),
    width: z.number().int(),
    height: z.number().int(),
    ground: z.enum(["day", "night"]).openapi({ description: "The floor it is seen best on" }),
  })
  .nullable()
  .openapi("Logo");

const registerEntry = z
  .object({
    unitKind: z.enum(["unit", "sub_unit"]),
    organizationNumber: z.string(),
    parentNumber: z.string().nullable().openapi({ description: "Of a sub-unit: the organization it belongs to" }),
    name: z.string().nullable(),
    legalForm: z.string().nullable(),
    foundedOn: day.nullable(),
    deletedOn: day.nullable(),
    industryCode: z.string().nullable(),
    industryStandard: z.string().nullable().openapi({ example: "SN2025" }),
    municipalityNumber: z.string().nullable(),
    address: z
      .object({ lines: z.array(z.string()), postcode: z.string().nullable(), town: z.string().nullable() })
      .nullable()
      .openapi({ description: "Null where it is a home and not for the reader" }),
    status: z.enum(registerStatuses),
    headcount: z
      .object({ least: z.number().int(), most: z.number().int(), on: day.nullable() })
      .nullable()
      .openapi({ description: "An interval: the register hides numbers below five, which are 0 to 4 and never zero" }),
    vatRegistered: z.boolean().nullable(),
    source: z.string().openapi({ description: "Where the values come from", example: "Enhetsregisteret" }),
    fetchedAt: z.string().openapi({ format: "date-time" }),
  })
  .openapi("RegisterEntry", { description: "What the register said and when; kept beside what people write, never mixed with it" });

export const organization = z
  .object({
    id: z.uuid(),
    slug: z.string().openapi({ example: "fabrikken" }),
    name: z.string(),
    organizationNumber: z.string().nullable().openapi({ example: "310000000" }),
    kinds: z.array(kind),
    legalForm: z.string().nullable().openapi({ example: "AS" }),
    foundedOn: day.nullable(),
    industryCode: z.string().nullable(),
    industryStandard: z.string().nullable(),
    website: z.string().nullable(),
    languages: z.array(z.string()),
    sectors: z.array(z.string()),
    focusAreas: z.array(z.string()),
    descriptions: texts,
    visibility: z.enum(visibilities),
    address: z.string().nullable(),
    postcode: z.string().nullable(),
    municipality: place,
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    colour: z.string().nullable().openapi({ example: "#0b3d91", description: "What a network's pages are coloured from" }),
    logo,
    contact: z.object({ email: z.string().nullable(), confirmedOn: day.nullable(), isStale: z.boolean() }).nullable().openapi({
      description:
        "For those who share a network with it; null for all others. An address is stale when nobody has confirmed it for 180 days",
    }),
    register: registerEntry.nullable(),
    abilities: z.object({
      edit: z.boolean(),
      confirmContact: z.boolean(),
      changeLook: z.boolean(),
      refreshRegisterEntry: z.boolean(),
      grant: z.array(z.enum(positionRoles)).openapi({ description: "The roles the reader may grant there" }),
    }),
  })
  .openapi("Organization");

export const organizationLine = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    organizationNumber: z.string().nullable(),
    kinds: z.array(kind),
    sectors: z.array(z.string()),
    visibility: z.enum(visibilities),
    municipality: place,
    registerStatus: z.enum(registerStatuses).nullable(),
    logo,
  })
  .openapi("OrganizationLine");

const tag = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
const tags = z.array(tag).max(30);
const editable = {
  name: nameField(200),
  organizationNumber: textField(40).nullable().openapi({ example: "310 000 000", description: "Nine digits, with or without spaces" }),
  kinds: z.array(kind).min(1).max(organizationKinds.length),
  legalForm: z
    .string()
    .regex(/^[A-ZÆØÅ]{2,6}$/)
    .nullable(),
  foundedOn: z
    .string()
    .regex(/^(1[0-9]|20)\d\d-\d\d-\d\d$/)
    .pipe(z.iso.date())
    .nullable(),
  industryCode: z
    .string()
    .regex(/^\d\d(\.\d{1,3})?$/)
    .nullable(),
  industryStandard: z.enum(["SN2007", "SN2025"]).nullable(),
  website: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .nullable(),
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/)).max(20),
  sectors: tags,
  focusAreas: tags,
  descriptions: textsField(4000),
  visibility: z.enum(visibilities),
  address: textField(200).nullable(),
  postcode: textField(10).nullable(),
  municipalityNumber: z
    .string()
    .regex(/^\d{4}$/)
    .nullable(),
  contactEmail: z.email().max(254).toLowerCase().nullable(),
};

export const newOrganization = z
  .strictObject({
    ...z.object(editable).partial().shape,
    kinds: editable.kinds,
    slug: z
      .string()
      .max(80)
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .optional()
      .openapi({ description: "Made from the name when left out" }),
    network: idOrSlug.optional().openapi({ description: "The network whose coordinator adds it" }),
  })
  .openapi("NewOrganization");

export const organizationChange = z.strictObject(editable).partial().openapi("OrganizationChange");

const one = z.object({ id: idOrSlug });
const answer = { 200: json(organization, "The organization; `ETag` is its version") };

/** What a list of organizations, and its file, can be narrowed by. */
export const organizationFilters = z.object({
  q: textField(100).default("").openapi({ description: "Part of a name, or an organization number", example: "fabrikken" }),
  kind: kind.optional(),
  county: z
    .string()
    .regex(/^\d{2}$/)
    .optional()
    .openapi({ example: "50" }),
  municipality: z
    .string()
    .regex(/^\d{4}$/)
    .optional()
    .openapi({ example: "0301", description: "Goes before `county`" }),
  borders: z.coerce.number().int().min(2013).max(2100).optional().openapi({
    example: 2020,
    description:
      "The year, on its first day, whose numbers `county` and `municipality` are. Left out: today's, or the last that had the number",
  }),
  sector: tag.optional().openapi({ example: "creative" }),
  focusArea: tag.optional(),
  visibility: z.enum(visibilities).optional(),
});

export const findOrganizations = route({
  method: "get",
  path: "/organizations",
  tags: ["organizations"],
  summary: "Find an organization",
  description:
    "Those the reader may see, in Norwegian order of names. Municipalities and counties are those of `borders`; places recorded under other numbers are found where it is certain what became of them.",
  permission: "everyone",
  request: {
    query: pageQuery.extend({
      ...organizationFilters.shape,
      count: z.enum(["true", "false"]).default("false").openapi({ description: "`true` gives `total` and `unclear`" }),
    }),
  },
  responses: {
    200: json(
      pageOf(organizationLine).extend({
        total: z.number().int().optional(),
        unclear: z
          .number()
          .int()
          .optional()
          .openapi({ description: "Those that may lie in the area, but were recorded under a number that leaves it open" }),
      }),
      "A page of organizations",
    ),
  },
});

const words = z.object({
  items: z.array(z.object({ key: z.string(), organizations: z.number().int().openapi({ description: "How many have it" }) })),
  nextCursor: z.null(),
});

export const listSectors = route({
  method: "get",
  path: "/sectors",
  tags: ["organizations"],
  summary: "List the sectors there are",
  description: "Of the organizations the reader may see, the most used first; 200 at the most.",
  permission: "everyone",
  responses: { 200: json(words, "The sectors") },
});

export const listFocusAreas = route({
  method: "get",
  path: "/focus-areas",
  tags: ["organizations"],
  summary: "List the focus areas there are",
  description: "Of the organizations the reader may see, the most used first; 200 at the most.",
  permission: "everyone",
  responses: { 200: json(words, "The focus areas") },
});

export const readOrganization = route({
  method: "get",
  path: "/organizations/{id}",
  tags: ["organizations"],
  summary: "Read an organization",
  description: "What the reader may see of it. One that is not for the reader is answered like one that does not exist.",
  permission: "everyone",
  request: { params: one },
  responses: answer,
});

export const addOrganization = route({
  method: "post",
  path: "/organizations",
  tags: ["organizations"],
  summary: "Add an organization",
  description:
    "An operator adds any; a coordinator those the network recruits, with `network`. With an organization number the register is asked; when it does not answer, the organization is added without, and filled in later.",
  permission: "coordinator of the network",
  refusals: [
    organizationRefusals.slugTaken,
    organizationRefusals.numberTaken,
    organizationRefusals.wrongNumber,
    organizationRefusals.nameNeeded,
    organizationRefusals.municipalityUnknown,
  ],
  request: { body: jsonBody(newOrganization) },
  responses: { 201: json(organization, "The organization as added") },
});

export const changeOrganization = route({
  method: "patch",
  path: "/organizations/{id}",
  tags: ["organizations"],
  summary: "Change an organization",
  description:
    "Only what is sent changes; null empties a field. When somebody saved since `If-Match`, nothing is saved and `details.current` is theirs.",
  permission: "manager of the organization",
  refusals: [
    requestRefusals.changedMeanwhile,
    organizationRefusals.numberTaken,
    organizationRefusals.wrongNumber,
    organizationRefusals.municipalityUnknown,
  ],
  request: { params: one, headers: ifMatchHeader, body: jsonBody(organizationChange) },
  responses: answer,
});

export const confirmContact = route({
  method: "put",
  path: "/organizations/{id}/contact-confirmation",
  tags: ["organizations"],
  summary: "Confirm the contact data",
  description:
    "Says that the contact address, and who the contacts are, hold today. With `If-Match`, only if they are still those one read.",
  permission: "manager of the organization",
  refusals: [requestRefusals.changedMeanwhile],
  request: { params: one, headers: ifMatchHeader },
  responses: answer,
});

export const refreshRegisterEntry = route({
  method: "put",
  path: "/organizations/{id}/register-entry",
  tags: ["organizations"],
  summary: "Fetch an organization from the register",
  description: "Asks the register now instead of tonight.",
  permission: "manager of the organization",
  refusals: [organizationRefusals.noNumber, organizationRefusals.registerAway],
  request: { params: one },
  responses: answer,
});

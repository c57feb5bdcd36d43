import { z } from "@hono/zod-openapi";
import { pageOf, pageQuery } from "../../platform/http/cursor.ts";
import { dayField, idField, idOrSlug, nameField, textField } from "../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../platform/http/route.ts";
import { ifMatchHeader } from "../../platform/http/version.ts";
import { logoField } from "../organizations/index.ts";
import { memberFigures } from "./member-figures.ts";
import { payers } from "./membership.ts";
import { membershipRefusals } from "./refusals.ts";

const day = z.string().openapi({ format: "date", example: "2026-01-01" });
const toDay = day
  .nullable()
  .openapi({ format: "date", example: null, description: "The first day one is no longer a member; null: so far" });
const plan = textField(40);
const tier = textField(40);
const ofOrganization = z.object({ id: idOrSlug.openapi({ description: "Id or slug of the organization" }) });

export const member = z
  .object({
    id: idField.openapi({ description: "Of the membership" }),
    kind: z.enum(["person", "organization"]),
    personId: idField.nullable(),
    organizationId: idField.nullable().openapi({ description: "The member, when it is an organization" }),
    slug: z.string().nullable(),
    name: z.string(),
    email: z.string().nullable().openapi({ description: "A person's address, or an organization's contact" }),
    contactConfirmedOn: day.nullable().openapi({ description: "The day an organization last confirmed its contact" }),
    isConfirmed: z.boolean().openapi({
      description: "The member has said yes. Until an organization has, its contact is not shown and nobody takes part through it.",
    }),
    municipality: z.string().nullable(),
    memberOf: z.object({ id: idField, slug: z.string(), name: z.string() }),
    from: day,
    to: toDay,
    plan: z.string().nullable(),
    tier: z.string().nullable(),
    payer: z.enum(payers),
    exchangeOptOut: z.boolean().openapi({ description: "Takes no part in guest days" }),
    note: z.string().nullable(),
    version: z.number().int(),
    abilities: z.object({ change: z.boolean(), end: z.boolean() }),
  })
  .openapi("Member");

/** What a list of members, and its files, can be narrowed by. */
export const memberFilters = z.object({
  on: dayField.optional().openapi({ description: "Those of that day; without it all there are or were" }),
  q: textField(100).default("").openapi({ description: "Part of a name or address" }),
});

/** Members of an organization; people and organizations alike. */
export const listMembers = route({
  method: "get",
  path: "/organizations/{id}/members",
  tags: ["memberships"],
  summary: "List the members of an organization",
  description:
    "Every membership there is or was, in Norwegian order of names; with `on`, those of that day. `depth=all` goes on to members of members, to any depth, on one day (today when left out); people are shown only where one may see the people of that organization.",
  permission: "manager of the organization",
  request: {
    params: ofOrganization,
    query: pageQuery.extend({ ...memberFilters.shape, depth: z.enum(["1", "all"]).default("1") }),
  },
  responses: { 200: json(pageOf(member), "A page of members") },
});

const personAtHome = z
  .object({
    id: idField,
    name: z.string(),
    company: z.string().nullable().openapi({ description: "The member one is at home through; null for a membership of one's own" }),
  })
  .openapi("PersonAtHome");

/** Whom the desk may act for: members, and the people of companies that are. */
export const listPeopleAtHome = route({
  method: "get",
  path: "/organizations/{id}/people-at-home",
  tags: ["memberships"],
  summary: "List the people who are at home in an organization",
  description:
    "Its members, and those who hold a position at a company that is a member, on the day `on` (today): whom the desk books a room for and a manager takes a guest day for. Names in Norwegian order, and no addresses.",
  permission: "host of the space",
  request: {
    params: ofOrganization,
    query: pageQuery.extend({
      on: dayField.optional(),
      q: textField(100).default("").openapi({ description: "Part of a name" }),
      person: idField.optional().openapi({ description: "This one, if at home there" }),
    }),
  },
  responses: { 200: json(pageOf(personAtHome), "A page of people") },
});

/** A person by id or address, or an organization by id or slug, becomes a member. */
export const addMember = route({
  method: "post",
  path: "/organizations/{id}/members",
  tags: ["memberships"],
  summary: "Add a member",
  description:
    "Give `email` (with `name` for somebody new), or `personId` of somebody who is or was a member or held a position here, or `organization`. A person who is new gets a record, and is not written to. An organization that others run is asked, and counts as a member when it has said yes.",
  permission: "manager of the organization",
  refusals: [
    membershipRefusals.overlaps,
    membershipRefusals.ofItself,
    membershipRefusals.endsBeforeStart,
    membershipRefusals.unknownMember,
  ],
  request: {
    params: ofOrganization,
    body: jsonBody(
      z
        .strictObject({
          personId: idField.optional(),
          email: z.email().max(200).toLowerCase().optional(),
          name: nameField(200).optional(),
          organization: idOrSlug.optional(),
          from: dayField,
          to: dayField.nullable().default(null),
          plan: plan.nullable().default(null),
          tier: tier.nullable().default(null),
          payer: z.enum(payers).default("member"),
          exchangeOptOut: z.boolean().default(false),
          note: textField(2000).nullable().default(null),
        })
        .refine(({ personId, email, organization }) => [personId, email, organization].filter((one) => one !== undefined).length === 1, {
          path: ["email"],
        }),
    ),
  },
  responses: { 201: json(member, "The membership") },
});

/** Tier, plan, payer, opt-out and note of a membership. */
export const changeMembership = route({
  method: "patch",
  path: "/memberships/{id}",
  tags: ["memberships"],
  summary: "Change a membership",
  permission: "manager of the organization",
  request: {
    params: z.object({ id: idField }),
    headers: ifMatchHeader,
    body: jsonBody(
      z.strictObject({
        plan: plan.nullable().optional(),
        tier: tier.nullable().optional(),
        payer: z.enum(payers).optional(),
        exchangeOptOut: z.boolean().optional(),
        note: textField(2000).nullable().optional(),
      }),
    ),
  },
  responses: { 200: json(member, "The membership as it now is") },
});

/** Sets the first day one is no longer a member. */
export const endMembership = route({
  method: "put",
  path: "/memberships/{id}/end",
  tags: ["memberships"],
  summary: "End a membership",
  description:
    "`to` is the first day one is no longer a member; it may be moved by ending again. Guest days booked from then on are lost, and both sides are told.",
  permission: "manager of the organization",
  refusals: [membershipRefusals.endsBeforeStart, membershipRefusals.overlaps],
  request: {
    params: z.object({ id: idField }),
    headers: ifMatchHeader,
    body: jsonBody(z.strictObject({ to: dayField, reason: textField(1000).min(1) })),
  },
  responses: { 200: json(member, "The membership as it now is") },
});

const ownMembership = z
  .object({
    id: idField,
    memberOf: z.object({ id: idField, slug: z.string(), name: z.string() }),
    from: day,
    to: toDay,
    isConfirmed: z.boolean().openapi({ description: "The member has said yes, and the membership counts" }),
    abilities: z.object({ confirm: z.boolean() }),
  })
  .openapi("OwnMembership");

/** What an organization is a member of, for those who speak for it. */
export const listOwnMemberships = route({
  method: "get",
  path: "/organizations/{id}/memberships",
  tags: ["memberships"],
  summary: "List what an organization is a member of",
  description: "The latest entered first, with those that wait for its yes.",
  permission: "manager of the organization",
  request: { params: ofOrganization, query: pageQuery },
  responses: {
    200: json(
      pageOf(ownMembership).extend({ organization: z.object({ id: idField, slug: z.string(), name: z.string() }) }),
      "A page of memberships",
    ),
  },
});

/** The member says yes to a membership that another has entered. */
export const confirmMembership = route({
  method: "put",
  path: "/memberships/{id}/confirmation",
  tags: ["memberships"],
  summary: "Say yes to a membership",
  description:
    "For a manager of the organization that is the member. Until it has said yes, the other sees no more of it than everybody does, and nobody takes part through the membership. Saying it again changes nothing.",
  permission: "manager of the organization",
  request: { params: z.object({ id: idField }) },
  responses: { 200: json(ownMembership, "The membership, which counts from now on") },
});

const period = {
  from: dayField.optional().openapi({ description: "The first day; the first of the year when left out" }),
  to: dayField.optional().openapi({ description: "The first day after the period; tomorrow when left out" }),
};

const figures = z
  .object({
    organization: z.object({ id: idField, slug: z.string(), name: z.string() }),
    from: day,
    to: day,
    start: z.number().int().openapi({ description: "Members on the eve of the period" }),
    joined: z.number().int(),
    left: z.number().int(),
    end: z.number().int().openapi({ description: "Members on its last day: start + joined − left" }),
    new: z.number().int().openapi({ description: "Joined, and not a member in the twelve months before" }),
    returned: z.number().int().openapi({ description: "Joined, and back within twelve months" }),
    netGrowth: z.number().int().openapi({ description: "joined − left" }),
    churn: z.number().int().openapi({ description: "Members at the start who are not members at the end" }),
  })
  .openapi("MemberFigures");

/** Members at the start and end of a period and what came between. */
export const readMemberFigures = route({
  method: "get",
  path: "/organizations/{id}/member-figures",
  tags: ["memberships"],
  summary: "Count members over a period",
  permission: "manager of the organization",
  refusals: [membershipRefusals.periodBackwards],
  request: { params: ofOrganization, query: z.object(period) },
  responses: { 200: json(figures, "The figures") },
});

const figureRow = z.object({
  kind: z.enum(["person", "organization"]),
  memberId: idField,
  slug: z.string().nullable(),
  name: z.string(),
  from: day,
  to: toDay,
});

/** The rows behind one of the figures. */
export const listFigureRows = route({
  method: "get",
  path: "/organizations/{id}/member-figures/{figure}",
  tags: ["memberships"],
  summary: "List the rows behind a figure",
  permission: "manager of the organization",
  refusals: [membershipRefusals.periodBackwards],
  request: { params: ofOrganization.extend({ figure: z.enum(memberFigures) }), query: pageQuery.extend(period) },
  responses: { 200: json(pageOf(figureRow), "A page of rows") },
});

const publicMember = z
  .object({
    organizationId: idField,
    slug: z.string(),
    name: z.string(),
    from: day,
    municipality: z.string().nullable(),
    website: z.string().nullable(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    logo: logoField,
  })
  .openapi("NetworkMember");

/** The organizations that make up a network, for everyone. */
export const listNetworkMembers = route({
  method: "get",
  path: "/networks/{slug}/members",
  tags: ["memberships"],
  summary: "List the members of a network",
  description:
    "Organizations that are members today and that one may see, in Norwegian order of names. People are never among them. A place without coordinates stands at its municipality's label point.",
  permission: "everyone",
  request: { params: z.object({ slug: idOrSlug }), query: pageQuery },
  responses: {
    200: json(pageOf(publicMember).extend({ network: z.object({ id: idField, slug: z.string(), name: z.string() }) }), "A page of members"),
  },
});

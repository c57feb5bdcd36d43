import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../platform/access/refusals.ts";
import { pageOf, pageQuery } from "../../platform/http/cursor.ts";
import {
  coordinatesField,
  idField,
  idOrSlug,
  momentField,
  nameField,
  neededTextsField,
  textField,
  textsField,
  windowField,
} from "../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../platform/http/route.ts";
import { isTimeZone, themeKeys } from "../spaces/index.ts";
import { audiences, eventStatuses, registrationStates } from "./event.ts";
import { parentKinds } from "./parents/parent.ts";
import { answersField, questionSchema, shownAnswers } from "./questions/contract.ts";
import { questionRefusals } from "./questions/refusals.ts";
import { queueRefusals } from "./queueing/refusals.ts";
import { eventRefusals } from "./refusals.ts";

const params = z.object({ id: idOrSlug });
const byId = z.object({ id: idField });
const known = [accessRefusals.notHere];
export const texts = z.object({ nb: z.string().optional(), nn: z.string().optional(), en: z.string().optional() });
export const oreField = z.number().int().min(0).max(100_000_000);
const languageField = z.string().regex(/^[a-z]{2,3}$/);
/** A country that is not Norway. */
export const countryField = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .refine((code) => code !== "NO");

/** An event as a line of a list. */
export const eventLine = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    title: texts,
    startsAt: z.string(),
    endsAt: z.string(),
    timeZone: z.string(),
    space: z.object({ id: z.uuid(), slug: z.string(), name: z.string(), town: z.string().nullable() }).nullable(),
    place: z.string().nullable().openapi({ description: "Where it is, when it is in no space of the network" }),
    municipality: z.object({ number: z.string(), name: z.string().nullable() }).nullable(),
    country: z.string().nullable().openapi({ description: "Of an event abroad: ISO 3166-1, two letters", example: "ES" }),
    isOnline: z.boolean(),
    languages: z.array(z.string()),
    audience: z.enum(audiences),
    status: z.enum(eventStatuses),
    hosts: z.array(z.object({ id: z.uuid(), slug: z.string(), name: z.string(), leads: z.boolean() })),
    themes: z.array(z.enum(themeKeys)),
    parent: z
      .object({ id: z.uuid(), slug: z.string(), kind: z.enum(parentKinds), title: texts })
      .nullable()
      .openapi({ description: "The festival or series it belongs to" }),
  })
  .openapi("EventLine");

export const ticketType = z.object({
  id: z.uuid(),
  name: z.string(),
  priceOre: z.number().int().openapi({ description: "Without VAT" }),
  memberPriceOre: z.number().int().nullable().openapi({ description: "Of a member of a host on the day" }),
  priceWithVatOre: z.number().int().openapi({ description: "What a person pays in all" }),
  memberPriceWithVatOre: z.number().int().nullable(),
  opensAt: z.string().nullable(),
  closesAt: z.string().nullable(),
  needsCode: z.boolean(),
  mostPlaces: z.number().int().openapi({ description: "Places of one registration" }),
  quotas: z.array(z.string()).openapi({ description: "Names of the quotas it draws on" }),
  left: z.number().int().openapi({ description: "Places left: those of the fullest quota" }),
  waiting: z.number().int(),
});

/** An event with what is left of it. */
export const eventSchema = eventLine
  .extend({
    descriptions: texts,
    cancellationReason: z.string().nullable().openapi({ description: "Why it was called off, in the words of those who hold it" }),
    offerHours: z.number().int(),
    quotas: z.array(
      z.object({ id: z.uuid(), name: z.string(), size: z.number().int(), taken: z.number().int(), waiting: z.number().int() }),
    ),
    ticketTypes: z.array(ticketType),
    questions: z.array(questionSchema).openapi({ description: "What those who register are asked" }),
    answersKeptDays: z.number().int().openapi({ description: "How long after the event answers to personal questions are kept" }),
    audienceOrganizations: z
      .array(z.object({ id: z.uuid(), slug: z.string(), name: z.string() }))
      .openapi({ description: "Whose members it is for; empty: of those who hold it" }),
    invitation: z
      .object({ declinedAt: z.string().nullable() })
      .nullable()
      .openapi({ description: "That whoever asks is invited, and whether they said no" }),
    hasQueue: z.boolean().openapi({ description: "Where many come at once: the pages let people in one after the other" }),
    letInUntil: z.string().nullable().openapi({ description: "Until when whoever asks, who has stood in the queue, may choose" }),
    vatPercent: z.number().int().openapi({ description: "Of prices, as whoever leads is registered" }),
    cancelTerms: z
      .object({ freeUntil: z.string(), latePercent: z.number().int() })
      .nullable()
      .openapi({ description: "Giving a place back is free until then, and costs a share of its price later; null when it always is" }),
    freeCancelDays: z.number().int().nullable(),
    lateCancelPercent: z.number().int(),
    onlineUrl: z.string().nullable().openapi({ description: "For those who run it; others have it with their registration" }),
    needsApproval: z.boolean().openapi({ description: "Whoever runs it decides on each who registers" }),
    approvalHours: z.number().int().openapi({ description: "How long the place is kept meanwhile" }),
    version: z.number().int(),
    abilities: z.object({ run: z.boolean(), register: z.boolean() }),
  })
  .openapi("Event");

/** What is applied for, or voted on, at an event: another feature says so. */
const callAtEvent = z.object({ slug: z.string(), title: texts });

/** What an event is made of. */
export const newEvent = z.strictObject({
  title: neededTextsField(200),
  descriptions: textsField(8_000).default({}),
  organization: idOrSlug.openapi({ description: "Who leads" }),
  coHosts: z.array(idOrSlug).max(20).default([]),
  space: idOrSlug.optional(),
  place: nameField(200).optional(),
  municipality: nameField(60).optional().openapi({ description: "Of a place that is no space: its number or name" }),
  country: countryField.optional().openapi({ description: "When it is held abroad: it is counted so, and is in no municipality" }),
  onlineUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .optional(),
  startsAt: momentField,
  endsAt: momentField,
  timeZone: z.string().max(60).refine(isTimeZone).optional(),
  languages: z.array(languageField).min(1).max(10).default(["nb"]),
  themes: z.array(z.enum(themeKeys)).max(10).default([]),
  audience: z
    .enum(audiences)
    .default("public")
    .openapi({ description: "`members`: of those who hold it, or of `audienceOrganizations`; `invited`: read by those invited alone" }),
  audienceOrganizations: z
    .array(idOrSlug)
    .max(50)
    .default([])
    .openapi({ description: "Whose members it is for, when not of those who hold it" }),
  status: z.enum(["draft", "published"]).default("published"),
  offerHours: z.number().int().min(1).max(336).default(24).openapi({ description: "How long an offer from the waiting list stands" }),
  freeCancelDays: z
    .number()
    .int()
    .min(0)
    .max(365)
    .optional()
    .openapi({ description: "A place is given back for free until so many days before it begins; always, unless said" }),
  lateCancelPercent: z.number().int().min(0).max(100).default(0).openapi({ description: "The share of the price it costs later" }),
  hasQueue: z.boolean().default(false).openapi({ description: "Where many come at once: the pages let people in one after the other" }),
  needsApproval: z.boolean().default(false).openapi({ description: "Whoever runs it decides on each who registers" }),
  approvalHours: z
    .number()
    .int()
    .min(1)
    .max(720)
    .default(72)
    .openapi({ description: "How long a place is kept meanwhile; unanswered is not let in" }),
  quotas: z
    .array(z.strictObject({ name: nameField(100), size: z.number().int().min(0).max(1_000_000) }))
    .max(50)
    .refine((quotas) => new Set(quotas.map(({ name }) => name)).size === quotas.length)
    .default([]),
  ticketTypes: z
    .array(
      z.strictObject({
        name: nameField(100),
        quotas: z.array(nameField(100)).min(1).max(10),
        priceOre: oreField.default(0),
        memberPriceOre: oreField.optional(),
        opensAt: momentField.optional(),
        closesAt: momentField.optional(),
        accessCode: nameField(40).optional(),
        mostPlaces: z.number().int().min(1).max(1_000).default(10),
      }),
    )
    .max(50)
    .refine((types) => new Set(types.map(({ name }) => name)).size === types.length)
    .default([]),
});

/** The calendar: what is told of and not over yet. */
export const listEvents = route({
  method: "get",
  path: "/events",
  tags: ["events"],
  summary: "Find events",
  description: "Events in order of time, from `from` (now, unless said). `near` keeps those in a space within 50 km.",
  permission: "everyone",
  request: {
    query: pageQuery.extend({
      from: windowField.optional(),
      to: windowField.optional(),
      near: coordinatesField.optional(),
      organization: idOrSlug.optional().openapi({ description: "Held by this organization, alone or with others" }),
      network: idOrSlug.optional().openapi({ description: "Held by this network or one of its members" }),
      space: idOrSlug.optional().openapi({ description: "Held in this space" }),
      language: languageField.optional().openapi({ description: "Held in this language, alone or with others" }),
      parent: idOrSlug.optional().openapi({ description: "Of this festival or series" }),
      theme: z.enum(themeKeys).optional(),
      municipality: z
        .string()
        .regex(/^\d{4}$/)
        .optional()
        .openapi({ description: "In the municipality with this number" }),
    }),
  },
  responses: { 200: json(pageOf(eventLine), "A page of events") },
});

export const createEvent = route({
  method: "post",
  path: "/events",
  tags: ["events"],
  summary: "Hold an event",
  description: "Kinds of tickets draw on quotas by name; several may share one, and one may draw on several.",
  permission: "manager of the organization",
  refusals: [accessRefusals.signIn, ...known, eventRefusals.unknownQuota, eventRefusals.endsBeforeStart, eventRefusals.alike],
  request: {
    body: jsonBody(
      newEvent.extend({
        refuseAlike: z
          .boolean()
          .default(false)
          .openapi({ description: "Refuse it when one of its hosts holds something with a like name at the same time" }),
      }),
    ),
  },
  responses: { 201: json(eventSchema, "The event") },
});

export const readEvent = route({
  method: "get",
  path: "/events/{id}",
  tags: ["events"],
  summary: "Read an event",
  description: "With its kinds of tickets and what is left of them. A draft is there for those who run it.",
  permission: "everyone",
  refusals: known,
  request: { params },
  responses: {
    200: json(
      eventSchema
        .extend({ calls: z.array(callAtEvent).openapi({ description: "Calls whose answer is given there" }) })
        .openapi("ReadEvent"),
      "The event",
    ),
  },
});

const ticket = z.object({
  id: z.uuid(),
  token: z
    .string()
    .nullable()
    .openapi({ description: "Signed, for the QR code; null until the registration is confirmed, and for those who only receive" }),
  code: z.string(),
  holder: z.string().nullable(),
});

const ownTicket = ticket.extend({
  holderEmail: z.string().nullable().openapi({ description: "Where whoever comes on it is written to; null for those who only receive" }),
  isUsed: z.boolean().openapi({ description: "Somebody has come in on it" }),
  answers: shownAnswers.nullable().openapi({ description: "Of a place that is not the first one" }),
});

/** A registration as it is shown. */
export const registrationSchema = z
  .object({
    id: z.uuid(),
    state: z.enum(registrationStates),
    event: z.object({ id: z.uuid(), slug: z.string(), title: texts, startsAt: z.string(), endsAt: z.string(), timeZone: z.string() }),
    onlineUrl: z.string().nullable().openapi({ description: "Where one joins from elsewhere, for those who have a place" }),
    ticketType: z.object({ id: z.uuid(), name: z.string() }),
    otherTypes: z.array(z.string()).openapi({ description: "Names of what is taken as well" }),
    acceptsFewer: z.boolean(),
    quantity: z.number().int(),
    personId: z.uuid(),
    holder: z.string(),
    organization: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    priceOre: z.number().int().openapi({ description: "Of all places, without VAT" }),
    priceWithVatOre: z.number().int(),
    lateCancelOre: z.number().int().openapi({ description: "What giving back costs now, with VAT" }),
    charges: z
      .array(
        z.object({
          kind: z.enum(["registration", "reversal", "late_cancel"]),
          amountOre: z.number().int().openapi({ description: "Without VAT; below zero when it is owed no longer" }),
          amountWithVatOre: z.number().int(),
          code: z.string().nullable().openapi({ description: "Of the ticket, when it is about one place" }),
        }),
      )
      .nullable()
      .openapi({ description: "What is owed, entry by entry; null for those who only receive" }),
    lateCancelOfPlaceOre: z.number().int().openapi({ description: "The same of one place of it" }),
    registeredAt: z.string(),
    heldUntil: z
      .string()
      .nullable()
      .openapi({ description: "Until when the places are kept: a form is filled in, or an offer is answered" }),
    isOffer: z.boolean(),
    placeInLine: z.number().int().nullable().openapi({ description: "Among those who wait for a place of the same quota" }),
    awaitsApproval: z.boolean().openapi({ description: "Whoever runs the event has been asked, and answers before `heldUntil`" }),
    ending: z.string().nullable(),
    endingReason: z.string().nullable().openapi({ description: "Why it was refused, in the words of whoever did" }),
    tickets: z.array(ownTicket),
    answers: shownAnswers
      .nullable()
      .openapi({ description: "By the keys of the questions, those of each place for the first one; null for those who only receive" }),
    abilities: z.object({
      cancel: z.boolean(),
      confirm: z.boolean(),
      answer: z.boolean(),
      approve: z.boolean(),
      nameHolders: z.boolean().openapi({ description: "Say who comes, and give single places back" }),
    }),
  })
  .openapi("Registration");

const registered = z
  .object({
    id: z.uuid(),
    state: z.enum(registrationStates),
    quantity: z.number().int(),
    heldUntil: z.string().nullable(),
    awaitsApproval: z.boolean(),
    priceOre: z.number().int(),
    priceWithVatOre: z.number().int(),
    tickets: z.array(ticket),
    abilities: z.object({ cancel: z.boolean(), confirm: z.boolean() }),
  })
  .openapi("NewRegistration");

const registerReasons = [
  eventRefusals.soldOut,
  eventRefusals.cancelled,
  eventRefusals.isOver,
  eventRefusals.notOpenYet,
  eventRefusals.saleOver,
  eventRefusals.membersOnly,
  eventRefusals.wrongAccessCode,
  eventRefusals.tooManyPlaces,
  queueRefusals.notLetIn,
  questionRefusals.notAnswered,
  questionRefusals.doesNotFit,
];

export const register = route({
  method: "post",
  path: "/events/{id}/registrations",
  tags: ["events"],
  summary: "Register",
  description:
    "Takes places, or a place on the waiting list when there are too few and one does not mind waiting. Asked again, it answers with what one has. Of an event with a queue, places are taken by those who have stood in it and were let in.",
  permission: "signed in",
  refusals: [accessRefusals.signIn, ...known, ...registerReasons],
  request: {
    params,
    body: jsonBody(
      z.strictObject({
        ticketTypeId: idField,
        otherTypeIds: z.array(idField).max(10).default([]).openapi({ description: "Taken as well, in order of preference" }),
        quantity: z.number().int().min(1).max(1_000).default(1),
        acceptsFewer: z.boolean().default(false).openapi({ description: "Fewer places are taken when there are no more" }),
        wait: z.boolean().default(true),
        hold: z.boolean().default(false).openapi({ description: "Keep the places for ten minutes while a form is filled in" }),
        accessCode: textField(40).optional(),
        answers: answersField.optional(),
        personId: idField.optional().openapi({ description: "Somebody else, for those who run the event: that is an invitation" }),
        organizationId: idField.optional().openapi({ description: "The company it is for and that pays" }),
      }),
    ),
  },
  responses: { 201: json(registered, "Held, waiting or confirmed") },
});

export const listRegistrations = route({
  method: "get",
  path: "/events/{id}/registrations",
  tags: ["events"],
  summary: "Who has registered",
  description: "In order of arrival.",
  permission: "host of the space",
  refusals: [accessRefusals.signIn, ...known],
  request: { params, query: pageQuery.extend({ state: z.enum(registrationStates).optional() }) },
  responses: { 200: json(pageOf(registrationSchema), "A page of registrations") },
});

export const readCounts = route({
  method: "get",
  path: "/events/{id}/counts",
  tags: ["events"],
  summary: "What an event comes to",
  description: "Counts that are never mixed: places registered are not people, and people are not organizations.",
  permission: "host of the space",
  refusals: [accessRefusals.signIn, ...known],
  request: { params },
  responses: {
    200: json(
      z
        .object({
          invited: z.number().int(),
          registered: z.number().int().openapi({ description: "Places of confirmed registrations" }),
          held: z.number().int().openapi({ description: "Places that are kept until a deadline" }),
          waiting: z.number().int().openapi({ description: "Places that are waited for" }),
          people: z
            .number()
            .int()
            .openapi({ description: "Who holds a place, each once: whoever is named on it, else whoever registered" }),
          organizations: z.number().int(),
          places: z.number().int().openapi({ description: "Of all quotas" }),
          checkedIn: z.number().int().openapi({ description: "Tickets somebody came in on, each once" }),
          noShows: z
            .number()
            .int()
            .nullable()
            .openapi({ description: "Places registered that nobody came on; null until it is over, and when nobody was checked in" }),
          fill: z
            .number()
            .nullable()
            .openapi({ description: "The share of all quotas' places that is held or confirmed; null without quotas" }),
          noShowRate: z.number().nullable().openapi({ description: "No-shows as a share of places registered; null when they are" }),
        })
        .openapi("EventCounts"),
      "The counts",
    ),
  },
});

export const readRegistration = route({
  method: "get",
  path: "/registrations/{id}",
  tags: ["events"],
  summary: "Read a registration",
  permission: "holder, host of the space or manager of the home",
  refusals: [accessRefusals.signIn, ...known],
  request: { params: byId },
  responses: { 200: json(registrationSchema, "The registration") },
});

export const cancelRegistration = route({
  method: "put",
  path: "/registrations/{id}/cancellation",
  tags: ["events"],
  summary: "Give places back, or leave the list",
  description: "Who waits is asked at once.",
  permission: "holder or manager of the organization",
  refusals: [accessRefusals.signIn, ...known, eventRefusals.ended, eventRefusals.ticketUsed, eventRefusals.isOver],
  request: { params: byId },
  responses: { 200: json(registrationSchema, "The registration, cancelled") },
});

export const confirmRegistration = route({
  method: "put",
  path: "/registrations/{id}/confirmation",
  tags: ["events"],
  summary: "Take the places that are held",
  permission: "holder or manager of the organization",
  refusals: [accessRefusals.signIn, ...known, eventRefusals.notHeld, questionRefusals.notAnswered],
  request: { params: byId },
  responses: { 200: json(registrationSchema, "The registration, confirmed") },
});

export const approveRegistration = route({
  method: "put",
  path: "/registrations/{id}/approval",
  tags: ["events"],
  summary: "Let somebody in who asks to come",
  permission: "manager of the organization",
  refusals: [accessRefusals.signIn, ...known, eventRefusals.notAsked, eventRefusals.notHeld],
  request: { params: byId },
  responses: { 200: json(registrationSchema, "The registration, confirmed") },
});

export const refuseRegistration = route({
  method: "put",
  path: "/registrations/{id}/refusal",
  tags: ["events"],
  summary: "Say no to somebody who asks to come",
  description: "They are told in your words. The place goes to the next on the list.",
  permission: "manager of the organization",
  refusals: [accessRefusals.signIn, ...known, eventRefusals.notAsked, eventRefusals.ended],
  request: { params: byId, body: jsonBody(z.strictObject({ reason: textField(1_000).min(1) })) },
  responses: { 200: json(registrationSchema, "The registration, refused") },
});

export const myRegistrations = route({
  method: "get",
  path: "/me/registrations",
  tags: ["events"],
  summary: "My registrations",
  description: "Those of the latest events first.",
  permission: "signed in",
  refusals: [accessRefusals.signIn],
  request: {
    query: pageQuery.extend({
      event: idOrSlug.optional().openapi({ description: "At this event" }),
      parent: idOrSlug.optional().openapi({ description: "At events of this festival or series" }),
    }),
  },
  responses: { 200: json(pageOf(registrationSchema), "A page of registrations") },
});

import { z } from "zod";
import { audiences } from "../../src/features/events/event.ts";
import { parentKinds } from "../../src/features/events/parents/parent.ts";
import { partnerLevels } from "../../src/features/events/partners/partner.ts";
import { questionKinds } from "../../src/features/events/questions/question.ts";
import { themeKeys } from "../../src/features/spaces/themes.ts";
import { day, email, hours, slug } from "./contract.ts";

const texts = z.strictObject({ nb: z.string(), nn: z.string(), en: z.string() });

export const ticketType = z.strictObject({
  name: z.string(),
  /** By name. */
  quotas: z.array(z.string()).min(1),
  kroner: z.number().int().min(0),
  memberKroner: z.number().int().min(0).optional(),
  /** Places people have taken, and how many registrations wait. */
  taken: z.number().int().min(0),
  waiting: z.number().int().min(0).default(0),
  most: z.number().int().min(1).default(10),
});

export const quota = z.strictObject({ name: z.string(), size: z.number().int().min(1) });

const level = z.enum(partnerLevels);
export const partner = z.strictObject({ name: z.string(), level, website: z.url().optional() });
const question = z.strictObject({
  key: z.string(),
  kind: z.enum(questionKinds),
  label: texts,
  text: texts.optional(),
  options: z.array(z.string()).default([]),
  isRequired: z.boolean().default(false),
  isPersonal: z.boolean().default(true),
});

const event = z.strictObject({
  slug,
  title: texts,
  descriptions: texts,
  /** The first one leads. */
  hosts: z.array(slug).min(1),
  day,
  endDay: day.optional(),
  hours,
  space: slug.optional(),
  /** In words, when it is in no space, with the number of its municipality. */
  place: z.string().optional(),
  municipality: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  /** Of one abroad. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** The clock its hours are told by, when it is not Norway's. */
  timeZone: z.string().optional(),
  themes: z.array(z.enum(themeKeys)).default([]),
  online: z.url().optional(),
  /** Where people sleep on a journey; those who come are given beds in their order. */
  rooms: z.array(z.strictObject({ place: z.string(), name: z.string(), beds: z.number().int().min(1) })).default([]),
  partners: z.array(partner).default([]),
  languages: z.array(z.string()).min(1).default(["nb"]),
  audience: z.enum(audiences).default("public"),
  quotas: z.array(quota).min(1),
  ticketTypes: z.array(ticketType).min(1),
  /** When tickets are sold, and people stand in a queue for them: "now+40m". */
  queueFrom: z.string().optional(),
  /** Whoever holds it lets each in. */
  needsApproval: z.boolean().default(false),
  /** Free to give back until so many days before, and the share in per cent it costs later. */
  lateCancel: z.strictObject({ freeDays: z.number().int(), percent: z.number().int() }).optional(),
  /** What it asks those who register. Who answers, and what, chance picks. */
  questions: z.array(question).default([]),
  /** How many tickets somebody came in on, of one that is over. */
  came: z.number().int().min(0).optional(),
  /** What those who came have answered afterwards. */
  survey: z
    .array(
      z.strictObject({ wasWorth: z.number().int().optional(), wouldRecommend: z.number().int().optional(), words: z.string().optional() }),
    )
    .optional(),
  /** What is told one by one, on top of the crowd and after it. */
  own: z.array(z.strictObject({ person: email, type: z.string(), state: z.enum(["confirmed", "waiting", "offered"]) })).default([]),
});

export const events = z.array(event);

/** Festivals and series with their events. */
export const eventParents = z.array(
  z.strictObject({
    slug,
    kind: z.enum(parentKinds),
    title: texts,
    descriptions: texts,
    hosts: z.array(slug).min(1),
    partners: z.array(partner).default([]),
    events: z.array(event).min(1),
  }),
);

/** A series with an event every day, holidays too, so that there is one today whichever day one looks. */
export const everyDay = z.strictObject({
  slug,
  kind: z.literal("series"),
  title: texts,
  descriptions: texts,
  host: slug,
  space: slug,
  hours,
  /** How many days ahead one can register, today among them. */
  days: z.number().int().min(1),
  size: z.number().int(),
  fewest: z.number().int(),
});

import { z } from "zod";
import { audiences } from "../../../src/features/events/event.ts";
import { parentKinds } from "../../../src/features/events/parents/parent.ts";
import { themeKeys } from "../../../src/features/spaces/themes.ts";
import { hours, slug, texts } from "../contract.ts";
import { partner, quota, ticketType } from "../event-contract.ts";

const count = z.number().int().min(0);
const number = z.string().regex(/^\d{4}$/);
const theme = z.enum(themeKeys);

const event = z.strictObject({
  slug,
  /** That of its group when left out; so are descriptions and themes. */
  title: texts.optional(),
  descriptions: texts.optional(),
  themes: z.array(theme).optional(),
  day: z.iso.date(),
  endDay: z.iso.date().optional(),
  hours,
  /** One of `places`. */
  place: z.string(),
  size: count,
  /** Places that were taken, and tickets somebody came in on. */
  taken: count,
  came: count,
  kroner: count.default(0),
  memberKroner: count.optional(),
  /** Instead of one quota of `size` and one kind of ticket. */
  quotas: z.array(quota).optional(),
  ticketTypes: z.array(ticketType).optional(),
  partners: z.array(partner).default([]),
});

const group = z.strictObject({
  slug,
  /** What its events stand under; absent: they stand alone. */
  kind: z.enum(parentKinds).optional(),
  title: texts.optional(),
  descriptions: texts.optional(),
  themes: z.array(theme).default([]),
  audience: z.enum(audiences).default("public"),
  /** How many people are asked to each event. */
  invited: count.default(0),
  /** How many people come to all of its events together; absent: whoever likes. */
  people: count.optional(),
  partners: z.array(partner).default([]),
  events: z.array(event).min(1),
});

/** A year that is over, on fixed days: who was a member, and what was held. */
export const year = z.strictObject({
  organization: slug,
  /** Members at the end of the year before the first, and how many came, came back within twelve months and went in each. */
  members: z.strictObject({
    founders: count,
    years: z.array(z.strictObject({ year: z.number().int(), new: count, returned: count, left: count })).min(1),
  }),
  people: z.strictObject({ ofCompanies: count, others: count }),
  /** Where members are, by the numbers that were in use when they came: so many of a hundred. Written down when they came, if no day is told. */
  homes: z
    .array(z.strictObject({ until: z.iso.date().optional(), recordedOn: z.iso.date().optional(), shares: z.record(number, count) }))
    .min(1),
  places: z.record(z.string(), z.strictObject({ name: z.string(), municipality: number.optional(), country: z.string().optional() })),
  groups: z.array(group).min(1),
});

export type PlannedYear = z.infer<typeof year>;
export type PlannedGroup = PlannedYear["groups"][number];

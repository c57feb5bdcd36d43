import { z } from "zod";
import { audiences } from "../../src/features/events/event.ts";
import { day, email, hours, slug } from "./contract.ts";

const texts = z.strictObject({ nb: z.string(), nn: z.string(), en: z.string() });

const ticketType = z.strictObject({
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
  online: z.url().optional(),
  languages: z.array(z.string()).min(1).default(["nb"]),
  audience: z.enum(audiences).default("public"),
  quotas: z.array(z.strictObject({ name: z.string(), size: z.number().int().min(1) })).min(1),
  ticketTypes: z.array(ticketType).min(1),
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

import { z } from "zod";
import { hireStates, setUps } from "../../src/features/hires/hire.ts";
import { extraUnits } from "../../src/features/hires/price.ts";
import { day, email, hours, moment, slug } from "./contract.ts";

const texts = z.strictObject({ nb: z.string(), nn: z.string(), en: z.string() });

const offer = z.strictObject({
  space: slug,
  /** Names of resources of the space. */
  rooms: z.array(z.string()).min(1),
  freeDays: z.number().int(),
  feePercent: z.number().int(),
  terms: texts,
  extras: z.array(
    z.strictObject({ names: texts, unit: z.enum(extraUnits), kroner: z.number().int().min(0), vatPercent: z.number().int() }),
  ),
});

const hire = z.strictObject({
  space: slug,
  room: z.string(),
  /** The first day from this on when the room is free. */
  day,
  hours,
  state: z.enum(hireStates),
  askedAt: moment,
  people: z.number().int().min(1),
  setUp: z.enum(setUps),
  purpose: z.string(),
  note: z.string().optional(),
  contactName: z.string(),
  email,
  organizationName: z.string(),
  /** By the Norwegian name of an extra. */
  wishes: z.array(z.strictObject({ extra: z.string(), quantity: z.number().int().min(1) })),
});

export const hires = z.strictObject({ offers: z.array(offer), hires: z.array(hire) });

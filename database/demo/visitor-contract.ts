import { z } from "zod";
import { languages } from "../../src/platform/language/language.ts";
import { day, email, slug } from "./contract.ts";

const visit = z.strictObject({
  space: slug,
  name: z.string(),
  organization: z.string().optional(),
  visited: email,
  day,
  time: z.string().regex(/^\d\d:\d\d$/),
  /** How long they stay, once they have come. */
  minutes: z.number().int().positive().optional(),
  /** Has not come, also when the time is past: there for whoever tries the kiosk. */
  misses: z.literal(true).optional(),
  language: z.enum(languages).optional(),
});

export const visitors = z.strictObject({
  /** Who lets visitors find them at the kiosk of a house. */
  found: z.array(z.strictObject({ space: slug, person: email })),
  visits: z.array(visit),
});

import { z } from "@hono/zod-openapi";
import { visibleLine } from "../language/visible-text.ts";
import { isDay, momentOf } from "../time/day.ts";

/** A calendar day that exists, as "2026-11-24", between 2000 and 2100. */
export const dayField = z
  .string()
  .refine((day) => day !== "", { params: { form: "missing" }, abort: true })
  .refine(isDay, { params: { form: "date" }, abort: true })
  .refine((day) => day >= "2000-01-01" && day < "2100-01-01")
  .openapi({ format: "date", example: "2026-11-24" });

/** An id (UUID) or a slug: what `{id}` of an organization or space accepts. */
export const idOrSlug = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[a-z0-9-]+$/i);

/** The id of a record. */
export const idField = z.uuid().openapi({ example: "01939c5e-7c1b-7d3a-9a40-3f2c1b6a9d10" });

/** A moment in UTC, "2026-11-24T08:52:00Z". */
export const momentField = z
  .string()
  .max(40)
  .refine(isMoment, { params: { form: "moment" } })
  .openapi({ format: "date-time", example: "2026-11-24T08:52:00Z" });

/** Where a window that is asked for begins or ends: a moment, or a day, which stands for its first moment in Norway. */
export const windowField = z
  .string()
  .max(40)
  .refine((at) => isDay(at) || isMoment(at), { params: { form: "moment" } })
  .transform((at) => (isDay(at) ? momentOf(at, "00:00", "Europe/Oslo").toString() : at))
  .openapi({ type: "string", example: "2026-11-24T08:52:00Z", description: "A moment, or a day: its first moment in Norway" });

/** Text a person wrote: whole characters, and of the control characters only tabs and line breaks, which forms send as two characters. */
export function textField(longest: number) {
  return z
    .string()
    .overwrite((text) => text.replaceAll("\r\n", "\n"))
    .trim()
    .max(longest)
    .refine(isWhole);
}

/** A name or title: one line, with something to be seen in it. */
export function nameField(longest: number) {
  return z.string().overwrite(visibleLine).min(1).max(longest).refine(isWhole);
}

/** A text in each language; a language left out falls back on another that is there. */
export const textsField = (longest: number) =>
  z.strictObject({ nb: textField(longest).optional(), nn: textField(longest).optional(), en: textField(longest).optional() });

/** The same with a text in one language at least. */
export const neededTextsField = (longest: number) =>
  textsField(longest).refine((texts) => Object.values(texts).some((text) => text), { params: { form: "missing" } });

// the sign of what could not be read stands for letters somebody lost on the way, as when Windows-1252 is sent as UTF-8
function isWhole(text: string): boolean {
  return !/[^\P{Cc}\t\n\r]|\ufffd/u.test(text) && text.isWellFormed();
}

/** A file of a form. */
export const fileField = z
  .custom<File>((value) => value instanceof File, { params: { form: "file" } })
  .openapi({ type: "string", format: "binary" });

/** A place on the globe, "63.43,10.39". */
export const coordinatesField = z
  .string()
  .regex(/^-?\d{1,2}(\.\d{1,8})?,-?\d{1,3}(\.\d{1,8})?$/)
  .transform((text) => text.split(",").map(Number) as [latitude: number, longitude: number])
  .refine(([latitude, longitude]) => Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)
  .openapi({ type: "string", example: "63.43,10.39", description: "Latitude and longitude in degrees" });

/** Whether a text is a moment as the API writes them. */
export function isMoment(text: string): boolean {
  try {
    return Temporal.Instant.from(text) !== undefined;
  } catch {
    return false;
  }
}

import { momentOf } from "../platform/time/day.ts";

/** What stands in a form, but files. A name that comes several times has its values in order. */
export type Written = Record<string, string[]>;

export function writtenIn(given: FormData | URLSearchParams): Written {
  const written: Written = {};
  for (const [name, value] of given) if (typeof value === "string") written[name] = [...(written[name] ?? []), value];
  return written;
}

export function oneOf(written: Written | undefined, name: string): string {
  return written?.[name]?.[0]?.trim() ?? "";
}

/** A whole number; what is none is refused by the API, at its field. */
export function wholeOf(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text.replaceAll(/\s/g, ""));
}

/** Kroner as people write them, "1 450,50", in øre; what is no amount is refused by the API, at its field. */
export function oreOf(kroner: string): number {
  const plain = kroner.replace(",", ".").replaceAll(/\s/g, "");
  return plain === "" ? Number.NaN : Math.round(Number(plain) * 100);
}

/** Øre as they stand in a field: "1450", "12,50". */
export function kronerOf(ore: number): string {
  return ore % 100 === 0 ? String(ore / 100) : (ore / 100).toFixed(2).replace(".", ",");
}

/** The moment clocks in the zone show; what is no time or day is refused by the API, at its field. */
export function momentAt(day: string, time: string, timeZone: string): string {
  try {
    return momentOf(day, time, timeZone).toString();
  } catch (error) {
    if (error instanceof RangeError) return `${day}T${time}`;
    throw error;
  }
}

/** So many minutes after a moment; what was no moment stays what it was. */
export function laterBy(moment: string, minutes: number): string {
  try {
    return Temporal.Instant.from(moment).add({ minutes }).toString();
  } catch (error) {
    if (error instanceof RangeError) return moment;
    throw error;
  }
}

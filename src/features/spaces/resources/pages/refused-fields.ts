import { number } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { Refused } from "./carry-out.ts";
import { hourFields, pricesIn } from "./resource-values.ts";
import { resourceWords } from "./resource-words.ts";

export type FieldError = { field: string; message: string };

/** The id of a field: the forms of the page share names. */
export function fieldId(act: string, name: string): string {
  return `${act}-${name.replaceAll(".", "-")}`;
}

/** What was wrong, by the id of the field it stands at. A later save by another is no error: both versions are shown. */
export function errorsOf({ act, written, problem }: Refused, language: Language): FieldError[] {
  if (problem.status === 412) return [];
  const told = problem.errors ?? [{ field: fieldOf(act, problem.code), code: problem.code, message: problem.title }];
  return told.map(({ field, code, message }) => {
    const [list, place, last] = field.split(".");
    const price = list === "prices" && last === "amountOre" ? pricesIn(written)[Number(place)]?.name : undefined;
    return { field: fieldId(act, price ?? named[field] ?? field), message: inOwnUnit(field, code, language) ?? message };
  });
}

const named: Record<string, string> = { certificationId: "certification", certificationLevel: "certification" };

// where a refusal about the whole stands
function fieldOf(act: string, code: string): string {
  if (act === "retire" || act === "restore") return "inUseUntil";
  const fields: Record<string, string> = {
    "resource.lengths_disagree": "shortestMinutes",
    "resource.places_of_pool_only": "places",
    "resource.part_elsewhere": "partOf",
    "resource.part_of_itself": "partOf",
    "resource.part_is_booked": "partOf",
    "resource.buffers_overlap": "bufferBeforeMinutes",
    "resource.unknown_certification": "certification",
    "resource.level_without_certification": "certification",
  };
  return fields[code] ?? "name";
}

// the API counts minutes and øre, the form hours and kroner
function inOwnUnit(field: string, code: string, language: Language): string | undefined {
  if (code !== "too_big" && code !== "too_small") return undefined;
  const text = resourceWords[language];
  const most = (hourFields as Record<string, number | undefined>)[field];
  if (most !== undefined) return text.hoursWithin({ most: number(most, language) });
  return field.endsWith(".amountOre") ? text.kronerWithin({ most: number(1_000_000, language) }) : undefined;
}

import { oneOf, type Written } from "../../../../interface/form-values.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { Refused } from "../hire-action.ts";
import { hireWords } from "../hire-words.ts";
import { linesWritten } from "../quote-lines.ts";
import { missingTimes } from "./missing-times.ts";
import type { FormError } from "./request-errors.ts";

// how the API calls a field, and how the form does
const named: Record<string, string> = { startsAt: "from", endsAt: "to", rooms: "room", validUntil: "validTime" };
// what a rule is about
const about: Record<string, string> = {
  "booking.taken": "room",
  "hire.not_offered": "room",
  "hire.wrong_time": "day",
  "hire.wrong_deadline": "validDay",
  "hire.no_vat": "lines",
  "hire.discount_needs_reason": "discountReason",
};

/** What stops a quote, by the fields of the form; what is about none of them is left to be said above. */
export function quoteErrors({ problem, written }: Refused, language: Language): FormError[] {
  const { chooseRoom, writeLine } = hireWords[language];
  const field = about[problem.code];
  if (field) return [{ field, message: problem.title }];
  const numbers = linesWritten(written);
  const missing = {
    time: missingTimes(written, ["day", "from", "to"], language),
    valid: missingTimes(written, ["validDay", "validTime"], language),
  };
  const errors = (problem.errors ?? []).flatMap(({ field: told, message }): FormError[] => {
    const [, index = "", part] = /^lines\.(\d+)\.(\w+)$/.exec(told) ?? [];
    if (part) return [{ field: `line-${numbers[Number(index)]}-${part === "unitOre" ? "unit" : part}`, message }];
    const name = named[told] ?? told;
    if (name === "room" && !written.room) return [{ field: name, message: chooseRoom }];
    if (name === "lines" && numbers.length === 0) return [{ field: name, message: writeLine }];
    const absent = name === "validTime" ? missing.valid : ["from", "to"].includes(name) ? missing.time : [];
    return absent.length > 0 ? absent : [{ field: name, message }];
  });
  return [...new Map(errors.map((error) => [error.field, error])).values()];
}

/** What the fields are called; those of a line with what the line is about. */
export function quoteLabels(written: Written, language: Language): Record<string, string> {
  const text = hireWords[language];
  const { rooms, day, from, to, lines, discountPercent, discountReason, validDay, validTime } = text;
  const parts = { quantity: text.quantity, unit: text.unit, text: text.line };
  const ofLines = linesWritten(written).flatMap((number) =>
    Object.entries(parts).map(([part, label]) => [`line-${number}-${part}`, `${oneOf(written, `line-${number}-text`)}, ${label}`]),
  );
  return { room: rooms, day, from, to, lines, ...Object.fromEntries(ofLines), discountPercent, discountReason, validDay, validTime };
}

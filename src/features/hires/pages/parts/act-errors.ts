import type { Language } from "../../../../platform/language/language.ts";
import type { Refused } from "../hire-action.ts";
import { hireWords } from "../hire-words.ts";
import { moveWords } from "../move-words.ts";
import type { FormError } from "./request-errors.ts";

// each of these forms has one field; that of a move has more
const fields: Record<string, string> = {
  accept: "terms",
  message: "text",
  decline: "decline-reason",
  cancel: "cancel-reason",
  withdraw: "withdraw-reason",
};

const moveFields: Record<string, string> = { reason: "move-reason" };

/** What the fields are called. */
export function actLabels(language: Language): Record<string, string> {
  const { reason, write } = hireWords[language];
  return {
    text: write,
    "decline-reason": reason,
    "cancel-reason": reason,
    "withdraw-reason": reason,
    "move-reason": reason,
    "move-day": moveWords[language].day,
  };
}

/** What was wrong with the field of a form of a hire's page; none when the refusal is about the whole. */
export function actErrors(refused: Refused | undefined, language: Language): FormError[] {
  if (refused?.act === "move")
    return (refused.problem.errors ?? []).map(({ field, message }) => ({ field: moveFields[field] ?? "move-day", message }));
  const field = fields[refused?.act ?? ""];
  const message = refused?.problem.errors?.[0]?.message;
  if (!field || !message) return [];
  return [{ field, message: field === "terms" ? hireWords[language].acceptMissing : message }];
}

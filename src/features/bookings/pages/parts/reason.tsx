import type { Problem } from "../../../../interface/api-client.ts";
import { TextField } from "../../../../interface/components/text-field.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import { bookingWords } from "../words.ts";

// taken time and a missing certification nobody goes past
const standing = new Set([
  "booking.taken",
  "booking.needs_certification",
  "booking.backwards",
  "booking.ended",
  "request.changed_meanwhile",
]);

/** Those at the desk go past a rule by saying why; it stands in the log. */
export function Reason({ problem, value, language }: { problem: Problem; value: string; language: Language }) {
  if (!problem.code.startsWith("booking.") || standing.has(problem.code)) return null;
  return (
    <TextField name="reason" label={bookingWords[language].reason} isOptional defaultValue={value} maxLength={500} language={language} />
  );
}

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

type ReasonProps = { problems: readonly Pick<Problem, "code">[]; value: string; hint?: string | undefined; language: Language };

/** Those at the desk go past a rule by saying why; it stands in the log. */
export function Reason({ problems, value, hint, language }: ReasonProps) {
  if (!problems.some(({ code }) => code.startsWith("booking.") && !standing.has(code)) && value === "") return null;
  return (
    <TextField
      name="reason"
      label={bookingWords[language].reason}
      hint={hint}
      isOptional
      defaultValue={value}
      maxLength={500}
      language={language}
    />
  );
}

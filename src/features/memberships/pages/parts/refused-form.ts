import type { Problem } from "../../../../interface/api-client.ts";
import { words } from "../../../../interface/messages.ts";
import type { Language } from "../../../../platform/language/language.ts";

/** A form that came back: what was wrong and what was typed. `form` tells which of the page's forms it was. */
export type RefusedForm = { problem: Problem; values: Record<string, string>; form: string };

// refusals that are about one field stand at that field
const fieldOfRefusal: Record<string, string> = {
  "candidate.reason_missing": "reason",
  "candidate.unknown_owner": "ownerId",
  "candidate.unknown_municipality": "municipalityNumber",
  "candidate.already_there": "name",
  "membership.ends_before_start": "lastDay",
  "membership.overlaps": "from",
  "membership.unknown_member": "organization",
  "membership.of_itself": "organization",
};

/** Everything that is wrong with the form, field by field; empty when it is not about a field. */
export function fieldErrors(refused: RefusedForm | undefined): { field: string; message: string }[] {
  if (!refused) return [];
  const { errors, code, title } = refused.problem;
  const field = fieldOfRefusal[code];
  const found = errors ?? (field === undefined ? [] : [{ field, message: title }]);
  // an end has one day only: the last, which the API takes as the day after
  const isEnd = refused.values.doing === "end";
  return found.map((error) => ({ message: error.message, field: isEnd && error.field !== "reason" ? "lastDay" : error.field }));
}

/** The error of a field, for its component. */
export function errorsOf(refused: RefusedForm | undefined) {
  return (field: string): { error?: string } => {
    const message = fieldErrors(refused).find((error) => error.field === field)?.message;
    return message === undefined ? {} : { error: message };
  };
}

/** "Feil: " before the title of a page whose form came back. */
export function titleAfter(title: string, refused: unknown, language: Language): string {
  return refused ? `${words[language].error}: ${title}` : title;
}

import type { Problem } from "../../../../interface/api-client.ts";
import { words } from "../../../../interface/messages.ts";
import type { Language } from "../../../../platform/language/language.ts";

/** A form that came back: what was wrong and what was typed. `form` tells which of the page's forms it was. */
export type RefusedForm = { problem: Problem; values: Record<string, string>; form: string };

/** The error of a field, for its component. */
export function errorsOf(refused: RefusedForm | undefined) {
  return (field: string): { error?: string } => {
    const message = refused?.problem.errors?.find((error) => error.field === field)?.message;
    return message === undefined ? {} : { error: message };
  };
}

/** "Feil: " before the title of a page whose form came back. */
export function titleAfter(title: string, refused: unknown, language: Language): string {
  return refused ? `${words[language].error}: ${title}` : title;
}

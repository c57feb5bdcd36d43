import { catalogue, languages } from "../language/language.ts";
import type { RefusalDefinition } from "./refusal.ts";

/** The sentences of a refusal for the documentation: where one tells a detail, the detail's name stands in braces. */
export function texts(definition: RefusalDefinition): Record<string, string> {
  return Object.fromEntries(languages.map((language) => [language, sentence(definition.texts[language]) ?? untold[language]]));
}

// a sentence that chooses or counts by its details cannot be told without them
const untold = catalogue({
  nb: "Setningen sier hva som er galt, og hva du kan gjøre.",
  nn: "Setninga seier kva som er gale, og kva du kan gjere.",
  en: "The sentence says what is wrong, and what to do.",
});

function sentence(text: RefusalDefinition["texts"]["nb"]): string | undefined {
  if (typeof text === "string") return text;
  const names = new Proxy({}, { get: (_, name) => named(String(name)) });
  try {
    return (text as (details: unknown) => string | undefined)(names);
  } catch {
    return undefined;
  }
}

// reads as its name whether a sentence puts it in as it is or as a list
function named(name: string): object {
  const text = `{${name}}`;
  return Object.assign(Object(text), { join: () => text, map: () => [text] });
}

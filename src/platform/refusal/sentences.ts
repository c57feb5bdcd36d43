import { languages } from "../language/language.ts";
import type { RefusalDefinition } from "./refusal.ts";

/** The sentences of a refusal for the documentation: where one tells a detail, the detail's name stands in braces. */
export function texts(definition: RefusalDefinition): Record<string, string> {
  return Object.fromEntries(languages.map((language) => [language, sentence(definition.texts[language])]));
}

function sentence(text: RefusalDefinition["texts"]["nb"]): string {
  if (typeof text === "string") return text;
  const names = new Proxy({}, { get: (_, name) => `{${String(name)}}` });
  try {
    return (text as (details: unknown) => string)(names);
  } catch {
    // a sentence that counts or formats its details cannot be told without them
    return "…";
  }
}

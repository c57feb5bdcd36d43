import type { InEveryLanguage, Language } from "../language/language.ts";

/** What a refusal may carry: facts for its sentence and for programs. Never personal data of others. */
export type Details = Record<string, unknown>;

type Sentence = string | ((details: never) => string);

/** How a refusal is declared: its HTTP status, its sentence in each language, and the constraint that keeps the rule, if one does. */
export interface RefusalDefinition {
  status: 400 | 401 | 403 | 404 | 409 | 410 | 412 | 413 | 415 | 422 | 429 | 503;
  texts: InEveryLanguage<Sentence>;
  constraint?: string;
}

/** Something the rules do not allow. Reaches the caller as a problem (RFC 9457); everything else that is thrown is a bug. */
export class Refusal extends Error {
  override name = "Refusal";
  readonly code: string;
  readonly status: RefusalDefinition["status"];
  readonly details: Details;
  readonly texts: RefusalDefinition["texts"];

  constructor(code: string, definition: RefusalDefinition, details: Details) {
    super(code);
    this.code = code;
    this.status = definition.status;
    this.texts = definition.texts;
    this.details = details;
  }

  /** The sentence for the person, in their language. */
  sentence(language: Language): string {
    const text = this.texts[language];
    return typeof text === "string" ? text : (text as (details: Details) => string)(this.details);
  }
}

type ParametersOf<Definition extends RefusalDefinition> = Definition["texts"]["nb"] extends (details: infer Given) => string
  ? [details: Given & Details]
  : [details?: Details];

export type Refusals<Definitions extends Record<string, RefusalDefinition>> = {
  [Name in keyof Definitions]: ((...details: ParametersOf<Definitions[Name]>) => Refusal) & { code: string; definition: RefusalDefinition };
};

/**
 * Declares the refusals of one feature. `defineRefusals("exchange", { dayFull: … })` gives `refusals.dayFull(details)`,
 * whose code `exchange.day_full` is the problem type and the anchor in the documentation.
 */
export function defineRefusals<const Definitions extends Record<string, RefusalDefinition>>(
  area: string,
  definitions: Definitions,
): Refusals<Definitions> {
  const entries = Object.entries(definitions).map(([name, definition]) => {
    const code = `${area}.${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
    const make = (details: Details = {}) => new Refusal(code, definition, details);
    return [name, Object.assign(make, { code, definition })];
  });
  return Object.fromEntries(entries) as Refusals<Definitions>;
}

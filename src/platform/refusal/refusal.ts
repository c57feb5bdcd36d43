import type { InEveryLanguage, Language } from "../language/language.ts";

/** What a refusal may carry: facts for its sentence and for programs. Never personal data of others. */
export type Details = Record<string, unknown>;

type Sentence = string | ((details: never) => string);

/** A sentence about somebody else, by name. */
type SentenceOf = (name: string, details: never) => string;

/** How a refusal is declared: its HTTP status, its sentence in each language, and the constraint that keeps the rule, if one does. */
export interface RefusalDefinition {
  status: 400 | 401 | 403 | 404 | 409 | 410 | 412 | 413 | 415 | 422 | 429 | 503;
  texts: InEveryLanguage<Sentence>;
  /** The same told to whoever asks for another, where `texts` says *you*. */
  ofAnother?: InEveryLanguage<SentenceOf>;
  constraint?: string;
}

/** Something the rules do not allow. Reaches the caller as a problem (RFC 9457); everything else that is thrown is a bug. */
export class Refusal extends Error {
  override name = "Refusal";
  readonly code: string;
  readonly status: RefusalDefinition["status"];
  readonly details: Details;
  readonly definition: RefusalDefinition;
  readonly #of: string | undefined;

  constructor(code: string, definition: RefusalDefinition, details: Details, of?: string) {
    super(code);
    this.code = code;
    this.status = definition.status;
    this.details = details;
    this.definition = definition;
    this.#of = of;
  }

  /** The same refusal, told to one who asked for the person of this name. */
  saidOf(name: string): Refusal {
    return new Refusal(this.code, this.definition, this.details, name);
  }

  /** The sentence for whoever asked, in their language. */
  sentence(language: Language): string {
    const { texts, ofAnother } = this.definition;
    const about = ofAnother?.[language] as ((name: string, details: Details) => string) | undefined;
    if (about && this.#of !== undefined) return about(this.#of, this.details);
    const text = texts[language];
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

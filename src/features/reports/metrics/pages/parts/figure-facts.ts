import { clock, dateWithYear, number } from "../../../../../interface/format.ts";
import type { Language } from "../../../../../platform/language/language.ts";
import { sourceWords } from "../../source-words.ts";
import { metricWords } from "../metric-words.ts";

interface Counted {
  definition: string;
  population: string;
  version: number;
  n: number;
  missing: number;
  sources: { source: string; n: number }[];
  computedAt: string;
}

/** What is said of every figure: how it is defined, among what it is counted, from where, what is missing, and when. */
export function factsOf({ definition, population, version, n, missing, sources, computedAt }: Counted, language: Language) {
  const text = metricWords[language];
  const words = sourceWords[language];
  const at = Temporal.Instant.from(computedAt).toZonedDateTimeISO("Europe/Oslo");
  return {
    definition: `${definition} ${text.population}: ${population}. ${text.version({ version })}`,
    source: sources.map(({ source, n: of }) => `${words[source as keyof typeof words]}: ${number(of, language)}`).join(", ") || text.none,
    missing: missing === 0 ? text.noneMissing : text.missingRows({ missing: number(missing, language), n: number(n, language) }),
    computed: `${dateWithYear(at, language)} ${clock(at)}`,
  };
}

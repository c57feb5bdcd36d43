import type { RawBuilder } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { InEveryLanguage, Language } from "../../../platform/language/language.ts";
import type { Day } from "../../../platform/time/day.ts";
import type { CountedArea } from "./areas/area.ts";
import type { Parting } from "./parting.ts";

export const units = [
  "organizations",
  "people",
  "events",
  "invitations",
  "places",
  "days",
  "pairs",
  "kilometres",
  "hours",
  "share",
  "jobs",
  "introductions",
  "meetings",
  "investments",
  "kroner",
] as const;
export type Unit = (typeof units)[number];

export const topics = ["members", "events", "programs", "investors", "projects", "exchange", "spaces"] as const;
export type Topic = (typeof topics)[number];

/** Whose figure, over which days: from `from` on, until before `to`. */
export interface Asked {
  db: Db;
  organizationId: string;
  from: Day;
  to: Day;
  now: Temporal.Instant;
  /** Names of rows are written in it where they have more than one. */
  language: Language;
}

/** The same of an area, whoever did it there. */
export type AskedOfArea = Omit<Asked, "organizationId"> & { area: CountedArea };

/**
 * One definition of a number. The figure is worked out of the very rows it opens to, so that the two cannot disagree:
 * a `sum` is the sum of their amounts, a `ratio` the sum of their amounts by the sum of what they are parts of. A row without an
 * amount is missing: it is told, and not counted as nothing. When a definition changes so that the number may, the version does:
 * every year is then counted by the new one.
 */
export interface Metric {
  id: string;
  version: number;
  topic: Topic;
  unit: Unit;
  kind: "sum" | "ratio";
  /** Whether a row is a person: small groups of them are held back. */
  countsPeople: boolean;
  /** Whether the labels of its rows can be names of people: a published report does not keep those. */
  namesPeople: boolean;
  /** Whether anybody may ask for the figure; else those who run the organization. */
  isPublic: boolean;
  texts: InEveryLanguage<{ name: string; definition: string; population: string }>;
  /** A query of rows, as `metricRow` in rows.ts describes them. */
  rows(asked: Asked): Promise<RawBuilder<unknown>> | RawBuilder<unknown>;
  /** The same rows of an area; left out where rows do not say where they lie, or are of one organization only. */
  rowsInArea?(asked: AskedOfArea): Promise<RawBuilder<unknown>> | RawBuilder<unknown>;
  /**
   * The same rows added up where they are alike, from counts that are kept, as `cellsOfCounts` describes them. They need not be told
   * apart by organization unless the figure is divided by it. Undefined when no count is true and none can be made: the rows are then
   * counted.
   */
  counts?(asked: Asked, by: Parting | undefined): Promise<RawBuilder<unknown> | undefined>;
  /** Whether its counts say by whom their rows are seen, as rows do (`seen_by`), and not only whether anybody may see them. */
  countsTellSeenBy?: boolean;
}

type Words = { name: string; definition: string };

/**
 * The metrics of a topic that count the same population by its texts: what they are.
 * @param versions of those whose definition has changed since the first
 */
export function described<Id extends string>(
  topic: Topic,
  texts: InEveryLanguage<Record<Id, Words>>,
  population: InEveryLanguage,
  versions: Partial<Record<Id, number>> = {},
) {
  return (id: Id): Pick<Metric, "id" | "version" | "topic" | "texts"> => {
    const of = (language: Language) => ({ ...texts[language][id], population: population[language] });
    return { id, version: versions[id] ?? 1, topic, texts: { nb: of("nb"), nn: of("nn"), en: of("en") } };
  };
}

import type { RawBuilder } from "kysely";
import { type Cells, cellsOfCounts, cellsOfRows } from "../../src/features/reports/metrics/cells.ts";
import type { Asked, Metric } from "../../src/features/reports/metrics/metric.ts";
import type { Parting } from "../../src/features/reports/metrics/parting.ts";
import { partsOf, placesOf, totalOf } from "../../src/features/reports/metrics/queries.ts";
import type { Actor } from "../../src/platform/access/actor.ts";
import type { Db } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";

const operator = { kind: "person", personId: newId(), isOperator: true, positions: [] } as unknown as Actor;

/** Figures whole and by their parts, counted anew from their rows and from what is kept. */
export async function countedBothWays(db: Db, metrics: readonly Metric[], questions: readonly Omit<Asked, "db" | "language">[]) {
  const [anew, fromKept]: [unknown[], unknown[]] = [[], []];
  for (const metric of metrics)
    for (const question of questions) {
      const asked = { db, ...question, language: "nb" as const };
      const told = { metric: metric.id, ...question, now: question.now.toString() };
      const rows = cellsOfRows(await metric.rows(asked), operator);
      anew.push({ ...told, ...(await figuresOf(db, async () => rows)) });
      fromKept.push({ ...told, ...(await figuresOf(db, async (by) => cellsOf(metric, await metric.counts?.(asked, by)))) });
    }
  return { anew, fromKept };
}

function cellsOf(metric: Metric, counts: RawBuilder<unknown> | undefined): Cells {
  if (!counts) throw new Error(`No counts of ${metric.id}`);
  return cellsOfCounts(counts, "all");
}

async function figuresOf(db: Db, cellsBy: (by: Parting | undefined) => Promise<Cells>) {
  const whole = await cellsBy(undefined);
  const places = (await placesOf(db, whole)).map((part) => JSON.stringify(tidy(part))).toSorted();
  const [total, months] = [tidy(await totalOf(db, whole)), tidy(await partsOf(db, whole, "month"))];
  return { total, places, months, organizations: tidy(await partsOf(db, await cellsBy("organization"), "organization")) };
}

function tidy(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, inner) => (typeof inner === "number" ? Math.round(inner * 1e6) / 1e6 : inner)));
}

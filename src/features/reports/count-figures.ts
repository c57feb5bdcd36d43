import { type Actor, visitor } from "../../platform/access/actor.ts";
import type { Language } from "../../platform/language/language.ts";
import type { FrozenFigure } from "./frozen.ts";
import { type Counting, compare, readableMetrics, readFigure } from "./metrics/read-figure.ts";
import { yearBefore } from "./metrics/window.ts";
import { type DrawnBy, figuresOf, type Report } from "./report.ts";

/**
 * The figures of a report as they are now, each beside the year before, as far as the actor may read them. Small groups are held back as
 * for the public, whoever asks.
 */
export async function countFigures(installation: Counting, actor: Actor, report: Report, language: Language): Promise<FrozenFigure[]> {
  const figures: FrozenFigure[] = [];
  const readable = await readableIn(installation, actor, report);
  for (const { metric, by } of figuresOf(report))
    if (readable.has(metric)) figures.push(await countOne(installation, actor, report, language, metric, by));
  return figures;
}

/** The ids of the metrics a report may show, by what its writer may read of its subject. */
export async function readableIn(
  counting: Counting,
  actor: Actor,
  { organizationId, area, borders }: Pick<Report, "organizationId" | "area" | "borders">,
): Promise<Set<string>> {
  const asked = area === null ? { organization: organizationId } : { area, borders };
  return new Set((await readableMetrics(counting, actor, asked)).map(({ id }) => id));
}

async function countOne(
  installation: Counting,
  actor: Actor,
  { organizationId, area, from, to, borders }: Report,
  language: Language,
  id: string,
  by: DrawnBy | undefined,
): Promise<FrozenFigure> {
  const before = yearBefore({ from, to });
  const asked = { metric: id, ...(area ? { area } : { organization: organizationId }), from, to, borders, language };
  const { metric, total, parts = [], computedAt } = await readFigure(installation, actor, asked, by, visitor);
  const { compared } = await compare(installation, actor, asked, before);
  return {
    metric: metric.id,
    version: metric.version,
    topic: metric.topic,
    unit: metric.unit,
    kind: metric.kind,
    texts: metric.texts,
    value: total.value,
    compared: { ...before, value: compared?.value ?? null, restatedFrom: null },
    n: total.n,
    missing: total.missing,
    sources: total.sources,
    by: by ?? null,
    values: parts.map(({ key, label, value, n, isHeldBack }) => ({ key, label, value, n, isHeldBack })),
    computedAt: computedAt.toString(),
  };
}

import type { Language } from "../../../platform/language/language.ts";
import type { Metric } from "./metric.ts";
import type { seenRows } from "./queries.ts";
import type { readFigure } from "./read-figure.ts";

export function presentMetric({ id, version, topic, unit, kind, texts }: Metric, language: Language) {
  return { id, version, topic, ...texts[language], unit, kind };
}

export function presentFigure(
  { metric, subject, window, total, parts, computedAt }: Awaited<ReturnType<typeof readFigure>>,
  language: Language,
  by: string | undefined,
) {
  const rowsUrl = `/api/v1/metrics/${metric.id}/rows?${new URLSearchParams({ ...(subject.kind === "area" ? { area: subject.key } : { organization: subject.slug }), ...window })}`;
  const { value, n, missing, hidden, sources } = total;
  return {
    ...presentMetric(metric, language),
    organization: subject.kind === "organization" ? { id: subject.id, slug: subject.slug, name: subject.name } : null,
    area: subject.kind === "area" ? { key: subject.key, name: subject.name, unclear: subject.unclear } : null,
    ...window,
    value,
    ...(parts && {
      values: parts.map((part) => ({
        key: part.key,
        label: part.label,
        value: part.value,
        n: part.n,
        missing: part.missing,
        isHeldBack: part.isHeldBack,
        rowsUrl: `${rowsUrl}&${new URLSearchParams({ by: by ?? "", key: part.key })}`,
      })),
    }),
    n,
    missing,
    hidden,
    sources,
    computedAt: computedAt.toString(),
    rowsUrl,
  };
}

export function presentRow(row: Awaited<ReturnType<typeof seenRows>>[number]) {
  return {
    key: row.key,
    label: row.label,
    path: row.path,
    day: row.day,
    organization: row.organization,
    municipalityNumber: row.municipality_number,
    amount: row.amount,
    ofAmount: row.of_amount,
    source: row.source,
  };
}

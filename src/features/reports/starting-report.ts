import type { Drawings } from "./draw-programs.ts";
import type { FrozenFigure } from "./frozen.ts";
import type { ReportPart } from "./report.ts";

const leading = ["members-end", "events-held", "events-checked-in", "exchange-days", "programs-jobs", "programs-companies"];
const balance = ["members-start", "members-joined", "members-left", "members-end"];
const fiveCounts = ["events-invited", "events-registered", "events-checked-in", "events-people", "events-organizations"];

/**
 * What a new report begins with: the figures of the organization that have rows, by topic, and what its programs have to tell, each to be
 * moved, worded or taken out.
 */
export function startingParts(
  figures: readonly Pick<FrozenFigure, "metric" | "n" | "topic">[],
  { survivals, targets }: Drawings,
): ReportPart[] {
  const has = (metric: string) => figures.some((figure) => figure.metric === metric && figure.n > 0);
  const rooms = (metrics: readonly string[]): ReportPart[] =>
    metrics.some(has) ? [{ kind: "figures", metrics: metrics.filter(has) }] : [];
  const drawn = (metric: string, by: "month" | "municipality" | "county" | "organization"): ReportPart[] =>
    has(metric) ? [{ kind: "figure", metric, by, headings: {}, texts: {} }] : [];
  const onMap = (metric: string): ReportPart[] => (has(metric) ? [{ kind: "map", metric, headings: {}, texts: {} }] : []);
  return [
    ...rooms(leading),
    ...rooms(balance),
    ...onMap("members-end"),
    ...rooms(fiveCounts),
    ...drawn("events-checked-in", "month"),
    ...drawn("exchange-days", "organization"),
    ...survivals.filter(({ isSuppressed }) => !isSuppressed).map(({ program }) => curveOf(program.slug)),
    ...drawn("programs-jobs", "municipality"),
    ...targets.filter(({ targets: list }) => list.length > 0).map(({ program }) => targetsOf(program.slug)),
  ];
}

export function curveOf(program: string): ReportPart {
  return { kind: "survival", program, clock: "intake", merged: "censored", headings: {}, texts: {} };
}

export function targetsOf(program: string): ReportPart {
  return { kind: "targets", program, headings: {}, texts: {} };
}

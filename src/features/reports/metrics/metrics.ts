import type { Metric } from "./metric.ts";
import { eventHighlightMetrics } from "./sources/event-highlights.ts";
import { eventMetrics } from "./sources/events.ts";
import { exchangeMetrics } from "./sources/exchange.ts";
import { investorMetrics } from "./sources/investors.ts";
import { memberMetrics } from "./sources/members.ts";
import { programShareMetrics } from "./sources/program-shares.ts";
import { programMetrics } from "./sources/programs.ts";
import { projectMetrics } from "./sources/projects.ts";
import { spaceMetrics } from "./sources/spaces.ts";

/** Every metric there is, by topic in the order they are read. */
export const metrics: readonly Metric[] = [
  ...memberMetrics,
  ...eventMetrics,
  ...eventHighlightMetrics,
  ...programMetrics,
  ...programShareMetrics,
  ...investorMetrics,
  ...projectMetrics,
  ...exchangeMetrics,
  ...spaceMetrics,
];

export function metricById(id: string): Metric | undefined {
  return metrics.find((metric) => metric.id === id);
}

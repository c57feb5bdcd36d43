export { reportFiles } from "./files/report-files.ts";
export { freezeReport } from "./freeze-report.ts";
export { metricExports } from "./metrics/export-rows.ts";
export { metricRefusals } from "./metrics/refusals.ts";
export { type MetricApi, metricRoutes } from "./metrics/routes.ts";
export { findReport } from "./queries.ts";
export { reportRefusals } from "./refusals.ts";
export type { ReportPart } from "./report.ts";
export { type ReportApi, reportRoutes } from "./routes.ts";

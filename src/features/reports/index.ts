export { reportFiles } from "./files/report-files.ts";
export { metricExports } from "./metrics/export-rows.ts";
export { metricRefusals } from "./metrics/refusals.ts";
export { type MetricApi, metricRoutes } from "./metrics/routes.ts";
export { type OwnYearApi, ownYearRoutes } from "./own-year/routes.ts";
export { reportData } from "./personal-data.ts";
export { reportRefusals } from "./refusals.ts";
export { type ReportApi, reportRoutes } from "./routes.ts";

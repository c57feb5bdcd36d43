export { metricExports } from "./metrics/export-rows.ts";
export { metricRefusals } from "./metrics/refusals.ts";
export { type MetricApi, metricRoutes } from "./metrics/routes.ts";

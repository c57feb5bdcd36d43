export { type DisplayRow, displayAt } from "./queries.ts";
export { displayRefusals } from "./refusals.ts";
export { type DisplayApi, displayRoutes } from "./routes.ts";

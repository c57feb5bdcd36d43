export { exchangeRefusals } from "./refusals.ts";
export { type ExchangeApi, exchangeRoutes } from "./routes.ts";

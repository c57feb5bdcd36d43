export { type ExchangeApi, exchangeRoutes } from "./routes.ts";

export { productionSubscriptions } from "./order-letters.ts";
export { productionData } from "./personal-data.ts";
export { productionRefusals } from "./refusals.ts";
export { type ProductionApi, productionRoutes } from "./routes.ts";
export { stockRefusals } from "./stock/refusals.ts";
export { type StockApi, stockRoutes } from "./stock/routes.ts";

// The door for pages of other features: words made of the API's shapes, without the server behind them.
export { names as organizationNames } from "./messages.ts";
export { sectorName, sectors } from "./sectors.ts";

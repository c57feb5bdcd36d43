export { sectorName, sectors } from "./sectors.ts";

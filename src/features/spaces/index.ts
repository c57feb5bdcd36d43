export { findSpace } from "./queries.ts";
export { spaceRefusals } from "./refusals.ts";

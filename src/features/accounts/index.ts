export { allows, createApiKey } from "./api-keys.ts";
export { type Identify, identifier } from "./identify.ts";

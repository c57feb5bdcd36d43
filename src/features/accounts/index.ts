export { allows, createApiKey, scopeForm } from "./api-keys.ts";
export { demoRoles } from "./demo.ts";
export { grantApiKey } from "./grant-api-key.ts";
export { type Identify, identifier } from "./identify.ts";
export { createIdentity, type Identity } from "./identity.ts";
export { findActor } from "./queries.ts";
export { accountRefusals } from "./refusals.ts";
export { type AccountsApi, accountsRoutes } from "./routes.ts";
export { signInRoutes } from "./sign-in-routes.ts";

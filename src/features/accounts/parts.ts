// The door for pages of other features: where one may be sent on to, and how a refused form says why.
export { problemsByField } from "./pages/problems-by-field.ts";
export { safePath } from "./safe-path.ts";

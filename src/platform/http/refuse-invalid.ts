import type { Hook } from "@hono/zod-openapi";
import type { ApiEnvironment } from "./api-environment.ts";

/** Hands wrong input to the error handler, which says it field by field in the caller's language. */
export const refuseInvalid: Hook<unknown, ApiEnvironment, string, undefined> = (result) => {
  if (result.success) return;
  // an issue does not say what was given; to be told of the form of a field one has left empty helps nobody
  const given: unknown = "data" in result ? result.data : undefined;
  for (const issue of result.error.issues) if (valueAt(given, issue.path) === "") Object.assign(issue, { input: "" });
  throw result.error;
};

function valueAt(given: unknown, path: PropertyKey[]): unknown {
  return path.reduce((value: unknown, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined), given);
}

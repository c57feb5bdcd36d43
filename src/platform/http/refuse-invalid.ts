import type { Hook } from "@hono/zod-openapi";
import type { ApiEnvironment } from "./api-environment.ts";

/** Hands wrong input to the error handler, which says it field by field in the caller's language. */
export const refuseInvalid: Hook<unknown, ApiEnvironment, string, undefined> = (result) => {
  if (!result.success) throw result.error;
};

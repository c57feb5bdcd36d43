import { newId } from "../database/id.ts";

const form = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;

/** The request's id: the caller's own X-Request-Id when it is well-formed, so that both logs can be joined; else a new one. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get("x-request-id") ?? "";
  return form.test(given) ? given : newId();
}

import { z } from "@hono/zod-openapi";
import { requestRefusals } from "./request-refusals.ts";

/** Header of a change to a record: the `ETag` one read, so that a later save by another is noticed. `*` changes whatever is there. */
export const ifMatchHeader = z.object({
  "if-match": z.string().max(40).optional().openapi({ description: "The ETag of the version one read", example: '"3"' }),
});

/** The ETag of a record's version. */
export function etag(version: number): string {
  return `"${version}"`;
}

/** The version a caller believes it changes, or undefined when it does not care. @throws Refusal request.invalid */
export function expectedVersion(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch === "*") return undefined;
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(ifMatch)?.[1];
  if (version === undefined) throw requestRefusals.invalid({ errors: [{ field: "If-Match", code: "invalid_format", message: '"3"' }] });
  return Number(version);
}

/** Refuses when somebody else saved in between; `current` is the record as it now is, so that both can be shown. */
export function sameVersion(expected: number | undefined, current: { version: number }, shown?: unknown): void {
  if (expected !== undefined && expected !== current.version)
    throw requestRefusals.changedMeanwhile({ version: current.version, current: shown });
}

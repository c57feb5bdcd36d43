import type { ErrorHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import { ZodError } from "zod";
import { constraintName, isDatabaseAway, sqlState } from "../database/constraint-name.ts";
import type { Language } from "../language/language.ts";
import type { Log } from "../log/log.ts";
import { Refusal, type RefusalDefinition } from "../refusal/refusal.ts";
import type { ApiEnvironment } from "./api-environment.ts";
import { fieldErrors } from "./field-messages.ts";
import { requestRefusals } from "./request-refusals.ts";

type ConstraintRefusals = ReadonlyMap<string, { code: string; definition: RefusalDefinition }>;

/**
 * Every error as a problem (RFC 9457). A refusal says what it says; a database constraint that is a rule says that rule;
 * a database that is away says so; all else is a bug: logged once with the request's id, answered 500 without detail.
 */
export function problems(log: Log, byConstraint: ConstraintRefusals): ErrorHandler<ApiEnvironment> {
  return (error, c) => {
    const language = c.get("language") ?? "nb";
    const requestId = c.get("requestId") ?? "";
    const refusal = refusalOf(error, byConstraint);
    if (!refusal) {
      log.failure("request_failed", error, { requestId, path: c.req.routePath, sqlState: sqlState(error) });
      return c.json({ type: "about:blank", title: "Internal error", status: 500, code: "internal", requestId }, 500, problemHeaders);
    }
    const errors = error instanceof ZodError ? fieldErrors(error, language) : (refusal.details.errors as unknown[] | undefined);
    const wait: Record<string, string> =
      typeof refusal.details.seconds === "number" ? { "retry-after": String(refusal.details.seconds) } : {};
    return c.json(problemOf(refusal, language, requestId, errors), refusal.status, { ...problemHeaders, ...wait });
  };
}

/** A refusal as the body of a problem, its sentence in the reader's language. */
export function problemOf(refusal: Refusal, language: Language, requestId: string, errors?: unknown[]) {
  const { errors: _, ...details } = refusal.details;
  return {
    type: `/api/docs#${refusal.code}`,
    title: refusal.sentence(language),
    status: refusal.status,
    code: refusal.code,
    requestId,
    ...(errors && { errors }),
    ...(Object.keys(details).length > 0 && { details }),
  };
}

const problemHeaders = { "content-type": "application/problem+json", "cache-control": "no-store" };

function refusalOf(error: unknown, byConstraint: ConstraintRefusals): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof ZodError) return requestRefusals.invalid();
  if (error instanceof HTTPException && error.status === 400) return requestRefusals.invalid();
  if (error instanceof HTTPException && error.status === 415) return requestRefusals.wrongType();
  if (isDatabaseAway(error)) return requestRefusals.away({ seconds: 5 });
  // a text PostgreSQL cannot store: a zero byte, half a character, a number out of range
  if (["22021", "22P05", "22003", "22008"].includes(sqlState(error) ?? "")) return requestRefusals.invalid();
  const rule = byConstraint.get(constraintName(error) ?? "");
  return rule && new Refusal(rule.code, rule.definition, {});
}

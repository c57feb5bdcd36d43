import { OpenAPIHono } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import { allows, type Identify } from "./features/accounts/index.ts";
import { exchangeRoutes } from "./features/exchange/index.ts";
import { spaceRefusals } from "./features/spaces/index.ts";
import { accessRefusals } from "./platform/access/refusals.ts";
import { newId } from "./platform/database/id.ts";
import type { ApiEnvironment } from "./platform/http/api-environment.ts";
import { cursorRefusals } from "./platform/http/cursor.ts";
import { idempotency } from "./platform/http/idempotency.ts";
import { problems } from "./platform/http/problem.ts";
import { createRateLimiter } from "./platform/http/rate-limit.ts";
import { requestRefusals } from "./platform/http/request-refusals.ts";
import type { Installation } from "./platform/installation.ts";
import { isLanguage, preferredLanguage } from "./platform/language/language.ts";

const largestBody = 1024 * 1024;

/** Every refusal there is, for the documentation and for the constraints that keep rules. */
export const allRefusals = [accessRefusals, requestRefusals, cursorRefusals, spaceRefusals].flatMap((area) => Object.values(area));

/**
 * The API of every feature under /api/v1. Pages call it inside the process; programs over HTTP. A route that does not
 * declare its permission stops the start.
 */
export function createApi(installation: Installation, identify: Identify) {
  const api = new OpenAPIHono<ApiEnvironment>().basePath("/api/v1");
  api.onError(problems(installation.log, refusalsByConstraint()));
  api.notFound(() => {
    throw accessRefusals.notHere();
  });
  const limiter = createRateLimiter({ burst: 240, perSecond: 20 }, () => installation.now().epochMilliseconds);

  api.use(async (c, next) => {
    const { inside } = c.env ?? {};
    c.set("requestId", inside?.requestId ?? newId());
    c.set("language", inside?.language ?? languageOf(c.req.query("language"), c.req.header("accept-language")));
    c.set("actor", inside?.actor ?? (await identify(c.req.raw.headers)));
    if (!inside && installation.settings.hasRateLimits) {
      const actor = c.get("actor");
      const caller = actor.kind === "person" ? actor.personId : addressOf(c.env);
      const seconds = limiter.take(caller);
      if (seconds > 0) throw requestRefusals.tooMany({ seconds });
    }
    await next();
    c.header("x-request-id", c.get("requestId"));
    c.header("content-language", c.get("language"));
  });
  api.use(async (c, next) => {
    const actor = c.get("actor");
    if (actor.kind === "person" && actor.scopes !== undefined) {
      const isWrite = c.req.method !== "GET";
      const feature = featureOf(c.req.path);
      if (!allows(actor.scopes, feature, isWrite))
        throw accessRefusals.keyLacksScope({ scope: `${feature}:${isWrite ? "write" : "read"}` });
    }
    await next();
  });
  api.use(
    bodyLimit({
      maxSize: largestBody,
      onError: () => {
        throw requestRefusals.tooLarge();
      },
    }),
  );
  api.use(idempotency(installation));

  const whole = api.route("/", exchangeRoutes(installation));
  requirePermissions(whole);
  return whole;
}

export type Api = ReturnType<typeof createApi>;

function refusalsByConstraint() {
  return new Map(
    allRefusals.flatMap((refusal) => (refusal.definition.constraint ? [[refusal.definition.constraint, refusal] as const] : [])),
  );
}

function requirePermissions(api: OpenAPIHono<ApiEnvironment>): void {
  for (const definition of api.openAPIRegistry.definitions) {
    if (definition.type !== "route" || definition.route["x-permission"] !== undefined) continue;
    throw new Error(`${definition.route.method.toUpperCase()} ${definition.route.path} declares no permission`);
  }
}

function languageOf(query: string | undefined, header: string | undefined) {
  return isLanguage(query) ? query : preferredLanguage(header);
}

function featureOf(path: string): string {
  return path.split("/")[3] ?? "";
}

function addressOf(env: unknown): string {
  const incoming = (env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming;
  return incoming?.socket?.remoteAddress ?? "unknown";
}

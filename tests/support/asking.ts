import { OpenAPIHono } from "@hono/zod-openapi";
import { findActor } from "../../src/features/accounts/queries.ts";
import { type Actor, visitor } from "../../src/platform/access/actor.ts";
import type { ApiEnvironment } from "../../src/platform/http/api-environment.ts";
import { problems } from "../../src/platform/http/problem.ts";
import type { Installation } from "../../src/platform/installation.ts";
import type { RefusalDefinition } from "../../src/platform/refusal/refusal.ts";
import { dayIn } from "../../src/platform/time/day.ts";

type Refusals = Record<string, { code: string; definition: RefusalDefinition }>;

/** What came back: the body as it is, so that a test sees all that was told. */
// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever shape it expects
export type Told = { status: number; body: any; etag: string | undefined };

/** Asks the routes of one feature as a person, with the positions that person holds at that moment; undefined asks as a visitor. */
export function asking(installation: Installation, routes: OpenAPIHono<ApiEnvironment>, refusals: Refusals) {
  const byConstraint = new Map(
    Object.values(refusals).flatMap((refusal) =>
      refusal.definition.constraint ? [[refusal.definition.constraint, refusal] as const] : [],
    ),
  );
  return async (
    personId: string | undefined,
    method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Told> => {
    const actor = await actorOf(personId);
    const api = new OpenAPIHono<ApiEnvironment>();
    api.onError(problems(installation.log, byConstraint));
    api.use(async (c, next) => {
      c.set("actor", actor);
      c.set("language", "nb");
      c.set("requestId", "asked-by-a-test");
      await next();
    });
    api.route("/", routes);
    const answer = await api.request(path, {
      method,
      headers: { ...headers, ...(body !== undefined && { "content-type": "application/json" }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === "" ? undefined : JSON.parse(text), etag: answer.headers.get("etag") ?? undefined };
  };

  async function actorOf(personId: string | undefined): Promise<Actor> {
    if (personId === undefined) return visitor;
    const actor = await findActor(installation.db, personId, dayIn(installation.now(), "Europe/Oslo"));
    if (!actor) throw new Error("Nobody has this id");
    return actor;
  }
}

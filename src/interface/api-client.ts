import type { Hono } from "hono";
import { hc } from "hono/client";
import type { Visit } from "./visit.ts";

/** A refusal or wrong input, as the API told it (RFC 9457). */
export interface Problem {
  status: number;
  code: string;
  title: string;
  requestId: string;
  errors?: { field: string; code: string; message: string }[];
  details?: Record<string, unknown>;
}

/** The typed client of one feature's routes, inside the process, as the visitor of this request. */
// biome-ignore lint/suspicious/noExplicitAny: hc itself asks for any Hono
export function client<Routes extends Hono<any, any, any>>(visit: Visit) {
  const inside = ((input: string | URL | Request, init?: RequestInit) => {
    const { pathname, search } = new URL(String(input));
    return visit.api(`/api/v1${pathname}${search}`, init);
  }) as typeof fetch;
  return hc<Routes>("http://inside", { fetch: inside });
}

interface ClientAnswer<Body> {
  ok: boolean;
  status: number;
  json(): Promise<Body>;
}

interface PageOf<Item> {
  items: Item[];
  nextCursor: string | null;
}

type GoodBody<Answer> = Answer extends ClientAnswer<infer Body> ? Exclude<Body, Problem> : never;

/** The answer's body. What is not there or not allowed becomes the page that says so; another refusal is thrown on. */
export async function read<Answer extends ClientAnswer<unknown>>(asked: Promise<Answer>): Promise<GoodBody<Answer>> {
  const answer = await asked;
  if (answer.ok) return (await answer.json()) as GoodBody<Answer>;
  throw new Response(JSON.stringify(await answer.json()), {
    status: answer.status,
    headers: { "content-type": "application/problem+json" },
  });
}

/** All of a list that comes in pages, where a part would be wrong: what one chooses from, what is looked up or summed. */
export async function readAll<Item>(
  ask: (page: { limit: "200"; cursor?: string }) => Promise<ClientAnswer<PageOf<Item> | Problem>>,
): Promise<Item[]> {
  const all: Item[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const page: PageOf<Item> = await read(ask({ limit: "200", ...(cursor && { cursor }) }));
    all.push(...page.items);
    cursor = page.nextCursor;
  }
  return all;
}

/** The answer of a write: done with its body, or refused with the problem to show at the form. */
export async function attempt<Answer extends ClientAnswer<unknown>>(
  asked: Promise<Answer>,
): Promise<{ done: GoodBody<Answer>; problem?: undefined } | { done?: undefined; problem: Problem }> {
  const answer = await asked;
  const body = answer.status === 204 ? undefined : await answer.json();
  return answer.ok ? { done: body as GoodBody<Answer> } : { problem: body as Problem };
}

import { createApi } from "../../src/api.ts";
import { findActor } from "../../src/features/accounts/queries.ts";
import { type Actor, visitor } from "../../src/platform/access/actor.ts";
import { newId } from "../../src/platform/database/id.ts";
import type { Language } from "../../src/platform/language/language.ts";
import { dayIn } from "../../src/platform/time/day.ts";
import type { TestInstallation } from "./installation.ts";

export interface ApiAnswer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of the body
  body: any;
}

/** Someone who calls the API: `get("/spaces")`, `put("/day-passes/…", {…})`, paths under /api/v1. */
export interface Caller {
  get(path: string): Promise<ApiAnswer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<ApiAnswer>;
  put(path: string, body?: unknown, headers?: Record<string, string>): Promise<ApiAnswer>;
  patch(path: string, body?: unknown, headers?: Record<string, string>): Promise<ApiAnswer>;
  delete(path: string): Promise<ApiAnswer>;
}

/** The API of a test's installation, to be called as anyone. Roles are read anew for each call, as they stand on the clock's day. */
export function callers(installation: TestInstallation, language: Language = "nb") {
  const api = createApi(installation, async () => visitor);

  function caller(actorNow: () => Promise<Actor>): Caller {
    const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<ApiAnswer> => {
      const init = {
        method,
        headers: { "content-type": "application/json", ...headers },
        body: body === undefined ? undefined : JSON.stringify(body),
      };
      const response = await api.request(`/api/v1${path}`, init, { inside: { actor: await actorNow(), language, requestId: newId() } });
      const text = await response.text();
      const isJson = response.headers.get("content-type")?.includes("json") ?? false;
      return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
    };
    return {
      get: (path) => call("GET", path),
      post: (path, body, headers) => call("POST", path, body, headers),
      put: (path, body, headers) => call("PUT", path, body, headers),
      patch: (path, body, headers) => call("PATCH", path, body, headers),
      delete: (path) => call("DELETE", path),
    };
  }

  return {
    as: (personId: string) =>
      caller(async () => (await findActor(installation.db, personId, dayIn(installation.now(), "Europe/Oslo"))) ?? visitor),
    nobody: caller(async () => visitor),
  };
}

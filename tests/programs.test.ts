import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApi } from "../src/api.ts";
import { createApiKey, createIdentity, identifier } from "../src/features/accounts/index.ts";
import { createWeb, pagesAreBuilt } from "../src/web.ts";
import { type TestInstallation, testInstallation } from "./support/installation.ts";
import { networkBuilder } from "./support/network.ts";

let installation: TestInstallation;
let web: { request(path: string, init?: RequestInit): Response | Promise<Response> };
let amina: string;
let key: string;

beforeAll(async () => {
  installation = await testInstallation({ ROMSLIG_DEMO: "0" });
  const identity = createIdentity(installation);
  const identify = identifier(installation, identity.sessionOf);
  const api = createApi(installation, identify, identity);
  web = pagesAreBuilt() ? await createWeb(installation, api, identify, identity) : api;
  amina = await networkBuilder(installation).person("Amina Larsen");
  key = (await createApiKey(installation.db, installation.now(), { personId: amina, name: "test", scopes: ["read", "write"] })).key;
});

afterAll(() => installation.close());

/** Calls as a program does, with a key. */
async function ask(method: string, path: string, { body, ...headers }: { body?: BodyInit; [header: string]: unknown } = {}) {
  const answer = await web.request(`/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, ...(headers as Record<string, string>) },
    ...(body !== undefined && { body }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get("content-type")?.includes("json");
  return { status: answer.status, headers: answer.headers, body: isJson && text ? JSON.parse(text) : text };
}

describe("A program is answered in the language of programs", () => {
  test.each([
    ["GET", "/no-such-thing"],
    ["DELETE", "/me"],
    ["OPTIONS", "/spaces"],
    ["PUT", "/me/nothing/at/all"],
  ])("by a problem where nothing is: %s %s", async (method, path) => {
    const answer = await ask(method, path);

    expect([answer.status, answer.headers.get("content-type")]).toEqual([404, "application/problem+json"]);
    expect(answer.body).toMatchObject({ status: 404, code: "access.not_here" });
  });

  test("by nothing that a cache between may keep, or a browser take for something else", async () => {
    const { headers } = await ask("GET", "/me");

    expect([headers.get("cache-control"), headers.get("x-content-type-options")]).toEqual(["private, no-cache", "nosniff"]);
  });
});

describe("A key", () => {
  test("that is not known is refused also where everybody may look, so that no program believes it sees as its owner", async () => {
    const answers = [
      await ask("GET", "/municipalities?q=Oslo", { authorization: `Bearer ${key}x` }),
      await ask("GET", "/municipalities?q=Oslo", { authorization: "Bearer something-else" }),
      await ask("GET", "/me", { authorization: `Bearer ${key}x` }),
    ];

    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(Array(3).fill([401, "access.unknown_key"]));
  });

  test("is known by whatever case its scheme is written in", async () => {
    expect((await ask("GET", "/me", { authorization: `bearer ${key}` })).body).toMatchObject({ name: "Amina Larsen" });
  });

  test("that reads may ask for the head of what it may read", async () => {
    const reading = await createApiKey(installation.db, installation.now(), { personId: amina, name: "test", scopes: ["read"] });

    expect((await ask("HEAD", "/me", { authorization: `Bearer ${reading.key}` })).status).toBe(200);
  });
});

describe("What a program sends", () => {
  test("in another encoding than UTF-8 is refused, so that no letter is lost", async () => {
    const latin = Buffer.from('{"name":"Ås\xe6"}', "latin1");

    const answer = await ask("PATCH", "/me", { body: latin, "content-type": "application/json" });

    expect([answer.status, answer.body.errors?.[0]?.field]).toEqual([400, "name"]);
  });

  test("as a name is kept as one line that can be seen", async () => {
    const rename = (name: string) => ask("PATCH", "/me", { body: JSON.stringify({ name }), "content-type": "application/json" });

    expect((await rename("\u202eAmina\n\u200b Larsen")).body.name).toBe("Amina Larsen");
    expect((await rename("\u200b\u3164")).body).toMatchObject({ status: 400, errors: [{ field: "name", code: "too_small" }] });
  });
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApi } from "../src/api.ts";
import { createApiKey, createIdentity, identifier } from "../src/features/accounts/index.ts";
import { type EmbeddedServer, startEmbeddedServer } from "../src/platform/database/embedded.ts";
import { readSettings } from "../src/platform/settings.ts";
import { type Opened, openInstallation } from "../src/start/open-installation.ts";
import { createWeb, pagesAreBuilt } from "../src/web.ts";
import { gateBefore } from "./support/gate.ts";
import { networkBuilder } from "./support/network.ts";
import { freePort } from "./support/spawned.ts";

let folder: string;
let port: number;
let server: EmbeddedServer;
let opened: Opened;
let ask: (path: string, init?: RequestInit) => Promise<Response>;
let key: string;
let cookie: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "romslig-away-"));
  port = await freePort();
  server = await startEmbeddedServer(folder, { port });
  const settings = readSettings({ DATABASE_URL: server.url, ROMSLIG_DATA: join(folder, "files"), ROMSLIG_LOG: "quiet", ROMSLIG_DEMO: "0" });
  opened = await openInstallation(settings, () => Temporal.Now.instant());
  const { installation } = opened;
  const network = networkBuilder(installation);
  const house = await network.organization("blender");
  const amina = await network.person("Amina Larsen");
  await network.position(amina, house, "manager");
  ({ key } = await createApiKey(installation.db, installation.now(), { personId: amina, name: "test", scopes: ["read", "write"] }));
  const identity = createIdentity(installation);
  const session = await identity.openSession(await identity.issueLink("amina.larsen@example.test"), new Headers());
  cookie = (session?.cookies ?? []).map((one) => one.split(";")[0]).join("; ");
  const identify = identifier(installation, identity.sessionOf);
  const api = createApi(installation, identify, identity);
  const site = pagesAreBuilt() ? await createWeb(installation, api, identify, identity) : api;
  ask = async (path, init) => site.request(`http://localhost:3000${path}`, init);
});

afterAll(async () => {
  await opened.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

function write(): Promise<Response> {
  return ask("/api/v1/organizations/blender/webhooks", {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json", "accept-language": "en" },
    body: JSON.stringify({ url: "https://hooks.example/romslig", topics: ["*"] }),
  });
}

describe("While the database is away", () => {
  test("a write is refused as such, with when to try again; afterwards it works by itself, and nothing was written twice", async () => {
    expect((await ask("/api/v1/spaces")).status).toBe(200);
    await server.stop();

    const refused = await write();
    const read = await ask("/api/v1/spaces");

    expect({ status: refused.status, wait: refused.headers.get("retry-after"), body: await refused.json() }).toMatchObject({
      status: 503,
      wait: "5",
      body: { code: "request.away", status: 503 },
    });
    expect(read.status).toBe(503);
    expect(opened.installation.live.followers).toBe(0);

    server = await startEmbeddedServer(folder, { port });

    expect((await write()).status).toBe(201);
    expect((await ask("/api/v1/spaces")).status).toBe(200);
    const { items } = (await (
      await ask("/api/v1/organizations/blender/webhooks", { headers: { authorization: `Bearer ${key}` } })
    ).json()) as { items: unknown[] };
    expect(items).toHaveLength(1);
  });

  test.runIf(pagesAreBuilt())(
    "a page says so in the reader's language, and to someone signed in it does not say that they are unknown",
    async () => {
      await server.stop();

      const page = await ask("/nn");
      const signedIn = await ask("/nn/me/profile", { headers: { cookie } });
      const form = { "content-type": "application/x-www-form-urlencoded", origin: "http://localhost:3000" };
      const written = await ask("/nn/sign-in", { method: "POST", headers: form, body: "email=amina.larsen%40example.test" });
      const passkey = await ask("/api/auth/passkey/generate-authenticate-options", { headers: { "accept-language": "nn" } });

      expect({ status: page.status, wait: page.headers.get("retry-after") }).toEqual({ status: 503, wait: "5" });
      const html = await page.text();
      expect(html).toContain("Vi får ikkje tak i dataa akkurat no.");
      // to the address one is at
      expect(html).toMatch(/<a class="button lit" href="">Prøv igjen<\/a>/);
      expect(signedIn.status).toBe(503);
      expect({ status: written.status, wait: written.headers.get("retry-after") }).toEqual({ status: 503, wait: "5" });
      expect({ status: passkey.status, wait: passkey.headers.get("retry-after"), body: await passkey.json() }).toMatchObject({
        status: 503,
        wait: "5",
        body: { code: "request.away", title: "Vi får ikkje tak i dataa akkurat no. Det du har skrive, ligg i skjemaet." },
      });

      server = await startEmbeddedServer(folder, { port });

      expect((await ask("/nn")).status).toBe(200);
    },
  );
});

test.runIf(pagesAreBuilt())(
  "A database that is frozen, and closes nothing, is told of within seconds; awake again it answers by itself",
  async () => {
    const gate = await gateBefore(server.url);
    const variables = { DATABASE_URL: gate.url, ROMSLIG_DATA: join(folder, "files"), ROMSLIG_LOG: "quiet", ROMSLIG_DEMO: "0" };
    const frozen = await openInstallation(readSettings(variables), () => Temporal.Now.instant());
    const identity = createIdentity(frozen.installation);
    const identify = identifier(frozen.installation, identity.sessionOf);
    const site = await createWeb(frozen.installation, createApi(frozen.installation, identify, identity), identify, identity);
    const page = async () => site.request("http://localhost:3000/nn/me/profile", { headers: { cookie } });
    const before = (await page()).status;

    gate.fallSilent();
    const began = performance.now();
    const away = await page();
    const seconds = (performance.now() - began) / 1_000;
    gate.answerAgain();

    expect([before, away.status]).toEqual([200, 503]);
    expect(await away.text()).toContain("Vi får ikkje tak i dataa akkurat no.");
    expect(seconds).toBeLessThan(15);
    await expect.poll(async () => (await page()).status, { timeout: 15_000 }).toBe(200);
    await frozen.close();
    await gate.close();
  },
);

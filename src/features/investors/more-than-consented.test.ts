import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { anInvestorNetwork, secrets } from "../../../tests/support/investors.ts";
import { createApi } from "../../api.ts";
import { type Actor, visitor } from "../../platform/access/actor.ts";
import type { OpenApiDocument } from "../../platform/http/openapi.ts";
import { dayIn } from "../../platform/time/day.ts";
import { findActor } from "../accounts/index.ts";

/**
 * Tries to see more than was consented. Every GET of the whole API is asked, with every id there is to guess, by everybody who might want
 * to know, at every tier and after it was taken back; and nowhere may anything stand that lies beyond the tier.
 */
type World = Awaited<ReturnType<typeof anInvestorNetwork>>;
type Who = "anna" | "bo" | "mia" | "ingrid";
const everybody: Who[] = ["anna", "bo", "mia", "ingrid"];

let installation: TestInstallation;
let world: World;
let raiseId: string;
let paths: string[];
let ids: Record<string, string[]>;
let api: ReturnType<typeof createApi>;
let actors: Record<Who, Actor>;

beforeAll(async () => {
  installation = await testInstallation();
  world = await anInvestorNetwork(installation);
  raiseId = await world.raise();
  api = createApi(installation, async () => visitor);
  const actorOf = async (who: Who) => [who, (await findActor(installation.db, world.ids[who], today())) ?? visitor] as const;
  actors = Object.fromEntries(await Promise.all(everybody.map(actorOf))) as Record<Who, Actor>;
  const document = (await (await api.request("/api/v1/openapi.json")).json()) as OpenApiDocument;
  paths = Object.entries(document.paths).flatMap(([path, methods]) => ("get" in methods ? [path.replace(/^\/api\/v1/, "")] : []));
});
afterAll(() => installation.close());

const today = () => dayIn(installation.now(), "Europe/Oslo");

describe("What may be seen at each step", () => {
  test("nothing of a raise that is told to nobody, but names by those who run the network", async () => {
    expect(await leaks({ anna: [], bo: [], mia: [], ingrid: ["names"] })).toEqual({});
  });

  test("nothing but the summary once that is told to all", async () => {
    await world.tell(raiseId, "summary");

    expect(await leaks({ anna: [], bo: [], mia: [], ingrid: ["names"] })).toEqual({});
    expect(await tiers()).toEqual({ anna: "summary", bo: "summary", ingrid: "names" });
  });

  test("names by the one investor they were told to", async () => {
    const consent = await world.tell(raiseId, "names", world.profiles.anna);
    expect(await leaks({ anna: ["names"], bo: [], mia: [], ingrid: ["names"] })).toEqual({});
    expect(await tiers()).toEqual({ anna: "names", bo: "summary", ingrid: "names" });

    await world.ask(world.nora, `PUT /raise-consents/${consent}/withdrawal`);

    expect(await leaks({ anna: [], bo: [], mia: [], ingrid: ["names"] })).toEqual({});
    expect(await tiers()).toEqual({ anna: "summary", bo: "summary", ingrid: "names" });
  });

  test("contact data by the investor that was introduced, and by nobody once the consents are taken back", async () => {
    const introduction = await world.introduce(raiseId);
    await world.ask(world.nora, `POST /introductions/${introduction}/meetings`, {
      side: "startup",
      metOn: "2026-11-23",
      note: "Nordavind Helse viste fram instrumentet",
    });
    expect(await leaks({ anna: ["names", "contact"], bo: [], mia: [], ingrid: ["names"] })).toEqual({});
    expect(await tiers()).toEqual({ anna: "contact", bo: "summary", ingrid: "names" });

    const { consents } = (await world.nora.get(`/raises/${raiseId}/record`)).body;
    for (const { id } of consents.filter(({ withdrawnAt }) => withdrawnAt === null))
      await world.ask(world.nora, `PUT /raise-consents/${id}/withdrawal`);

    expect(await leaks({ anna: [], bo: [], mia: [], ingrid: ["names"] })).toEqual({});
    expect(await tiers()).toEqual({ ingrid: "names" });
  });

  test("nothing by an investor that has left the network", async () => {
    await world.tell(raiseId, "names");
    await world.ask(world.ingrid, `PUT /investor-profiles/${world.profiles.bo}/ending`);

    expect(await leaks({ anna: ["names"], bo: [], mia: [], ingrid: ["names"] })).toEqual({});
    expect(await tiers()).toEqual({ anna: "names", ingrid: "names" });
  });

  test("nothing by writing: whoever sees no raise is answered as if there were none", async () => {
    const { bo, mia, profiles } = world;
    const { consents } = (await world.nora.get(`/raises/${raiseId}/record`)).body;
    const tries = [
      `PATCH /raises/${raiseId}`,
      `PUT /raises/${raiseId}/publication`,
      `PUT /raises/${raiseId}/ending`,
      `POST /raises/${raiseId}/consents {"tier":"names"}`,
      `POST /raises/${raiseId}/introductions {"side":"investor","profile":"${profiles.bo}"}`,
      `POST /raises/${raiseId}/introductions {"side":"network","profile":"${profiles.bo}"}`,
      `PUT /raises/${raiseId}/interest {"profile":"${profiles.bo}","state":"following"}`,
      `POST /raises/${raiseId}/closings {"side":"investor","profile":"${profiles.bo}","closedOn":"2026-11-23","amountOre":1000,"instrument":"open"}`,
      `PUT /raise-consents/${consents[0]?.id}/withdrawal`,
    ];
    for (const by of [bo, mia])
      for (const one of tries) {
        const [method, path, body] = one.split(" ");
        const answer = await by.ask(`${method} ${path}`, JSON.parse(body ?? "{}"));
        expect({ one, status: answer.status, says: (answer.body as { code: string }).code }).toEqual({
          one,
          status: 404,
          says: "access.not_here",
        });
      }
  });
});

async function tiers(): Promise<Record<string, string>> {
  const seen: Record<string, string> = {};
  for (const who of everybody) {
    const { items } = (await world[who].get("/raises")).body;
    const single = await world[who].get(`/raises/${raiseId}`);
    expect(items.map(({ tier }) => tier)).toEqual(single.status === 200 ? [single.body.tier] : []);
    if (items[0]) seen[who] = items[0].tier;
  }
  return seen;
}

/** What stands where it must not, by who was answered and where. */
async function leaks(allowed: Record<Who, ("names" | "contact")[]>): Promise<Record<string, string[]>> {
  ids = await everyId();
  const found: Record<string, string[]> = {};
  for (const who of everybody) {
    const hidden = (["names", "contact"] as const).filter((tier) => !allowed[who].includes(tier)).flatMap((tier) => secrets[tier]);
    if (hidden.length === 0) continue;
    for (const asked of addresses()) {
      const text = await answerTo(who, asked);
      const told = hidden.filter((secret) => text.includes(secret));
      if (told.length > 0) found[`${who}: ${asked}`] = told;
    }
  }
  return found;
}

/** Every address of the API that could lead to a raise, with every id of what it is about. */
function addresses(): string[] {
  const guesses: [RegExp, string[]][] = [
    [/^\/raises\//, ids.raises ?? []],
    [/^\/introductions\//, ids.introductions ?? []],
    [/^\/investor-profiles\//, ids.investor_profiles ?? []],
    [/^\/(organizations|networks)\//, [world.startup, "nordavind-helse", "kyst"]],
    [/^\/people\//, [world.ids.nora]],
  ];
  const filled = paths.flatMap((path) => {
    const holes = path.match(/\{[^}]+\}/g) ?? [];
    if (holes.length === 0) return /raise|introduction|organizations|audit|letters|mail|people|me\//.test(path) ? [path] : [];
    const known = holes.length === 1 ? guesses.find(([is]) => is.test(path))?.[1] : undefined;
    return (known ?? []).map((id) => path.replace(/\{[^}]+\}/, id));
  });
  const searches = ["/organizations?q=Nordavind", "/raises?network=kyst", "/raises?network=nordavind-helse", "/introductions?network=kyst"];
  const previews = (ids.investor_profiles ?? []).map((profile) => `/raises/${raiseId}/preview?profile=${profile}`);
  return [...searches, ...previews, `/introductions?raise=${raiseId}`, `/audit?subject=raise:${raiseId}`, ...filled];
}

async function everyId(): Promise<Record<string, string[]>> {
  const tables = ["raises", "introductions", "investor_profiles"] as const;
  const rows = await Promise.all(
    tables.map(async (table) => [table, await installation.db.selectFrom(table).select("id").execute()] as const),
  );
  return Object.fromEntries(rows.map(([table, found]) => [table, found.map(({ id }) => id)]));
}

async function answerTo(who: Who, path: string): Promise<string> {
  const actor = actors[who];
  const inside = { actor, language: "nb" as const, requestId: "asked-by-a-test", address: "test" };
  return await (await api.request(`/api/v1${path}`, {}, { inside })).text();
}

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../../../tests/support/installation.ts";
import { networkBuilder } from "../../../../../tests/support/network.ts";
import { signedInAs } from "../../../../../tests/support/visitor.ts";
import { createApi } from "../../../../api.ts";
import { client } from "../../../../interface/api-client.ts";
import type { Visit } from "../../../../interface/visit.ts";
import { type SignedIn, visitor } from "../../../../platform/access/actor.ts";
import type { Values } from "../../pages/settings/values.ts";
import type { ResourceApi } from "../routes.ts";
import type { Resource } from "../shapes.ts";
import { type Api, carryOut, resourcesOf } from "./carry-out.ts";
import { errorsOf } from "./refused-fields.ts";
import { valuesOfResource } from "./resource-values.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;
let house: { id: string; slug: string; organizationId: string };
let kari: Api;
let ola: Api;
let place = 0;

beforeAll(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
});
beforeEach(async () => {
  place += 1;
  house = await network.space(`naustet-${place}`);
  const manager = async (name: string) =>
    as(signedInAs(await network.person(name, { email: `${name}.${place}@example.test` }), name, { [house.organizationId]: "manager" }));
  kari = await manager("kari");
  ola = await manager("ola");
});
afterAll(() => installation.close());

function as(actor: SignedIn): Api {
  const api = createApi(installation, async () => visitor);
  const inside = { actor, language: "nb" as const, requestId: "test", address: "test" };
  return client<ResourceApi>({ api: async (path: string, init?: RequestInit) => api.request(path, init, { inside }) } as Visit);
}

async function only(): Promise<Resource> {
  const [one] = await resourcesOf(kari, house.slug);
  if (!one) throw new Error("There is nothing in the house");
  return one;
}

// the form as the page makes it from what the manager sees, with what is changed in it
function formOf(seen: Resource, changed: Values): Values {
  const stored = valuesOfResource(seen);
  return { ...stored, act: "save", resource: seen.id, version: `"${seen.version}"`, was: JSON.stringify(stored), ...changed };
}

describe("A room", () => {
  test("is added last, with the rules most rooms have", async () => {
    await network.resource(house, "Fjorden", { place_in_order: 3 });

    const added = await carryOut(kari, house.slug, { act: "add", kind: "meeting_room", name: "Marka", capacity: "6" });

    const [, marka] = await resourcesOf(kari, house.slug);
    expect(added).toEqual({ did: "add", id: marka?.id });
    expect(marka).toMatchObject({ name: "Marka", capacity: 6, placeInOrder: 4, stepMinutes: 15, bookedBy: "members", prices: [] });
  });

  test("gets the rules and prices that were written, and the log says only those", async () => {
    await network.resource(house, "Fjorden");
    const changed = {
      longestMinutes: "1,5",
      noticeMinutes: "2",
      weeklyMinutes: "",
      "price.members.hour": "120,50",
      "price.everyone.day": "1 800",
      "equipment.screen": "on",
      needsApproval: "on",
      bookedBy: "everyone",
    };

    const saved = await carryOut(kari, house.slug, formOf(await only(), changed));

    const stands = await only();
    expect(saved).toEqual({ did: "save", id: stands.id });
    const written = {
      longestMinutes: 90,
      noticeMinutes: 120,
      equipment: ["screen"],
      needsApproval: true,
      bookedBy: "everyone",
      prices: [
        { audience: "members", unit: "hour", amountOre: 12_050 },
        { audience: "everyone", unit: "day", amountOre: 180_000 },
      ],
    };
    expect(stands).toMatchObject({ ...written, weeklyMinutes: null, prices: expect.arrayContaining(written.prices) });
    const log = await installation.db
      .selectFrom("audit_log")
      .select("details")
      .where("action", "=", "resource.change")
      .where("subject_id", "=", stands.id)
      .execute();
    expect(log.map(({ details }) => details)).toEqual([written]);
  });

  test("that cannot be saved keeps all that was written, and each fault stands at its field", async () => {
    await network.resource(house, "Fjorden");
    const wrong = { name: "", capacity: "mange", longestMinutes: "1000", "price.network.half_day": "gratis", "price.members.hour": "100" };

    const refused = await carryOut(kari, house.slug, formOf(await only(), wrong));

    if (!("problem" in refused)) throw new Error("It was saved");
    expect(refused.written).toMatchObject(wrong);
    expect(errorsOf(refused, "nb")).toEqual([
      { field: "save-name", message: "Fyll ut dette feltet." },
      { field: "save-capacity", message: "Skriv et tall." },
      { field: "save-longestMinutes", message: "Skriv timene som et tall fra 0 til 744, og mer enn 0 der noe må ta tid." },
      { field: "save-price-network-half_day", message: "Skriv et tall." },
    ]);
  });

  test("with lengths that disagree is told at the shortest of them", async () => {
    await network.resource(house, "Fjorden");

    const refused = await carryOut(kari, house.slug, formOf(await only(), { shortestMinutes: "20" }));

    expect("problem" in refused && errorsOf(refused, "nb").map(({ field }) => field)).toEqual(["save-shortestMinutes"]);
  });

  test("is moved up among others that had no order of their own", async () => {
    for (const name of ["Dalen", "Fjorden", "Marka"]) await network.resource(house, name);
    const marka = (await resourcesOf(kari, house.slug)).at(-1);

    await carryOut(kari, house.slug, { act: "up", resource: marka?.id ?? "" });

    expect((await resourcesOf(kari, house.slug)).map(({ name }) => name)).toEqual(["Dalen", "Marka", "Fjorden"]);
  });

  test("goes out of use and into use again", async () => {
    const resource = await network.resource(house, "Fjorden");

    await carryOut(kari, house.slug, { act: "retire", resource, inUseUntil: "2026-12-01" });
    const out = (await only()).inUseUntil;
    await carryOut(kari, house.slug, { act: "restore", resource });

    expect([out, (await only()).inUseUntil]).toEqual(["2026-12-01", null]);
  });
});

describe("Two managers at once", () => {
  test("in the same room: the later is told, sees both, and may save all the same", async () => {
    await network.resource(house, "Fjorden");
    const seen = await only();
    await carryOut(kari, house.slug, formOf(seen, { capacity: "10" }));

    const late = await carryOut(ola, house.slug, formOf(seen, { capacity: "12" }));

    if (!("problem" in late)) throw new Error("The later save was not told");
    expect([late.problem.status, late.problem.details?.current, errorsOf(late, "nb")]).toMatchObject([412, { capacity: 10 }, []]);
    expect(await carryOut(ola, house.slug, formOf(await only(), { capacity: "12" }))).toMatchObject({ did: "save" });
    expect((await only()).capacity).toBe(12);
  });

  test("one in the room and one in the order: both stand", async () => {
    const first = await network.resource(house, "Dalen");
    await network.resource(house, "Fjorden");
    const [seen] = await resourcesOf(ola, house.slug);
    if (!seen) throw new Error("There is nothing in the house");
    await carryOut(kari, house.slug, { act: "down", resource: first });

    const saved = await carryOut(ola, house.slug, formOf(seen, { capacity: "12" }));

    expect(saved).toEqual({ did: "save", id: first });
    expect((await resourcesOf(ola, house.slug)).map(({ name, capacity }) => [name, capacity])).toEqual([
      ["Fjorden", 8],
      ["Dalen", 12],
    ]);
  });
});

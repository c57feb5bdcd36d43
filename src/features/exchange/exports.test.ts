import { afterEach, beforeEach, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { callers } from "../../../tests/support/visitor.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;
let visitors: ReturnType<typeof callers>;

beforeEach(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
  visitors = callers(installation);
});
afterEach(() => installation.close());

/** Amina and Bo of Blender Collective go to WorkWork in Trondheim and Flow in Tromsø; Henrik stands at WorkWork's desk. */
async function threeHouses() {
  const workwork = await network.space("workwork", {
    name: "WorkWork",
    town: "Trondheim",
    municipality: "5001",
    latitude: 63.43,
    longitude: 10.39,
    seats: 3,
  });
  const flow = await network.space("flow", { name: "Flow", town: "Tromsø", latitude: 69.65, longitude: 18.96 });
  const blender = await network.space("blender", { name: "Blender Collective", town: "Fredrikstad" });
  const { networkId } = await network.agreement([workwork, flow, blender], {
    quotas: { person: 1 },
    terms: { priceAfterQuotaOre: 12_550 },
  });
  const [amina, bo] = [await network.member("Amina Larsen", blender), await network.member("Bo Vik", blender)];
  const henrik = await network.person("Henrik Dahl");
  await network.position(henrik, workwork.organizationId, "host");
  const take = async (personId: string, space: string, day: string) => {
    const answer = await visitors.as(personId).post(`/spaces/${space}/day-passes`, { day });
    return answer.body.code as string;
  };
  return { networkId, amina, bo, henrik, take };
}

test("one's own days come as Norwegian Excel opens them, the latest first, and nobody else's among them", async () => {
  const { amina, bo, take } = await threeHouses();
  const first = await take(amina, "workwork", "2026-11-24");
  const second = await take(amina, "flow", "2026-12-01");
  await take(bo, "workwork", "2026-11-24");
  await installation.db.updateTable("day_passes").set({ price_ore: 12_550 }).where("code", "=", second).execute();

  const all = await visitors.as(amina).get("/me/day-passes.csv");
  const november = await visitors.as(amina).get("/me/day-passes.csv?to=2026-11-30&form=plain");
  const nobodys = await visitors.nobody.get("/me/day-passes.csv");

  expect(all.headers.get("content-disposition")).toBe('attachment; filename="my-day-passes.csv"');
  expect(all.body).toBe(
    [
      "Dag;Hus;Sted;Hjemmehus;Tilstand;Sluppet inn;Kode;Pris (kr)",
      `01.12.2026;Flow;Tromsø;Blender Collective;holdt;;${second};125,5`,
      `24.11.2026;WorkWork;Trondheim;Blender Collective;holdt;;${first};0`,
      "",
    ].join("\r\n"),
  );
  expect(november.body.split("\r\n").slice(1)).toEqual([`2026-11-24,WorkWork,Trondheim,Blender Collective,holdt,,${first},0`, ""]);
  expect(nobodys.status).toBe(401);
});

test("the desk takes the guests of one day with it", async () => {
  const { amina, bo, henrik, take } = await threeHouses();
  await take(amina, "workwork", "2026-11-24");
  await take(bo, "workwork", "2026-11-25");

  const tuesday = await visitors.as(henrik).get("/spaces/workwork/day-passes.csv?from=2026-11-24&to=2026-11-24");
  const always = await visitors.as(henrik).get("/spaces/workwork/day-passes.csv");

  expect(tuesday.body.split("\r\n").slice(1)).toEqual(["24.11.2026;Amina L.;Blender Collective;holdt;", ""]);
  expect(always.body.split("\r\n")).toHaveLength(4);
});

test("everyone takes the spaces of a network with them: the nearest first, with the seats of the day", async () => {
  const { networkId, amina, take } = await threeHouses();
  await take(amina, "workwork", "2026-11-24");

  const near = await visitors.nobody.get(`/networks/${networkId}/spaces.csv?near=63.43,10.40&day=2026-11-24&seats=1`);
  const unknown = await visitors.nobody.get("/networks/there-is-none/spaces.csv");

  const rows = near.body.split("\r\n").map((row: string) => row.split(";"));
  expect(rows[1]).toEqual(["WorkWork", "workwork", "Trondheim", "Trondheim", "63,43", "10,39", "0,5", "24.11.2026", "3", "2", "0", "nei"]);
  expect(rows.map(([name]: string[]) => name)).toEqual(["Navn", "WorkWork", "Blender Collective", "Flow", ""]);
  expect(unknown.status).toBe(404);
});

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { doWhatIsDue } from "../../../tests/support/jobs.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { callers } from "../../../tests/support/visitor.ts";
import { productionSubscriptions } from "./index.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;

beforeAll(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
});
beforeEach(() => installation.setClock("2026-11-23T09:00:00+01:00"));
afterAll(() => installation.close());

let labs = 0;

/** A lab that has begun on an order: five plates in stock, of which the order took three; an hour's work, and the laser tomorrow. */
async function workBegun() {
  labs += 1;
  const space = await network.space(`verksted-${labs}`, { name: "Verkstedet" });
  const customer = await network.person("Kari Kunde", { email: `kari.${labs}@example.test`, locale: "en" });
  const host = await network.person("Vera Vert", { email: `vera.${labs}@example.test` });
  await network.position(host, space.organizationId, "manager");
  const machine = await network.resource(space, "Laseren", { kind: "machine", booked_by: "everyone" });
  const { as } = callers(installation);
  const [kari, vera] = [as(customer), as(host)];
  const stock = await vera.post(`/spaces/${space.slug}/consumables`, { name: "Bjørk", unit: "plate", priceOre: 12_000, inStock: 5 });
  const consumableId: string = stock.body.items[0].id;
  const id: string = (await kari.post("/production-orders", { space: space.slug, title: "Skilt til døra" })).body.id;
  const order = `/production-orders/${id}` as const;
  const step = (by: typeof kari, state: string) => by.put(`${order}/state`, { state });
  await step(kari, "asked");
  await vera.post(`${order}/lines`, { kind: "work", text: "Skjæring", amountOre: 45_000 });
  await vera.post(`${order}/lines`, { kind: "material", text: "Tre plater", amountOre: 36_000, consumableId, consumed: 3 });
  const tomorrow = { startsAt: "2026-11-24T10:00:00+01:00", endsAt: "2026-11-24T11:00:00+01:00" };
  await vera.post(`${order}/machine-times`, { resourceId: machine, ...tomorrow, amountOre: 30_000 });
  await step(vera, "quoted");
  await step(kari, "accepted");
  const begun = await step(vera, "in_production");
  const [work, material, laser] = begun.body.lines.map((line) => line.id);
  const left = async () => (await vera.get(`/spaces/${space.slug}/consumables`)).body.items.map(({ inStock }) => inStock);
  const charges = async () => (await vera.get(`/spaces/${space.id}/charges?from=2026-11-01&until=2026-12-01`)).body;
  return { space, order, id, kari, vera, work, material, laser, left, charges, step };
}

test("work that cannot be finished is stopped: what was used stays used, the rest is back in stock, and no more is owed than the lab asks for", async () => {
  const given = await workBegun();
  const before = await given.left();

  const lines = [
    { lineId: given.work, owedOre: 20_000 },
    { lineId: given.material, owedOre: 12_000, used: 1 },
  ];
  const stopped = await given.vera.put(`${given.order}/stop`, { reason: "Laseren brant opp", lines });
  await doWhatIsDue(installation, { subscriptions: productionSubscriptions });

  expect([stopped.status, stopped.body.state, stopped.body.owed.netOre, stopped.body.abilities.steps]).toEqual([
    200,
    "stopped",
    32_000,
    [],
  ]);
  expect(stopped.body.history.at(-1)).toMatchObject({ state: "stopped", by: "Vera Vert", reason: "Laseren brant opp" });
  expect([before, await given.left()]).toEqual([[2], [4]]);
  const { items, sumOre } = await given.charges();
  expect([sumOre, items.map(({ kind, owedBy, amountOre, cause }) => [kind, owedBy.name, amountOre, cause.orderId])]).toEqual([
    32_000,
    [["order", "Kari Kunde", 32_000, given.id]],
  ]);
  const letters = await installation.db
    .selectFrom("letters")
    .select(["subject", "body_text"])
    .where("recipient", "=", `kari.${labs}@example.test`)
    .where("subject", "like", "%stop%")
    .execute();
  expect(letters.map(({ subject }) => subject)).toEqual(["Verkstedet had to stop the work on “Skilt til døra”"]);
  expect(letters[0]?.body_text).toContain("You pay NOK\u00a0320 for what was done.");
  expect(letters[0]?.body_text).toContain("Reason: Laseren brant opp");
  const [time] = (await given.kari.get(given.order)).body.lines.flatMap(({ machineTime }) => machineTime ?? []);
  expect(time?.isCancelled).toBe(true);
});

test("work that is stopped without lines costs the customer nothing, and its material is used", async () => {
  const given = await workBegun();
  await given.step(given.vera, "ready");

  const stopped = await given.vera.put(`${given.order}/stop`, { reason: "Ble aldri hentet" });

  expect([stopped.body.owed.netOre, await given.left(), (await given.charges()).items]).toEqual([0, [2], []]);
});

test("of a line no more is owed or used than was agreed, and not of another order's", async () => {
  const [given, other] = [await workBegun(), await workBegun()];
  const stop = (line: object) => given.vera.put(`${given.order}/stop`, { reason: "Stans", lines: [line] });

  const answers = [
    await stop({ lineId: given.work, owedOre: 45_001 }),
    await stop({ lineId: given.material, used: 4 }),
    await stop({ lineId: given.laser, used: 1 }),
    await stop({ lineId: other.work, owedOre: 1 }),
  ];

  expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
    [422, "production.more_than_agreed"],
    [422, "production.more_than_agreed"],
    [422, "production.more_than_agreed"],
    [422, "production.not_that_line"],
  ]);
  expect([(await given.kari.get(given.order)).body.state, await given.left()]).toEqual(["in_production", [2]]);
});

test("an order is stopped once, by the lab, after the work began and before it was collected", async () => {
  const given = await workBegun();
  const stop = (by: typeof given.kari) => by.put(`${given.order}/stop`, { reason: "Stans", lines: [{ lineId: given.material, used: 0 }] });

  const byCustomer = await stop(given.kari);
  const answers = await Promise.all([stop(given.vera), stop(given.vera)]);
  const after = await given.step(given.vera, "collected");

  expect(byCustomer.status).toBe(404);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  expect([after.status, await given.left()]).toEqual([409, [5]]);
});

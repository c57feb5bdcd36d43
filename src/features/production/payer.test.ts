import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { callers } from "../../../tests/support/visitor.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;

beforeAll(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
});
beforeEach(() => installation.setClock("2026-11-23T09:00:00+01:00"));
afterAll(() => installation.close());

let labs = 0;

/** A lab, and a company with one who manages it and one on its team in the house; two more who only work there. */
async function labAndCompany() {
  labs += 1;
  const space = await network.space(`verksted-${labs}`, { name: "Verkstedet" });
  const name = `Snekkerne AS ${labs}`;
  const company = { name, id: await network.organization(`snekkerne-${labs}`, { name }) };
  const person = (called: string) => network.person(called, { email: `${called.charAt(0).toLowerCase()}${labs}@example.test` });
  const [host, leader, carpenter, clerk, operator] = [
    await person("Vera Vert"),
    await person("Liv Leder"),
    await person("Tore Snekker"),
    await person("Kåre Kontor"),
    await person("Oda Drift"),
  ];
  await network.position(host, space.organizationId, "manager");
  await network.position(leader, company.id, "manager");
  await network.position(clerk, company.id, "member");
  await network.position(operator, company.id, "operator");
  await network.resource(space, "Laseren", { kind: "machine", booked_by: "everyone" });
  const team = await network.subscription(space, await network.plan(space, "Lag"), { organizationId: company.id, people: [carpenter] });
  const { as } = callers(installation);
  const order = (by: ReturnType<typeof as>, organization: string | null = company.id) =>
    by.post("/production-orders", { space: space.slug, title: "Skilt", organization });
  return { space, company, team, order, vera: as(host), liv: as(leader), sigurd: as(carpenter), kare: as(clerk), oda: as(operator) };
}

test("a company may be ordered for by those who manage it and those on its team in the house, and by nobody else", async () => {
  const given = await labAndCompany();
  const { space, company, order } = given;

  const answers = await Promise.all([given.liv, given.sigurd, given.kare, given.oda].map((by) => order(by)));
  const payers = await Promise.all(
    [given.liv, given.sigurd, given.kare].map((by) => by.get(`/spaces/${space.slug}/production-order-payers`)),
  );

  expect(answers.map(({ status, body }) => [status, body.organization?.name ?? body.code])).toEqual([
    [201, company.name],
    [201, company.name],
    [422, "production.not_for_them"],
    [422, "production.not_for_them"],
  ]);
  expect(payers.map(({ body }) => body.items.map(({ id }) => id))).toEqual([[company.id], [company.id], []]);
});

test("what was ordered for a company is owed by the company", async () => {
  const { space, company, order, vera, sigurd } = await labAndCompany();
  const { id } = (await order(sigurd)).body;
  const step = (by: typeof vera, state: string) => by.put(`/production-orders/${id}/state`, { state });
  await step(sigurd, "asked");
  await vera.post(`/production-orders/${id}/lines`, { kind: "work", text: "Skjæring", amountOre: 45_000 });
  await step(vera, "quoted");
  await step(sigurd, "accepted");
  for (const state of ["in_production", "ready", "collected"]) await step(vera, state);

  const { items } = (await vera.get(`/spaces/${space.id}/charges?from=2026-11-01&until=2026-12-01`)).body;

  const orders = items.filter(({ kind }) => kind === "order");
  expect(orders.map(({ owedBy, amountOre }) => [owedBy.name, amountOre])).toEqual([[company.name, 45_000]]);
});

test("whoever is taken off the team says no more yes to a price for the company, and can pay themselves while it is still asked", async () => {
  const { space, team, order, vera, sigurd } = await labAndCompany();
  const [quoted, asked] = [(await order(sigurd)).body.id, (await order(sigurd)).body.id];
  for (const id of [quoted, asked]) await sigurd.put(`/production-orders/${id}/state`, { state: "asked" });
  await vera.post(`/production-orders/${quoted}/lines`, { kind: "work", text: "Skjæring", amountOre: 45_000 });
  await vera.put(`/production-orders/${quoted}/state`, { state: "quoted" });
  await installation.db
    .updateTable("subscription_people")
    .set({ during: "[2026-11-01,2026-11-23)" })
    .where("space_id", "=", space.id)
    .where("subscription_id", "=", team)
    .execute();

  const accepted = await sigurd.put(`/production-orders/${quoted}/state`, { state: "accepted" });
  const changed = await sigurd.patch(`/production-orders/${asked}`, { organization: null });

  expect([accepted.status, accepted.body.code]).toEqual([422, "production.not_for_them"]);
  expect([changed.status, changed.body.organization]).toEqual([200, null]);
});

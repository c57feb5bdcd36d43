import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { doWhatIsDue } from "../../../tests/support/jobs.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { callers } from "../../../tests/support/visitor.ts";
import { writtenMoney } from "../../platform/language/written-money.ts";
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

test("those who manage the company see what is ordered for it, once it is sent; nobody else does", async () => {
  const { space, order, liv, sigurd, kare, oda } = await labAndCompany();
  const { id } = (await order(sigurd)).body;
  const draft = await liv.get(`/production-orders/${id}`);
  const others = await labAndCompany();
  await others.order(others.sigurd);
  await sigurd.put(`/production-orders/${id}/state`, { state: "asked" });
  await sigurd.post("/production-orders", { space: space.slug, title: "Til meg selv" });

  const lists = await Promise.all([liv, sigurd, kare, oda].map((by) => by.get("/me/production-orders?of=companies")));
  const read = await Promise.all([liv, kare, others.liv].map((by) => by.get(`/production-orders/${id}`)));

  expect(draft.status).toBe(404);
  expect(lists.map(({ body }) => body.items.map((one) => one.id))).toEqual([[id], [], [], []]);
  expect(read.map(({ status }) => status)).toEqual([200, 404, 404]);
  expect((await liv.get("/me/production-orders")).body.items).toEqual([]);
});

test("a manager of the company says yes for it, and whoever ordered is told; the manager does not send them the bill", async () => {
  const { company, order, vera, liv, sigurd } = await labAndCompany();
  const { id } = (await order(sigurd)).body;
  const at = `/production-orders/${id}` as const;
  await sigurd.put(`${at}/state`, { state: "asked" });
  const billed = await liv.patch(at, { organization: null });
  const changed = await liv.patch(at, { quantity: 3 });
  await vera.post(`${at}/lines`, { kind: "work", text: "Skjæring", amountOre: 45_000 });
  await vera.put(`${at}/state`, { state: "quoted" });

  const accepted = await liv.put(`${at}/state`, { state: "accepted" });
  await doWhatIsDue(installation, { subscriptions: productionSubscriptions });

  expect([billed.status, billed.body.code]).toEqual([422, "production.not_their_choice"]);
  expect([changed.body.quantity, changed.body.abilities.choosePayer]).toEqual([3, false]);
  expect([accepted.status, accepted.body.state, accepted.body.organization?.name]).toEqual([200, "accepted", company.name]);
  expect(await subjectsTo(`t${labs}@example.test`)).toEqual(["Tilbud på «Skilt»: 450 kr", "Ja til «Skilt»"]);
  const told = await bodyTo(`v${labs}@example.test`, "Ja til «Skilt»");
  expect(told).toContain(`Liv Leder (${company.name}) sier ja til ${writtenMoney(45_000, "nb")}.`);
});

test("what was agreed is called off by the customer's side until the work begins, and then no more", async () => {
  const { order, vera, liv, sigurd } = await labAndCompany();
  const agreed = async () => {
    const at = `/production-orders/${(await order(sigurd)).body.id}` as const;
    await sigurd.put(`${at}/state`, { state: "asked" });
    await vera.post(`${at}/lines`, { kind: "work", text: "Skjæring", amountOre: 45_000 });
    await vera.put(`${at}/state`, { state: "quoted" });
    await sigurd.put(`${at}/state`, { state: "accepted" });
    return at;
  };
  const [first, second, begun] = [await agreed(), await agreed(), await agreed()];
  await vera.put(`${begun}/state`, { state: "in_production" });

  const answers = [
    await liv.put(`${first}/state`, { state: "declined", reason: "Vi flytter" }),
    await sigurd.put(`${second}/state`, { state: "declined" }),
    await liv.put(`${begun}/state`, { state: "declined" }),
  ];

  expect(answers.map(({ status, body }) => [status, body.state ?? body.code])).toEqual([
    [200, "declined"],
    [200, "declined"],
    [409, "production.wrong_step"],
  ]);
  expect((await liv.get(first)).body.history.at(-1)).toMatchObject({ state: "declined", by: "Liv Leder", reason: "Vi flytter" });
});

async function subjectsTo(recipient: string): Promise<string[]> {
  const letters = await installation.db.selectFrom("letters").select("subject").where("recipient", "=", recipient).orderBy("id").execute();
  return letters.map(({ subject }) => subject);
}

async function bodyTo(recipient: string, subject: string): Promise<string | null | undefined> {
  const letters = installation.db.selectFrom("letters").select("body_text").where("recipient", "=", recipient);
  return (await letters.where("subject", "=", subject).executeTakeFirst())?.body_text;
}

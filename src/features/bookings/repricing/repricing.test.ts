import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { doWhatIsDue, tellAllAgain } from "../../../../tests/support/jobs.ts";
import { networkBuilder } from "../../../../tests/support/network.ts";
import { callers } from "../../../../tests/support/visitor.ts";
import { writeUse } from "../write-use.ts";

let installation: TestInstallation;

beforeAll(async () => {
  installation = await testInstallation();
});
beforeEach(() => installation.setClock("2026-11-23T09:00:00+01:00"));
afterAll(() => installation.close());

let houses = 0;

/** Amina has five room hours a month, and a manager, Mona, looks after the plans; the company Nordlys is Ola's. */
async function house() {
  houses += 1;
  const network = networkBuilder(installation);
  const space = await network.space(`rorbua-${houses}`);
  const person = (name: string) => network.person(name, { email: `${name}.${houses}@example.test`.toLowerCase() });
  const [mona, amina, ola] = [await person("Mona"), await person("Amina"), await person("Ola")];
  await network.position(mona, space.organizationId, "manager");
  await network.membership(space.organizationId, { personId: amina });
  const room = await network.resource(space, "Fjorden");
  const desks = await network.resource(space, "Pultene", { kind: "desk_pool", capacity: 4, places: 4 });
  for (const resource_id of [room, desks])
    await installation.db
      .insertInto("resource_prices")
      .values({ resource_id, audience: "members", unit: "hour", amount_ore: 30_000 })
      .execute();
  const nordlys = await network.organization(`nordlys-av-${houses}`, { name: "Nordlys AS", kinds: ["company"] });
  await network.position(ola, nordlys, "manager");
  const { as } = callers(installation);
  const [asMona, asAmina, asOla] = [as(mona), as(amina), as(ola)];
  const flex = { names: { nb: "Fleks" }, priceOre: 250_000, period: "month", includedDays: 10, includedRoomMinutes: 300 };
  const planOf = async (given: object) => (await asMona.post(`/spaces/${space.slug}/plans`, { ...flex, ...given })).body.id;
  const startFor = async (planId: string, holder: object) =>
    (await asMona.post(`/spaces/${space.slug}/subscriptions`, { planId, ...holder })).body.id;
  const book = async (resource: string, startsAt: string, endsAt: string) =>
    (await asAmina.post(`/resources/${resource}/bookings`, { startsAt, endsAt })).body.id;
  const priceOf = async (id: string) =>
    (await installation.db.selectFrom("bookings").select("price_ore").where("id", "=", id).executeTakeFirstOrThrow()).price_ore;
  const letters = async () =>
    await installation.db
      .selectFrom("letters")
      .select(["subject", "body_text"])
      .where("recipient", "=", `amina.${houses}@example.test`)
      .where("subject", "like", "Bookingene dine%")
      .execute();
  return { space, room, desks, nordlys, ids: { amina }, mona: asMona, ola: asOla, planOf, startFor, book, priceOf, letters };
}

describe("Bookings ahead, when the plan that covers them is no more then", () => {
  test("have a price from when notice is given, are told in one letter, and are owed as told", async () => {
    const { room, ids, mona, planOf, startFor, book, priceOf, letters } = await house();
    const subscription = await startFor(await planOf({}), { personId: ids.amina });
    const before = await book(room, "2026-12-01T10:00:00+01:00", "2026-12-01T11:00:00+01:00");
    const first = await book(room, "2026-12-29T10:00:00+01:00", "2026-12-29T11:00:00+01:00");
    const second = await book(room, "2026-12-30T10:00:00+01:00", "2026-12-30T12:00:00+01:00");

    await mona.put(`/subscriptions/${subscription}/end`, {});
    await doWhatIsDue(installation);
    await tellAllAgain(installation);
    await doWhatIsDue(installation);

    expect(await Promise.all([before, first, second].map(priceOf))).toEqual([0, 30_000, 60_000]);
    const written = await letters();
    expect(written).toHaveLength(1);
    expect(written[0]?.body_text).toContain("Fjorden tirsdag 29. desember kl. 10:00: 300\u00a0kr (før inkludert).");
    expect(written[0]?.body_text).toContain("Fjorden onsdag 30. desember kl. 10:00: 600\u00a0kr (før inkludert).");
    installation.setClock("2026-12-30T12:00:00+01:00");
    await writeUse(installation);
    const owed = await installation.db
      .selectFrom("charges")
      .select("amount_ore")
      .where("booking_id", "in", [before, first, second])
      .orderBy("amount_ore")
      .execute();
    expect(owed.map(({ amount_ore }) => amount_ore)).toEqual([30_000, 60_000]);
  });

  test("are covered by the plan that takes over, and nobody is written to about what still costs nothing", async () => {
    const { room, ids, mona, planOf, startFor, book, priceOf, letters } = await house();
    const subscription = await startFor(await planOf({}), { personId: ids.amina });
    const booking = await book(room, "2026-12-29T10:00:00+01:00", "2026-12-29T12:00:00+01:00");
    const more = await planOf({ names: { nb: "Mer" }, includedRoomMinutes: 600 });

    const { body: next } = await mona.put(`/subscriptions/${subscription}/next-plan`, { planId: more });
    await doWhatIsDue(installation);

    expect([await priceOf(booking), await letters()]).toEqual([0, []]);
    const entries = await mona.get(`/subscriptions/${next.id}/entitlement-entries?unit=room_minute&periodFrom=2026-12-23`);
    expect(entries.body.items.map(({ kind, balance }: { kind: string; balance: number }) => [kind, balance])).toEqual([
      ["held", 480],
      ["granted", 600],
    ]);
  });

  test("have a price while it is paused", async () => {
    const { room, ids, mona, planOf, startFor, book, priceOf, letters } = await house();
    const subscription = await startFor(await planOf({}), { personId: ids.amina });
    const booking = await book(room, "2026-12-29T10:00:00+01:00", "2026-12-29T12:00:00+01:00");

    await mona.put(`/subscriptions/${subscription}/pause`, { from: "2026-12-01", until: "2027-01-10" });
    await doWhatIsDue(installation);

    expect([await priceOf(booking), (await letters()).length]).toEqual([60_000, 1]);
  });

  test("are owed by whoever booked when their company pays for them no more", async () => {
    const { room, nordlys, ids, ola, planOf, startFor, book, priceOf } = await house();
    const subscription = await startFor(await planOf({}), { organization: nordlys, seats: 2 });
    await ola.post(`/subscriptions/${subscription}/people`, { personId: ids.amina });
    const booking = await book(room, "2026-12-10T10:00:00+01:00", "2026-12-10T11:00:00+01:00");

    await ola.put(`/subscriptions/${subscription}/people/${ids.amina}/end`, { on: "2026-12-01" });
    await doWhatIsDue(installation);
    installation.setClock("2026-12-10T11:00:00+01:00");
    await writeUse(installation);

    const owed = await installation.db
      .selectFrom("charges")
      .select(["amount_ore", "person_id", "organization_id"])
      .where("booking_id", "=", booking)
      .execute();
    expect([await priceOf(booking), owed]).toEqual([30_000, [{ amount_ore: 30_000, person_id: ids.amina, organization_id: null }]]);
  });

  test("cost each their hours when they were two desks of one day", async () => {
    const { desks, ids, mona, planOf, startFor, book, priceOf } = await house();
    const subscription = await startFor(await planOf({}), { personId: ids.amina });
    const morning = await book(desks, "2026-12-29T09:00:00+01:00", "2026-12-29T11:00:00+01:00");
    const evening = await book(desks, "2026-12-29T13:00:00+01:00", "2026-12-29T14:00:00+01:00");
    const included = await Promise.all([morning, evening].map(priceOf));

    await mona.put(`/subscriptions/${subscription}/end`, {});
    await doWhatIsDue(installation);

    expect([included, await Promise.all([morning, evening].map(priceOf))]).toEqual([
      [0, 0],
      [60_000, 30_000],
    ]);
  });
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { networkBuilder } from "../../../../tests/support/network.ts";
import { callers } from "../../../../tests/support/visitor.ts";
import { writeUse } from "../write-use.ts";

let installation: TestInstallation;

beforeAll(async () => {
  installation = await testInstallation();
});
afterAll(() => installation.close());

/** A room and desks at 200 kroner the hour; Amina has three room hours and two days, and shares a company's five room hours with Kari. */
async function house(slug: string) {
  const network = networkBuilder(installation);
  const space = await network.space(slug);
  const amina = await network.person("Amina", { email: `amina.${slug}@example.test` });
  await network.membership(space.organizationId, { personId: amina });
  const room = await network.resource(space, "Fjorden", { longest_minutes: 600 });
  const desks = await network.resource(space, "Pultene", { kind: "desk_pool", capacity: 4, places: 4, longest_minutes: 600 });
  const auditorium = await network.resource(space, "Salen", { kind: "auditorium", longest_minutes: 600 });
  for (const resource_id of [room, desks, auditorium])
    await installation.db
      .insertInto("resource_prices")
      .values({ resource_id, audience: "members", unit: "hour", amount_ore: 20_000 })
      .execute();
  const own = await network.plan(space, "Fleks", { included_room_minutes: 180, included_days: 2 });
  const shared = await network.plan(space, "Lag", { included_room_minutes: 300 });
  await network.subscription(space, own, { personId: amina });
  const company = await network.organization(`nordlys-${slug}`, { kinds: ["company"] });
  await network.subscription(space, shared, { organizationId: company, people: [amina] });
  const { as } = callers(installation);
  const caller = as(amina);
  const shown = async (resource: string, from: string, minutes: number) => {
    const to = Temporal.Instant.from(from).add({ minutes }).toString();
    const query = new URLSearchParams({ resource, from, to, minutes: String(minutes) });
    return (await caller.get(`/availability?${query}`)).body.items[0];
  };
  const book = async (resource: string, from: string, minutes: number) => {
    const endsAt = Temporal.Instant.from(from).add({ minutes }).toString();
    return (await caller.post(`/resources/${resource}/bookings`, { startsAt: from, endsAt })).body.id;
  };
  return { network, space, room, desks, auditorium, shown, book };
}

test("the price that is shown is the price that is paid, whatever is left of plans when it is booked", async () => {
  installation.setClock("2026-11-23T08:00:00+01:00");
  const { space, room, desks, auditorium, shown, book } = await house("vist");
  const times: [resource: string, hour: number, minutes: number][] = [
    [room, 8, 120],
    [desks, 8, 180],
    [desks, 12, 120],
    [auditorium, 10, 60],
    [room, 11, 90],
    [room, 13, 240],
    [desks, 14, 60],
    [room, 9, 45],
  ];
  const told: { id: string; shown: number }[] = [];

  for (const [index, day] of ["24", "25", "26"].entries())
    for (const [resource, hour, minutes] of times) {
      const from = `2026-11-${day}T${String(hour).padStart(2, "0")}:00:00+01:00`;
      const before = await shown(resource, from, minutes);
      if (before === undefined) continue;
      told.push({ id: await book(resource, from, minutes), shown: before.priceOre });
      expect([index, told.at(-1)?.id]).toEqual([index, expect.any(String)]);
    }
  installation.setClock("2026-11-27T08:00:00+01:00");
  await writeUse(installation);

  const charges = await installation.db
    .selectFrom("charges")
    .select(["booking_id", "amount_ore"])
    .where("space_id", "=", space.id)
    .execute();
  const paid = new Map(charges.map(({ booking_id, amount_ore }) => [booking_id, amount_ore]));
  expect(told.map(({ id, shown }) => [id, shown])).toEqual(told.map(({ id }) => [id, paid.get(id) ?? 0]));
  // some of it included, some in part, some paid in full
  expect(new Set(told.map(({ shown }) => shown === 0))).toEqual(new Set([true, false]));
  expect(told.length).toBeGreaterThan(15);
});

test("a free time says what plans cover of it, what is left, and what it costs beyond", async () => {
  installation.setClock("2026-11-23T08:00:00+01:00");
  const { room, auditorium, desks, shown, book } = await house("sagt");

  const whole = await shown(room, "2026-11-24T09:00:00+01:00", 60);
  await book(room, "2026-11-24T09:00:00+01:00", 420);
  const part = await shown(room, "2026-11-25T09:00:00+01:00", 120);
  const none = await shown(auditorium, "2026-11-25T09:00:00+01:00", 60);
  await book(desks, "2026-11-24T09:00:00+01:00", 60);
  const sameDay = await shown(desks, "2026-11-24T12:00:00+01:00", 60);

  expect([whole, part, none, sameDay].map(({ priceOre, allowance }) => [priceOre, allowance])).toEqual([
    [0, { unit: "room_minute", amount: 60, left: 480, included: 480, fullPriceOre: 20_000 }],
    [20_000, { unit: "room_minute", amount: 60, left: 60, included: 480, fullPriceOre: 40_000 }],
    [20_000, null],
    [0, { unit: "day", amount: 1, left: 1, included: 2, fullPriceOre: 20_000 }],
  ]);
});

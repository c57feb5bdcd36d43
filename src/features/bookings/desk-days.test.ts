import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { secondInstallation, type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { newId } from "../../platform/database/id.ts";
import { type BookingClaims, bookingClaims } from "./deciding/booking-claims.ts";
import type { Answer, Book, CheckIn, End } from "./deciding/command.ts";
import { writeUse } from "./write-use.ts";

let installation: TestInstallation;
let claims: BookingClaims;
let second: TestInstallation;

beforeAll(async () => {
  installation = await testInstallation();
  second = secondInstallation(installation);
  claims = bookingClaims(installation.pipelines);
});
beforeEach(() => installation.setClock("2026-11-23T07:00:00+01:00"));
afterAll(async () => {
  await second.close();
  await installation.close();
});

let houses = 0;

/** Amina has two days a month at a house with four desks at 100 kroner the hour. */
async function house(includedDays = 2) {
  houses += 1;
  const network = networkBuilder(installation);
  const space = await network.space(`pulthuset-${houses}`);
  const desks = await network.resource(space, "Pultene", { kind: "desk_pool", capacity: 4, places: 4, cancel_by_minutes: 60 });
  await installation.db
    .insertInto("resource_prices")
    .values({ resource_id: desks, audience: "members", unit: "hour", amount_ore: 10_000 })
    .execute();
  const amina = await network.person("Amina Larsen", { email: `amina.${houses}@example.test` });
  await network.membership(space.organizationId, { personId: amina });
  const planId = await network.plan(space, "Fleks", { included_days: includedDays, included_room_minutes: 0 });
  const subscriptionId = await network.subscription(space, planId, { personId: amina });
  const at = () => installation.now();
  return {
    subscriptionId,
    desk: (startsAt: string, hours: number, given: Partial<Book> = {}): Book => ({
      kind: "book",
      as: "booking",
      bookingId: newId(),
      spaceId: space.id,
      resourceId: desks,
      personId: amina,
      organizationId: null,
      startsAt: Temporal.Instant.from(startsAt),
      endsAt: Temporal.Instant.from(startsAt).add({ hours }),
      title: null,
      note: null,
      people: null,
      isHold: false,
      override: null,
      seriesId: null,
      by: amina,
      at: at(),
      ...given,
    }),
    cancel: (bookingId: string): End => ({
      kind: "end",
      bookingId,
      spaceId: space.id,
      as: "cancelled",
      from: ["held", "pending", "confirmed"],
      by: amina,
      reason: null,
      at: at(),
    }),
    comes: (bookingId: string): CheckIn => ({ kind: "check_in", bookingId, spaceId: space.id, by: amina, at: at() }),
    async entries() {
      const rows = await installation.db
        .selectFrom("entitlement_entries")
        .select(["kind", "amount", "balance", "day"])
        .where("space_id", "=", space.id)
        .orderBy("number")
        .execute();
      return rows.map(({ kind, amount, balance, day }) => `${kind} ${amount} → ${balance}${day ? ` (${day})` : ""}`);
    },
    async charges() {
      const rows = await installation.db.selectFrom("charges").select(["kind", "amount_ore"]).where("space_id", "=", space.id).execute();
      return rows.map(({ kind, amount_ore }) => `${kind} ${amount_ore}`);
    },
    async held() {
      const rows = await installation.db
        .selectFrom("entitlement_entries")
        .select(["booking_id", "amount"])
        .where("space_id", "=", space.id)
        .where("kind", "in", ["held", "released"])
        .execute();
      const sums = new Map<string | null, number>();
      for (const row of rows) sums.set(row.booking_id, (sums.get(row.booking_id) ?? 0) - row.amount);
      return [...sums].filter(([, amount]) => amount !== 0);
    },
  };
}

function done(answer: Answer | undefined) {
  if (answer?.kind !== "done") throw new Error(`refused: ${answer?.kind === "refused" && answer.refusal.code}`);
  return answer.booking;
}

const monday = (time: string) => `2026-11-23T${time}:00+01:00`;
const tuesday = (time: string) => `2026-11-24T${time}:00+01:00`;
const later = async (moment: string) => {
  installation.setClock(moment);
  await writeUse(installation);
};

describe("A day at a desk", () => {
  test("is one day however many desks one has that day", async () => {
    const { desk, entries, charges } = await house();

    const first = done(await claims.submit(desk(monday("08:00"), 3)));
    const again = done(await claims.submit(desk(monday("13:00"), 3)));
    await later(monday("18:00"));

    expect([first.priceOre, again.priceOre]).toEqual([0, 0]);
    expect(await entries()).toEqual([
      "granted 2 → 2",
      "held -1 → 1 (2026-11-23)",
      "released 1 → 2 (2026-11-23)",
      "used -1 → 1 (2026-11-23)",
    ]);
    expect(await charges()).toEqual([]);
  });

  test("is used when one comes, and not once more at the end of the desks one had that day", async () => {
    const { desk, comes, entries } = await house();
    const [first, again] = [done(await claims.submit(desk(monday("08:00"), 3))), done(await claims.submit(desk(monday("13:00"), 3)))];

    installation.setClock(monday("12:55"));
    await claims.submit(comes(again.id));
    await claims.submit(comes(again.id));
    const atNoon = await entries();
    await later(monday("18:00"));

    expect(first.id).not.toBe(again.id);
    expect(atNoon).toEqual(["granted 2 → 2", "held -1 → 1 (2026-11-23)", "released 1 → 2 (2026-11-23)", "used -1 → 1 (2026-11-23)"]);
    expect(await entries()).toEqual(atNoon);
  });

  test("that is used covers a desk booked later that day, also when nothing is left", async () => {
    const { desk, comes, entries, charges } = await house(1);
    const first = done(await claims.submit(desk(monday("08:00"), 3)));
    installation.setClock(monday("07:55"));
    await claims.submit(comes(first.id));

    const again = done(await claims.submit(desk(monday("13:00"), 3)));
    await later(monday("18:00"));

    expect(again.priceOre).toBe(0);
    expect(await entries()).toEqual([
      "granted 1 → 1",
      "held -1 → 0 (2026-11-23)",
      "released 1 → 1 (2026-11-23)",
      "used -1 → 0 (2026-11-23)",
    ]);
    expect(await charges()).toEqual([]);
  });

  test("goes to the other desk of the day when the one that held it is given back in time", async () => {
    const { desk, cancel, entries, held } = await house();
    const first = done(await claims.submit(desk(tuesday("08:00"), 3)));
    const again = done(await claims.submit(desk(tuesday("13:00"), 3)));

    await claims.submit(cancel(first.id));
    const after = await held();
    await claims.submit(cancel(again.id));

    expect(after).toEqual([[again.id, 1]]);
    expect(await entries()).toEqual([
      "granted 2 → 2",
      "held -1 → 1 (2026-11-24)",
      "released 1 → 2 (2026-11-24)",
      "held -1 → 1 (2026-11-24)",
      "released 1 → 2 (2026-11-24)",
    ]);
  });

  test("given back too late is used; the other desk of the day costs nothing more", async () => {
    const { desk, cancel, entries, charges } = await house(1);
    const first = done(await claims.submit(desk(monday("08:00"), 3)));
    await claims.submit(desk(monday("13:00"), 3));

    installation.setClock(monday("07:30"));
    await claims.submit(cancel(first.id));
    await later(monday("18:00"));

    expect(await entries()).toEqual([
      "granted 1 → 1",
      "held -1 → 0 (2026-11-23)",
      "released 1 → 1 (2026-11-23)",
      "used -1 → 0 (2026-11-23)",
    ]);
    expect(await charges()).toEqual([]);
  });

  test("beyond what the plan includes is owed when the booking is over, by its hours", async () => {
    const { desk, charges } = await house(1);
    await claims.submit(desk(monday("08:00"), 3));

    const beyond = done(await claims.submit(desk(tuesday("08:00"), 3)));
    await later(tuesday("18:00"));

    expect([beyond.priceOre, await charges()]).toEqual([30_000, ["booking 30000"]]);
  });

  test("is held by a form that is sent only when no other desk of the day holds it", async () => {
    const { desk, entries } = await house();
    const form = done(await claims.submit(desk(tuesday("08:00"), 3, { isHold: true })));
    await claims.submit(desk(tuesday("13:00"), 3));

    const spaceId = form.spaceId;
    await claims.submit({ kind: "settle", bookingId: form.id, spaceId, as: "booked", by: form.personId ?? "", at: installation.now() });

    expect(await entries()).toEqual([
      "granted 2 → 2",
      "held -1 → 1 (2026-11-24)",
      "held -1 → 0 (2026-11-24)",
      "released 1 → 1 (2026-11-24)",
    ]);
  });

  test("is held by exactly one desk whatever two processes book and give back at once", async () => {
    const { desk, cancel, held } = await house();
    const other = bookingClaims(second.pipelines);

    for (let round = 0; round < 12; round += 1) {
      const first = done(await claims.submit(desk(tuesday("08:00"), 1)));
      const [, answer] = await Promise.all([claims.submit(cancel(first.id)), other.submit(desk(tuesday("10:00"), 1))]);
      const again = done(answer);
      expect(await held()).toEqual([[again.id, 1]]);
      await claims.submit(cancel(again.id));
    }
  });
});

import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { connect } from "../../platform/database/database.ts";
import { newId } from "../../platform/database/id.ts";
import { type BookingClaims, bookingClaims } from "./deciding/booking-claims.ts";
import type { Answer, Book, End } from "./deciding/command.ts";
import { writeUse } from "./write-use.ts";

let installation: TestInstallation;
let claims: BookingClaims;
const opened: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  installation = await testInstallation();
  opened.push(installation);
  claims = bookingClaims(installation.pipelines);
});
afterAll(() => Promise.all(opened.map((each) => each.close())));

/** What another process works with: its own connections, its own gathering. */
function process(): BookingClaims {
  const connections = connect(installation.databaseUrl, 4);
  opened.push(connections);
  return bookingClaims(connections.pipelines);
}

/** Amina has ten room hours a month at a house with two rooms at 300 kroner the hour. */
async function house(slug: string) {
  const network = networkBuilder(installation);
  const space = await network.space(slug);
  const room = await network.resource(space, "Fjorden", { cancel_by_minutes: 120 });
  const other = await network.resource(space, "Fjellet");
  for (const resource_id of [room, other])
    await installation.db
      .insertInto("resource_prices")
      .values({ resource_id, audience: "members", unit: "hour", amount_ore: 30_000 })
      .execute();
  const amina = await network.person("Amina Larsen", { email: `amina.${slug}@example.test` });
  await network.membership(space.organizationId, { personId: amina });
  const planId = await network.plan(space, "Fleks");
  return { network, space, room, other, amina, planId };
}

type Wish = { spaceId: string; resourceId: string; personId: string; startsAt: string; minutes: number };

function wish({ spaceId, resourceId, personId, startsAt, minutes }: Wish, given: Partial<Book> = {}): Book {
  const from = Temporal.Instant.from(startsAt);
  const rest = { organizationId: null, title: null, note: null, people: null, override: null, seriesId: null };
  return {
    kind: "book",
    as: "booking",
    bookingId: newId(),
    spaceId,
    resourceId,
    personId,
    startsAt: from,
    endsAt: from.add({ minutes }),
    isHold: false,
    by: personId,
    at: installation.now(),
    ...rest,
    ...given,
  };
}

function ending(spaceId: string, bookingId: string, as: End["as"] = "cancelled"): End {
  return { kind: "end", bookingId, spaceId, as, from: ["held", "pending", "confirmed"], by: null, reason: null, at: installation.now() };
}

function done(answer: Answer | undefined) {
  if (answer?.kind !== "done") throw new Error(`refused: ${answer?.kind === "refused" && answer.refusal.code}`);
  return answer.booking;
}

/** The entries of a house, in order, as "held -60 → 540". */
async function entriesOf(spaceId: string): Promise<string[]> {
  const rows = await installation.db
    .selectFrom("entitlement_entries")
    .select(["kind", "amount", "balance"])
    .where("space_id", "=", spaceId)
    .orderBy("period_from")
    .orderBy("subscription_id")
    .orderBy("number")
    .execute();
  return rows.map(({ kind, amount, balance }) => `${kind} ${amount} → ${balance}`);
}

function chargesOf(spaceId: string) {
  return installation.db
    .selectFrom("charges")
    .select(["kind", "amount_ore", "person_id", "organization_id", "supply", "day"])
    .where("space_id", "=", spaceId)
    .orderBy("id")
    .execute();
}

describe("A booking by somebody whose plan includes room hours", () => {
  test("holds them at once, and costs nothing", async () => {
    const { network, space, room, amina, planId } = await house("holds");
    await network.subscription(space, planId, { personId: amina });

    const booking = done(
      await claims.submit(
        wish({ spaceId: space.id, resourceId: room, personId: amina, startsAt: "2026-11-24T10:00:00+01:00", minutes: 60 }),
      ),
    );

    expect([booking.priceOre, await entriesOf(space.id), await chargesOf(space.id)]).toEqual([
      0,
      ["granted 600 → 600", "held -60 → 540"],
      [],
    ]);
  });

  test("is priced for what the plan does not reach to, which is owed when it is over", async () => {
    const { network, space, room, amina, planId } = await house("beyond");
    await network.subscription(space, planId, { personId: amina });
    await claims.submit(
      wish({ spaceId: space.id, resourceId: room, personId: amina, startsAt: "2026-11-24T08:00:00+01:00", minutes: 540 }),
    );

    const booking = done(
      await claims.submit(
        wish({ spaceId: space.id, resourceId: room, personId: amina, startsAt: "2026-11-25T08:00:00+01:00", minutes: 120 }),
      ),
    );
    const before = await chargesOf(space.id);
    installation.setClock("2026-11-25T10:00:00+01:00");
    await writeUse(installation);
    const again = await writeUse(installation);
    installation.setClock("2026-11-23T09:00:00+01:00");

    expect(booking.priceOre).toBe(30_000);
    expect([before, again]).toEqual([[], 0]);
    expect(await entriesOf(space.id)).toEqual([
      "granted 600 → 600",
      "held -540 → 60",
      "held -60 → 0",
      "released 540 → 540",
      "used -540 → 0",
      "released 60 → 60",
      "used -60 → 0",
    ]);
    expect(await chargesOf(space.id)).toEqual([
      { kind: "booking", amount_ore: 30_000, person_id: amina, organization_id: null, supply: "letting", day: "2026-11-25" },
    ]);
  });

  test("is on the behalf of the company whose plan covers it, and the company owes the rest", async () => {
    const { network, space, room, amina, planId } = await house("company");
    const organizationId = await network.organization("nordlys-of-company", { kinds: ["company"] });
    await network.subscription(space, planId, { organizationId, people: [amina] });

    await claims.submit(
      wish({ spaceId: space.id, resourceId: room, personId: amina, startsAt: "2026-11-24T08:00:00+01:00", minutes: 540 }),
    );
    await claims.submit(
      wish({ spaceId: space.id, resourceId: room, personId: amina, startsAt: "2026-11-25T08:00:00+01:00", minutes: 120 }),
    );
    installation.setClock("2026-11-25T10:00:00+01:00");
    await writeUse(installation);
    installation.setClock("2026-11-23T09:00:00+01:00");

    expect(await chargesOf(space.id)).toEqual([
      { kind: "booking", amount_ore: 30_000, person_id: null, organization_id: organizationId, supply: "letting", day: "2026-11-25" },
    ]);
  });

  test("draws on nothing when made at the desk by somebody who works there", async () => {
    const { network, space, room, amina, planId } = await house("staff");
    await network.subscription(space, planId, { personId: amina });
    await network.position(amina, space.organizationId, "host");

    const booking = done(
      await claims.submit(
        wish({ spaceId: space.id, resourceId: room, personId: amina, startsAt: "2026-11-24T10:00:00+01:00", minutes: 60 }),
      ),
    );

    expect([booking.priceOre, await entriesOf(space.id)]).toEqual([0, []]);
  });

  test("for next month holds of next month, which is opened then", async () => {
    const { network, space, room, amina, planId } = await house("ahead");
    await network.subscription(space, planId, { personId: amina });

    await claims.submit(wish({ spaceId: space.id, resourceId: room, personId: amina, startsAt: "2026-12-02T10:00:00+01:00", minutes: 60 }));

    const rows = await installation.db
      .selectFrom("entitlement_entries")
      .select(["period_from", "period_until", "balance"])
      .where("space_id", "=", space.id)
      .orderBy("number")
      .execute();
    expect(rows).toEqual([
      { period_from: "2026-12-01", period_until: "2027-01-01", balance: 600 },
      { period_from: "2026-12-01", period_until: "2027-01-01", balance: 540 },
    ]);
  });
});

describe("Balances that drift", () => {
  test("cancelling in time releases what was held, once, however often it is asked", async () => {
    const { network, space, room, amina, planId } = await house("released-once");
    await network.subscription(space, planId, { personId: amina });
    const asked = wish({ spaceId: space.id, resourceId: room, personId: amina, startsAt: "2026-11-24T10:00:00+01:00", minutes: 60 });
    const { id } = done(await claims.submit(asked));

    const processes = [process(), process(), claims];
    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => processes[index % 3]?.submit(ending(space.id, id))));

    expect(answers.filter((answer) => answer?.kind === "done")).toHaveLength(1);
    expect(await entriesOf(space.id)).toEqual(["granted 600 → 600", "held -60 → 540", "released 60 → 600"]);
  });

  test("cancelling too late is use, and nobody coming is too", async () => {
    const { network, space, room, amina, planId } = await house("late");
    await network.subscription(space, planId, { personId: amina });
    const at = (startsAt: string) => wish({ spaceId: space.id, resourceId: room, personId: amina, startsAt, minutes: 60 });
    const [late, empty] = [
      done(await claims.submit(at("2026-11-23T10:00:00+01:00"))),
      done(await claims.submit(at("2026-11-24T10:00:00+01:00"))),
    ];

    await claims.submit(ending(space.id, late.id));
    await installation.db.updateTable("resources").set({ needs_check_in: true }).where("id", "=", room).execute();
    await claims.submit({ ...ending(space.id, empty.id, "released"), at: Temporal.Instant.from("2026-11-24T10:10:00+01:00") });

    expect((await entriesOf(space.id)).slice(3)).toEqual(["released 60 → 540", "used -60 → 480", "released 60 → 540", "used -60 → 480"]);
  });

  test("a fee for cancelling too late has no VAT, also of a service; what nobody came to has", async () => {
    const { network, space } = await house("fee-without-vat");
    const laser = await network.resource(space, "Laserkutter", {
      kind: "machine",
      booked_by: "everyone",
      cancel_by_minutes: 120,
      needs_check_in: true,
    });
    const price = { resource_id: laser, audience: "everyone", unit: "hour", amount_ore: 40_000 };
    await installation.db.insertInto("resource_prices").values(price).execute();
    const entry = { organization_id: space.organizationId, organization_number: "100000008", status: "active", source: "Enhetsregisteret" };
    await installation.db
      .insertInto("register_entries")
      .values({ ...entry, address: "null", answer: "{}", vat_registered: true, fetched_at: installation.now() })
      .execute();
    const kari = await network.person("Kari Vik", { email: "kari@fee.test" });
    const at = (startsAt: string) => wish({ spaceId: space.id, resourceId: laser, personId: kari, startsAt, minutes: 60 });
    const late = done(await claims.submit(at("2026-11-23T10:00:00+01:00")));
    const empty = done(await claims.submit(at("2026-11-24T10:00:00+01:00")));

    await claims.submit(ending(space.id, late.id));
    await claims.submit({ ...ending(space.id, empty.id, "released"), at: Temporal.Instant.from("2026-11-24T10:10:00+01:00") });

    const charges = await installation.db
      .selectFrom("charges")
      .select(["kind", "amount_ore", "supply", "vat_percent", "seller_is_vat_registered"])
      .where("space_id", "=", space.id)
      .orderBy("kind")
      .execute();
    const owed = { amount_ore: 40_000, supply: "service", seller_is_vat_registered: true };
    expect(charges).toEqual([
      { ...owed, kind: "late_cancellation", vat_percent: 0 },
      { ...owed, kind: "no_show", vat_percent: 25 },
    ]);
  });

  test("the same request sent twice holds once", async () => {
    const { network, space, room, amina, planId } = await house("twice");
    await network.subscription(space, planId, { personId: amina });
    const asked = wish({ spaceId: space.id, resourceId: room, personId: amina, startsAt: "2026-11-24T10:00:00+01:00", minutes: 60 });

    await Promise.all([claims.submit(asked), claims.submit(asked)]);

    expect(await entriesOf(space.id)).toEqual(["granted 600 → 600", "held -60 → 540"]);
  });

  test("two decrements of one balance at once, from two processes, spend it once", async () => {
    const { network, space, room, other, amina, planId } = await house("two-decrements");
    await network.subscription(space, planId, { personId: amina });
    const [one, two] = [process(), process()];
    const ofRoom = (resourceId: string) =>
      wish({ spaceId: space.id, resourceId, personId: amina, startsAt: "2026-11-24T08:00:00+01:00", minutes: 540 });

    const answers = await Promise.all([one.submit(ofRoom(room)), two.submit(ofRoom(other))]);

    expect(answers.map((answer) => done(answer).priceOre).sort((a, b) => a - b)).toEqual([0, 240_000]);
    expect(await entriesOf(space.id)).toEqual(["granted 600 → 600", "held -540 → 60", "held -60 → 0"]);
  });

  test("a form that was never sent gives back what it held, also to whoever takes its time", async () => {
    const { network, space, room, amina, planId } = await house("form");
    await network.subscription(space, planId, { personId: amina });
    const asked = { spaceId: space.id, resourceId: room, personId: amina, startsAt: "2026-11-24T10:00:00+01:00", minutes: 60 };
    await claims.submit(wish(asked, { isHold: true }));

    await claims.submit(wish(asked, { at: installation.now().add({ minutes: 11 }) }));

    expect(await entriesOf(space.id)).toEqual(["granted 600 → 600", "held -60 → 540", "released 60 → 600", "held -60 → 540"]);
  });

  test("moving holds for the new time and lets go of the old, and a refused move changes nothing", async () => {
    const { network, space, room, amina, planId } = await house("moved");
    await network.subscription(space, planId, { personId: amina });
    const { id } = done(
      await claims.submit(
        wish({ spaceId: space.id, resourceId: room, personId: amina, startsAt: "2026-11-24T10:00:00+01:00", minutes: 60 }),
      ),
    );
    const moveTo = (startsAt: string, minutes: number) => ({
      kind: "move" as const,
      bookingId: id,
      spaceId: space.id,
      startsAt: Temporal.Instant.from(startsAt),
      endsAt: Temporal.Instant.from(startsAt).add({ minutes }),
      override: null,
      by: amina,
      at: installation.now(),
    });

    const moved = await claims.submit(moveTo("2026-11-24T12:00:00+01:00", 90));
    const refused = await claims.submit(moveTo("2026-11-24T22:00:00+01:00", 90));

    expect([moved.kind, refused.kind]).toEqual(["done", "refused"]);
    expect(await entriesOf(space.id)).toEqual(["granted 600 → 600", "held -60 → 540", "released 60 → 600", "held -90 → 510"]);
  });

  test("what a subscription includes cannot be used after it has ended", async () => {
    const { network, space, room, amina, planId } = await house("ended");
    const id = await network.subscription(space, planId, { personId: amina });
    const booking = done(
      await claims.submit(
        wish({ spaceId: space.id, resourceId: room, personId: amina, startsAt: "2026-12-02T10:00:00+01:00", minutes: 60 }),
      ),
    );
    await installation.db.updateTable("subscriptions").set({ during: "[2026-11-01,2026-12-01)" }).where("id", "=", id).execute();

    const after = done(
      await claims.submit(
        wish({ spaceId: space.id, resourceId: room, personId: amina, startsAt: "2026-12-03T10:00:00+01:00", minutes: 60 }),
      ),
    );
    installation.setClock("2026-12-02T11:00:00+01:00");
    await writeUse(installation);
    installation.setClock("2026-11-23T09:00:00+01:00");

    expect([booking.priceOre, after.priceOre]).toEqual([0, 30_000]);
    expect(await entriesOf(space.id)).toEqual(["granted 600 → 600", "held -60 → 540", "released 60 → 600"]);
    expect((await chargesOf(space.id)).map(({ kind, amount_ore }) => [kind, amount_ore])).toEqual([["booking", 30_000]]);
  });

  test("an entry that does not follow on the one before it is refused by the database", async () => {
    const { network, space, room, amina, planId } = await house("chain");
    const subscriptionId = await network.subscription(space, planId, { personId: amina });
    await claims.submit(wish({ spaceId: space.id, resourceId: room, personId: amina, startsAt: "2026-11-24T10:00:00+01:00", minutes: 60 }));
    const next = (previous: number, amount: number, balance: number) =>
      sql`
      insert into entitlement_entries (space_id, subscription_id, unit, period_from, period_until, number, id, kind, amount, previous_number,
        previous_balance, balance, cause, written_at)
      values (${space.id}, ${subscriptionId}, 'room_minute', '2026-11-01', '2026-12-01', 3, ${newId()}, 'held', ${amount}, 2, ${previous}, ${balance},
        'booking', now())`.execute(installation.db);

    await expect(next(600, -60, 540)).rejects.toThrow("entitlement_entries_chain");
    await expect(next(540, -60, 500)).rejects.toThrow("entitlement_entries_sum");
    await expect(next(540, -600, -60)).rejects.toThrow("entitlement_entries_never_below");
  });
});

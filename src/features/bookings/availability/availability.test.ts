import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { networkBuilder } from "../../../../tests/support/network.ts";
import { type Caller, callers } from "../../../../tests/support/visitor.ts";
import { newId } from "../../../platform/database/id.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;

beforeAll(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
});
afterAll(() => installation.close());

let houses = 0;

/** A house with a member and a host. */
async function house(given: Parameters<typeof network.space>[1] = {}) {
  houses += 1;
  const space = await network.space(`ledig-${houses}`, given);
  const amina = await network.person("Amina Larsen", { email: `amina.${houses}@ledig.test` });
  const vera = await network.person("Vera Vert", { email: `vera.${houses}@ledig.test` });
  await network.membership(space.organizationId, { personId: amina });
  await network.position(vera, space.organizationId, "host");
  const { as } = callers(installation);
  return { space, amina: as(amina), vera: as(vera), ids: { amina, vera } };
}

const day = "2026-11-24";
const tuesday = (time: string) => `${day}T${time}:00+01:00`;
const local = (moment: string) => Temporal.Instant.from(moment).toZonedDateTimeISO("Europe/Oslo").toPlainTime().toString().slice(0, 5);

/** What is free on the Tuesday, by the clocks of the house: "Fjorden 08:00–17:00". */
async function freeOn(who: Caller, query: Record<string, string>): Promise<string[]> {
  const asked = new URLSearchParams({ from: tuesday("00:00"), to: "2026-11-25T00:00:00+01:00", minutes: "60", ...query });
  const { body, status } = await who.get(`/availability?${asked}`);
  expect(status).toBe(200);
  return body.items.flatMap(({ resource, free }) => free.map(({ from, until }) => `${resource.name} ${local(from)}–${local(until)}`));
}

describe("Somebody who looks for a room", () => {
  test("finds the one that is free, in the hours it is, and not the time others have", async () => {
    const { space, amina } = await house();
    const fjorden = await network.resource(space, "Fjorden");
    await amina.post(`/resources/${fjorden}/bookings`, { startsAt: tuesday("10:00"), endsAt: tuesday("11:30") });

    const free = await freeOn(amina, { space: space.slug });

    expect(free).toEqual(["Fjorden 08:00–10:00", "Fjorden 11:30–17:00"]);
  });

  test("at the desk for a member finds what it costs the member, and nobody else asks for another", async () => {
    const { space, amina, vera, ids } = await house();
    const fjorden = await network.resource(space, "Fjorden");
    const price = { resource_id: fjorden, audience: "members", unit: "hour", amount_ore: 25_000 };
    await installation.db.insertInto("resource_prices").values(price).execute();
    const asked = `from=${day}T07:00:00Z&to=${day}T08:00:00Z&minutes=60&resource=${fjorden}` as const;

    const own = await vera.get(`/availability?${asked}`);
    const hers = await vera.get(`/availability?${asked}&personId=${ids.amina}`);
    const others = await amina.get(`/availability?${asked}&personId=${ids.vera}`);

    expect([own, hers].map(({ body }) => body.items[0]?.priceOre)).toEqual([0, 25_000]);
    expect(others.status).toBe(404);
  });

  test("finds the smallest that holds them, with what it costs them and whether the house answers first", async () => {
    const { space, amina } = await house();
    const large = await network.resource(space, "Salen", { capacity: 40, needs_approval: true });
    await network.resource(space, "Krypinnet", { capacity: 2 });
    const small = await network.resource(space, "Fjorden", { capacity: 6 });
    for (const [resource_id, amount_ore] of [
      [large, 90_000],
      [small, 25_000],
    ] as const)
      await installation.db.insertInto("resource_prices").values({ resource_id, audience: "members", unit: "hour", amount_ore }).execute();

    const asked = `from=${day}T07:00:00Z&to=${day}T08:00:00Z&minutes=60&capacity=6&space=${space.slug}` as const;
    const { body } = await amina.get(`/availability?${asked}`);
    const cheap = await amina.get(`/availability?${asked}&maxPriceOre=30000`);

    expect(
      body.items.map(({ resource, startsAt, endsAt, priceOre, abilities }) => [resource.name, startsAt, endsAt, priceOre, abilities]),
    ).toEqual([
      ["Fjorden", `${day}T07:00:00Z`, `${day}T08:00:00Z`, 25_000, { book: true, ask: false }],
      ["Salen", `${day}T07:00:00Z`, `${day}T08:00:00Z`, 90_000, { book: false, ask: true }],
    ]);
    expect(cheap.body.items.map(({ resource }) => resource.name)).toEqual(["Fjorden"]);
  });

  test("is shown the nearest house first, and goes on from there page by page", async () => {
    const at = { latitude: 69.65, longitude: 18.95 };
    const { space, amina, ids } = await house(at);
    const beside = await house({ latitude: 69.66, longitude: 18.99 });
    const far = await house({ latitude: 69.0, longitude: 18.0 });
    for (const there of [beside, far]) await network.membership(there.space.organizationId, { personId: ids.amina });
    for (const [there, name] of [
      [far, "Langt"],
      [space, "Her"],
      [beside, "Der"],
    ] as const)
      await network.resource("space" in there ? there.space : there, name);
    const first = await amina.get(`/availability?from=${day}T07:00:00Z&to=${day}T09:00:00Z&near=69.65,18.95&limit=2`);

    const next = await amina.get(
      `/availability?from=${day}T07:00:00Z&to=${day}T09:00:00Z&near=69.65,18.95&limit=2&cursor=${first.body.nextCursor}`,
    );

    expect(first.body.items.map(({ resource, distanceKm }) => [resource.name, distanceKm])).toEqual([
      ["Her", 0],
      ["Der", 1.9],
    ]);
    expect(next.body.items[0].resource.name).toBe("Langt");
  });

  test("is not shown what only others may book", async () => {
    const { space, amina, vera } = await house();
    const stranger = (await house()).amina;
    const { nobody } = callers(installation);
    for (const bookedBy of ["staff", "members", "network", "everyone"])
      await network.resource(space, `For ${bookedBy}`, { booked_by: bookedBy });

    const names = async (who: Caller) => {
      const { body } = await who.get(`/availability?from=${day}T07:00:00Z&to=${day}T08:00:00Z&space=${space.slug}`);
      return body.items.map(({ resource, abilities }) => `${resource.name}${abilities.book ? "" : " (logg inn)"}`).toSorted();
    };

    expect([await names(vera), await names(amina), await names(stranger), await names(nobody)]).toEqual([
      ["For everyone", "For members", "For network", "For staff"],
      ["For everyone", "For members", "For network"],
      ["For everyone"],
      ["For everyone (logg inn)"],
    ]);
  });
});

type Alternative = { differs: string; resource: { name: string }; startsAt: string; endsAt: string };

describe("A time that is taken", () => {
  test("is refused with the way to what is free: another room then, the room at another time, another house", async () => {
    const place = { latitude: 60.39, longitude: 5.32 };
    const { space, amina, vera, ids } = await house(place);
    const beside = await house({ latitude: 60.4, longitude: 5.33 });
    await network.membership(beside.space.organizationId, { personId: ids.amina });
    const fjorden = await network.resource(space, "Fjorden");
    await network.resource(space, "Marka", { capacity: 4 });
    await network.resource(space, "Laseren", { kind: "machine" });
    await network.resource(beside.space, "Vågen");
    await vera.post(`/resources/${fjorden}/bookings`, { startsAt: tuesday("13:00"), endsAt: tuesday("14:30") });
    const refused = await amina.post(`/resources/${fjorden}/bookings`, { startsAt: tuesday("13:00"), endsAt: tuesday("14:00") });

    const { alternatives } = refused.body.details as { alternatives: string };
    const { body } = await amina.ask(`GET ${alternatives.replace("/api/v1", "")}`);

    expect([refused.status, refused.body.code]).toEqual([409, "booking.taken"]);
    const { taken, items } = body as { taken: { from: string; until: string }; items: Alternative[] };
    expect([local(taken.from), local(taken.until)]).toEqual(["13:00", "14:30"]);
    expect(items.map(({ differs, resource, startsAt, endsAt }) => [differs, resource.name, `${local(startsAt)}–${local(endsAt)}`])).toEqual(
      [
        ["other_room", "Marka", "13:00–14:00"],
        ["other_time", "Fjorden", "12:00–13:00"],
        ["other_time", "Fjorden", "14:30–15:30"],
        ["other_house", "Vågen", "13:00–14:00"],
      ],
    );
  });

  test("by its own buffer alone is told with what it runs into", async () => {
    const { space, amina } = await house();
    const hall = await network.resource(space, "Salen", { kind: "auditorium", buffer_before_minutes: 30 });
    const half = await network.resource(space, "Salen A", { part_of: hall });
    await amina.post(`/resources/${half}/bookings`, { startsAt: tuesday("10:00"), endsAt: tuesday("12:00") });

    const { body } = await amina.get(`/resources/${hall}/alternatives?from=${day}T11:15:00Z&to=${day}T12:00:00Z`);

    expect(body.taken && [local(body.taken.from), local(body.taken.until)]).toEqual(["10:00", "12:00"]);
  });
});

describe("The window of a search", () => {
  test.each([
    ["backwards", `${day}T09:00:00Z`, `${day}T08:00:00Z`],
    ["longer than two weeks", `${day}T09:00:00Z`, "2026-12-24T09:00:00Z"],
    ["at the end of time", "+275760-09-12T00:00:00Z", "+275760-09-13T00:00:00Z"],
  ])("is refused when it is %s", async (_, from, to) => {
    const { amina } = await house();

    const answer = await amina.get(`/availability?${new URLSearchParams({ from, to })}`);

    expect([answer.status, answer.body.code]).toEqual([400, "request.invalid"]);
  });
});

// all times of an evening and the morning after, by the quarter hour, over rooms of every kind of rule
const rules = fc.record({
  step_minutes: fc.constantFrom(15, 30, 60),
  buffer_before_minutes: fc.constantFrom(0, 15, 20),
  buffer_after_minutes: fc.constantFrom(0, 10, 30),
  notice_minutes: fc.constantFrom(0, 90, 1440),
  horizon_days: fc.constantFrom(1, 2, 30),
  longest_minutes: fc.constantFrom(60, 120),
  weekly_minutes: fc.constantFrom(null, 60, 150),
  opens_with_house: fc.boolean(),
  booked_by: fc.constantFrom("staff", "members", "everyone"),
  needs_approval: fc.boolean(),
  shape: fc.constantFrom("alone", "hall", "part", "pool"),
  needsCourse: fc.boolean(),
});
const taken = fc.array(fc.record({ start: fc.nat(40), quarters: fc.integer({ min: 1, max: 8 }), of: fc.nat(2) }), { maxLength: 5 });
const wish = fc.record({
  minutes: fc.constantFrom(30, 60, 120),
  hour: fc.integer({ min: 9, max: 19 }),
  hours: fc.integer({ min: 2, max: 10 }),
});

const plain = {
  step_minutes: 15,
  buffer_before_minutes: 0,
  buffer_after_minutes: 0,
  notice_minutes: 0,
  horizon_days: 30,
  longest_minutes: 120,
  weekly_minutes: null,
  opens_with_house: false,
  booked_by: "members",
  needs_approval: false,
  shape: "alone",
  needsCourse: false,
} as const;
type Tried = Parameters<Parameters<typeof fc.asyncProperty<[RulesOf, TakenOf, WishOf]>>[3]>;
type RulesOf = typeof rules extends fc.Arbitrary<infer Value> ? Value : never;
type TakenOf = typeof taken extends fc.Arbitrary<infer Value> ? Value : never;
type WishOf = typeof wish extends fc.Arbitrary<infer Value> ? Value : never;

/** What chance alone meets too seldom. */
const always: Tried[] = [
  // the certificate runs out at midnight, in the middle of the window
  [{ ...plain, needsCourse: true }, [], { minutes: 60, hour: 19, hours: 8 }],
  // one hour a week, and it is booked
  [{ ...plain, weekly_minutes: 60 }, [{ start: 8, quarters: 4, of: 1 }], { minutes: 60, hour: 15, hours: 4 }],
  // two days of one week, in which half of what one may book is booked
  [{ ...plain, weekly_minutes: 150 }, [{ start: 22, quarters: 5, of: 1 }], { minutes: 60, hour: 16, hours: 9 }],
  // a hall with one of its rooms taken, and buffers of its own
  [
    { ...plain, shape: "hall", buffer_before_minutes: 20, buffer_after_minutes: 30 },
    [{ start: 24, quarters: 4, of: 0 }],
    { minutes: 30, hour: 12, hours: 6 },
  ],
];

describe("Whatever is offered can be booked, and what is not offered cannot", () => {
  test("for every quarter hour of the window, by whatever rules a room has", async () => {
    const { space, amina, vera, ids } = await house({ isOpenAllDays: true });
    const certification = newId();
    await installation.db
      .insertInto("certifications")
      .values({
        id: certification,
        organization_id: space.organizationId,
        names: JSON.stringify({ nb: "Laser" }),
        created_at: installation.now(),
      })
      .execute();
    await installation.db
      .insertInto("certificates")
      // it runs out in the middle of some windows
      .values({
        id: newId(),
        certification_id: certification,
        person_id: ids.amina,
        level: 1,
        during: "[2026-01-01,2026-11-25)",
        granted_at: installation.now(),
      })
      .execute();
    let offers = 0;

    await fc.assert(
      fc.asyncProperty(rules, taken, wish, async ({ shape, needsCourse, ...given }, others, { minutes, hour, hours }) => {
        const own = {
          ...given,
          shortest_minutes: given.step_minutes,
          ...(needsCourse && { certification_id: certification, certification_level: 1 }),
        };
        const name = newId();
        const pool = { kind: "desk_pool", places: 2, capacity: 2 };
        const whole = await network.resource(space, name, { ...own, ...(shape === "pool" && pool) });
        const part = await network.resource(space, `${name} A`, { ...own, part_of: shape === "hall" || shape === "part" ? whole : null });
        const asked = shape === "part" ? part : whole;
        for (const { start, quarters, of } of others) {
          const startsAt = Temporal.Instant.from(tuesday("08:00")).add({ minutes: 15 * start });
          const times = { startsAt: startsAt.toString(), endsAt: startsAt.add({ minutes: 15 * quarters }).toString() };
          await vera.post(`/resources/${of === 0 ? part : whole}/bookings`, {
            ...times,
            personId: of === 1 ? ids.amina : ids.vera,
            overrideReason: "Prøve",
          });
        }
        const from = Temporal.Instant.from(tuesday("00:00")).add({ hours: hour });
        const until = from.add({ hours });
        const query = new URLSearchParams({ from: from.toString(), to: until.toString(), minutes: String(minutes), resource: asked });
        const { body } = await amina.get(`/availability?${query}`);
        const offered = new Set<string>();
        for (const run of body.items[0]?.free ?? [])
          for (let starts = Temporal.Instant.from(run.from); ; starts = starts.add({ minutes: given.step_minutes })) {
            if (Temporal.Instant.compare(starts.add({ minutes }), Temporal.Instant.from(run.until)) > 0) break;
            offered.add(starts.toString());
          }
        offers += offered.size;

        const booked = new Set<string>();
        for (let starts = from; Temporal.Instant.compare(starts.add({ minutes }), until) <= 0; starts = starts.add({ minutes: 15 })) {
          const times = { startsAt: starts.toString(), endsAt: starts.add({ minutes }).toString() };
          const answer = await amina.post(`/resources/${asked}/bookings`, times);
          if (answer.status !== 201) continue;
          booked.add(starts.toString());
          await amina.put(`/bookings/${answer.body.id}/cancellation`, {});
        }
        expect([...offered]).toEqual([...booked]);
      }),
      { numRuns: 25, examples: always, endOnFailure: true },
    );
    expect(offers).toBeGreaterThan(30);
  }, 120_000);
});

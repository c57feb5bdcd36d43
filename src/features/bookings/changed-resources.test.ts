import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { whileClaimsWait } from "../../../tests/support/held-claims.ts";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { callers } from "../../../tests/support/visitor.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;
let houses = 0;

beforeAll(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
});
beforeEach(() => installation.setClock("2026-11-23T09:00:00+01:00"));
afterAll(() => installation.close());

/** A house with Salen, a member who books and a manager who changes it. */
async function house() {
  houses += 1;
  const space = await network.space(`hus-${houses}`);
  const amina = await network.person("Amina Larsen", { email: `amina.${houses}@example.test` });
  const mari = await network.person("Mari Moe", { email: `mari.${houses}@example.test` });
  await network.membership(space.organizationId, { personId: amina });
  await network.position(mari, space.organizationId, "manager");
  const hall = await network.resource(space, "Salen", { kind: "auditorium", capacity: 80 });
  const { as } = callers(installation);
  const book = (from: string, until: string, resource = hall) =>
    as(amina).post(`/resources/${resource}/bookings`, { startsAt: tuesday(from), endsAt: tuesday(until) });
  const change = (body: object) => as(mari).patch(`/resources/${hall}`, body);
  return { space, hall, book, change, mari: as(mari) };
}

const tuesday = (time: string) => `2026-11-24T${time}:00+01:00`;

describe("New buffers", () => {
  test("are kept around bookings that were there already, in the hall and in its parts", async () => {
    const { space, hall, book, change } = await house();
    const part = await network.resource(space, "Salen A", { part_of: hall });
    const first = await book("10:00", "11:00");
    await book("12:00", "13:00");

    const changed = await change({ bufferAfterMinutes: 30 });
    const [close, beside] = [await book("11:15", "12:00", part), await book("11:30", "12:00", part)];

    expect([changed.status, close.body.code, beside.status]).toEqual([200, "booking.taken", 201]);
    const blocks = await installation.db
      .selectFrom("booked_resources")
      .select(["resource_id", "during"])
      .where("booking_id", "=", first.body.id)
      .execute();
    expect(blocks.map(({ during }) => during)).toEqual(Array(2).fill('["2026-11-24 09:00:00+00","2026-11-24 10:30:00+00")'));
    expect(new Set(blocks.map(({ resource_id }) => resource_id))).toEqual(new Set([hall, part]));
  });

  test("that move time from before to after meet no booking as it was", async () => {
    const { hall, book, change } = await house();
    await installation.db.updateTable("resources").set({ buffer_before_minutes: 30 }).where("id", "=", hall).execute();
    for (const [from, until] of [
      ["10:00", "11:00"],
      ["11:30", "12:30"],
      ["13:00", "14:00"],
    ] as const)
      await book(from, until);

    const changed = await change({ bufferBeforeMinutes: 0, bufferAfterMinutes: 30 });

    expect(changed.status).toBe(200);
  });

  test("are refused with the bookings that stand too close, and nothing is changed", async () => {
    const { hall, book, change, mari } = await house();
    const [one, other] = [await book("10:00", "11:00"), await book("11:15", "12:00")];
    await book("14:00", "15:00");

    const refused = await change({ bufferAfterMinutes: 30, capacity: 90 });

    expect([refused.status, refused.body.code]).toEqual([409, "resource.buffers_overlap"]);
    expect((refused.body as { details?: unknown }).details).toEqual({
      count: 2,
      bookings: [
        { id: one.body.id, startsAt: "2026-11-24T09:00:00Z", endsAt: "2026-11-24T10:00:00Z" },
        { id: other.body.id, startsAt: "2026-11-24T10:15:00Z", endsAt: "2026-11-24T11:00:00Z" },
      ],
    });
    expect((await mari.get(`/resources/${hall}`)).body).toMatchObject({ bufferAfterMinutes: 0, capacity: 80 });
  });

  test("leave what is over as it was", async () => {
    const { hall, book, change } = await house();
    await book("08:00", "09:00");
    installation.setClock("2026-11-25T09:00:00+01:00");

    await change({ bufferAfterMinutes: 30 });

    const [block] = await installation.db.selectFrom("booked_resources").select("during").where("resource_id", "=", hall).execute();
    expect(block?.during).toBe('["2026-11-24 07:00:00+00","2026-11-24 08:00:00+00")');
  });

  test("hold for a booking that was being decided while they were changed", async () => {
    const { space, hall, book } = await house();
    const [booked] = await whileClaimsWait(installation, space.id, [() => book("10:00", "11:00")], (tx) =>
      tx.updateTable("resources").set({ buffer_after_minutes: 30, version: 2 }).where("id", "=", hall).execute(),
    );

    const [block] = await installation.db.selectFrom("booked_resources").select("during").where("resource_id", "=", hall).execute();
    expect([booked.status, block?.during]).toEqual([201, '["2026-11-24 09:00:00+00","2026-11-24 10:30:00+00")']);
  });
});

test("a room with bookings ahead does not become a part of a hall, nor leaves one", async () => {
  const { space, hall, book, mari } = await house();
  const room = await network.resource(space, "Fjorden");
  await book("10:00", "11:00", room);

  const joined = await mari.patch(`/resources/${room}`, { partOf: hall });

  expect([joined.status, joined.body.code]).toEqual([409, "resource.part_is_booked"]);
});

describe("A room taken out of use", () => {
  test("is there until the day, and cannot be booked from then on", async () => {
    const { space, hall, book, change, mari } = await house();

    const changed = await change({ inUseUntil: "2026-11-24" });
    const booked = await book("10:00", "11:00");

    expect([changed.status, booked.body.code]).toEqual([200, "booking.out_of_use"]);
    installation.setClock("2026-11-24T09:00:00+01:00");
    const listed = async (query: string) => (await mari.get(`/resources?space=${space.id}${query}`)).body as { items: { id: string }[] };
    expect((await listed("")).items).toEqual([]);
    expect((await listed("&inUse=ever")).items.map(({ id }) => id)).toEqual([hall]);
  });

  test("while it is booked is refused with the bookings, and stays in use", async () => {
    const { hall, book, change, mari } = await house();
    const one = await book("10:00", "11:00");
    const gone = await book("12:00", "13:00");
    await mari.put(`/bookings/${gone.body.id}/cancellation`, {});

    const refused = await change({ inUseUntil: "2026-11-24" });

    expect([refused.status, refused.body.code]).toEqual([409, "resource.booked_ahead"]);
    expect((refused.body as { details?: unknown }).details).toEqual({
      count: 1,
      bookings: [{ id: one.body.id, startsAt: "2026-11-24T09:00:00Z", endsAt: "2026-11-24T10:00:00Z" }],
    });
    expect((await mari.get(`/resources/${hall}`)).body).toMatchObject({ inUseUntil: null });
    expect((await change({ inUseUntil: "2026-11-25" })).status).toBe(200);
  });

  test("before it was taken into use is refused", async () => {
    const { change } = await house();

    const refused = await change({ inUseUntil: "2020-01-01" });

    expect([refused.status, refused.body.code]).toEqual([422, "resource.out_of_use_before_use"]);
  });
});

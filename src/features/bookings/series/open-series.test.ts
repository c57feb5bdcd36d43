import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { networkBuilder } from "../../../../tests/support/network.ts";
import { callers } from "../../../../tests/support/visitor.ts";
import { bookingClaims } from "../deciding/booking-claims.ts";
import { extendSeries } from "./extend-series.ts";
import type { Occurrence } from "./occurrence.ts";
import { recurrenceOn } from "./open-series.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;
let houses = 0;

beforeAll(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
});
beforeEach(() => installation.setClock("2026-10-05T09:00:00+02:00"));
afterAll(() => installation.close());

const ten = (day: string, [from, until] = ["10:00", "11:00"]) => {
  const at = (time: string) => Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime("Europe/Oslo").toInstant().toString();
  return { startsAt: at(from ?? ""), endsAt: at(until ?? "") };
};
const night = (day: string) => {
  installation.setClock(`${day}T02:20:00+01:00`);
  return extendSeries(installation, bookingClaims(installation.pipelines));
};

/** A room that can be booked three weeks ahead; Amina has it every Tuesday at ten without an end. */
async function everyTuesday(recurrence = "FREQ=WEEKLY") {
  houses += 1;
  const space = await network.space(`serie-${houses}`, { name: "Huset" });
  const [amina, henrik, vera] = [
    await network.person("Amina Larsen", { email: `amina.${houses}@example.test` }),
    await network.person("Henrik Lie", { email: `henrik.${houses}@example.test` }),
    await network.person("Vera Vik", { email: `vera.${houses}@example.test` }),
  ];
  for (const personId of [amina, henrik]) await network.membership(space.organizationId, { personId });
  await network.position(vera, space.organizationId, "host");
  const room = await network.resource(space, "Fjorden", { horizon_days: 21 });
  const { as } = callers(installation);
  const member = as(amina);
  const made = await member.post(`/resources/${room}/bookings`, { ...ten("2026-10-06"), recurrence, title: "Ledermøte" });
  const series = async () => (await member.get(`/bookings/${made.body.id}/series`)).body;
  const times = async () =>
    (await series()).items.map(({ startsAt }: { startsAt: string }) =>
      Temporal.Instant.from(startsAt).toZonedDateTimeISO("Europe/Oslo").toPlainDateTime().toString().slice(5, 16),
    );
  const letters = () =>
    installation.db
      .selectFrom("letters")
      .select(["subject", "body_text"])
      .where("recipient", "=", `amina.${houses}@example.test`)
      .execute();
  return { room, amina, made, member, henrik: as(henrik), desk: as(vera), series, times, letters };
}

describe("A series without an end", () => {
  test("is booked as far ahead as the room is, and goes on each night on the clock of the house, past the change of clocks", async () => {
    const { made, series, times } = await everyTuesday();

    const first = await times();
    for (const _ of [1, 2]) await night("2026-10-26");

    expect([made.status, first]).toEqual([201, ["10-06T10:00", "10-13T10:00", "10-20T10:00"]]);
    expect((await times()).slice(3)).toEqual(["10-27T10:00", "11-03T10:00", "11-10T10:00"]);
    expect((await series()).items.at(-1)).toMatchObject({ title: "Ledermøte" });
  });

  test("tells whoever has it once of what somebody else has, and goes on", async () => {
    const { room, henrik, times, letters } = await everyTuesday();
    await night("2026-10-12");
    installation.setClock("2026-10-13T12:00:00+02:00");
    await henrik.post(`/resources/${room}/bookings`, ten("2026-11-03"));

    for (const day of ["2026-10-14", "2026-10-15", "2026-10-21"]) await night(day);

    expect(await times()).toEqual(["10-06T10:00", "10-13T10:00", "10-20T10:00", "10-27T10:00", "11-10T10:00"]);
    const told = await letters();
    expect(told.map(({ subject }) => subject)).toEqual(["Fjorden: én tid i serien din gikk ikke"]);
    expect(told[0]?.body_text).toContain("tirsdag 3. november kl. 10:00");
  });

  test("ends when it is given back from a time on, and what was given back is not booked again", async () => {
    const { made, member, series, times } = await everyTuesday();
    const [, second, third] = (await series()).items;
    await member.put(`/bookings/${second?.id}/cancellation`, {});

    await night("2026-10-07");
    const going = [await times(), (await series()).openUntil !== null];
    await member.put(`/bookings/${third?.id}/cancellation`, { scope: "following" });
    await night("2026-11-20");

    expect([made.status, going]).toEqual([201, [["10-06T10:00", "10-20T10:00", "10-27T10:00"], true]]);
    expect([await times(), (await series()).openUntil]).toEqual([["10-06T10:00"], null]);
  });

  test("is booked further also when another cannot be read, which is told when all have been tried", async () => {
    const broken = await everyTuesday();
    const { times } = await everyTuesday();
    const { id } = await broken.series();
    const set = (change: { recurrence?: string; open_until?: null }) =>
      installation.db.updateTable("booking_series").set(change).where("id", "=", id).execute();
    await set({ recurrence: "FREQ=NEVER" });

    await expect(night("2026-10-14")).rejects.toThrow(/^1 of \d failed/);
    await set({ open_until: null });

    expect((await times()).at(-1)).toBe("11-03T10:00");
  });

  test("that is moved goes on as it was moved", async () => {
    const { member, series, times } = await everyTuesday();
    const [, second] = (await series()).items;

    await member.patch(`/bookings/${second?.id}`, { ...ten("2026-10-14", ["13:00", "14:00"]), scope: "following" });
    await night("2026-10-15");

    expect(await times()).toEqual(["10-06T10:00", "10-14T13:00", "10-21T13:00", "10-28T13:00", "11-04T13:00"]);
  });

  test("ends, and whoever has it is told once, when they are no longer a member on the days that come", async () => {
    const { amina, times, series, letters } = await everyTuesday();
    await installation.db
      .updateTable("memberships")
      .set({ during: "[2024-01-01,2026-11-03)" })
      .where("member_person_id", "=", amina)
      .execute();

    for (const day of ["2026-10-14", "2026-10-15", "2026-10-21", "2026-10-28"]) await night(day);

    expect([(await times()).at(-1), (await series()).openUntil]).toEqual(["10-27T10:00", null]);
    const told = await letters();
    expect(told.map(({ subject }) => subject)).toEqual(["Fjorden: serien din er avsluttet"]);
    expect(told[0]?.body_text).toContain("bookes ikke videre fra tirsdag 3. november kl. 10:00. Dette bookes av husets medlemmer.");
  });

  test("that the desk made or moved past the rules goes on past them", async () => {
    const { room, amina, desk, series, times, letters } = await everyTuesday();
    const late = { recurrence: "FREQ=WEEKLY", personId: amina, overrideReason: "Koret øver sent" };
    const made = await desk.post(`/resources/${room}/bookings`, { ...ten("2026-10-07", ["22:00", "23:00"]), ...late });
    const [, second] = (await series()).items;
    const moved = { ...ten("2026-10-13", ["21:00", "22:00"]), scope: "following", overrideReason: "Etter stengetid" };
    await desk.patch(`/bookings/${second?.id}`, moved);

    await night("2026-10-15");

    const ofDesk = (await desk.get(`/bookings/${made.body.id}/series`)).body.items;
    expect(ofDesk.at(-1)?.startsAt).toBe("2026-11-04T21:00:00Z");
    expect((await times()).at(-1)).toBe("11-03T21:00");
    expect(await letters()).toEqual([]);
  });

  test("that begins farther ahead than the room is booked is refused as one booking is", async () => {
    const { room, member } = await everyTuesday();

    const far = await member.post(`/resources/${room}/bookings`, { ...ten("2026-12-01"), recurrence: "FREQ=WEEKLY" });

    expect([far.status, (far.body.details.occurrences as Occurrence[])[0]?.problem?.code]).toEqual([409, "booking.too_far"]);
  });
});

test.each([
  ["FREQ=WEEKLY", "FREQ=WEEKLY"],
  ["FREQ=MONTHLY;BYDAY=2TU", "FREQ=MONTHLY;BYDAY=-1TH"],
  ["FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;BYDAY=TH"],
  ["FREQ=WEEKLY;BYDAY=TU,TH", "FREQ=WEEKLY;BYDAY=TU,TH"],
  ["FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=6", "FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=29"],
])("the recurrence %s is %s when it is moved to the fifth Thursday of October", (recurrence, moved) => {
  expect(recurrenceOn(recurrence, Temporal.PlainDate.from("2026-10-29"))).toBe(moved);
});

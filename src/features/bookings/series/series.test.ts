import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { doWhatIsDue } from "../../../../tests/support/jobs.ts";
import { networkBuilder } from "../../../../tests/support/network.ts";
import { callers } from "../../../../tests/support/visitor.ts";
import { bookingLetters } from "../letters/booking-letters.ts";
import type { Occurrence } from "./occurrence.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;
let houses = 0;

beforeAll(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
});
beforeEach(() => installation.setClock("2026-09-01T09:00:00+02:00"));
afterAll(() => installation.close());

/** A house with a room, two members, one at its desk, and a stranger. */
async function house() {
  houses += 1;
  const space = await network.space(`hus-${houses}`);
  const [amina, henrik, vera, sven] = [
    await network.person("Amina Larsen", { email: `amina.${houses}@example.test` }),
    await network.person("Henrik Lie", { email: `henrik.${houses}@example.test` }),
    await network.person("Vera Vert", { email: `vera.${houses}@example.test` }),
    await network.person("Sven Fremmed", { email: `sven.${houses}@example.test` }),
  ];
  for (const personId of [amina, henrik]) await network.membership(space.organizationId, { personId });
  await network.position(vera, space.organizationId, "host");
  const room = await network.resource(space, "Fjorden");
  const { as } = callers(installation);
  return { space, room, amina: as(amina), henrik: as(henrik), vera: as(vera), sven: as(sven) };
}

/** Ten to eleven in Oslo on a day. */
function ten(day: string, from = "10:00", until = "11:00") {
  const at = (time: string) => Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime("Europe/Oslo").toInstant().toString();
  return { startsAt: at(from), endsAt: at(until) };
}

const twelveWeeks = { ...ten("2026-09-08"), recurrence: "FREQ=WEEKLY;COUNT=12", title: "Ledermøte" };
const localTimes = (items: { startsAt: string }[]) =>
  items.map(({ startsAt }) => Temporal.Instant.from(startsAt).toZonedDateTimeISO("Europe/Oslo").toPlainDateTime().toString().slice(5, 16));

describe("Twelve weeks over the October change of clocks, with two conflicts", () => {
  async function withConflicts() {
    const given = await house();
    await given.henrik.post(`/resources/${given.room}/bookings`, ten("2026-10-06", "10:30", "11:30"));
    await given.henrik.post(`/resources/${given.room}/bookings`, ten("2026-11-17"));
    return given;
  }

  test("are all listed with what is free instead, and nothing is saved", async () => {
    const { room, amina } = await withConflicts();
    const query = new URLSearchParams({ ...ten("2026-09-08"), recurrence: "FREQ=WEEKLY;COUNT=12" });

    const { status, body } = await amina.get(`/resources/${room}/occurrences?${query}`);

    expect([status, body.items.length, body.conflicts]).toEqual([200, 12, 2]);
    const conflicts = body.items.filter(({ problem }) => problem !== null);
    expect(localTimes(conflicts)).toEqual(["10-06T10:00", "11-17T10:00"]);
    expect(conflicts.map(({ problem }) => problem?.code)).toEqual(["booking.taken", "booking.taken"]);
    expect(conflicts.map(({ alternatives }) => localTimes(alternatives)[0])).toEqual(["10-06T09:30", "11-17T09:00"]);
    expect((await amina.get("/me/bookings")).body.items).toEqual([]);
  });

  test("or beyond how far ahead one may book, are judged anew when the desk says why it goes past that", async () => {
    const { space, amina, vera } = await house();
    const room = await network.resource(space, "Marka", { horizon_days: 90 });
    const query = new URLSearchParams({ ...ten("2026-11-24"), recurrence: "FREQ=WEEKLY;COUNT=3" });
    const judged = (by: typeof vera, reason = "") =>
      by.get(`/resources/${room}/occurrences?${query}${reason && `&overrideReason=${reason}`}`);

    const [plain, past, another] = [await judged(vera), await judged(vera, "Avtalt"), await judged(amina, "Avtalt")];

    expect([plain.body.conflicts, past.body.conflicts, another.status]).toEqual([2, 0, 404]);
  });

  test("are refused whole until one says what is to become of them", async () => {
    const { room, amina } = await withConflicts();

    const refused = await amina.post(`/resources/${room}/bookings`, twelveWeeks);

    const occurrences = refused.body.details.occurrences as Occurrence[];
    expect([refused.status, refused.body.code, occurrences.length]).toEqual([409, "series.conflicts", 12]);
    expect(refused.body.title).toBe("2 av 12 går ikke. Ingenting er booket ennå: hopp over dem, flytt dem eller gi deg.");
    expect((await amina.get("/me/bookings")).body.items).toEqual([]);
  });

  test("one is skipped and the other is had at another time, and the clock is the same before and after the change", async () => {
    const { room, amina } = await withConflicts();
    const exceptions = [
      { startsAt: ten("2026-10-06").startsAt, movedTo: null },
      { startsAt: ten("2026-11-17").startsAt, movedTo: ten("2026-11-17", "12:00", "13:00") },
    ];

    const booked = await amina.post(`/resources/${room}/bookings`, { ...twelveWeeks, exceptions });

    const series = await amina.get(`/bookings/${booked.body.id}/series`);
    expect([booked.status, booked.body.state, booked.body.startsAt, booked.body.skipped]).toEqual([
      201,
      "confirmed",
      "2026-09-08T08:00:00Z",
      [],
    ]);
    expect(localTimes(series.body.items)).toEqual(
      "09-08T10:00 09-15T10:00 09-22T10:00 09-29T10:00 10-13T10:00 10-20T10:00 10-27T10:00 11-03T10:00 11-10T10:00 11-17T12:00 11-24T10:00".split(
        " ",
      ),
    );
    expect(series.body.items[6]?.startsAt).toBe("2026-10-27T09:00:00Z");
    expect(series.body.recurrence).toBe("FREQ=WEEKLY;COUNT=12");
  });

  test("or both are skipped by choice, and named in the answer", async () => {
    const { room, amina } = await withConflicts();

    const booked = await amina.post(`/resources/${room}/bookings`, { ...twelveWeeks, conflicts: "skip" });

    expect(localTimes(booked.body.skipped)).toEqual(["10-06T10:00", "11-17T10:00"]);
    expect((await amina.get(`/bookings/${booked.body.id}/series`)).body.items.length).toBe(10);
  });
});

test("a series is not checked on its first dates only: the last one alone stands in its way", async () => {
  const { room, amina, henrik } = await house();
  await henrik.post(`/resources/${room}/bookings`, ten("2026-11-24"));

  const refused = await amina.post(`/resources/${room}/bookings`, twelveWeeks);

  expect([refused.body.code, (refused.body.details.occurrences as Occurrence[]).at(-1)?.problem?.code]).toEqual([
    "series.conflicts",
    "booking.taken",
  ]);
});

test("a series is judged by every rule on every date: the horizon, and a holiday", async () => {
  const { room, amina } = await house();
  const query = new URLSearchParams({ ...ten("2026-09-04"), recurrence: "FREQ=WEEKLY;COUNT=27" });

  const { body } = await amina.get(`/resources/${room}/occurrences?${query}`);

  const refused = body.items.filter(({ problem }) => problem !== null);
  expect(refused.map(({ startsAt, problem }) => [startsAt.slice(0, 10), problem?.code])).toEqual([
    ["2026-12-25", "booking.closed"],
    ["2027-01-01", "booking.closed"],
    ["2027-03-05", "booking.too_far"],
  ]);
});

test("of two who want the same series at once, one gets all of it and the other nothing", async () => {
  const { room, amina, henrik } = await house();

  const answers = await Promise.all([amina, henrik].map((who) => who.post(`/resources/${room}/bookings`, twelveWeeks)));

  const counts = await Promise.all([amina, henrik].map(async (who) => (await who.get("/me/bookings")).body.items.length));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(counts.sort()).toEqual([0, 12]);
});

test("what a person books in a week is counted along a series", async () => {
  const { space, amina } = await house();
  const room = await network.resource(space, "Stilla", { weekly_minutes: 120 });

  const refused = await amina.post(`/resources/${room}/bookings`, { ...ten("2026-09-07"), recurrence: "FREQ=DAILY;COUNT=3" });
  const skipped = await amina.post(`/resources/${room}/bookings`, {
    ...ten("2026-09-07"),
    recurrence: "FREQ=DAILY;COUNT=3",
    conflicts: "skip",
  });

  expect((refused.body.details.occurrences as Occurrence[]).map(({ problem }) => problem?.code)).toEqual([
    undefined,
    undefined,
    "booking.week_used",
  ]);
  expect(skipped.body.skipped.map(({ problem }) => problem?.code)).toEqual(["booking.week_used"]);
});

test("one who may not book the room is told that, not that every date is impossible", async () => {
  const { room, sven } = await house();

  const refused = await sven.post(`/resources/${room}/bookings`, twelveWeeks);

  expect([refused.status, refused.body.code]).toEqual([403, "booking.not_for_you"]);
});

describe("A series that is booked", () => {
  async function booked() {
    const given = await house();
    const { body } = await given.amina.post(`/resources/${given.room}/bookings`, twelveWeeks);
    const { items } = (await given.amina.get(`/bookings/${body.id}/series`)).body;
    const now = async () => localTimes((await given.amina.get("/me/bookings")).body.items);
    return { ...given, items, now };
  }

  test("is changed one by one, from one on, or all: one with a time of its own keeps it", async () => {
    const { amina, items, now } = await booked();
    await amina.patch(`/bookings/${items[1]?.id}`, ten("2026-09-16", "14:00", "15:00"));
    await amina.patch(`/bookings/${items[7]?.id}`, { ...ten("2026-10-28", "09:00", "11:00"), scope: "following" });

    const all = await amina.patch(`/bookings/${items[2]?.id}`, { ...ten("2026-09-22", "12:00", "13:00"), scope: "all" });

    expect(all.status).toBe(200);
    expect(await now()).toEqual(
      "09-08T12:00 09-16T14:00 09-22T12:00 09-29T12:00 10-06T12:00 10-13T12:00 10-20T12:00 10-28T09:00 11-04T09:00 11-11T09:00 11-18T09:00 11-25T09:00".split(
        " ",
      ),
    );
  });

  test("is moved a week along in one go, over its own times", async () => {
    const { amina, items, now } = await booked();

    const moved = await amina.patch(`/bookings/${items[0]?.id}`, { ...ten("2026-09-15"), scope: "all" });

    expect([moved.status, (await now()).at(0), (await now()).at(-1)]).toEqual([200, "09-15T10:00", "12-01T10:00"]);
  });

  test("is not moved into somebody's time: all stays, or the rest moves by choice", async () => {
    const { amina, henrik, room, items, now } = await booked();
    await henrik.post(`/resources/${room}/bookings`, ten("2026-11-10", "13:00", "14:00"));
    const move = { ...ten("2026-09-08", "13:00", "14:00"), scope: "all" };

    const refused = await amina.patch(`/bookings/${items[0]?.id}`, move);
    const before = await now();
    const moved = await amina.patch(`/bookings/${items[0]?.id}`, { ...move, conflicts: "skip" });

    expect([refused.body.code, before.every((time) => time.endsWith("T10:00")), moved.status]).toEqual(["series.conflicts", true, 200]);
    expect((await now()).filter((time) => time.endsWith("T10:00"))).toEqual(["11-10T10:00"]);
  });

  test("is cancelled one by one, from one on, or all that is ahead", async () => {
    const { amina, items, now } = await booked();
    await amina.put(`/bookings/${items[3]?.id}/cancellation`, {});
    const one = (await now()).length;
    await amina.put(`/bookings/${items[9]?.id}/cancellation`, { scope: "following" });
    const following = (await now()).length;
    installation.setClock("2026-09-16T09:00:00+02:00");
    await amina.put(`/bookings/${items[4]?.id}/cancellation`, { scope: "all" });

    expect([one, following, await now()]).toEqual([11, 8, []]);
    expect((await amina.get(`/bookings/${items[0]?.id}/series`)).body.items.map(({ state }) => state)).toEqual(["confirmed", "confirmed"]);
  });

  test("that the house gives back is told in one letter, each time by itself", async () => {
    const { vera, items } = await booked();
    await vera.put(`/bookings/${items[11]?.id}/cancellation`, { reason: "Stengt" });
    installation.setClock("2026-09-01T09:05:00+02:00");
    await vera.put(`/bookings/${items[1]?.id}/cancellation`, { scope: "following", reason: "Ombygging" });

    await doWhatIsDue(installation, { subscriptions: bookingLetters });

    const letters = await installation.db
      .selectFrom("letters")
      .select(["subject", "body_text"])
      .where("recipient", "=", `amina.${houses}@example.test`)
      .where("letter_key", "like", "booking.cancelled/%")
      .orderBy("id")
      .execute();
    expect(letters.map(({ subject }) => subject)).toEqual([
      "Fjorden er avlyst tirsdag 24. november kl. 10:00",
      "Fjorden: 10 tider er avlyst",
    ]);
    const lines = letters[1]?.body_text.split("\n") ?? [];
    expect(lines.filter((line) => line.startsWith("tirsdag"))).toHaveLength(10);
    expect(lines.find((line) => line.startsWith("tirsdag"))).toBe("tirsdag 15. september kl. 10:00");
    expect(letters[1]?.body_text).toContain("Huset skriver: Ombygging");
  });

  test("is nobody else's to see or to change", async () => {
    const { henrik, vera, items } = await booked();
    const id = items[0]?.id;

    const tries = [
      await henrik.get(`/bookings/${id}/series`),
      await henrik.patch(`/bookings/${id}`, { ...ten("2026-09-08", "12:00", "13:00"), scope: "all" }),
      await henrik.put(`/bookings/${id}/cancellation`, { scope: "all" }),
      await vera.get(`/bookings/${id}/series`),
    ];

    expect(tries.map(({ status }) => status)).toEqual([404, 404, 404, 200]);
  });
});

describe("What a series is about", () => {
  async function titled() {
    const given = await house();
    const { body } = await given.amina.post(`/resources/${given.room}/bookings`, { ...twelveWeeks, recurrence: "FREQ=WEEKLY;COUNT=4" });
    const series = async () => (await given.amina.get(`/bookings/${body.id}/series`)).body.items;
    const describe = (id: string | undefined, what: object, who = given.amina) =>
      who.put(`/bookings/${id}/description`, { note: null, people: null, ...what });
    return { ...given, items: await series(), series, describe };
  }

  test("is said anew of one time, of it and those that follow, or of all ahead, and no time moves", async () => {
    const { items, series, describe } = await titled();
    const titles = async () => (await series()).map(({ title }) => title);

    await describe(items[1]?.id, { title: "Julebord" });
    const one = await titles();
    await describe(items[2]?.id, { title: "Nytt år", note: "Kaffe", people: 5, scope: "following" });
    const following = await titles();
    await describe(items[0]?.id, { title: "Alle", scope: "all" });

    expect(one).toEqual(["Ledermøte", "Julebord", "Ledermøte", "Ledermøte"]);
    expect(following).toEqual(["Ledermøte", "Julebord", "Nytt år", "Nytt år"]);
    expect((await series()).map(({ title, note, people, startsAt }) => [title, note, people, startsAt])).toEqual(
      items.map(({ startsAt }) => ["Alle", null, null, startsAt]),
    );
  });

  test("is not said of what others have booked, of too many, of what is over, or over what somebody else has just saved", async () => {
    const { items, describe, amina, henrik } = await titled();
    const [first] = items;
    const stale = (version: number) =>
      amina.put(`/bookings/${first?.id}/description`, { title: "Sist", note: null, people: null }, { "if-match": `"${version}"` });

    const foreign = await describe(first?.id, { title: "Min" }, henrik);
    const crowd = await describe(first?.id, { title: "Mange", people: 900 });
    const [fresh, late] = [await stale(first?.version ?? 0), await stale(first?.version ?? 0)];
    installation.setClock("2026-09-08T12:00:00+02:00");
    const over = await describe(first?.id, { title: "Over" });

    expect([foreign.status, crowd.body.code, fresh.status, late.body.code, over.body.code]).toEqual([
      404,
      "booking.too_many",
      200,
      "request.changed_meanwhile",
      "booking.too_late",
    ]);
  });
});

test("an exception that is no time of the series, or lies in another house, is refused", async () => {
  const { room, amina } = await house();
  const elsewhere = (await house()).room;
  const post = (movedTo: unknown, startsAt = ten("2026-09-15").startsAt) =>
    amina.post(`/resources/${room}/bookings`, { ...twelveWeeks, exceptions: [{ startsAt, movedTo }] });

  const [noTime, otherHouse] = [await post(null, ten("2026-09-16").startsAt), await post({ ...ten("2026-09-15"), resourceId: elsewhere })];

  expect([noTime.body.code, otherHouse.status]).toEqual(["series.no_such_time", 404]);
});

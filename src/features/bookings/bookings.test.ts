import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { callers } from "../../../tests/support/visitor.ts";
import { newId } from "../../platform/database/id.ts";
import { bookingClaims } from "./deciding/booking-claims.ts";
import { expireHolds } from "./expire-holds.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;

beforeAll(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
});
beforeEach(() => installation.setClock("2026-11-23T09:00:00+01:00"));
afterAll(() => installation.close());

let houses = 0;

/** A house with a room, two who are members of it, one at its desk, and a stranger. */
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
  return { space, room, ids: { amina, henrik, vera, sven }, amina: as(amina), henrik: as(henrik), vera: as(vera), sven: as(sven) };
}

const tuesday = (time: string) => `2026-11-24T${time}:00+01:00`;
const times = (from: string, to: string) => ({ startsAt: tuesday(from), endsAt: tuesday(to) });

describe("A room that is taken", () => {
  test.each([
    ["at the same time", "10:00", "11:00"],
    ["over its start", "09:30", "10:30"],
    ["over its end", "10:30", "11:30"],
    ["inside", "10:15", "10:45"],
    ["around", "09:00", "12:00"],
  ])("is not booked again %s, and the one who is late is told so politely", async (_, from, to) => {
    const { room, amina, henrik } = await house();
    await amina.post(`/resources/${room}/bookings`, times("10:00", "11:00"));

    const late = await henrik.post(`/resources/${room}/bookings`, times(from, to));

    expect([late.status, late.body.code, late.body.title]).toEqual([
      409,
      "booking.taken",
      "Tida er tatt av noen andre. Velg en annen tid eller et annet rom.",
    ]);
  });

  test("is free again from the moment it ends", async () => {
    const { room, amina, henrik } = await house();
    await amina.post(`/resources/${room}/bookings`, times("10:00", "11:00"));

    const after = await henrik.post(`/resources/${room}/bookings`, times("11:00", "12:00"));

    expect([after.status, after.body.state]).toEqual([201, "confirmed"]);
  });

  test("keeps its buffer free too: only the buffers overlap", async () => {
    const { space, amina, henrik } = await house();
    const hall = await network.resource(space, "Salen", { buffer_before_minutes: 15, buffer_after_minutes: 15 });
    await amina.post(`/resources/${hall}/bookings`, times("10:00", "11:00"));

    const close = await henrik.post(`/resources/${hall}/bookings`, times("11:15", "12:00"));
    const apart = await henrik.post(`/resources/${hall}/bookings`, times("11:30", "12:00"));

    expect([close.body.code, apart.status]).toEqual(["booking.taken", 201]);
  });

  test("by a request nobody has answered yet is taken all the same", async () => {
    const { space, amina, henrik, vera } = await house();
    const hall = await network.resource(space, "Salen", { needs_approval: true });
    const asked = await amina.post(`/resources/${hall}/bookings`, times("10:00", "11:00"));

    const second = await henrik.post(`/resources/${hall}/bookings`, times("10:00", "11:00"));
    await vera.put(`/bookings/${asked.body.id}/answer`, { approved: false, reason: "Vi maler da" });
    const third = await henrik.post(`/resources/${hall}/bookings`, times("10:00", "11:00"));

    expect([asked.body.state, second.body.code, third.body.state]).toEqual(["pending", "booking.taken", "pending"]);
  });

  test("by maintenance is taken, and maintenance does not push anyone out", async () => {
    const { room, amina, vera } = await house();
    await amina.post(`/resources/${room}/bookings`, times("10:00", "11:00"));

    const over = await vera.post(`/resources/${room}/bookings`, { ...times("10:30", "12:00"), kind: "maintenance", title: "Ny lampe" });
    const beside = await vera.post(`/resources/${room}/bookings`, { ...times("12:00", "13:00"), kind: "maintenance", title: "Ny lampe" });
    const late = await amina.post(`/resources/${room}/bookings`, times("12:30", "13:30"));

    expect([over.body.code, beside.status, late.body.code]).toEqual(["booking.taken", 201, "booking.taken"]);
  });
});

describe("A hall made of two rooms", () => {
  async function hall() {
    const given = await house();
    const whole = await network.resource(given.space, "Salen", { kind: "auditorium", capacity: 80 });
    const a = await network.resource(given.space, "Salen A", { part_of: whole });
    const b = await network.resource(given.space, "Salen B", { part_of: whole });
    return { ...given, whole, a, b };
  }

  test("blocks both when it is booked", async () => {
    const { whole, a, b, amina, henrik } = await hall();
    await amina.post(`/resources/${whole}/bookings`, times("10:00", "12:00"));

    const [ofA, ofB] = [
      await henrik.post(`/resources/${a}/bookings`, times("11:00", "13:00")),
      await henrik.post(`/resources/${b}/bookings`, times("09:00", "10:30")),
    ];

    expect([ofA.body.code, ofB.body.code]).toEqual(["booking.taken", "booking.taken"]);
  });

  test("is blocked by either, while the other stays free", async () => {
    const { whole, a, b, amina, henrik } = await hall();
    await amina.post(`/resources/${a}/bookings`, times("10:00", "12:00"));

    const ofWhole = await henrik.post(`/resources/${whole}/bookings`, times("11:00", "13:00"));
    const ofB = await henrik.post(`/resources/${b}/bookings`, times("10:00", "12:00"));

    expect([ofWhole.body.code, ofB.status]).toEqual(["booking.taken", 201]);
  });
});

describe("Desks of a pool", () => {
  test("are given one by one until none is left", async () => {
    const { space, amina, henrik, vera } = await house();
    const pool = await network.resource(space, "Pultene ved vinduet", { kind: "desk_pool", capacity: 2, places: 2, longest_minutes: 540 });

    const answers = [];
    for (const who of [amina, henrik, vera]) answers.push(await who.post(`/resources/${pool}/bookings`, times("08:00", "17:00")));

    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [201, undefined],
      [201, undefined],
      [409, "booking.taken"],
    ]);
  });
});

describe("Time that is held while a form is filled in", () => {
  test("is nobody else's for ten minutes, and then whose comes first", async () => {
    const { room, amina, henrik } = await house();
    const hold = await amina.post(`/resources/${room}/bookings`, { ...times("10:00", "11:00"), hold: true });

    const during = await henrik.post(`/resources/${room}/bookings`, times("10:00", "11:00"));
    installation.setClock("2026-11-23T09:10:00+01:00");
    const after = await henrik.post(`/resources/${room}/bookings`, times("10:00", "11:00"));
    const tooLate = await amina.put(`/bookings/${hold.body.id}/confirmation`);

    expect([hold.body.state, during.body.code, after.body.state, tooLate.body.code]).toEqual([
      "held",
      "booking.taken",
      "confirmed",
      "booking.ended",
    ]);
  });

  test("is booked when the form is sent", async () => {
    const { room, amina } = await house();
    const hold = await amina.post(`/resources/${room}/bookings`, { ...times("10:00", "11:00"), hold: true });

    const booked = await amina.put(`/bookings/${hold.body.id}/confirmation`);

    expect([booked.status, booked.body.state, booked.body.heldUntil]).toEqual([200, "confirmed", null]);
  });

  test("is given back by the clock when nobody wants it", async () => {
    const { room, amina } = await house();
    await amina.post(`/resources/${room}/bookings`, { ...times("10:00", "11:00"), hold: true });
    installation.setClock("2026-11-23T09:11:00+01:00");

    const expired = await expireHolds(installation, bookingClaims(installation.pipelines));

    expect([expired, (await amina.get("/me/bookings")).body.items]).toEqual([1, []]);
  });
});

describe("A booking that is moved", () => {
  test("obeys the rules of a new one", async () => {
    const { room, amina, henrik } = await house();
    await amina.post(`/resources/${room}/bookings`, times("10:00", "11:00"));
    const mine = await henrik.post(`/resources/${room}/bookings`, times("12:00", "13:00"));
    const move = (body: unknown) => henrik.patch(`/bookings/${mine.body.id}`, body);

    const codes = [
      (await move(times("10:30", "11:30"))).body.code,
      (await move({ startsAt: tuesday("11:30"), endsAt: tuesday("19:00") })).body.code,
      (await move({ startsAt: tuesday("11:20") })).body.code,
      (await move({ startsAt: "2027-11-24T10:00:00+01:00" })).body.code,
    ];
    const moved = await move({ startsAt: tuesday("11:00") });

    expect(codes).toEqual(["booking.taken", "booking.closed", "booking.wrong_step", "booking.too_far"]);
    expect([moved.body.startsAt, moved.body.endsAt]).toEqual(["2026-11-24T10:00:00Z", "2026-11-24T11:00:00Z"]);
  });

  test("may overlap the time it had itself", async () => {
    const { room, amina } = await house();
    const mine = await amina.post(`/resources/${room}/bookings`, times("10:00", "11:00"));

    const longer = await amina.patch(`/bookings/${mine.body.id}`, { endsAt: tuesday("11:30") });

    expect([longer.status, longer.body.endsAt]).toEqual([200, "2026-11-24T10:30:00Z"]);
  });

  test("by someone who read an older version is told, and nothing is lost", async () => {
    const { room, amina } = await house();
    const mine = await amina.post(`/resources/${room}/bookings`, times("10:00", "11:00"));
    await amina.patch(`/bookings/${mine.body.id}`, { endsAt: tuesday("11:30") });

    const late = await amina.patch(`/bookings/${mine.body.id}`, { endsAt: tuesday("12:00") }, { "if-match": '"1"' });

    expect(late).toMatchObject({ status: 412, body: { details: { current: { endsAt: "2026-11-24T10:30:00Z" } } } });
  });
});

describe("A machine", () => {
  async function laser() {
    const given = await house();
    const certification = newId();
    await installation.db
      .insertInto("certifications")
      .values({
        id: certification,
        organization_id: given.space.organizationId,
        names: JSON.stringify({ nb: "Laserkutter" }),
        created_at: installation.now(),
      })
      .execute();
    const machine = await network.resource(given.space, "Laseren", {
      kind: "machine",
      certification_id: certification,
      certification_level: 1,
    });
    const learn = (during: string) =>
      installation.db
        .insertInto("certificates")
        .values({
          id: given.ids.amina,
          certification_id: certification,
          person_id: given.ids.amina,
          level: 1,
          during,
          granted_at: installation.now(),
        })
        .execute();
    return { ...given, machine, learn };
  }

  test("is refused to one who has not learnt it, at the desk too, and open to one who has", async () => {
    const { machine, amina, vera, ids, learn } = await laser();

    const before = await amina.post(`/resources/${machine}/bookings`, times("10:00", "11:00"));
    const byDesk = await vera.post(`/resources/${machine}/bookings`, {
      ...times("10:00", "11:00"),
      personId: ids.amina,
      overrideReason: "Han kan det",
    });
    await learn("[2026-01-01,)");
    const after = await amina.post(`/resources/${machine}/bookings`, times("10:00", "11:00"));

    expect([before.body.code, byDesk.body.code, after.status]).toEqual(["booking.needs_certification", "booking.needs_certification", 201]);
  });

  test("is refused on a day the certificate has run out, also when a booking is moved there", async () => {
    const { machine, amina, learn } = await laser();
    await learn("[2026-01-01,2026-11-25)");
    const valid = await amina.post(`/resources/${machine}/bookings`, times("10:00", "11:00"));

    const moved = await amina.patch(`/bookings/${valid.body.id}`, { startsAt: "2026-11-25T10:00:00+01:00" });

    expect([valid.status, moved.body.code]).toEqual([201, "booking.needs_certification"]);
  });
});

describe("Others see that time is taken, and nothing of what it is about", () => {
  test("title, holder, note, people and price are the holder's and the desk's", async () => {
    const { space, room, amina, henrik, vera, sven } = await house();
    await amina.post(`/resources/${room}/bookings`, { ...times("10:00", "11:00"), title: "Jobbintervju", note: "Hemmelig", people: 3 });
    const window = `/spaces/${space.slug}/bookings?from=2026-11-24T00:00:00Z&to=2026-11-25T00:00:00Z` as const;

    const seen = await Promise.all([amina, vera, henrik, sven].map((who) => who.get(window)));

    const titles = seen.map(({ body }) => body.items.map((each: { title: string | null }) => each.title));
    expect(titles).toEqual([["Jobbintervju"], ["Jobbintervju"], [null], [null]]);
    expect(JSON.stringify([seen[2]?.body, seen[3]?.body])).not.toMatch(/Jobb|Hemmelig|Amina/);
  });

  test("and a booking of others is neither moved nor cancelled: it is not there", async () => {
    const { room, amina, henrik, sven } = await house();
    const { body } = await amina.post(`/resources/${room}/bookings`, times("10:00", "11:00"));

    const tries = await Promise.all([
      henrik.patch(`/bookings/${body.id}`, times("12:00", "13:00")),
      sven.put(`/bookings/${body.id}/cancellation`, {}),
      henrik.put(`/bookings/${body.id}/answer`, { approved: true }),
    ]);

    expect(tries.map(({ status }) => status)).toEqual([404, 404, 404]);
  });
});

test("what one person books of a room in a week is kept to its limit, also by two requests at once", async () => {
  const { space, amina } = await house();
  const room = await network.resource(space, "Stilla", { weekly_minutes: 120 });

  const answers = await Promise.all(
    ["08:00", "09:00", "10:00", "11:00", "12:00"].map((from) =>
      amina.post(`/resources/${room}/bookings`, {
        startsAt: tuesday(from),
        endsAt: tuesday(`${String(Number(from.slice(0, 2)) + 1).padStart(2, "0")}:00`),
      }),
    ),
  );

  expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409, 409]);
});

test("what stands against a member is told to the member as *you*, and at the desk of the member by name", async () => {
  const { space, amina, vera, ids } = await house();
  const room = await network.resource(space, "Lune", { weekly_minutes: 120 });
  const kept = await amina.post(`/resources/${room}/bookings`, times("08:00", "10:00"));
  const wish = times("12:00", "13:00");

  const own = await amina.post(`/resources/${room}/bookings`, wish);
  const forMember = await vera.post(`/resources/${room}/bookings`, { ...wish, personId: ids.amina });
  const moved = await vera.patch(`/bookings/${kept.body.id}`, times("08:00", "11:00"));
  const series = new URLSearchParams({ ...wish, recurrence: "FREQ=DAILY;COUNT=2", personId: ids.amina });
  const previewed = await vera.get(`/resources/${room}/occurrences?${series}`);

  const byName = "Amina Larsen kan booke 2 timer i uka, og har 0 minutter igjen den uka.";
  expect(own.body.title).toBe("Du kan booke 2 timer i uka, og har 0 minutter igjen den uka.");
  expect([forMember.body.title, moved.body.title]).toEqual([byName, byName.replace("0 minutter", "2 timer")]);
  expect(previewed.body.items[0]?.problem).toEqual({ code: "booking.week_used", title: byName });
});

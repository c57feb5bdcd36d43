import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { whileClaimsWait } from "../../../tests/support/held-claims.ts";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { doWhatIsDue } from "../../../tests/support/jobs.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { callers } from "../../../tests/support/visitor.ts";
import { bookingClaims } from "./deciding/booking-claims.ts";
import { expireHolds } from "./expire-holds.ts";
import { releaseMissed } from "./release-missed.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;
let houses = 0;

beforeAll(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
});
beforeEach(() => installation.setClock("2026-11-23T09:00:00+01:00"));
afterAll(() => installation.close());

/** A house whose room asks for check-in, a member, and one at its desk. */
async function house(room: { needs_check_in?: boolean; needs_approval?: boolean } = { needs_check_in: true }) {
  houses += 1;
  const space = await network.space(`hus-${houses}`);
  const [amina, vera, sven] = [
    await network.person("Amina Larsen", { email: `amina.${houses}@example.test` }),
    await network.person("Vera Vert", { email: `vera.${houses}@example.test` }),
    await network.person("Sven Fremmed", { email: `sven.${houses}@example.test` }),
  ];
  await network.membership(space.organizationId, { personId: amina });
  await network.position(vera, space.organizationId, "host");
  const roomId = await network.resource(space, "Fjorden", room);
  const { as } = callers(installation);
  const [caller, desk, stranger] = [as(amina), as(vera), as(sven)];
  const book = async (from = "10:00", to = "11:00") =>
    (await caller.post(`/resources/${roomId}/bookings`, { startsAt: monday(from), endsAt: monday(to) })).body.id as string;
  const state = async (id: string) => (await caller.get(`/bookings/${id}`)).body.state;
  return { space, roomId, aminaId: amina, amina: caller, vera: desk, sven: stranger, book, state };
}

const monday = (time: string) => `2026-11-23T${time}:00+01:00`;
const release = () => releaseMissed(installation, bookingClaims(installation.pipelines));

describe("A room that asks for check-in", () => {
  test("gives the time back ten minutes after the start when nobody has come, and not a minute before", async () => {
    const { book, state, amina, roomId } = await house();
    const id = await book();

    installation.setClock(monday("10:09"));
    await release();
    const before = await state(id);
    installation.setClock(monday("10:10"));
    await release();

    expect([before, await state(id)]).toEqual(["confirmed", "cancelled"]);
    const changes = await installation.db
      .selectFrom("booking_changes")
      .select(["kind", "changed_by"])
      .where("booking_id", "=", id)
      .orderBy("changed_at")
      .execute();
    expect(changes.at(-1)).toEqual({ kind: "released", changed_by: null });
    const next = await amina.post(`/resources/${roomId}/bookings`, { startsAt: monday("10:15"), endsAt: monday("11:00") });
    expect(next.status).toBe(201);
  });

  test("keeps the time of those who have checked in, once and twice alike", async () => {
    const { book, state, amina } = await house();
    const id = await book();
    installation.setClock(monday("09:46"));

    const first = await amina.put(`/bookings/${id}/check-in`);
    installation.setClock(monday("10:05"));
    const second = await amina.put(`/bookings/${id}/check-in`);
    installation.setClock(monday("10:30"));
    await release();

    expect([first.status, first.body.checkedInAt, second.body.checkedInAt]).toEqual([200, "2026-11-23T08:46:00Z", "2026-11-23T08:46:00Z"]);
    expect(await state(id)).toBe("confirmed");
  });

  test("counts ten minutes from the new start of a booking that was moved, and asks for check-in anew", async () => {
    const { book, state, amina } = await house();
    const id = await book();
    installation.setClock(monday("09:50"));
    await amina.put(`/bookings/${id}/check-in`);
    await amina.patch(`/bookings/${id}`, { startsAt: monday("12:00") });

    installation.setClock(monday("10:15"));
    await release();
    const moved = await state(id);
    installation.setClock(monday("12:10"));
    await release();

    expect([moved, await state(id)]).toEqual(["confirmed", "cancelled"]);
  });

  test("gives whoever books it after the start ten minutes too", async () => {
    const { book, state } = await house();
    installation.setClock(monday("10:08"));
    const id = await book();

    installation.setClock(monday("10:17"));
    await release();
    const before = await state(id);
    installation.setClock(monday("10:18"));
    await release();

    expect([before, await state(id)]).toEqual(["confirmed", "cancelled"]);
  });

  test.each([
    ["whoever checks in", [200, 0], "confirmed"],
    ["the clock", [409, 1], "cancelled"],
  ])("is kept or released by who is first when both come in the same moment: %s", async (first, answers, state) => {
    const { book, amina, space } = await house();
    const id = await book();
    installation.setClock(monday("10:10"));
    const checkIn = () => amina.put(`/bookings/${id}/check-in`);

    const [checkedIn, released] =
      first === "the clock"
        ? (await whileClaimsWait(installation, space.id, [release, checkIn])).toReversed()
        : await whileClaimsWait(installation, space.id, [checkIn, release]);

    expect([(checkedIn as { status: number }).status, released]).toEqual(answers);
    const row = await installation.db.selectFrom("bookings").select(["state", "checked_in_at"]).where("id", "=", id).executeTakeFirst();
    expect([row?.state, row?.checked_in_at === null]).toEqual([state, state === "cancelled"]);
  });
});

test("a room that asks for no check-in keeps its bookings", async () => {
  const { book, state } = await house({});
  const id = await book();

  installation.setClock(monday("10:30"));
  await release();

  expect(await state(id)).toBe("confirmed");
});

test("one cannot check in long before, after the end, or to what is not one's own", async () => {
  const { book, amina, vera, sven } = await house();
  const id = await book();

  const early = await amina.put(`/bookings/${id}/check-in`);
  installation.setClock(monday("10:02"));
  const stranger = await sven.put(`/bookings/${id}/check-in`);
  const desk = await vera.put(`/bookings/${id}/check-in`);
  const other = await book("12:00", "13:00");
  installation.setClock(monday("13:00"));
  const late = await amina.put(`/bookings/${other}/check-in`);

  expect([early.body.code, stranger.status, desk.status, late.body.code]).toEqual(["booking.check_in_later", 404, 200, "booking.past"]);
});

test("a request the house has not answered ends when its time comes", async () => {
  const { book, state } = await house({ needs_approval: true });
  const id = await book();
  const expire = () => expireHolds(installation, bookingClaims(installation.pipelines));

  installation.setClock(monday("09:59"));
  await expire();
  const waiting = await state(id);
  installation.setClock(monday("10:00"));
  await expire();

  expect([waiting, await state(id)]).toEqual(["pending", "cancelled"]);
});

describe("A letter tells whoever booked", () => {
  // the houses of the other tests have letters of their own waiting, so it is asked for by who gets it
  const lettersTo = (recipient: string) =>
    installation.db.selectFrom("letters").select(["subject", "body_text"]).where("recipient", "=", recipient).execute();

  test("that the time was released, when and why", async () => {
    const { book } = await house();
    await book();
    installation.setClock(monday("10:10"));

    await release();
    await doWhatIsDue(installation);

    const letters = await lettersTo(`amina.${houses}@example.test`);
    expect(letters.map(({ subject }) => subject)).toEqual(["Fjorden er ledig for andre igjen"]);
    expect(letters[0]?.body_text).toContain("kl. 10:00. Ingen hadde sjekket inn 10 minutter etter start");
  });

  test("that the house had not answered in time, and nothing of a form that was never sent", async () => {
    const { book, amina, space } = await house({ needs_approval: true });
    await book();
    const other = await network.resource(space, "Marka");
    await amina.post(`/resources/${other}/bookings`, { startsAt: monday("10:00"), endsAt: monday("11:00"), hold: true });
    installation.setClock(monday("10:00"));

    const ended = await expireHolds(installation, bookingClaims(installation.pipelines));
    await doWhatIsDue(installation);

    const written = await installation.db
      .selectFrom("letters")
      .select("subject")
      .where("recipient", "=", `amina.${houses}@example.test`)
      .execute();
    expect([ended, written]).toEqual([2, [{ subject: `hus-${houses} svarte ikke om Fjorden` }]]);
  });

  test("that the desk has booked for them, a whole series in one, and says yes by that", async () => {
    const { amina, aminaId, vera, roomId: room } = await house({ needs_approval: true });
    const given = { startsAt: monday("12:00"), endsAt: monday("13:00"), personId: aminaId, title: "Styremøte" };

    const series = await vera.post(`/resources/${room}/bookings`, { ...given, recurrence: "FREQ=WEEKLY;COUNT=3" });
    await doWhatIsDue(installation);

    const [letter, ...more] = await lettersTo(`amina.${houses}@example.test`);
    const mine = await amina.get("/me/bookings");
    expect([series.body.state, mine.body.items.length, more]).toEqual(["confirmed", 3, []]);
    expect(letter?.subject).toBe("Fjorden er booket for deg mandag 23. november kl. 12:00");
    expect(letter?.body_text).toContain(
      `Vera Vert hos hus-${houses} har booket Fjorden for deg mandag 23. november kl. 12:00, til kl. 13:00.`,
    );
    expect(letter?.body_text).toContain("Det er 3 tider i alt; dette er den første.");

    const later = { ...given, startsAt: monday("15:00"), endsAt: monday("16:00"), hold: true };
    const held = await vera.post(`/resources/${room}/bookings`, later);
    const { body } = await vera.put(`/bookings/${held.body.id}/confirmation`);
    expect([held.body.state, body.state]).toEqual(["held", "confirmed"]);
  });

  test("what the house answered, after the desk was told that somebody asks, and when the house moves it", async () => {
    const { amina, vera, roomId: room } = await house({ needs_approval: true });
    const [yes, no] = [
      await amina.post(`/resources/${room}/bookings`, { startsAt: monday("12:00"), endsAt: monday("13:00") }),
      await amina.post(`/resources/${room}/bookings`, { startsAt: monday("14:00"), endsAt: monday("15:00") }),
    ];
    await doWhatIsDue(installation);

    await vera.put(`/bookings/${yes.body.id}/answer`, { approved: true });
    await vera.put(`/bookings/${no.body.id}/answer`, { approved: false, reason: "Vi maler da" });
    await doWhatIsDue(installation);
    await vera.patch(`/bookings/${yes.body.id}`, { startsAt: monday("16:00") });
    await doWhatIsDue(installation);

    const told = await lettersTo(`amina.${houses}@example.test`);
    const asked = await lettersTo(`vera.${houses}@example.test`);
    expect(told.map(({ subject }) => subject).toSorted()).toEqual([
      "Fjorden er din mandag 23. november kl. 12:00",
      "Fjorden er flyttet til mandag 23. november kl. 16:00",
      "Fjorden kan ikke bli din mandag 23. november kl. 14:00",
    ]);
    expect(told.filter(({ body_text }) => body_text.includes("Huset skriver: Vi maler da"))).toHaveLength(1);
    expect(asked.map(({ subject }) => subject).toSorted()).toEqual([
      "Amina Larsen spør om Fjorden mandag 23. november kl. 12:00",
      "Amina Larsen spør om Fjorden mandag 23. november kl. 14:00",
    ]);
  });
});

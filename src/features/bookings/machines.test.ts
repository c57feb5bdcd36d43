import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { doWhatIsDue } from "../../../tests/support/jobs.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { callers } from "../../../tests/support/visitor.ts";
import { bookingSubscriptions } from "./index.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;

beforeAll(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
});
beforeEach(() => installation.setClock("2026-11-23T09:00:00+01:00"));
afterAll(() => installation.close());

let labs = 0;

/** A lab with a laser cutter that asks for a course, two members, one at its desk who manages it too. */
async function lab() {
  labs += 1;
  const space = await network.space(`verksted-${labs}`, { name: "Verkstedet" });
  const [amina, henrik, vera] = [
    await network.person("Amina Larsen", { email: `amina.${labs}@example.test` }),
    await network.person("Henrik Lie", { email: `henrik.${labs}@example.test`, locale: "en" }),
    await network.person("Vera Vert", { email: `vera.${labs}@example.test` }),
  ];
  for (const personId of [amina, henrik]) await network.membership(space.organizationId, { personId });
  await network.position(vera, space.organizationId, "manager");
  const { as } = callers(installation);
  const desk = as(vera);
  const laser = await course(desk, space.slug, "Laserkutter", { levels: 2, validMonths: 12 });
  const machine = await network.resource(space, "Laseren", { kind: "machine", certification_id: laser, certification_level: 1 });
  await desk.post(`/certifications/${laser}/certificates`, { personId: vera, level: 2 });
  return { space, laser, machine, ids: { amina, henrik, vera }, amina: as(amina), henrik: as(henrik), vera: desk };
}

type Caller = ReturnType<ReturnType<typeof callers>["as"]>;

async function course(desk: Caller, organization: string, nb: string, more: object = {}): Promise<string> {
  return (await desk.post(`/organizations/${organization}/certifications`, { names: { nb }, ...more })).body.id;
}

const on = (day: string) => ({ startsAt: `${day}T10:00:00+01:00`, endsAt: `${day}T11:00:00+01:00` });
const tuesday = on("2026-11-24");

async function letters(key: string) {
  await doWhatIsDue(installation, { subscriptions: bookingSubscriptions });
  const rows = await installation.db.selectFrom("letters").select(["recipient", "subject"]).where("letter_key", "like", key).execute();
  return rows;
}

describe("A machine that asks for a certificate", () => {
  test("is refused to one who has none, on create and past rules too, and booked the moment it is granted", async () => {
    const { laser, machine, ids, amina, vera } = await lab();

    const without = await amina.post(`/resources/${machine}/bookings`, tuesday);
    const past = await vera.post(`/resources/${machine}/bookings`, { ...tuesday, personId: ids.amina, overrideReason: "Haster" });
    const granted = await vera.post(`/certifications/${laser}/certificates`, { personId: ids.amina });
    const with_ = await amina.post(`/resources/${machine}/bookings`, tuesday);

    expect([without.body.code, past.body.code, granted.status, with_.status]).toEqual([
      "booking.needs_certification",
      "booking.needs_certification",
      201,
      201,
    ]);
  });

  test("is refused from the day the certificate has run out, on create, move and resize", async () => {
    const { laser, machine, ids, amina, vera } = await lab();
    const certificate = await vera.post(`/certifications/${laser}/certificates`, { personId: ids.amina, lastDay: "2026-11-25" });
    const booked = await amina.post(`/resources/${machine}/bookings`, on("2026-11-25"));
    const { id } = booked.body;

    const dayAfter = await amina.post(`/resources/${machine}/bookings`, on("2026-11-26"));
    const moved = await amina.patch(`/bookings/${id}`, on("2026-11-26"));
    await vera.put(`/certificates/${certificate.body.id}/withdrawal`, { reason: "Må øve mer" });
    const longer = await amina.patch(`/bookings/${id}`, { ...on("2026-11-25"), endsAt: "2026-11-25T12:00:00+01:00" });

    expect([booked.status, dayAfter.body.code, moved.body.code, longer.body.code]).toEqual([
      201,
      "booking.needs_certification",
      "booking.needs_certification",
      "booking.needs_certification",
    ]);
  });

  test("is refused below its level, and opened by the course of another lab once that is recognised, until it is not", async () => {
    const { space, laser, ids, amina, vera } = await lab();
    const other = await lab();
    const large = await network.resource(space, "Storlaseren", { kind: "machine", certification_id: laser, certification_level: 2 });
    await vera.post(`/certifications/${laser}/certificates`, { personId: ids.amina, level: 1 });
    await other.vera.post(`/certifications/${other.laser}/certificates`, { personId: ids.amina, level: 2 });

    const below = await amina.post(`/resources/${large}/bookings`, tuesday);
    const recognised = await vera.put(`/certifications/${laser}/recognitions/${other.laser}`);
    const opened = await amina.post(`/resources/${large}/bookings`, tuesday);
    await vera.delete(`/certifications/${laser}/recognitions/${other.laser}`);
    const shut = await amina.patch(`/bookings/${opened.body.id}`, on("2026-11-25"));

    expect(below.body.code).toBe("booking.needs_certification");
    expect(recognised.body.recognises.map(({ id }) => id)).toEqual([other.laser]);
    expect([opened.status, shut.body.code]).toEqual([201, "booking.needs_certification"]);
  });

  test("gives back the times ahead when the certificate is withdrawn, and tells its holder in their language", async () => {
    const { laser, machine, ids, henrik, vera } = await lab();
    const room = await network.resource({ id: (await vera.get(`/resources/${machine}`)).body.space.id }, "Møterommet");
    const { id } = (await vera.post(`/certifications/${laser}/certificates`, { personId: ids.henrik })).body;
    const ahead = await henrik.post(`/resources/${machine}/bookings`, tuesday);
    const meeting = await henrik.post(`/resources/${room}/bookings`, tuesday);

    const withdrawn = await vera.put(`/certificates/${id}/withdrawal`, { reason: "Gikk fra maskinen" });
    const again = await vera.put(`/certificates/${id}/withdrawal`, { reason: "Gikk fra maskinen" });
    await doWhatIsDue(installation, { subscriptions: bookingSubscriptions });

    expect([withdrawn.body.state, withdrawn.body.reason, again.body.code]).toEqual(["ended", "Gikk fra maskinen", "certification.ended"]);
    expect((await henrik.get(`/bookings/${ahead.body.id}`)).body.state).toBe("cancelled");
    expect((await henrik.get(`/bookings/${meeting.body.id}`)).body.state).toBe("confirmed");
    expect(await letters(`booking.cancelled/${ahead.body.id}`)).toEqual([
      { recipient: `henrik.${labs}@example.test`, subject: "Laseren is cancelled Tuesday 24 November at 10:00" },
    ]);
    expect((await henrik.post(`/resources/${machine}/bookings`, tuesday)).body.code).toBe("booking.needs_certification");
  });

  test("keeps its list of holders to the desk of the lab, and a member sees their own", async () => {
    const { laser, ids, amina, vera } = await lab();
    await vera.post(`/certifications/${laser}/certificates`, { email: `AMINA.${labs}@example.test`, from: "2026-11-23" });

    const [list, mine, forbidden] = [
      await vera.get(`/certifications/${laser}/certificates`),
      await amina.get("/me/certificates"),
      await amina.get(`/certifications/${laser}/certificates`),
    ];

    expect(list.body.items.map(({ person }) => person.id)).toEqual([ids.amina, ids.vera]);
    expect(mine.body.items.map(({ level, from, lastDay, state }) => ({ level, from, lastDay, state }))).toEqual([
      { level: 1, from: "2026-11-23", lastDay: "2027-11-22", state: "valid" },
    ]);
    expect(forbidden.status).toBe(404);
  });
});

describe("A course", () => {
  async function planned(given: Awaited<ReturnType<typeof lab>>, more: object = {}) {
    const { space, laser, machine, vera } = given;
    const asked = { resourceId: machine, certificationId: laser, ...tuesday, places: 2, ...more };
    return await vera.post(`/spaces/${space.slug}/inductions`, asked);
  }

  test("takes its time in the calendar, so that nobody books over it, and is not set up over what is booked", async () => {
    const given = await lab();
    const first = await planned(given);

    const over = await planned(given);
    const day = { from: "2026-11-24T00:00:00Z", to: "2026-11-25T00:00:00Z" };
    const calendar = await given.amina.get(`/spaces/${given.space.slug}/bookings?${new URLSearchParams(day)}`);

    expect([first.status, over.body.code]).toEqual([201, "booking.taken"]);
    expect(calendar.body.items.map(({ id }) => id)).toEqual([first.body.bookingId]);
  });

  test("stands when the house shuts for its day, and whoever teaches it is told once", async () => {
    const given = await lab();
    const { id } = (await planned(given)).body;
    const shut = { opens: null, closes: null, reasons: {} };

    for (const reasons of [{}, { nb: "Flytting" }])
      await given.vera.put(`/spaces/${given.space.slug}/opening-exceptions/2026-11-24`, { ...shut, reasons });
    await doWhatIsDue(installation, { subscriptions: bookingSubscriptions });

    const told = await letters(`induction.shut-day/${id}/2026-11-24`);
    expect(told.map(({ recipient }) => recipient)).toEqual([`vera.${labs}@example.test`]);
    expect((await given.amina.get(`/spaces/${given.space.slug}/inductions`)).body.items.map((one) => one.id)).toEqual([id]);
  });

  test("is taken, the same machine is booked by the one who passed, and not by the one who did not", async () => {
    const given = await lab();
    const { amina, henrik, vera, ids, machine } = given;
    const { id } = (await planned(given)).body;
    for (const person of ["amina", "henrik"] as const) await given[person].put(`/inductions/${id}/sign-ups/${ids[person]}`);

    const early = await vera.put(`/inductions/${id}/results`, { results: [{ personId: ids.amina, outcome: "passed" }] });
    installation.setClock("2026-11-24T11:05:00+01:00");
    const settled = await vera.put(`/inductions/${id}/results`, {
      results: [
        { personId: ids.amina, outcome: "passed" },
        { personId: ids.henrik, outcome: "absent" },
      ],
    });

    expect([early.body.code, settled.status]).toEqual(["induction.not_begun", 200]);
    const outcomes = new Map(settled.body.signUps.map(({ personId, outcome }) => [personId, outcome]));
    expect([outcomes.get(ids.amina), outcomes.get(ids.henrik)]).toEqual(["passed", "absent"]);
    expect((await amina.post(`/resources/${machine}/bookings`, on("2026-11-25"))).status).toBe(201);
    expect((await henrik.post(`/resources/${machine}/bookings`, on("2026-11-26"))).body.code).toBe("booking.needs_certification");
  });

  test("never has more people than places, though twelve come at once", async () => {
    const given = await lab();
    const { id } = (await planned(given, { places: 5 })).body;
    const people = await Promise.all(
      Array.from({ length: 12 }, (_, at) => network.person("Noen Andre", { email: `noen.${at}.${labs}@example.test` })),
    );

    const answers = await Promise.all(
      people.map((personId) => callers(installation).as(personId).put(`/inductions/${id}/sign-ups/${personId}`)),
    );

    expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array(5).fill(200), ...Array(7).fill(409)]);
    const read = (await given.vera.get(`/inductions/${id}`)).body;
    expect([read.placesLeft, read.signUps.length, read.state]).toEqual([0, 5, "full"]);
  });

  test("has a place once however often one asks, and again when somebody gives theirs back", async () => {
    const given = await lab();
    const { amina, henrik, ids } = given;
    const { id } = (await planned(given, { places: 1 })).body;

    await amina.put(`/inductions/${id}/sign-ups/${ids.amina}`);
    const twice = await amina.put(`/inductions/${id}/sign-ups/${ids.amina}`);
    const full = await henrik.put(`/inductions/${id}/sign-ups/${ids.henrik}`);
    const forAnother = await henrik.delete(`/inductions/${id}/sign-ups/${ids.amina}`);
    await amina.delete(`/inductions/${id}/sign-ups/${ids.amina}`);
    const free = await henrik.put(`/inductions/${id}/sign-ups/${ids.henrik}`);

    expect([twice.status, full.body.code, forAnother.status, free.status]).toEqual([200, "induction.full", 404, 200]);
    expect(twice.body.signUps).toBeNull();
  });

  test("that is cancelled in the calendar is told to those who are signed up", async () => {
    const given = await lab();
    const { id, bookingId } = (await planned(given)).body;
    await given.henrik.put(`/inductions/${id}/sign-ups/${given.ids.henrik}`);

    await given.vera.put(`/bookings/${bookingId}/cancellation`, { reason: "Eskil er syk" });
    await doWhatIsDue(installation, { subscriptions: bookingSubscriptions });

    const told = (await letters("induction/%")).filter(({ recipient }) => recipient === `henrik.${labs}@example.test`);
    expect(told.map(({ subject }) => subject)).toEqual(["The course Laserkutter is cancelled"]);
    expect((await given.henrik.put(`/inductions/${id}/sign-ups/${given.ids.henrik}`)).body.code).toBe("induction.over");
  });
});

describe("A machine out of order", () => {
  test("cancels and tells the bookings in that time, blocks it for all, and says why in the house", async () => {
    const { space, laser, machine, ids, henrik, vera } = await lab();
    await vera.post(`/certifications/${laser}/certificates`, { personId: ids.henrik });
    const soon = await henrik.post(`/resources/${machine}/bookings`, tuesday);
    const later = await henrik.post(`/resources/${machine}/bookings`, on("2026-12-01"));

    const out = await vera.put(`/resources/${machine}/outage`, { note: "Linsa er sprukket", until: "2026-11-27T16:00:00+01:00" });
    const tried = await henrik.post(`/resources/${machine}/bookings`, on("2026-11-25"));

    expect(out.body.note).toBe("Linsa er sprukket");
    expect((await henrik.get(`/spaces/${space.slug}/outages`)).body.items.map(({ note }) => note)).toEqual(["Linsa er sprukket"]);
    expect(tried.body.code).toBe("booking.taken");
    expect((await henrik.get(`/bookings/${soon.body.id}`)).body.state).toBe("cancelled");
    expect((await henrik.get(`/bookings/${later.body.id}`)).body.state).toBe("confirmed");
    expect((await letters(`booking.cancelled/${soon.body.id}`)).map(({ recipient }) => recipient)).toEqual([`henrik.${labs}@example.test`]);
  });

  test("is free the moment it is put back, and once only", async () => {
    const { space, laser, machine, ids, amina, vera } = await lab();
    await vera.post(`/certifications/${laser}/certificates`, { personId: ids.amina });
    await vera.put(`/resources/${machine}/outage`, { note: "Bytter rør", until: "2026-11-27T16:00:00+01:00" });
    await vera.put(`/resources/${machine}/outage`, { note: "Røret er forsinket", until: "2026-12-01T16:00:00+01:00" });

    const note = (await amina.get(`/spaces/${space.slug}/outages`)).body.items.map((one) => one.note);
    const back = await vera.delete(`/resources/${machine}/outage`);
    const twice = await vera.delete(`/resources/${machine}/outage`);
    const booked = await amina.post(`/resources/${machine}/bookings`, tuesday);

    expect([note, back.status, twice.body.code, booked.status]).toEqual([["Røret er forsinket"], 204, "outage.none", 201]);
  });
});

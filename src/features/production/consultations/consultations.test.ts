import ICAL from "ical.js";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { z } from "zod";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { doWhatIsDue } from "../../../../tests/support/jobs.ts";
import { networkBuilder } from "../../../../tests/support/network.ts";
import { callers } from "../../../../tests/support/visitor.ts";
import { feedFiles } from "../../bookings/index.ts";
import { consultationTimes, productionSubscriptions } from "../index.ts";
import type { slot } from "./shapes.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;

beforeAll(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
});
beforeEach(() => installation.setClock("2026-11-23T09:00:00+01:00"));
afterAll(() => installation.close());

let labs = 0;

/** A lab where Vera helps people on Tuesday evenings, with Kari and Per who want to be helped, and Hedda of another house. */
async function lab() {
  labs += 1;
  const space = await network.space(`veilab-${labs}`, { name: "Verkstedet" });
  const elsewhere = await network.space(`annet-${labs}`);
  const someone = (name: string) => network.person(name, { email: `${name.split(" ")[0]?.toLowerCase()}.${labs}@consult.test` });
  const [vera, kari, per, hedda] = await Promise.all(["Vera Vert", "Kari Kunde", "Per Kunde", "Hedda Vert"].map(someone));
  await network.position(vera ?? "", space.organizationId, "host");
  await network.position(hedda ?? "", elsewhere.organizationId, "host");
  const { as } = callers(installation);
  const ids = { vera: vera ?? "", kari: kari ?? "", per: per ?? "" };
  return { space, elsewhere, ids, vera: as(ids.vera), kari: as(ids.kari), per: as(ids.per), hedda: as(hedda ?? "") };
}

type Lab = Awaited<ReturnType<typeof lab>>;
const tuesdays = { weekday: 2, opens: "17:00", closes: "18:10", slotMinutes: 30 };

async function weekly({ space, vera }: Lab, given: object = {}): Promise<string> {
  return (await vera.post(`/spaces/${space.slug}/consultations`, { ...tuesdays, ...given })).body.id;
}

async function slots(by: Lab["kari"], { space }: Lab, query = "") {
  const { body } = await by.get(`/spaces/${space.slug}/consultation-slots${query}`);
  return (body as { items: Shown[] }).items;
}

type Shown = z.infer<typeof slot>;

const first = "2026-11-24T17:00:00+01:00";
const second = "2026-11-24T17:30:00+01:00";

describe("Help at a fixed time of every week", () => {
  test("is cut into slots that fit, on the clock of the house, and held on no public holiday and no day the house is shut", async () => {
    const given = await lab();
    await weekly(given, { weekday: 5 });
    await installation.db.insertInto("opening_exceptions").values({ space_id: given.space.id, day: "2026-12-11", reasons: "{}" }).execute();

    const held = await slots(given.kari, given, "?from=2026-12-04&until=2027-01-09");

    // Friday 25 December and Friday 1 January are holidays, 11 December the house has shut
    expect(held.map(({ startsAt }) => startsAt)).toEqual([
      "2026-12-04T16:00:00Z",
      "2026-12-04T16:30:00Z",
      "2026-12-18T16:00:00Z",
      "2026-12-18T16:30:00Z",
      "2027-01-08T16:00:00Z",
      "2027-01-08T16:30:00Z",
    ]);
  });

  test("stays at five in the evening when the clocks change", async () => {
    installation.setClock("2026-10-01T09:00:00+02:00");
    const given = await lab();
    await weekly(given, { weekday: 7, closes: "17:30" });

    const held = await slots(given.kari, given, "?from=2026-10-18&until=2026-11-02");

    expect(held.map(({ startsAt }) => startsAt)).toEqual(["2026-10-18T15:00:00Z", "2026-10-25T16:00:00Z", "2026-11-01T16:00:00Z"]);
  });

  test.each([
    ["is shorter than a slot", { closes: "17:20" }, "consultation.wrong_times"],
    ["is over before it begins", { until: "2026-11-01" }, "consultation.wrong_times"],
  ])("is refused when it %s", async (_, wrong, code) => {
    const given = await lab();

    const answer = await given.vera.post(`/spaces/${given.space.slug}/consultations`, { ...tuesdays, ...wrong });

    expect([answer.status, answer.body.code]).toEqual([422, code]);
  });

  test("is given by somebody of the house, who is in one place at a time", async () => {
    const given = await lab();
    const add = (staffId: string, times: object) =>
      given.vera.post(`/spaces/${given.space.slug}/consultations`, { ...tuesdays, staffId, ...times });

    const stranger = await add(given.ids.kari, {});
    const own = await add(given.ids.vera, {});
    const both = await add(given.ids.vera, { opens: "18:00", closes: "19:00" });
    const after = await add(given.ids.vera, { opens: "18:10", closes: "19:00" });

    expect([stranger.body.code, own.status, both.body.code, after.status]).toEqual([
      "consultation.staff_elsewhere",
      201,
      "consultation.staff_busy",
      201,
    ]);
  });
});

describe("A slot", () => {
  test("is had by one: of two who ask at once one gets it, and asking again is the same slot", async () => {
    const given = await lab();
    const id = await weekly(given);
    const take = (by: typeof given.kari) => by.post(`/consultations/${id}/appointments`, { startsAt: first, about: "Skilt" });

    const answers = await Promise.all([take(given.kari), take(given.per)]);
    const winner = answers[0].status === 201 ? given.kari : given.per;
    const again = await take(winner);

    expect(answers.map(({ status, body }) => body.code ?? status).toSorted()).toEqual([201, "consultation.taken"]);
    expect(again.body.id).toBe(answers.find(({ status }) => status === 201)?.body.id);
    const rows = await installation.db.selectFrom("appointments").select("place").where("consultation_id", "=", id).execute();
    expect(rows).toEqual([{ place: 1 }]);
  });

  test("is never had by two, whatever the program believes", async () => {
    const given = await lab();
    const id = await weekly(given, { places: 2 });
    const seat = (person_id: string, place: number) =>
      installation.db
        .insertInto("appointments")
        .values({
          space_id: given.space.id,
          id: crypto.randomUUID(),
          consultation_id: id,
          starts_at: Temporal.Instant.from(first),
          ends_at: Temporal.Instant.from(second),
          place,
          person_id,
          booked_at: installation.now(),
        })
        .execute();

    await seat(given.ids.kari, 1);

    await expect(seat(given.ids.per, 1)).rejects.toThrow("appointments_slot_taken_once");
    await expect(seat(given.ids.kari, 2)).rejects.toThrow("appointments_person_once");
    await seat(given.ids.per, 2);
  });

  test("is for as many as are helped at once, and shows the desk alone who comes and why", async () => {
    const given = await lab();
    const id = await weekly(given, { places: 2 });
    await given.kari.post(`/consultations/${id}/appointments`, { startsAt: first, about: "Hemmelig modell" });
    await given.per.post(`/consultations/${id}/appointments`, { startsAt: first });

    const [desk, own, stranger] = (await Promise.all([given.vera, given.kari, given.hedda].map((by) => slots(by, given)))).map(
      ([one]) => one,
    );

    expect(desk?.people?.map(({ name, about }) => [name, about])).toEqual([
      ["Kari Kunde", "Hemmelig modell"],
      ["Per Kunde", null],
    ]);
    expect([own?.placesLeft, own?.people, own?.appointmentId !== null, stranger?.appointmentId]).toEqual([0, null, true, null]);
    expect(JSON.stringify(stranger)).not.toMatch(/Kari|Hemmelig/);
  });

  test("is taken ahead of time, on a day it is held, two at a lab at the most", async () => {
    const given = await lab();
    const id = await weekly(given);
    const take = async (startsAt: string) => (await given.kari.post(`/consultations/${id}/appointments`, { startsAt })).body.code;
    await given.vera.put(`/consultations/${id}/exceptions/2026-12-08`, { reason: "Messe" });

    const refused = [
      await take("2026-11-17T17:00:00+01:00"),
      await take("2026-11-24T17:10:00+01:00"),
      await take("2026-12-08T17:00:00+01:00"),
      await take("2027-02-02T17:00:00+01:00"),
    ];
    const taken = [await take(first), await take("2026-12-01T17:00:00+01:00"), await take("2026-12-15T17:00:00+01:00")];

    expect(refused).toEqual([
      "consultation.no_such_slot",
      "consultation.no_such_slot",
      "consultation.no_such_slot",
      "consultation.no_such_slot",
    ]);
    expect(taken).toEqual([undefined, undefined, "consultation.enough"]);
  });

  test("is given up before it begins by whoever has it, and is free for the next", async () => {
    const given = await lab();
    const id = await weekly(given);
    const { body: own } = await given.kari.post(`/consultations/${id}/appointments`, { startsAt: first });

    const byStranger = await given.per.put(`/appointments/${own.id}/cancellation`, {});
    const givenUp = await given.kari.put(`/appointments/${own.id}/cancellation`, {});
    const next = await given.per.post(`/consultations/${id}/appointments`, { startsAt: first });
    installation.setClock("2026-11-24T17:01:00+01:00");
    const late = await given.per.put(`/appointments/${next.body.id}/cancellation`, {});

    expect([byStranger.status, givenUp.body.state, next.status, late.body.code]).toEqual([404, "cancelled", 201, "consultation.begun"]);
  });

  test("can be about an order of one's own at the lab, and no other", async () => {
    const given = await lab();
    const id = await weekly(given);
    await network.resource(given.space, "Laser", { kind: "machine" });
    const order = async (by: typeof given.kari) =>
      (await by.post("/production-orders", { space: given.space.slug, title: "Skilt til døra" })).body.id;
    const [own, theirs] = [await order(given.kari), await order(given.per)];

    const wrong = await given.kari.post(`/consultations/${id}/appointments`, { startsAt: first, orderId: theirs });
    const right = await given.kari.post(`/consultations/${id}/appointments`, { startsAt: first, orderId: own });

    expect([wrong.body.code, right.body.order]).toEqual(["consultation.not_your_order", { id: own, title: "Skilt til døra" }]);
  });

  test("is told by letter, in a person's own calendar, and with the reason when the lab takes the day out", async () => {
    const given = await lab();
    const id = await weekly(given, { staffId: given.ids.vera });
    await given.kari.post(`/consultations/${id}/appointments`, { startsAt: first, about: "Skilt" });
    const { body: feed } = await given.kari.post("/calendar-feeds", { of: "person", subjectId: given.ids.kari, shows: "everything" });
    const calendar = async () => {
      const files = feedFiles(installation, [consultationTimes]);
      const text = await (await files.request(new URL(feed.address).pathname)).text();
      return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
    };

    const before = await calendar();
    await given.vera.put(`/consultations/${id}/exceptions/2026-11-24`, { reason: "Laseren er på service" });
    await doWhatIsDue(installation, { subscriptions: productionSubscriptions });

    expect(before.map(({ summary, location, startDate }) => [summary, location, startDate.toString()])).toEqual([
      ["Veiledning: Skilt", "Verkstedet", "2026-11-24T16:00:00Z"],
    ]);
    expect([await calendar(), (await given.kari.get("/me/appointments")).body.items]).toEqual([[], []]);
    const letters = await installation.db.selectFrom("letters").select(["recipient", "subject", "body_text"]).orderBy("id").execute();
    const told = letters.filter(({ recipient }) => recipient.endsWith(`.${labs}@consult.test`));
    expect(told.map(({ recipient, subject }) => [recipient.split(".")[0], subject])).toEqual([
      ["kari", expect.stringMatching(/^Du har en time hos Verkstedet/)],
      ["vera", expect.stringMatching(/^Kari Kunde kommer til veiledning/)],
      ["kari", expect.stringMatching(/^Verkstedet kan ikke ta imot deg/)],
    ]);
    expect(told.at(-1)?.body_text).toContain("Laseren er på service");
  });
});

test("a house that shuts for a day cancels the slots that were taken, and tells whoever had one and whoever was to help", async () => {
  const given = await lab();
  const id = await weekly(given, { staffId: given.ids.vera });
  const take = (by: typeof given.kari, startsAt: string) => by.post(`/consultations/${id}/appointments`, { startsAt });
  const [{ body: shut }, { body: stands }] = [await take(given.kari, first), await take(given.per, "2026-12-01T17:00:00+01:00")];
  await doWhatIsDue(installation, { subscriptions: productionSubscriptions });
  await network.position(given.ids.vera, given.space.organizationId, "manager");
  const before = (await lettersTo(labs)).length;

  await given.vera.put(`/spaces/${given.space.slug}/opening-exceptions/2026-11-24`, {
    opens: null,
    closes: null,
    reasons: { nb: "Flytting" },
  });
  await doWhatIsDue(installation, { subscriptions: productionSubscriptions });

  const states = await Promise.all([shut, stands].map(async (one) => (await given.vera.get(`/appointments/${one.id}`)).body.state));
  expect(states).toEqual(["cancelled", "booked"]);
  const told = (await lettersTo(labs)).slice(before);
  expect(told.map(({ recipient, subject }) => [recipient.split(".")[0], subject]).toSorted()).toEqual([
    ["kari", expect.stringMatching(/^Verkstedet kan ikke ta imot deg/)],
    ["vera", expect.stringMatching(/^Verkstedet er stengt tirsdag 24\. november/)],
  ]);
  expect(told.find(({ recipient }) => recipient.startsWith("kari"))?.body_text).toContain("Huset er stengt den dagen.");
});

async function lettersTo(lab: number) {
  const letters = await installation.db.selectFrom("letters").select(["recipient", "subject", "body_text"]).orderBy("id").execute();
  return letters.filter(({ recipient }) => recipient.endsWith(`.${lab}@consult.test`));
}

test("a weekly time that ends gives back what was taken after it, and what has been stays", async () => {
  const given = await lab();
  const id = await weekly(given);
  const take = (by: typeof given.kari, startsAt: string) => by.post(`/consultations/${id}/appointments`, { startsAt });
  const [{ body: soon }, { body: later }] = [await take(given.kari, first), await take(given.per, "2026-12-01T17:00:00+01:00")];
  installation.setClock("2026-11-25T09:00:00+01:00");

  await given.vera.put(`/consultations/${id}/ending`, { until: "2026-11-20", reason: "Vi pusser opp" });

  const stands = await Promise.all([soon, later].map(async (one) => (await given.vera.get(`/appointments/${one.id}`)).body));
  expect(stands.map(({ state, reason }) => [state, reason])).toEqual([
    ["booked", null],
    ["cancelled", "Vi pusser opp"],
  ]);
  expect(await slots(given.kari, given)).toEqual([]);
});

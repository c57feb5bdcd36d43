import ICAL from "ical.js";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { eventBuilder } from "../../../../tests/support/events.ts";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { brokenInvariants } from "../../../../tests/support/invariants.ts";
import { doWhatIsDue, tellAllAgain } from "../../../../tests/support/jobs.ts";
import { newId } from "../../../platform/database/id.ts";
import { endLapsed } from "../end-lapsed.ts";
import { registrationClaims } from "../registering/registration-claims.ts";
import { followUp, remind } from "./rounds.ts";

let installation: TestInstallation;
let build: ReturnType<typeof eventBuilder>;

beforeEach(async () => {
  installation = await testInstallation();
  build = eventBuilder(installation);
});
afterEach(async () => {
  expect(await brokenInvariants(installation.db)).toEqual([]);
  await installation.close();
});

async function letters() {
  await doWhatIsDue(installation);
  return installation.db.selectFrom("letters").selectAll().where("letter_key", "like", "registration.%").orderBy("id").execute();
}

const subjects = async () => (await letters()).map(({ recipient, subject }) => `${recipient}: ${subject}`).toSorted();

function filesOf(attachments: unknown): { fileName: string; content: string }[] {
  return attachments as { fileName: string; content: string }[];
}

/** The times of a letter's calendar file, as another reader reads it. */
function calendarOf(attachments: unknown) {
  const file = filesOf(attachments).find(({ fileName }) => fileName === "event.ics");
  const event = new ICAL.Component(ICAL.parse(Buffer.from(file?.content ?? "", "base64").toString())).getFirstSubcomponent("vevent");
  return { start: event?.getFirstPropertyValue("dtstart")?.toString(), status: event?.getFirstPropertyValue("status") };
}

async function inLanguage(personId: string, locale: string) {
  await installation.db.updateTable("people").set({ locale }).where("id", "=", personId).execute();
}

describe("Whoever registers is written to", () => {
  test("in their language with the code, its picture and the time for the calendar, once however often it is told", async () => {
    const { register } = await build.held({ event: { place: "Salen på Naustet" } });
    const [ada = ""] = await build.people(["Ada Berg"]);
    await inLanguage(ada, "nn");
    const { body } = await register(ada);

    await letters();
    await tellAllAgain(installation);
    const [letter, ...others] = await letters();

    const code = body.tickets[0]?.code ?? "";
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ recipient: "ada.berg@example.test", language: "nn", subject: "Du er påmeld: Eiendomsfrokost" });
    expect(letter?.body_text).toContain(`Billettkoden er ${code.slice(0, 4)} ${code.slice(4)}.`);
    expect(letter?.body_text).toContain("Stad: Salen på Naustet");
    expect(letter?.body_text).toContain(`/nn/events/eiendomsfrokost/registrations/${body.id}`);
    expect(filesOf(letter?.attachments).map(({ fileName }) => fileName)).toEqual([`${code}.png`, "event.ics"]);
    expect(calendarOf(letter?.attachments)).toEqual({ start: "2026-12-03T07:00:00Z", status: "CONFIRMED" });
  });

  test("of the place on the list, of the offer with its deadline, and when it passed on", async () => {
    const { register } = await build.held({ size: 1 });
    const [ada = "", bo = "", cy = ""] = await build.people(["Ada Berg", "Bo Dahl", "Cy Eng"]);
    await inLanguage(bo, "en");
    const own = await register(ada);
    await register(bo);
    await register(cy);
    await letters();

    await build.visitors.as(ada).put(`/registrations/${own.body.id}/cancellation`);
    await letters();
    installation.setClock("2026-11-24T09:00:00+01:00");
    await endLapsed(installation, registrationClaims(installation.pipelines));

    expect(await subjects()).toEqual([
      "ada.berg@example.test: Du er påmeldt: Eiendomsfrokost",
      "ada.berg@example.test: Plassen er gitt tilbake: Eiendomsfrokost",
      "bo.dahl@example.test: The offer has passed on: Property breakfast",
      "bo.dahl@example.test: There is a place for you: Property breakfast",
      "bo.dahl@example.test: You are on the waiting list: Property breakfast",
      "cy.eng@example.test: Du står på venteliste: Eiendomsfrokost",
      "cy.eng@example.test: En plass er blitt ledig: Eiendomsfrokost",
    ]);
    const offer = (await letters()).find(({ subject }) => subject.startsWith("There is a place"));
    expect(offer?.body_text).toContain("Tuesday 24 November");
    const back = (await letters()).find(({ subject }) => subject.startsWith("Plassen er gitt"));
    expect(calendarOf(back?.attachments).status).toBe("CANCELLED");
  });

  test("and so is the colleague a ticket was given to", async () => {
    const { register } = await build.held();
    const [ada = ""] = await build.people(["Ada Berg"]);
    const { body } = await register(ada);
    await letters();

    await build.visitors.as(ada).put(`/tickets/${body.tickets[0]?.id}/holder`, { name: "Bo Dahl", email: "bo@example.test" });

    const sent = (await letters()).filter(({ recipient }) => recipient === "bo@example.test");
    expect(sent.map(({ subject }) => subject)).toEqual(["Du har fått en billett: Eiendomsfrokost"]);
    expect(sent[0]?.body_text).not.toContain("/registrations/");
  });
});

test("the colleague a held place was given to is written to when it is confirmed, and when it is given back", async () => {
  const { register } = await build.held();
  const [ada = ""] = await build.people(["Ada Berg"]);
  const { body } = await register(ada, { hold: true });
  await build.visitors.as(ada).put(`/tickets/${body.tickets[0]?.id}/holder`, { name: "Bo Dahl", email: "bo@example.test" });
  const early = await subjects();

  await build.visitors.as(ada).put(`/registrations/${body.id}/confirmation`);
  await letters();
  await build.visitors.as(ada).put(`/registrations/${body.id}/cancellation`);

  expect(early).toEqual([]);
  expect((await subjects()).filter((line) => line.startsWith("bo@"))).toEqual([
    "bo@example.test: Du har fått en billett: Eiendomsfrokost",
    "bo@example.test: Plassen er gitt tilbake: Eiendomsfrokost",
  ]);
});

describe("When an event changes", () => {
  test("everybody who comes is told of a new time, and nobody of a new description", async () => {
    const { marte, event, register } = await build.held();
    const [ada = "", bo = "", cy = ""] = await build.people(["Ada Berg", "Bo Dahl", "Cy Eng"]);
    for (const person of [ada, bo, cy]) await register(person);
    await letters();
    const change = (body: object) => build.visitors.as(marte).patch(`/events/${event.id}`, body);

    await change({ descriptions: { nb: "Med rundstykker" } });
    const quiet = (await letters()).length;
    await change({ startsAt: "2026-12-03T07:30:00+01:00" });
    await letters();
    await tellAllAgain(installation);

    const told = (await letters()).filter(({ subject }) => subject === "Endret: Eiendomsfrokost");
    expect(quiet).toBe(3);
    expect(told.map(({ recipient }) => recipient).toSorted()).toEqual(["ada.berg@example.test", "bo.dahl@example.test"]);
    expect(calendarOf(told[0]?.attachments).start).toBe("2026-12-03T06:30:00Z");
  });

  test("a version somebody else has changed is not overwritten, and those who do not run it change nothing", async () => {
    const { marte, event } = await build.held();
    const [ada = ""] = await build.people(["Ada Berg"]);
    const change = (personId: string) =>
      build.visitors.as(personId).patch(`/events/${event.id}`, { place: "Loftet" }, { "if-match": `"${event.version}"` });

    const statuses = [await change(ada), await change(marte), await change(marte)].map(({ status }) => status);

    expect(statuses).toEqual([404, 200, 412]);
  });

  test("a quota that grows asks those who wait at once, and it never becomes smaller than what is taken", async () => {
    const { marte, event, register, stateOf } = await build.held({ size: 1 });
    const [ada = "", bo = ""] = await build.people(["Ada Berg", "Bo Dahl"]);
    await register(ada);
    const waiting = (await register(bo)).body;
    const resize = (size: number) => build.visitors.as(marte).patch(`/events/${event.id}`, { quotas: [{ name: "Salen", size }] });

    const [smaller, larger] = [await resize(0), await resize(3)];

    expect(smaller.body.code).toBe("event_change.places_taken");
    expect(larger.body.ticketTypes[0]).toMatchObject({ left: 1, waiting: 0 });
    expect(await stateOf(bo, waiting.id)).toMatchObject({ state: "held", isOffer: true });
  });

  test("that is called off, every registration ends, and each is told once with the reason", async () => {
    const { marte, event, register, stateOf } = await build.held({ size: 1, type: { priceOre: 10_000 } });
    const [ada = "", bo = ""] = await build.people(["Ada Berg", "Bo Dahl"]);
    const [own, waiting] = [(await register(ada)).body, (await register(bo)).body];
    await letters();
    const callOff = (reason: string) => build.visitors.as(marte).put(`/events/${event.id}/cancellation`, { reason });

    const answers = [await callOff("Salen er oversvømt"), await callOff("En annen grunn")];

    expect(answers.map(({ status, body }) => [status, body.status, body.cancellationReason])).toEqual([
      [200, "cancelled", "Salen er oversvømt"],
      [200, "cancelled", "Salen er oversvømt"],
    ]);
    expect([(await stateOf(ada, own.id)).ending, (await stateOf(bo, waiting.id)).ending]).toEqual(["event_cancelled", "event_cancelled"]);
    const told = (await letters()).filter(({ subject }) => subject === "Avlyst: Eiendomsfrokost");
    expect(told.map(({ recipient }) => recipient).toSorted()).toEqual(["ada.berg@example.test", "bo.dahl@example.test"]);
    expect(told.every(({ body_text: text }) => text.includes("Arrangøren skriver: Salen er oversvømt"))).toBe(true);
    const owed = await installation.db
      .selectFrom("event_charges")
      .select((value) => value.fn.sum("amount_ore").as("ore"))
      .executeTakeFirst();
    expect(Number(owed?.ore)).toBe(0);
  });
});

describe("Around the day", () => {
  test("those who come are reminded once a day ahead; who registered later is not", async () => {
    const { register } = await build.held({ size: 3 });
    const [ada = "", bo = ""] = await build.people(["Ada Berg", "Bo Dahl"]);
    await register(ada);
    installation.setClock("2026-12-02T06:00:00Z");
    await remind(installation);
    expect((await letters()).filter(({ subject }) => subject.startsWith("Snart"))).toEqual([]);

    installation.setClock("2026-12-02T08:00:00Z");
    await register(bo);
    await remind(installation);
    await remind(installation);

    const reminded = (await letters()).filter(({ subject }) => subject === "Snart: Eiendomsfrokost");
    expect(reminded.map(({ recipient }) => recipient)).toEqual(["ada.berg@example.test"]);
  });

  test("who came and who did not get each their letter the morning after, once", async () => {
    const { marte, register } = await build.held({ size: 3 });
    const [ada = "", bo = ""] = await build.people(["Ada Berg", "Bo Dahl"]);
    const came = (await register(ada)).body;
    await register(bo);
    installation.setClock("2026-12-03T07:00:00Z");
    const scan = { nonce: newId(), scannedAt: "2026-12-03T07:00:00Z" };
    await build.visitors.as(marte).put(`/tickets/${came.tickets[0]?.id}/check-in`, scan);
    installation.setClock("2026-12-04T07:00:00Z");
    await followUp(installation);
    expect(await subjects()).toHaveLength(2);

    installation.setClock("2026-12-04T08:00:00Z");
    await followUp(installation);
    await followUp(installation);

    expect((await subjects()).filter((line) => !line.includes("påmeldt"))).toEqual([
      "ada.berg@example.test: Takk for at du kom: Eiendomsfrokost",
      "bo.dahl@example.test: Vi så deg ikke: Eiendomsfrokost",
    ]);
  });

  test("nobody is told they stayed away where nobody was checked in", async () => {
    const { register } = await build.held();
    await register((await build.people(["Ada Berg"]))[0] ?? "");
    installation.setClock("2026-12-04T12:00:00Z");

    await followUp(installation);

    expect(await subjects()).toEqual(["ada.berg@example.test: Du er påmeldt: Eiendomsfrokost"]);
  });
});

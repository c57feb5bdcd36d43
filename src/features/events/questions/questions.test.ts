import { afterEach, beforeEach, expect, test } from "vitest";
import { eventBuilder } from "../../../../tests/support/events.ts";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { eraseAnswers } from "./erase-answers.ts";

let installation: TestInstallation;
let build: ReturnType<typeof eventBuilder>;

beforeEach(async () => {
  installation = await testInstallation();
  build = eventBuilder(installation);
});
afterEach(() => installation.close());

const allergies = { key: "allergies", kind: "text", label: { nb: "Allergier", en: "Allergies" } };
const meal = { key: "meal", kind: "choice", label: { nb: "Middag" }, options: ["Fisk", "Vegan"], isRequired: true, isOfPlace: true };
const photo = { key: "photo", kind: "consent", label: { nb: "Bilder" }, text: { nb: "Dere kan ta bilde av meg." }, isPersonal: false };

const reasonOf = ({ body }: { body: unknown }) => (body as { details: { answers: { reason: string }[] } }).details.answers[0]?.reason;

/** A breakfast that asks about allergies and dinner, and for leave to take pictures. */
async function asking(given: { size?: number; type?: object } = {}) {
  const held = await build.held({ size: 5, ...given });
  const ask = (questions: object[], more: object = {}) =>
    build.visitors.as(held.marte).put(`/events/${held.event.id}/questions`, { questions, ...more });
  await ask([allergies, meal, photo]);
  const answer = (personId: string, id: string, answers: object, tickets: object = {}) =>
    build.visitors.as(personId).put(`/registrations/${id}/answers`, { answers, tickets });
  const counted = async () => {
    const { body } = await build.visitors.as(held.marte).get(`/events/${held.event.id}/answers`);
    return Object.fromEntries(
      body.items.map(({ key, answered, choices }: { key: string; answered: number; choices: { choice: string; count: number }[] }) => [
        key,
        [answered, ...choices.map(({ choice, count }) => `${choice} ${count}`)],
      ]),
    );
  };
  return { ...held, ask, answer, counted };
}

test("what an event asks is shown with it, and answered when one registers", async () => {
  const { event, register, stateOf, marte } = await asking();
  const [ada = ""] = await build.people(["Ada Berg"]);

  const { status, body } = await register(ada, { answers: { allergies: "Nøtter", meal: "Vegan", photo: true } });

  expect(status).toBe(201);
  const shown = (await build.visitors.nobody.get(`/events/${event.id}`)).body.questions;
  expect(shown.map(({ key, version, isRequired }: typeof meal & { version: number }) => [key, version, isRequired])).toEqual([
    ["allergies", 1, false],
    ["meal", 1, true],
    ["photo", 1, false],
  ]);
  expect((await stateOf(ada, body.id)).answers).toEqual({ allergies: "Nøtter", meal: "Vegan", photo: true });
  expect((await stateOf(marte, body.id)).answers).toEqual({ allergies: "Nøtter", meal: "Vegan", photo: true });
});

test("nobody takes a place without answering what is required, and an answer that does not fit is refused in the question's words", async () => {
  const { register } = await asking();
  const [ada = ""] = await build.people(["Ada Berg"]);

  const answers = [
    await register(ada),
    await register(ada, { answers: { meal: "Biff" } }),
    await register(ada, { answers: { meal: ["Fisk"] } }),
    await register(ada, { answers: { meal: "Fisk", shoes: 43 } }),
  ];

  expect(answers.map(({ status, body }) => [status, body.code, body.title, reasonOf({ body })])).toEqual([
    [400, "event_question.not_answered", "Svar på «Middag» før du melder deg på.", "missing"],
    [400, "event_question.does_not_fit", "Svaret på «Middag» passer ikke til spørsmålet.", "choice"],
    [400, "event_question.does_not_fit", "Svaret på «Middag» passer ikke til spørsmålet.", "choice"],
    [400, "event_question.does_not_fit", "Svaret på «shoes» passer ikke til spørsmålet.", "unknown"],
  ]);
});

test("a held place waits for the answers, and is confirmed when they are there", async () => {
  const { register, answer } = await asking();
  const [ada = ""] = await build.people(["Ada Berg"]);
  const { body: held } = await register(ada, { hold: true });
  const confirm = () => build.visitors.as(ada).put(`/registrations/${held.id}/confirmation`);

  const early = await confirm();
  await answer(ada, held.id, { meal: "Fisk" });
  const then = await confirm();

  expect([held.state, early.body.code, then.body.state]).toEqual(["held", "event_question.not_answered", "confirmed"]);
});

test("one changes one's answers, answers for the other places, and cannot take back what is required", async () => {
  const { register, answer, stateOf } = await asking();
  const [ada = "", other = ""] = await build.people(["Ada Berg", "Ola Nordmann"]);
  const { body } = await register(ada, { quantity: 2, answers: { meal: "Fisk", allergies: "Nøtter" } });
  const second = body.tickets[1]?.id ?? "";

  const changed = await answer(ada, body.id, { allergies: null, meal: "Vegan" }, { [second]: { meal: "Fisk" } });
  const without = await answer(ada, body.id, { meal: null });
  const ofWhole = await answer(ada, body.id, {}, { [second]: { photo: true } });
  const byOther = await answer(other, body.id, { meal: "Fisk" });

  expect(changed.body).toEqual({ answers: { meal: "Vegan" }, tickets: { [second]: { meal: "Fisk" } } });
  expect([without.body.code, ofWhole.body.code, byOther.status]).toEqual([
    "event_question.not_answered",
    "event_question.does_not_fit",
    404,
  ]);
  expect((await stateOf(ada, body.id)).tickets.map(({ answers }: { answers: object }) => answers)).toEqual([null, { meal: "Fisk" }]);
});

test("nobody consents for somebody else, and a consent in other words is asked again", async () => {
  const { event, marte, type, ask, answer, stateOf, register } = await asking();
  const [ada = "", bo = ""] = await build.people(["Ada Berg", "Bo Dahl"]);
  const { body } = await register(ada, { answers: { meal: "Fisk", photo: true } });

  const forBo = { ticketTypeId: type?.id, personId: bo, answers: { photo: true } };
  const agreed = await build.visitors.as(marte).post(`/events/${event.id}/registrations`, forBo);
  const forAda = await answer(marte, body.id, { photo: true });
  await ask([allergies, meal, { ...photo, text: { nb: "Dere kan filme meg." } }]);

  expect([reasonOf(agreed), reasonOf(forAda)]).toEqual(["own", "own"]);
  expect((await stateOf(ada, body.id)).answers).toEqual({ meal: "Fisk" });
  const { body: about } = await build.visitors.as(ada).get("/me/data");
  expect(JSON.stringify(about)).toContain("Dere kan ta bilde av meg.");
});

test("those at the door and in the list see answers only when they run the event", async () => {
  const { house, register, event, marte } = await asking();
  const [ada = "", host = ""] = await build.people(["Ada Berg", "Hedda Vik"]);
  await build.network.position(host, house.organizationId, "host");
  await register(ada, { answers: { meal: "Fisk", allergies: "Nøtter" } });

  const [ofHost, ofManager] = [
    await build.visitors.as(host).get(`/events/${event.id}/registrations`),
    await build.visitors.as(marte).get(`/events/${event.id}/registrations`),
  ];
  const sheets = await Promise.all([host, marte].map((person) => build.visitors.as(person).get(`/events/${event.id}/registrations.csv`)));

  expect([ofHost.body.items[0].answers, ofManager.body.items[0].answers]).toEqual([null, { meal: "Fisk", allergies: "Nøtter" }]);
  expect(sheets.map(({ body }) => JSON.stringify(body).includes("Nøtter"))).toEqual([false, true]);
});

test("a month after the event answers to personal questions are erased, and what was chosen is still counted", async () => {
  const { register, counted } = await asking();
  const [ada = "", bo = ""] = await build.people(["Ada Berg", "Bo Dahl"]);
  await register(ada, { answers: { meal: "Fisk", allergies: "Nøtter", photo: true } });
  await register(bo, { answers: { meal: "Fisk" } });
  const before = await counted();

  installation.setClock("2027-01-02T08:00:00Z");
  const early = await eraseAnswers(installation);
  installation.setClock("2027-01-03T08:00:00Z");
  const due = await eraseAnswers(installation);

  expect([early, due, await eraseAnswers(installation)]).toEqual([0, 3, 0]);
  expect(before).toEqual({ allergies: [1], meal: [2, "Fisk 2"], photo: [1, "true 1"] });
  expect(await counted()).toEqual(before);
  expect(await installation.db.selectFrom("registration_answers").select("value").execute()).toEqual([{ value: true }]);
});

test("whoever gives their place back has their personal answers erased the same night", async () => {
  const { register, counted } = await asking();
  const [ada = ""] = await build.people(["Ada Berg"]);
  const { body } = await register(ada, { answers: { meal: "Fisk", allergies: "Nøtter" } });

  await build.visitors.as(ada).put(`/registrations/${body.id}/cancellation`);

  expect([await eraseAnswers(installation), await counted()]).toEqual([2, { allergies: [0], meal: [0], photo: [0] }]);
});

import { afterEach, beforeEach, expect, test } from "vitest";
import { eventBuilder } from "../../../../tests/support/events.ts";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { brokenInvariants } from "../../../../tests/support/invariants.ts";

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

const evening = (title: string, day: number) => ({
  ...{ title: { nb: title }, startsAt: `2026-12-0${day}T16:00:00Z`, endsAt: `2026-12-0${day}T18:00:00Z` },
  ...{ quotas: [{ name: "Plasser", size: 2 }], ticketTypes: [{ name: "Plass", quotas: ["Plasser"] }] },
});

/** A festival of an opening that asks nothing and a dinner that asks what one eats. */
async function dinner() {
  const { marte } = await build.held();
  const office = build.visitors.as(marte);
  const given = { kind: "festival", title: { nb: "Festivalen" }, organization: "naustet" };
  const { body } = await office.post("/event-parents", { ...given, events: [evening("Åpning", 1), evening("Middag", 2)] });
  const [opening = "", meal = ""] = body.events.map(({ id }) => id);
  await office.put(`/events/${meal}/questions`, {
    questions: [{ key: "food", kind: "choice", label: { nb: "Mat" }, options: ["Fisk", "Grønt"], isRequired: true }],
  });
  const [ada = ""] = await build.people(["Ada Berg"]);
  const register = (answers: object | undefined) =>
    build.visitors
      .as(ada)
      .post("/event-parents/festivalen/registrations", { events: [{ event: opening }, { event: meal, ...(answers && { answers }) }] });
  const own = async () => (await build.visitors.as(ada).get("/me/registrations")).body.items;
  return { register, own, meal };
}

test("what an event of a festival asks is answered as one registers for several, and kept with its registration", async () => {
  const { register, own, meal } = await dinner();

  const { status, body } = await register({ food: "Fisk" });

  expect([status, body.items.map(({ state }) => state)]).toEqual([201, ["confirmed", "confirmed"]]);
  const answers = (await own()).map(({ event, answers: given }) => [event.id === meal, given]);
  expect(answers.toSorted()).toEqual([
    [false, {}],
    [true, { food: "Fisk" }],
  ]);
});

test("nothing is done until it is answered, and each event tells what it asks", async () => {
  const { register, own } = await dinner();

  const [none, wrong] = [await register(undefined), await register({ food: "Stein" })];

  expect(none).toMatchObject({
    status: 400,
    body: {
      code: "event_parent.not_answered",
      title: "Et arrangement spør om noe du må svare på først.",
      details: { events: [{ event: "middag", answers: [{ key: "food", reason: "missing" }] }] },
    },
  });
  expect(wrong).toMatchObject({ status: 400, body: { details: { events: [{ answers: [{ key: "food", reason: "choice" }] }] } } });
  expect(await own()).toEqual([]);
});

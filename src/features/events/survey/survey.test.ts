import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { eventBuilder } from "../../../../tests/support/events.ts";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { doWhatIsDue } from "../../../../tests/support/jobs.ts";
import { newId } from "../../../platform/database/id.ts";
import { followUp } from "../letters/rounds.ts";
import { resultsOf } from "./survey.ts";

let installation: TestInstallation;
let build: ReturnType<typeof eventBuilder>;

beforeEach(async () => {
  installation = await testInstallation();
  build = eventBuilder(installation);
});
afterEach(() => installation.close());

const names = ["Ada Berg", "Bo Dahl", "Cy Eng", "Dag Foss", "Eli Gran", "Finn Hus"];

/** A breakfast that is over: everybody but the last came. */
async function theDayAfter() {
  const breakfast = await build.held({ size: 10 });
  const people = await build.people(names);
  const { marte, event } = breakfast;
  const asked = await build.visitors.as(marte).put(`/events/${event.id}/survey`, { ownQuestion: { nb: "Hva savnet du?" } });
  const tickets: ({ id: string; token: string | null } | undefined)[] = [];
  for (const person of people) tickets.push((await breakfast.register(person)).body.tickets[0]);
  installation.setClock("2026-12-03T07:30:00Z");
  for (const ticket of tickets.slice(0, -1))
    await build.visitors.as(marte).put(`/tickets/${ticket?.id}/check-in`, { nonce: newId(), scannedAt: "2026-12-03T07:30:00Z" });
  installation.setClock("2026-12-04T09:00:00Z");
  const answer = (place: number, body: object) => build.visitors.nobody.put(`/tickets/${tickets[place]?.token}/survey`, body);
  const results = async () => (await build.visitors.as(marte).get(`/events/${event.id}/survey`)).body;
  return { ...breakfast, tickets, asked, answer, results };
}

describe("Those who came to an event", () => {
  test("are led to three questions by their letter, and answer once; who did not come is not asked", async () => {
    const { tickets, answer } = await theDayAfter();
    await followUp(installation);
    await doWhatIsDue(installation);

    const letters = await installation.db
      .selectFrom("letters")
      .select(["recipient", "body_text"])
      .where("letter_key", "like", "registration.came%")
      .execute();
    const others = await installation.db
      .selectFrom("letters")
      .select("body_text")
      .where("letter_key", "like", "registration.missed%")
      .execute();
    const first = await answer(0, { wasWorth: 5, words: "Kortere pauser" });
    const again = await answer(0, { wasWorth: 1 });
    const missed = await answer(5, { wasWorth: 1 });

    expect(letters).toHaveLength(5);
    const own = letters.find(({ recipient }) => recipient === "ada.berg@example.test");
    expect(own?.body_text).toContain(`/nb/tickets/${tickets[0]?.token}/survey`);
    expect(others.map(({ body_text }) => body_text.includes("/survey"))).toEqual([false]);
    expect([first.status, again.body, missed.body]).toMatchObject([204, { code: "survey.already_answered" }, { code: "survey.not_open" }]);
  });

  test("are seen by nobody until five have answered, and then without a name, a ticket or a time", async () => {
    const { answer, results } = await theDayAfter();
    for (const place of [0, 1, 2, 3]) await answer(place, { wasWorth: 4, wouldRecommend: 5 });
    const four = await results();

    await answer(4, { wasWorth: 2, words: "Mer kaffe" });

    expect(four).toMatchObject({ came: 5, answers: 4, results: null });
    expect((await results()).results).toEqual({ wasWorth: [0, 1, 0, 4, 0], wouldRecommend: null, words: null });
    const { rows } = await columnsOf("survey_answers");
    expect(rows).toEqual(["event_id", "id", "was_worth", "would_recommend", "words"]);
    const log = await installation.db.selectFrom("audit_log").select("action").where("action", "like", "%survey%").execute();
    expect(log.map(({ action }) => action)).toEqual(["event.ask_survey"]);
  });

  test("may answer for thirty days, whoever holds the ticket, and only what was asked", async () => {
    const { answer, tickets, event, marte } = await theDayAfter();
    installation.setClock("2027-01-03T09:00:00Z");
    const late = await answer(0, { wasWorth: 3 });
    installation.setClock("2026-12-20T09:00:00Z");

    const forged = await build.visitors.nobody.get(`/tickets/${tickets[0]?.token?.slice(0, -4)}AAAA/survey`);
    const bare = await answer(1, {});
    const spying = await build.visitors.nobody.get(`/events/${event.id}/survey`);
    const questions = await build.visitors.nobody.get(`/tickets/${tickets[0]?.token}/survey`);

    expect([late.body, forged.status, bare.status, spying.status]).toMatchObject([{ code: "survey.not_open" }, 404, 400, 401]);
    expect(questions.body).toMatchObject({ ownQuestion: { nb: "Hva savnet du?" }, standing: "open" });
    await build.visitors.as(marte).put(`/events/${event.id}/survey`, {});
    expect((await build.visitors.nobody.get(`/tickets/${tickets[0]?.token}/survey`)).body.ownQuestion).toEqual({});
  });
});

test("a question few have answered is not shown, though the whole is", () => {
  const five = Array.from({ length: 5 }, (_, place) => ({ wasWorth: place + 1, wouldRecommend: place === 0 ? null : 5, words: "Bra" }));

  expect(resultsOf(five)).toEqual({ wasWorth: [1, 1, 1, 1, 1], wouldRecommend: null, words: ["Bra", "Bra", "Bra", "Bra", "Bra"] });
});

async function columnsOf(table: string) {
  const tables = await installation.db.introspection.getTables();
  return { rows: tables.find(({ name }) => name === table)?.columns.map(({ name }) => name) ?? [] };
}

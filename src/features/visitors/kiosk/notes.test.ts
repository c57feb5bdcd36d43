import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { doWhatIsDue } from "../../../../tests/support/jobs.ts";
import { networkBuilder } from "../../../../tests/support/network.ts";
import { callers } from "../../../../tests/support/visitor.ts";
import { newId } from "../../../platform/database/id.ts";
import { visitorSubscriptions } from "../index.ts";

let installation: TestInstallation;
let houses = 0;

beforeAll(async () => {
  installation = await testInstallation();
});
beforeEach(() => installation.setClock("2026-11-24T10:30:00+01:00"));
afterAll(() => installation.close());

const ten = "2026-11-24T10:00:00+01:00";

/** A house with a kiosk, where Amina lets visitors find her and awaits Kari Nordmann. */
async function house() {
  houses += 1;
  const network = networkBuilder(installation);
  const space = await network.space(`hus-${houses}`, { name: "Huset" });
  const amina = await network.person("Amina Larsen", { email: `amina.${houses}@example.test` });
  await network.membership(space.organizationId, { personId: amina });
  const mari = await network.person("Mari Moe", { email: `mari.${houses}@example.test` });
  await network.position(mari, space.organizationId, "manager");
  const { as, nobody } = callers(installation);
  await as(amina).put(`/spaces/${space.slug}/kiosk-name`, { isShown: true });
  const expected = await as(amina).post(`/spaces/${space.slug}/visits`, { name: "Kari Nordmann", expectedAt: ten });
  const kiosk = await as(mari).post(`/spaces/${space.slug}/displays`, { kind: "kiosk", name: "Inngangen" });
  const secret = new URL(kiosk.body.url).pathname.split("/").at(3);
  const tell = (note: object, id = newId()) =>
    nobody.put(`/displays/${secret}/notes/${id}`, { kind: "arrival", secondsAgo: 30 * 60, ...note });
  const inside = async () =>
    (await as(mari).get(`/spaces/${space.slug}/people-inside`)).body.visitors.map(({ name, visited, since }) => [name, visited, since]);
  return { expected, secret, tell, inside, mail: `amina.${houses}@example.test` };
}

const instant = (moment: string) => Temporal.Instant.from(moment).toString();

test("somebody awaited has come when they wrote it, and whoever awaits them is told once, however often it is sent", async () => {
  const { tell, inside, mail } = await house();
  const id = newId();

  const answers = [await tell({ name: "kari  nordmann" }, id), await tell({ name: "kari  nordmann" }, id)];
  await doWhatIsDue(installation, { subscriptions: visitorSubscriptions });

  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(await inside()).toEqual([["Kari Nordmann", "Amina Larsen", instant(ten)]]);
  const letters = await installation.db.selectFrom("letters").select("subject").where("recipient", "=", mail).execute();
  expect(letters).toHaveLength(1);
});

test("anybody else is in the house unannounced: with whom they asked for where that is one, else with what they wrote", async () => {
  const { tell, inside } = await house();

  const answers = [await tell({ name: "Per Ukjent", askedFor: "amina" }), await tell({ name: "Pål Ukjent", askedFor: "Sjefen" })];

  expect(answers.map(({ body }) => body.isKnown)).toEqual([true, false]);
  expect(await inside()).toEqual([
    ["Per Ukjent", "Amina Larsen", instant(ten)],
    ["Pål Ukjent", "Sjefen", instant(ten)],
  ]);
});

test("whoever leaves is the one inside by that name; nobody is signed out by a name two have", async () => {
  const { tell, inside } = await house();
  for (const name of ["Per Ukjent", "Pål Like", "Pål Like"]) await tell({ name });
  const leaving = { kind: "departure", secondsAgo: 10 * 60 };

  const answers = [await tell({ name: "Per Ukjent", ...leaving }), await tell({ name: "Pål Like", ...leaving })];

  expect(answers.map(({ body }) => body.isKnown)).toEqual([true, false]);
  expect((await inside()).map(([name]) => name)).toEqual(["Pål Like", "Pål Like"]);
});

test("what is older than a day is not taken", async () => {
  const { tell, inside } = await house();

  const answer = await tell({ name: "Per Ukjent", secondsAgo: 25 * 60 * 60 });

  expect([answer.body.code, await inside()]).toEqual(["visit.not_today", []]);
});

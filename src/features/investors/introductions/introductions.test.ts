import { afterEach, beforeEach, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { anInvestorNetwork, aRaise } from "../../../../tests/support/investors.ts";
import { doWhatIsDue } from "../../../../tests/support/jobs.ts";
import { expireIntroductions } from "./expire.ts";

let installation: TestInstallation;
beforeEach(async () => {
  installation = await testInstallation();
});
afterEach(() => installation.close());

const contact = { startup: aRaise.contact, investor: { name: "anna selv", email: "anna.privat@invest.example", phone: "+47 911 11 111" } };
const none = { startup: null, investor: null };

async function letters(): Promise<{ to: string; subject: string; text: string }[]> {
  await doWhatIsDue(installation, { only: ["outbox.tell"] });
  const rows = await installation.db.selectFrom("letters").select(["recipient", "subject", "body_text"]).orderBy("id").execute();
  return rows.map(({ recipient, subject, body_text: text }) => ({ to: recipient, subject, text }));
}

test("contact data are told to both by the second yes, and to nobody before", async () => {
  const { raise, tell, ask, nora, anna, bo, ingrid, profiles } = await anInvestorNetwork(installation);
  const raiseId = await raise();
  await tell(raiseId, "summary");
  const { id } = await ask(anna, `POST /raises/${raiseId}/introductions`, { side: "investor", profile: profiles.anna, note: "Ring oss" });
  const seen = async () => Promise.all([nora, anna, ingrid].map(async (by) => (await by.get(`/introductions/${id}`)).body));

  expect((await seen()).map(({ startup, contact: told, state, note }) => ({ startup: startup?.name, told, state, note }))).toEqual([
    { startup: "Nordavind Helse", told: none, state: "asked", note: "Ring oss" },
    { startup: undefined, told: none, state: "asked", note: "Ring oss" },
    { startup: "Nordavind Helse", told: none, state: "asked", note: "Ring oss" },
  ]);
  expect((await bo.get(`/introductions/${id}`)).status).toBe(404);

  await ask(nora, `PUT /introductions/${id}/answer`, { side: "startup", answer: "yes" });

  expect((await seen()).map(({ startup, contact: told, state }) => ({ startup: startup?.name, told, state }))).toEqual([
    { startup: "Nordavind Helse", told: { startup: null, investor: contact.investor }, state: "introduced" },
    { startup: "Nordavind Helse", told: { startup: contact.startup, investor: null }, state: "introduced" },
    { startup: "Nordavind Helse", told: none, state: "introduced" },
  ]);
  expect((await anna.get(`/raises/${raiseId}`)).body).toMatchObject({ tier: "contact", contact: { terms: aRaise.terms } });
  const { consents } = (await nora.get(`/raises/${raiseId}/record`)).body;
  expect(consents.map(({ tier, introductionId }) => ({ tier, introductionId }))).toEqual(
    expect.arrayContaining([
      { tier: "contact", introductionId: id },
      { tier: "names", introductionId: null },
    ]),
  );
});

test("the network asks both, and a startup that says yes lets the investor see names before the investor answers", async () => {
  const { raise, ask, nora, bo, ingrid, profiles } = await anInvestorNetwork(installation);
  const raiseId = await raise();
  const { id } = await ask(ingrid, `POST /raises/${raiseId}/introductions`, {
    side: "network",
    profile: profiles.bo,
    note: "Nordavind passer",
  });

  expect((await bo.get(`/introductions/${id}`)).body).toMatchObject({ startup: null, note: null, abilities: { answer: ["investor"] } });
  await ask(nora, `PUT /introductions/${id}/answer`, { side: "startup", answer: "yes" });
  expect((await bo.get(`/introductions/${id}`)).body).toMatchObject({
    startup: { name: "Nordavind Helse" },
    note: "Nordavind passer",
    contact: none,
  });
  await ask(bo, `PUT /introductions/${id}/answer`, { side: "investor", answer: "yes" });
  expect((await bo.get(`/introductions/${id}`)).body).toMatchObject({ state: "introduced", contact: { startup: contact.startup } });
  const { consents } = (await nora.get(`/raises/${raiseId}/record`)).body;
  expect(consents.find(({ tier }) => tier === "contact")).toMatchObject({ givenBy: "Nora Vik" });
});

test("an introduction ended by either takes the contact data of both away at once", async () => {
  const { raise, tell, introduce, ask, nora, anna, bo } = await anInvestorNetwork(installation);
  const raiseId = await raise();
  await tell(raiseId, "summary");
  const [byAnna, byNora] = [await introduce(raiseId), await introduce(raiseId, "bo")];

  await ask(anna, `PUT /introductions/${byAnna}/ending`, { side: "investor" });
  const { consents } = (await nora.get(`/raises/${raiseId}/record`)).body;
  const consent = consents.find(({ introductionId, withdrawnAt }) => introductionId === byNora && withdrawnAt === null);
  await ask(nora, `PUT /raise-consents/${consent?.id}/withdrawal`);

  for (const [by, id] of [
    [anna, byAnna],
    [nora, byAnna],
    [bo, byNora],
    [nora, byNora],
  ] as const)
    expect((await by.get(`/introductions/${id}`)).body).toMatchObject({ state: "ended", contact: none });
  expect((await anna.get(`/raises/${raiseId}`)).body).toMatchObject({ tier: "names", contact: null });
});

test("after the raise has ended only those who were introduced still see it", async () => {
  const { raise, tell, introduce, ask, nora, anna, bo, profiles } = await anInvestorNetwork(installation);
  const raiseId = await raise();
  await tell(raiseId, "names");
  await introduce(raiseId);
  const { id } = await ask(bo, `POST /raises/${raiseId}/introductions`, { side: "investor", profile: profiles.bo });

  await ask(nora, `PUT /raises/${raiseId}/ending`);

  expect((await anna.get(`/raises/${raiseId}`)).body).toMatchObject({ tier: "contact", hasEnded: true });
  expect((await bo.get(`/raises/${raiseId}`)).status).toBe(404);
  expect((await bo.get(`/introductions/${id}`)).body).toMatchObject({ state: "withdrawn", startup: null });
});

test("an answer comes in time, once, for oneself, and an investor says whom to be in touch with first", async () => {
  const { raise, tell, ask, nora, anna, bo, ingrid, profiles } = await anInvestorNetwork(installation);
  const raiseId = await raise();
  await tell(raiseId, "summary");
  await installation.db.updateTable("investor_profiles").set({ contact_name: null }).where("id", "=", profiles.bo).execute();
  const code = (answer: { body: unknown }) => (answer.body as { code: string }).code;

  expect(code(await bo.ask(`POST /raises/${raiseId}/introductions`, { side: "investor", profile: profiles.bo }))).toBe(
    "investor.contact_missing",
  );
  const { id } = await ask(anna, `POST /raises/${raiseId}/introductions`, { side: "investor", profile: profiles.anna });
  const yes = { side: "startup", answer: "yes" };
  expect(code(await anna.ask(`PUT /introductions/${id}/answer`, yes))).toBe("access.not_here");
  expect(code(await ingrid.ask(`PUT /introductions/${id}/answer`, yes))).toBe("access.not_here");
  expect(code(await anna.ask(`PUT /introductions/${id}/answer`, { side: "investor", answer: "yes" }))).toBe("investor.answered");
  expect(code(await ingrid.ask(`POST /raises/${raiseId}/introductions`, { side: "network", profile: profiles.anna }))).toBe(
    "investor.introduced_once",
  );
  installation.setClock("2026-12-15T09:00:00+01:00");
  expect(code(await nora.ask(`PUT /introductions/${id}/answer`, yes))).toBe("investor.answered");
  await expireIntroductions(installation);
  expect((await nora.get(`/introductions/${id}`)).body).toMatchObject({ state: "expired", abilities: { answer: [], end: [], meet: [] } });
});

test("each side is written to, and no letter names a startup to one who does not see its name, nor gives contact data", async () => {
  const { raise, tell, ask, nora, bo, ingrid, profiles } = await anInvestorNetwork(installation);
  const raiseId = await raise();
  await tell(raiseId, "summary");
  const { id } = await ask(ingrid, `POST /raises/${raiseId}/introductions`, { side: "network", profile: profiles.bo });
  const asked = await letters();
  await ask(nora, `PUT /introductions/${id}/answer`, { side: "startup", answer: "yes" });
  await ask(bo, `PUT /introductions/${id}/answer`, { side: "investor", answer: "yes" });
  const made = (await letters()).slice(asked.length);

  expect(asked.map(({ to, subject }) => ({ to, subject })).toSorted((a, b) => (a.to < b.to ? -1 : 1))).toEqual([
    { to: "bo.berg@example.test", subject: "Vil dere møte et selskap?" },
    { to: "nora.vik@example.test", subject: "Vil dere møte bo-kapital?" },
  ]);
  expect(JSON.stringify(asked.filter(({ to }) => to.startsWith("bo")))).not.toContain("Nordavind");
  expect(made.map(({ to, subject }) => ({ to, subject })).toSorted((a, b) => (a.to < b.to ? -1 : 1))).toEqual([
    { to: "bo.berg@example.test", subject: "Dere er introdusert for Nordavind Helse" },
    { to: "nora.vik@example.test", subject: "Dere er introdusert for bo-kapital" },
  ]);
  expect(JSON.stringify(made)).not.toMatch(/900 00 001|nora\.kontakt|bo\.privat/);
});

test("a meeting is written by one of two who are introduced, on a day that has been", async () => {
  const { raise, tell, introduce, ask, anna, nora } = await anInvestorNetwork(installation);
  const raiseId = await raise();
  await tell(raiseId, "summary");
  const id = await introduce(raiseId);
  const meet = async (metOn: string) =>
    ((await anna.ask(`POST /introductions/${id}/meetings`, { side: "investor", metOn, note: "Kaffe" })).body as { code?: string }).code;

  expect(await meet("2026-11-22")).toBe("investor.not_introduced");
  expect(await meet("2026-11-24")).toBe("investor.not_yet");
  expect(await meet("2026-11-23")).toBeUndefined();
  expect(await meet("2026-11-23")).toBe("investor.met_already");
  const { body } = await nora.get(`/introductions/${id}`);
  expect(body.meetings).toEqual([{ id: expect.any(String), metOn: "2026-11-23", note: "Kaffe", side: "investor" }]);
  await ask(anna, `PUT /introductions/${id}/ending`, { side: "investor" });
  expect((await anna.ask(`POST /introductions/${id}/meetings`, { side: "investor", metOn: "2026-11-23" })).status).toBe(409);
});

test("a closing is facilitated when the two were introduced on an earlier day, and counts when the startup confirms it", async () => {
  const { raise, tell, introduce, ask, nora, anna, bo, profiles } = await anInvestorNetwork(installation);
  const raiseId = await raise();
  await tell(raiseId, "names");
  await introduce(raiseId);
  installation.setClock("2026-12-01T09:00:00+01:00");
  const closing = (more: Record<string, unknown>) => ({ amountOre: 100_000_000, instrument: "shares", ...more });

  await ask(anna, `POST /raises/${raiseId}/closings`, closing({ side: "investor", profile: profiles.anna, closedOn: "2026-11-30" }));
  await ask(nora, `POST /raises/${raiseId}/closings`, closing({ side: "startup", profile: profiles.anna, closedOn: "2026-11-23" }));
  await ask(nora, `POST /raises/${raiseId}/closings`, closing({ side: "startup", investorName: "En onkel", closedOn: "2026-11-29" }));

  type Closing = { id: string; investorName: string; closedOn: string; isFacilitated: boolean; isConfirmed: boolean };
  const all = (await nora.get(`/raises/${raiseId}/closings`)).body.items as Closing[];
  expect(
    all.map(({ id: _, investorName, closedOn, isFacilitated, isConfirmed }) => ({ investorName, closedOn, isFacilitated, isConfirmed })),
  ).toEqual([
    { investorName: "anna-invest", closedOn: "2026-11-30", isFacilitated: true, isConfirmed: false },
    { investorName: "En onkel", closedOn: "2026-11-29", isFacilitated: false, isConfirmed: true },
    { investorName: "anna-invest", closedOn: "2026-11-23", isFacilitated: false, isConfirmed: true },
  ]);
  expect((await anna.get(`/raises/${raiseId}/closings`)).body.items).toHaveLength(2);
  expect((await bo.get(`/raises/${raiseId}/closings`)).status).toBe(404);
  expect((await anna.ask(`PUT /closings/${all[0]?.id}/confirmation`)).status).toBe(404);
  await ask(nora, `PUT /closings/${all[0]?.id}/confirmation`);
  expect((await nora.ask(`PUT /closings/${all[0]?.id}/confirmation`)).status).toBe(409);
});

import { afterEach, beforeEach, expect, test } from "vitest";
import { eventBuilder } from "../../../tests/support/events.ts";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { brokenInvariants } from "../../../tests/support/invariants.ts";
import { doWhatIsDue } from "../../../tests/support/jobs.ts";
import { endLapsed } from "./end-lapsed.ts";
import { registrationClaims } from "./registering/registration-claims.ts";

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

/** A dinner for two that Marte decides on, within two days. */
async function decided(given: { size?: number; type?: object } = {}) {
  const held = await build.held({ ...given, event: { needsApproval: true, approvalHours: 48 } });
  const approve = (person: string, id: string) => build.visitors.as(person).put(`/registrations/${id}/approval`);
  const refuse = (id: string, reason = "Det er for dem som bygger nå.") =>
    build.visitors.as(held.marte).put(`/registrations/${id}/refusal`, { reason });
  const charges = () => installation.db.selectFrom("event_charges").select("amount_ore").execute();
  return { ...held, approve, refuse, charges };
}

test("whoever asks to come has a place kept until the answer, and it is theirs, and owed for, with a yes", async () => {
  const { register, approve, stateOf, marte, charges } = await decided({ type: { priceOre: 80_000 } });
  const [ada = ""] = await build.people(["Ada Berg"]);

  const { body: asked } = await register(ada);
  const owedBefore = await charges();
  const byOneself = await approve(ada, asked.id);
  const confirmedByOneself = await build.visitors.as(ada).put(`/registrations/${asked.id}/confirmation`);
  const { body } = await approve(marte, asked.id);

  expect(asked).toMatchObject({ state: "held", awaitsApproval: true, heldUntil: "2026-11-25T08:00:00Z", abilities: { confirm: false } });
  expect([owedBefore, byOneself.status, confirmedByOneself.body.state]).toEqual([[], 404, "held"]);
  expect(body).toMatchObject({ state: "confirmed", awaitsApproval: false });
  expect(await charges()).toEqual([{ amount_ore: 80_000 }]);
  expect((await stateOf(ada, asked.id)).tickets[0]?.token).not.toBeNull();
});

test("a no is told in the words of whoever says it, and the place goes to the next on the list, who asks when they have taken it", async () => {
  const { register, refuse, approve, stateOf, marte } = await decided({ size: 1 });
  const [ada = "", bo = ""] = await build.people(["Ada Berg", "Bo Dahl"]);
  const [{ body: asked }, { body: waits }] = [await register(ada), await register(bo)];

  const refused = await refuse(asked.id);
  const offered = await stateOf(bo, waits.id);
  const taken = await build.visitors.as(bo).put(`/registrations/${waits.id}/confirmation`);
  const letIn = await approve(marte, waits.id);

  expect(refused.body).toMatchObject({ state: "cancelled", ending: "refused", endingReason: "Det er for dem som bygger nå." });
  expect(offered).toMatchObject({ state: "held", isOffer: true, awaitsApproval: false });
  expect(taken.body).toMatchObject({ state: "held", isOffer: false, awaitsApproval: true });
  expect(letIn.body.state).toBe("confirmed");
  expect((await refuse(waits.id)).body.code).toBe("event.ended");
});

test("a question nobody answers in time is no yes, and whoever asked is told", async () => {
  const { register, stateOf } = await decided();
  const [ada = ""] = await build.people(["Ada Berg"]);
  const { body: asked } = await register(ada);

  await doWhatIsDue(installation);
  installation.setClock("2026-11-25T08:00:00Z");
  await endLapsed(installation, registrationClaims(installation.pipelines));
  await doWhatIsDue(installation);

  expect(await stateOf(ada, asked.id)).toMatchObject({ state: "cancelled", ending: "unanswered" });
  const letters = await installation.db.selectFrom("letters").select("subject").execute();
  expect(letters.map(({ subject }) => subject).toSorted()).toEqual([
    "Arrangøren svarer deg: Eiendomsfrokost",
    "Arrangøren svarte ikke: Eiendomsfrokost",
  ]);
});

test("whom those who run it register themselves they have said yes to, and a held form asks when it is sent", async () => {
  const { event, type, marte, register } = await decided();
  const [ada = "", bo = ""] = await build.people(["Ada Berg", "Bo Dahl"]);

  const byHost = await build.visitors.as(marte).post(`/events/${event.id}/registrations`, { ticketTypeId: type?.id, personId: ada });
  const { body: held } = await register(bo, { hold: true });
  const sent = await build.visitors.as(bo).put(`/registrations/${held.id}/confirmation`);

  expect([byHost.body.state, held.awaitsApproval, sent.body.awaitsApproval]).toEqual(["confirmed", false, true]);
});

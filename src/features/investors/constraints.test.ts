import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { newId } from "../../platform/database/id.ts";

let installation: TestInstallation;
let raiseId: string;
let profileId: string;

beforeAll(async () => {
  installation = await testInstallation();
  const { db, now } = installation;
  const network = networkBuilder(installation);
  const startup = await network.organization("nordavind", { kinds: ["startup"] });
  const investor = await network.organization("anna-invest", { kinds: ["investor"] });
  const kyst = await network.organization("kyst", { kinds: ["network"] });
  [raiseId, profileId] = [newId(), newId()];
  await db
    .insertInto("raises")
    .values({
      id: raiseId,
      network_id: kyst,
      organization_id: startup,
      amount_ore: 500_000_000,
      stage: "seed",
      instrument: "shares",
      contact_name: "Nora Vik",
      contact_email: "nora@nordavind.example",
      created_at: now(),
    })
    .execute();
  await db
    .insertInto("investor_profiles")
    .values({ id: profileId, network_id: kyst, organization_id: investor, created_at: now() })
    .execute();
});
afterAll(() => installation.close());

test("nobody is introduced before both have said yes", async () => {
  await expect(insertIntroduction("introduced", { investor: true })).rejects.toThrow("introductions_both_yes");
});

test("contact data cannot follow from an introduction that is only asked for", async () => {
  const id = await insertIntroduction("asked", { investor: true });

  await expect(consentBy(null, null)).rejects.toThrow("raise_consents_contact");
  await expect(consentBy(id, null)).rejects.toThrow("raise_consents_introduced");
  await expect(consentBy(id, "2026-11-01")).rejects.toThrow("raise_consents_introduction");
  await installation.db.updateTable("introductions").set({ state: "withdrawn" }).where("id", "=", id).execute();
});

test("contact data and a closing follow from an introduction both said yes to, and the closing is later", async () => {
  const id = await insertIntroduction("introduced", { investor: true, startup: true });

  await consentBy(id, "2026-11-01");
  await expect(closingBy(id, "2026-11-01")).rejects.toThrow("closings_facilitated");
  await closingBy(id, "2026-11-02");
  expect(await installation.db.selectFrom("closings").select(["introduction_id", "closed_on"]).execute()).toEqual([
    { introduction_id: id, closed_on: "2026-11-02" },
  ]);
});

async function insertIntroduction(state: string, yes: { startup?: boolean; investor?: boolean }): Promise<string> {
  const id = newId();
  const at = installation.now();
  await installation.db
    .insertInto("introductions")
    .values({
      id,
      raise_id: raiseId,
      profile_id: profileId,
      asked_by_side: "investor",
      expires_on: "2026-12-14",
      state,
      state_since: at,
      startup_yes_at: yes.startup ? at : null,
      investor_yes_at: yes.investor ? at : null,
      introduced_on: state === "introduced" ? "2026-11-01" : null,
      asked_at: at,
    })
    .execute();
  return id;
}

function consentBy(introductionId: string | null, introducedOn: string | null) {
  const of = { raise_id: raiseId, profile_id: profileId, introduction_id: introductionId, introduced_on: introducedOn };
  return installation.db
    .insertInto("raise_consents")
    .values({ id: newId(), ...of, tier: "contact", given_at: installation.now() })
    .execute();
}

function closingBy(introductionId: string, closedOn: string) {
  const of = { raise_id: raiseId, profile_id: profileId, introduction_id: introductionId, introduced_on: "2026-11-01" };
  return installation.db
    .insertInto("closings")
    .values({
      id: newId(),
      ...of,
      closed_on: closedOn,
      amount_ore: 200_000_000,
      instrument: "shares",
      entered_at: installation.now(),
      entered_by_side: "startup",
    })
    .execute();
}

import { afterEach, beforeEach, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { anInvestorNetwork, aRaise } from "../../../tests/support/investors.ts";

let installation: TestInstallation;
beforeEach(async () => {
  installation = await testInstallation();
});
afterEach(() => installation.close());

test("a raise is told as far as the furthest consent that stands, to those it was given to", async () => {
  const { raise, tell, anna, bo, mia, profiles } = await anInvestorNetwork(installation);
  const id = await raise();
  const seen = async () =>
    Promise.all([anna, bo, mia].map(async (one) => ((await one.get(`/raises/${id}`)).body as { tier?: string }).tier));

  expect(await seen()).toEqual([undefined, undefined, undefined]);
  await tell(id, "summary");
  expect(await seen()).toEqual(["summary", "summary", undefined]);
  const names = await tell(id, "names", profiles.anna);
  expect(await seen()).toEqual(["names", "summary", undefined]);
  const { status, body } = await bo.ask(`PUT /raise-consents/${names}/withdrawal`);
  expect({ status, code: (body as { code: string }).code }).toEqual({ status: 404, code: "access.not_here" });
  expect(await seen()).toEqual(["names", "summary", undefined]);
});

test("the summary tells stage, field, county and a band, and of the rest nothing", async () => {
  const { raise, tell, bo, profiles } = await anInvestorNetwork(installation);
  const id = await raise();
  await tell(id, "summary");

  const { body } = await bo.get(`/raises/${id}`);

  expect(body).toEqual({
    id,
    network: { id: expect.any(String), slug: "kyst", name: "kyst" },
    tier: "summary",
    profileId: profiles.bo,
    stage: "seed",
    instrument: "shares",
    summaries: aRaise.summary,
    band: { fromOre: 300_000_000, toOre: 1_000_000_000 },
    sectors: ["health"],
    county: { number: "32", name: "Akershus" },
    publishedAt: expect.any(String),
    hasEnded: false,
    names: null,
    contact: null,
    interest: null,
    match: {
      isMatch: true,
      fits: 1,
      reasons: [
        { kind: "stage", fit: "any", sentence: "Dere ser på alle faser." },
        { kind: "sector", fit: "any", sentence: "Dere ser på alle bransjer." },
        { kind: "geography", fit: "fits", sentence: "Bedriften ligger der dere vil være: Akershus." },
        { kind: "ticket", fit: "any", sentence: "Dere har ingen grenser for beløpet." },
      ],
    },
  });
});

test("the founder sees a raise just as each investor does, also before it is shared", async () => {
  const { raise, tell, ask, nora, anna, bo, ingrid, profiles } = await anInvestorNetwork(installation);
  const id = await raise();
  await tell(id, "summary");
  await tell(id, "names", profiles.anna);
  const preview = async (profile: string) => (await nora.get(`/raises/${id}/preview?profile=${profile}`)).body.told;

  expect(await preview(profiles.anna)).toEqual((await anna.get(`/raises/${id}`)).body);
  expect(await preview(profiles.bo)).toEqual((await bo.get(`/raises/${id}`)).body);
  expect((await nora.get(`/raises/${id}/preview`)).body.told).toEqual((await ingrid.get(`/raises/${id}`)).body);
  await ask(nora, `PUT /raises/${id}/ending`);
  expect(await preview(profiles.anna)).toBeNull();

  const { id: draft } = await ask(nora, "POST /organizations/nordavind-helse/raises", { network: "kyst", ...aRaise });
  await tell(draft, "summary", profiles.bo);
  expect((await nora.get(`/raises/${draft}/preview?profile=${profiles.bo}`)).body.told).toMatchObject({ tier: "summary" });
  expect((await bo.get(`/raises/${draft}`)).status).toBe(404);
});

test("those who run the network, and the adviser of the startup, see names and never contact data", async () => {
  const { raise, ingrid, rolf, kyst, startup, ids } = await anInvestorNetwork(installation);
  const id = await raise();
  const tier = async (by: typeof rolf) => {
    const { body } = await by.get(`/raises/${id}`);
    return body.tier && { tier: body.tier, name: body.names?.organization.name, contact: body.contact };
  };
  expect(await tier(rolf)).toBeUndefined();
  const program = { id: "01939c5e-7c1b-7d3a-9a40-3f2c1b6a9d10", slug: "hagen", organization_id: kyst, names: "{}", kind: "incubator" };
  await installation.db
    .insertInto("programs")
    .values({ ...program, created_at: installation.now() })
    .execute();
  const enrolled = { id: "01939c5e-7c1b-7d3a-9a40-3f2c1b6a9d11", program_id: program.id, organization_id: startup };
  await installation.db
    .insertInto("enrollments")
    .values({ ...enrolled, adviser_id: ids.rolf, intake_on: "2026-01-01", exit_type: "active", created_at: installation.now() })
    .execute();

  const expected = { tier: "names", name: "Nordavind Helse", contact: null };
  expect(await Promise.all([tier(ingrid), tier(rolf)])).toEqual([expected, expected]);
});

test("what was said yes to stays in the founder's record with who and when, also when it was taken back", async () => {
  const { raise, tell, nora, ask, profiles } = await anInvestorNetwork(installation);
  const id = await raise();
  const names = await tell(id, "names", profiles.anna);
  installation.setClock("2026-11-23T10:00:00+01:00");
  await ask(nora, `PUT /raise-consents/${names}/withdrawal`);

  const { consents } = (await nora.get(`/raises/${id}/record`)).body;

  expect(consents).toEqual([
    {
      id: names,
      tier: "names",
      investor: { profileId: profiles.anna, name: "anna-invest" },
      introductionId: null,
      givenAt: "2026-11-23T08:00:00Z",
      givenBy: "Nora Vik",
      withdrawnAt: "2026-11-23T09:00:00Z",
      withdrawnBy: "Nora Vik",
    },
  ]);
});

test("what an investor thinks is its own: those who run the network learn that it follows, the startup nothing, and neither its contact data", async () => {
  const { raise, tell, ask, anna, nora, ingrid, bo, profiles } = await anInvestorNetwork(installation);
  const id = await raise();
  await tell(id, "summary");
  await ask(anna, `PUT /raises/${id}/interest`, { profile: profiles.anna, state: "following", note: "For dyrt, men laget er sterkt" });
  const follows = async (by: typeof nora) =>
    (await by.get(`/raises/${id}/investors`)).body.items.map(({ investor, isFollowing }) => [investor.organization.name, isFollowing]);

  expect((await anna.get(`/raises/${id}`)).body.interest).toEqual({ state: "following", note: "For dyrt, men laget er sterkt" });
  expect(await follows(ingrid)).toEqual([
    ["anna-invest", true],
    ["bo-kapital", false],
  ]);
  expect(await follows(nora)).toEqual([
    ["anna-invest", null],
    ["bo-kapital", null],
  ]);
  const answers = await Promise.all(
    [nora, ingrid, bo].flatMap((by) => [
      by.get(`/raises/${id}`),
      by.get(`/raises/${id}/investors`),
      by.get(`/investor-profiles/${profiles.anna}`),
    ]),
  );
  expect(JSON.stringify(answers)).not.toMatch(/For dyrt|anna\.privat|911 11 111/);
});

import { afterEach, beforeEach, expect, test } from "vitest";
import { callBuilder } from "../../../../tests/support/calls.ts";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { aReceipt } from "../../../../tests/support/projects.ts";

let installation: TestInstallation;

beforeEach(async () => {
  installation = await testInstallation();
});
afterEach(() => installation.close());

test("what a call granted is taken up in a project of whoever applied for it, once, with the funder that gave it", async () => {
  const build = callBuilder(installation);
  const { office, call, house } = await build.held({ call: { kind: "grant", phases: [], eligibility: [{ kind: "organization_number" }] } });
  const { ada, her } = await aLoft(build);
  const [eve = ""] = await build.people(["Eve Moen"]);
  const apply = async (person: string, title: string) =>
    (
      await build.visitors
        .as(person)
        .post(`/calls/${call.id}/submissions`, { title, organizationNumber: "974760673", answers: { idea: "Lys" }, deliver: true })
    ).body.id;
  // Eve wrote Loftet's number without working there
  const [granted, foreign] = [await apply(ada, "Vindu"), await apply(eve, "Dør")];
  for (const id of [granted, foreign]) await office.put(`/submissions/${id}/decision`, { outcome: "awarded" });
  const { body: project } = await her.post("/organizations/loftet/projects", {
    title: { nb: "Vinduer" },
    from: "2026-12-01",
    to: "2027-12-01",
  });
  const grants = async () => (await her.get(`/projects/${project.id}/grants`)).body.items;
  const take = (submission: string) =>
    her.post(`/projects/${project.id}/fundings`, { funder: "Hvem som helst", decidedOn: "2026-11-23", amountOre: 4_000_000, submission });

  const untold = [await grants(), (await take(granted)).body.code];
  await office.post(`/calls/${call.id}/decision-letters`, { submissionIds: [granted, foreign] });
  const told = await grants();
  const toBegin = async (who: typeof her) => (await who.get("/organizations/loftet/projects")).body.grants;
  const [hers, others] = [await toBegin(her), await toBegin(build.visitors.as(eve))];
  const taken = await take(granted);
  const [again, another] = [await take(granted), await take(foreign)];

  expect(untold).toEqual([[], "funding.no_such_grant"]);
  expect(told).toEqual([
    {
      submissionId: granted,
      title: "Vindu",
      call: { slug: call.slug, title: { nb: "Årets idé", en: "Idea of the year" } },
      funder: { id: house.organizationId, name: "Naustet" },
      decidedOn: "2026-11-23",
    },
  ]);
  // told before there is a project too, to those who may begin one
  expect([hers, others]).toEqual([told, []]);
  expect(taken.status).toBe(201);
  expect(taken.body.fundings).toMatchObject([{ funder: told[0]?.funder.name, amountOre: 4_000_000 }]);
  expect([again, another].map(({ status, body }) => [status, body.code])).toEqual([
    [409, "funding.no_such_grant"],
    [409, "funding.no_such_grant"],
  ]);
  expect([await grants(), await toBegin(her)]).toEqual([[], []]);
  // the call and the project lead to each other; who runs the call does not see the project
  expect(taken.body.fundings[0]?.call).toEqual({ slug: call.slug, title: { nb: "Årets idé", en: "Idea of the year" } });
  const [own, ofRunner] = [await her.get(`/submissions/${granted}`), await office.get(`/submissions/${granted}`)];
  expect([own.body.project, ofRunner.body.project]).toEqual([{ slug: project.slug, title: { nb: "Vinduer" } }, null]);
  expect((await office.get(`/projects/${project.id}/grants`)).status).toBe(404);
});

/** Loftet, which applies for grants, and Ada who manages it. */
async function aLoft(build: ReturnType<typeof callBuilder>) {
  const loft = await build.network.organization("loftet", { kinds: ["company"] });
  await installation.db.updateTable("organizations").set({ organization_number: "974760673" }).where("id", "=", loft).execute();
  const [ada = ""] = await build.people(["Ada Lie"]);
  await build.network.position(ada, loft, "manager");
  return { ada, her: build.visitors.as(ada) };
}

test("the funder whose call granted it reads a report once it is sent, asks for more, and accepts it: then what waited may be paid", async () => {
  const build = callBuilder(installation);
  const { office, call } = await build.held({
    slug: "fondet",
    call: { kind: "grant", phases: [], eligibility: [{ kind: "organization_number" }] },
  });
  const { her } = await aLoft(build);
  const [eve = ""] = await build.people(["Eve Moen"]);
  const { body: applied } = await her.post(`/calls/${call.id}/submissions`, {
    ...{ title: "Vindu", organizationNumber: "974760673", answers: { idea: "Lys" }, deliver: true },
  });
  await office.put(`/submissions/${applied.id}/decision`, { outcome: "awarded" });
  await office.post(`/calls/${call.id}/decision-letters`, { submissionIds: [applied.id] });
  const period = { from: "2026-01-01", to: "2026-12-31" };
  const { body: project } = await her.post("/organizations/loftet/projects", { title: { nb: "Vinduer" }, ...period });
  const award = { funder: "-", decidedOn: "2026-11-23", amountOre: 1_000_000, submission: applied.id, example: "county-support" };
  const { id: funding = "" } = (await her.post(`/projects/${project.id}/fundings`, award)).body.fundings[0] ?? {};
  const lines = [
    { side: "financing", kind: "grant", text: "Tilskudd", amountOre: 1_000_000, fundingId: funding },
    { side: "cost", kind: "travel", text: "Reiser", amountOre: 1_000_000, financedBy: 0 },
  ];
  await her.put(`/projects/${project.id}/budget`, { lines });
  const budget = (await her.put(`/projects/${project.id}/budget/approval`)).body;
  const travel = budget.lines.find(({ side }) => side === "cost")?.id;
  await her.post(`/projects/${project.id}/expenses`, { lineId: travel, day: "2026-03-02", text: "Tog", amountOre: 1_000_000 });
  const sent = await her.post(`/projects/${project.id}/files?kind=attachment&funding=${funding}`, aReceipt());
  const { body: pack } = await her.post(`/fundings/${funding}/report-packs`, period);
  const path = `/report-packs/${pack.id}` as const;
  const file = `/projects/${project.id}/files/${sent.body.items[0]?.id}`;
  const asFunder = async () => [(await office.get(path)).status, (await office.get(file)).status];
  const list = async (state: string) =>
    (await office.get(`/organizations/fondet/report-packs?state=${state}`)).body.items.map(({ id }) => id);

  // nothing is the funder's to see before it is sent
  await her.patch(path, { narrative: "Vinduer er satt inn." });
  const unsent = [await asFunder(), await list("waiting")];
  await her.put(`${path}/sending`);
  const waiting = [await asFunder(), await list("waiting"), (await build.visitors.as(eve).get(path)).status];
  const written = await her.put(`${path}/acceptance`, { on: "2026-11-23" });
  const past = await office.post(`${path}/answers`, { kind: "returned", remark: "Hvor mange?", dueOn: "2026-11-01" });
  const foreign = await her.post(`${path}/answers`, { kind: "accepted" });
  await office.post(`${path}/answers`, { kind: "returned", remark: "Hvor mange vinduer?", dueOn: "2026-12-10" });
  const again = await her.patch(path, { narrative: "Tolv vinduer er satt inn." });
  // until it is sent again the funder reads what it had
  const between = (await office.get(path)).body;
  const standing = (await her.get(`/projects/${project.id}`)).body.fundings[0];
  await her.put(`${path}/sending`);
  const accepted = await office.post(`${path}/answers`, { kind: "accepted", reference: "26/7", paidOn: "2026-12-15" });
  const twice = await office.post(`${path}/answers`, { kind: "accepted" });
  const done = (await her.get(`/projects/${project.id}`)).body.fundings[0];

  expect(unsent).toEqual([[404, 404], []]);
  expect(waiting).toEqual([[200, 200], [pack.id], 404]);
  expect([written, past, foreign, twice].map(({ status, body }) => [status, body.code])).toEqual([
    [409, "report_pack.funder_answers"],
    [400, "report_pack.due_in_the_past"],
    [404, "access.not_here"],
    [409, "report_pack.answered"],
  ]);
  expect([again.status, between.narrative, between.sentAt !== null]).toEqual([200, "Vinduer er satt inn.", true]);
  expect([standing?.heldBackOre, standing?.tranches[1]?.awaits, standing?.tranches[1]?.releasedOn]).toEqual([
    250_000,
    "final_report",
    null,
  ]);
  expect(standing?.deadlines.filter(({ doneOn }) => doneOn === null).map(({ dueOn }) => dueOn)).toEqual(["2026-12-10"]);
  expect(accepted.body.answers.map(({ kind, remark }) => [kind, remark])).toEqual([
    ["returned", "Hvor mange vinduer?"],
    ["accepted", null],
  ]);
  expect([done?.heldBackOre, done?.tranches.map(({ releasedOn, expectedOn }) => [releasedOn, expectedOn])]).toEqual([
    0,
    [
      [null, null],
      ["2026-11-23", "2026-12-15"],
    ],
  ]);
  expect([await list("waiting"), await list("answered")]).toEqual([[], [pack.id]]);
  const letters = await installation.db.selectFrom("letters").select("subject").where("subject", "like", "%apport 1%").execute();
  expect(letters.map(({ subject }) => subject).toSorted()).toEqual([
    "Naustet ber om mer i rapport 1",
    "Naustet har godkjent rapport 1",
    "Rapport 1 fra loftet: Vinduer",
    "Rapport 1 fra loftet: Vinduer",
  ]);
});

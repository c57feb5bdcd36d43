import { afterAll, beforeAll, expect, test } from "vitest";
import { callBuilder } from "../../../../tests/support/calls.ts";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";

let installation: TestInstallation;

beforeAll(async () => {
  installation = await testInstallation();
});
afterAll(() => installation.close());

test("what a call granted is taken up in a project of whoever applied for it, once, with the funder that gave it", async () => {
  const build = callBuilder(installation);
  const { office, call, house } = await build.held({ call: { kind: "grant", phases: [], eligibility: [{ kind: "organization_number" }] } });
  const loft = await build.network.organization("loftet", { kinds: ["company"] });
  await installation.db.updateTable("organizations").set({ organization_number: "974760673" }).where("id", "=", loft).execute();
  const [ada = "", eve = ""] = await build.people(["Ada Lie", "Eve Moen"]);
  await build.network.position(ada, loft, "manager");
  const her = build.visitors.as(ada);
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

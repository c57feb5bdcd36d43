import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { networkBuilder } from "../../../../tests/support/network.ts";
import { callers } from "../../../../tests/support/visitor.ts";
import { createApi } from "../../../api.ts";
import { visitor } from "../../../platform/access/actor.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;
let visitors: ReturnType<typeof callers>;
let siri: ReturnType<typeof visitors.as>;
let cluster: string;

/** Kunnskapsbyen has two members in 2025, and a report of that year. */
beforeAll(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
  visitors = callers(installation);
  cluster = await network.organization("kunnskapsbyen", { kinds: ["cluster"] });
  const person = await network.person("Siri Sæther");
  await network.position(person, cluster, "coordinator");
  siri = visitors.as(person);
  for (const name of ["havbruk", "lydbolge"]) await member(name);
});
afterAll(() => installation.close());

async function member(slug: string) {
  const organizationId = await network.organization(slug, { name: slug, kinds: ["company"] });
  await network.membership(cluster, { organizationId }, { during: "[2025-02-01,)" });
}

async function aReport(title: string) {
  const { body } = await siri.post("/organizations/kunnskapsbyen/reports", { title: { nb: title }, from: "2025-01-01", to: "2026-01-01" });
  const parts = [
    { kind: "map", metric: "members-end", headings: {}, texts: {} },
    { kind: "figure", metric: "members-end", by: "county", headings: {}, texts: {} },
  ];
  await siri.patch(`/reports/${body.id}`, { lead: { nb: "Vi var {members-end}." }, parts });
  return body;
}

const membersIn = (report: { figures: { metric: string; value: number | null }[] }) =>
  report.figures.find(({ metric }) => metric === "members-end")?.value;

test("a published report that was wrong stays as it was, and leads to a corrected edition with the figures of now", async () => {
  const { id, slug } = await aReport("Året");
  const early = await siri.post(`/reports/${id}/editions`, { reason: "For tidlig" });
  await siri.put(`/reports/${id}/publication`);
  const before = (await visitors.nobody.get(`/reports/${id}`)).body;
  await member("glemt");

  const { status, body: draft } = await siri.post(`/reports/${id}/editions`, { reason: "Glemt var glemt" });
  const again = await siri.post(`/reports/${id}/editions`, { reason: "En gang til" });
  const whileDraft = (await visitors.nobody.get(`/reports/${id}`)).body.correctedBy;
  await siri.put(`/reports/${draft.id}/publication`);
  const [old, corrected] = [(await visitors.nobody.get(`/reports/${id}`)).body, (await visitors.nobody.get(`/reports/${draft.id}`)).body];

  expect([early.body.code, status, again.body.code]).toEqual(["report.not_published", 201, "report.corrected_already"]);
  expect([whileDraft, old.correctedBy]).toEqual([
    null,
    { slug: `${slug}-2`, publishedAt: corrected.publishedAt, reason: "Glemt var glemt" },
  ]);
  expect([membersIn(old), membersIn(corrected), old.checksum]).toEqual([2, 3, before.checksum]);
  expect(corrected).toMatchObject({ corrects: { slug, reason: "Glemt var glemt" }, leads: before.leads, parts: before.parts });
});

test("the open data tells each figure whole once, and writes figures where the lead names them", async () => {
  const { id, slug } = await aReport("Åpne data");
  await siri.put(`/reports/${id}/publication`);
  const api = createApi(installation, async () => visitor);

  const csv = await (await api.request(`/api/v1/reports/${slug}.csv`)).text();
  const dataset = (await (await api.request(`/api/v1/reports/${slug}.jsonld`)).json()) as Record<string, unknown>;

  expect(csv.split("\r\n").filter((line) => line.startsWith("members-end,Medlemmer ved slutten,Hele,"))).toHaveLength(1);
  expect(JSON.stringify(dataset["dct:description"])).toContain("Vi var 3.");
  expect(JSON.stringify(dataset)).not.toContain("{members-end}");
});

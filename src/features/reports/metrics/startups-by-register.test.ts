import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { networkBuilder } from "../../../../tests/support/network.ts";
import { organizationNumbers } from "../../../../tests/support/programs.ts";
import { callers } from "../../../../tests/support/visitor.ts";

let installation: TestInstallation;

beforeAll(async () => {
  installation = await testInstallation();
});
afterAll(() => installation.close());

test("jobs that are there on the last day of a period are of that day, not of the month the startup came in", async () => {
  const network = networkBuilder(installation);
  const siri = await network.person("Siri Sæther");
  await network.position(siri, await network.organization("vika", { kinds: ["cluster"] }), "manager");
  const office = callers(installation).as(siri);
  await office.post("/programs", { slug: "viken", name: { nb: "Viken" }, organization: "vika", kind: "incubator" });
  const [, organizationNumber = ""] = organizationNumbers(2);
  await office.post("/programs/viken/enrollments", { organizationNumber, name: "Beta AS", intake: "2021-02-01", baseline: { heads: 3 } });

  const { body } = await office.get("/metrics/programs-jobs?organization=vika&from=2026-01-01&to=2026-11-01&by=month");

  expect(body.values.map(({ key, value }: { key: string; value: number }) => [key, value])).toEqual([["2026-10", 3]]);
});

test("a startup lies where the register has it in figures too, as on the page of its program", async () => {
  const network = networkBuilder(installation);
  const marte = await network.person("Marte Moen");
  await network.position(marte, await network.organization("parken", { kinds: ["cluster"] }), "manager");
  const office = callers(installation).as(marte);
  await office.post("/programs", { slug: "hagen", name: { nb: "Hagen" }, organization: "parken", kind: "incubator" });
  const [organizationNumber = ""] = organizationNumbers(1);
  const { body } = await office.post("/programs/hagen/enrollments", { organizationNumber, name: "Alfa AS", intake: "2021-02-01" });
  const entry = { organization_number: organizationNumber, source: "brreg", answer: "{}", address: "null", status: "active" };
  await installation.db
    .insertInto("register_entries")
    .values({ ...entry, organization_id: body.organization.id, municipality_number: "3205", fetched_at: installation.now() })
    .execute();

  const jobs = (await office.get("/programs/hagen/jobs?borders=2021")).body;
  const figure = (
    await office.get("/metrics/programs-running?organization=parken&from=2026-01-01&to=2026-11-01&borders=2021-06-01&by=municipality")
  ).body;

  expect(jobs.byMunicipality.map(({ number }: { number: string }) => number)).toEqual(["3030"]);
  expect(figure.values.map(({ key, value }: { key: string; value: number }) => [key, value])).toEqual([["3030", 1]]);
});

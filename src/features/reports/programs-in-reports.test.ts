import { afterEach, beforeEach, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { readPdf } from "../../../tests/support/read-pdf.ts";
import { callers } from "../../../tests/support/visitor.ts";
import { createApi } from "../../api.ts";
import { visitor } from "../../platform/access/actor.ts";
import { kaplanMeier } from "../programs/survival/kaplan-meier.ts";

let installation: TestInstallation;

beforeEach(async () => {
  installation = await testInstallation();
});
afterEach(() => installation.close());

/** Hagen took twelve in, in 2019; three went bankrupt, the last of them after the year that is reported. */
async function anIncubator() {
  const network = networkBuilder(installation);
  const kunnskapsbyen = await network.organization("kunnskapsbyen", { kinds: ["cluster"] });
  const siri = await network.person("Siri Sæther");
  await network.position(siri, kunnskapsbyen, "coordinator");
  const coordinator = callers(installation).as(siri);
  await coordinator.post("/programs", { slug: "hagen", name: { nb: "Hagen" }, organization: "kunnskapsbyen", kind: "incubator" });
  const ends = ["2021-01-01", "2022-01-01", "2026-02-01"];
  for (let place = 0; place < 12; place += 1) {
    const organization = `startup-${place}`;
    await network.organization(organization, { kinds: ["startup"] });
    const gone = ends[place];
    const exit = gone === undefined ? {} : { exit: gone, exitType: "bankrupt" };
    const { body } = await coordinator.post("/programs/hagen/enrollments", { organization, intake: "2019-01-01" });
    await coordinator.patch(`/enrollments/${body.id}`, { lastEvidence: gone ?? "2026-03-01", ...exit });
  }
  await coordinator.post("/programs/hagen/targets", {
    ...{ name: { nb: "Femten opptak" }, measure: "intakes", amount: 15 },
    ...{ from: "2019-01-01", until: "2026-12-31" },
  });
  const year = { title: { nb: "Årsrapport 2025" }, from: "2025-01-01", to: "2026-01-01" };
  const { body: report } = await coordinator.post("/organizations/kunnskapsbyen/reports", year);
  return { network, coordinator, report };
}

test("the startups behind a curve are frozen with the report, and the curve can be worked out of them anew", async () => {
  const { coordinator, report } = await anIncubator();
  const draft = await coordinator.get(`/reports/${report.id}/curves/1/rows`);
  await coordinator.put(`/reports/${report.id}/publication`);
  const { items: enrollments } = (await coordinator.get("/programs/hagen/enrollments?limit=100")).body;

  await coordinator.patch(`/enrollments/${enrollments[0]?.id}`, { exit: "2020-01-01", exitType: "dissolved" });
  const { body } = await coordinator.get(`/reports/${report.id}/curves/1/rows?limit=100`);
  const { body: told } = await coordinator.get(`/reports/${report.id}`);
  const { body: strangers } = await callers(installation).nobody.get(`/reports/${report.id}/curves/1/rows`);

  expect(draft.status).toBe(404);
  expect([body.n, body.hidden, body.isKept, strangers.items, strangers.hidden]).toEqual([12, 0, true, [], 12]);
  const steps = kaplanMeier(body.items);
  expect(steps.map(({ survival }) => survival)).toEqual(told.survivals[0]?.survival);
  expect(body.items.filter(({ isEnd }) => isEnd)).toHaveLength(2);
});

test("a report begins with the curve and targets of its programs as they stood when its period ended, and freezes them", async () => {
  const { coordinator, report } = await anIncubator();
  const kinds = report.parts.map(({ kind }) => kind);
  await coordinator.put(`/reports/${report.id}/publication`);

  await coordinator.patch("/programs/hagen", { name: { nb: "Parken" } });
  const { body } = await coordinator.get(`/reports/${report.id}`);

  expect([kinds.includes("survival"), kinds.includes("targets")]).toEqual([true, true]);
  const [curve] = body.survivals;
  // who went bankrupt in 2026 was at work at the end of 2025
  expect([curve?.program.names.nb, curve?.n, curve?.ended, curve?.survival.map((share) => share.toFixed(6))]).toEqual([
    "Hagen",
    12,
    2,
    ["0.916667", "0.833333"],
  ]);
  expect(curve?.horizons.find(({ years }) => years === 5)).toMatchObject({ atRisk: 10, years: 5 });
  expect(body.targets[0]?.targets[0]).toMatchObject({ amount: 15, reached: { least: 12, most: 12 } });
  const pdf = await createApi(installation, async () => visitor).request(`/api/v1/reports/${report.slug}.pdf`);
  expect((await readPdf(pdf.body as ReadableStream<Uint8Array>)).pages).toBeGreaterThan(0);
});

test("a report shows no program of others", async () => {
  const { network, coordinator, report } = await anIncubator();
  await network.organization("annen", { kinds: ["cluster"] });
  const part = (program: string) => ({ parts: [{ kind: "survival", program, clock: "age", merged: "event" }] });

  const own = await coordinator.patch(`/reports/${report.id}`, part("hagen"));
  const unknown = await coordinator.patch(`/reports/${report.id}`, part("drivhuset"));

  expect([own.status, own.body.survivals[0]?.clock, own.body.survivals[0]?.merged]).toEqual([200, "age", "event"]);
  expect([unknown.status, unknown.body]).toMatchObject([422, { code: "report.unknown_program" }]);
});

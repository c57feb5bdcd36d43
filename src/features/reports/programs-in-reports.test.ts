import { afterEach, beforeEach, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { readPdf } from "../../../tests/support/read-pdf.ts";
import { callers } from "../../../tests/support/visitor.ts";
import { createApi } from "../../api.ts";
import { visitor } from "../../platform/access/actor.ts";

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

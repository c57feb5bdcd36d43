import { afterEach, beforeEach, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../../../tests/support/installation.ts";
import { networkBuilder } from "../../../../../tests/support/network.ts";
import { readPdf } from "../../../../../tests/support/read-pdf.ts";
import { callers } from "../../../../../tests/support/visitor.ts";
import { createApi } from "../../../../api.ts";
import { visitor } from "../../../../platform/access/actor.ts";

let installation: TestInstallation;

beforeEach(async () => {
  installation = await testInstallation();
});
afterEach(() => installation.close());

/** A project with a grant of 10,000 from the county and 4,000 of its own, on which Ola works 10 hours paid and 5 in kind in March 2026. */
async function aProject() {
  const network = networkBuilder(installation);
  const visitors = callers(installation);
  const owner = await network.organization("kyst", { kinds: ["network"] });
  await network.organization("fylket", { name: "Fylket", kinds: ["county"] });
  const [siri, terje, ola] = [
    await network.person("Siri Sæther"),
    await network.person("Terje Sandnes"),
    await network.person("Ola Hansen"),
  ];
  for (const person of [siri, terje]) await network.position(person, owner, "coordinator");
  await network.position(ola, owner, "staff");
  const coordinator = visitors.as(siri);
  const period = { from: "2026-01-01", to: "2026-12-31" };
  const { body: project } = await coordinator.post("/organizations/kyst/projects", { title: { nb: "Kartet" }, ...period });
  const of = `/projects/${project.id}` as const;
  await coordinator.put(`${of}/rates`, { personId: ola, from: "2026-01-01", rateOre: 40_000 });
  const { body: awarded } = await coordinator.post(`${of}/fundings`, {
    ...{ funder: "Fylket", organization: "fylket", decidedOn: "2026-01-10", amountOre: 1_000_000 },
    tranches: [{ amountOre: 1_000_000 }],
  });
  const [funding] = awarded.fundings;
  await coordinator.put(`${of}/budget`, {
    lines: [
      { side: "financing", kind: "grant", text: "Tilskudd", amountOre: 1_000_000, fundingId: funding?.id },
      { side: "financing", kind: "own", text: "Egne midler", amountOre: 400_000 },
      { side: "financing", kind: "own", text: "Dugnad", amountOre: 200_000, isInKind: true },
      { side: "cost", kind: "hours", text: "Timer", amountOre: 1_000_000, financedBy: 0 },
      { side: "cost", kind: "travel", text: "Reiser", amountOre: 400_000, financedBy: 1 },
      { side: "cost", kind: "hours", text: "Frivillige", amountOre: 200_000, isInKind: true, financedBy: 2 },
    ],
  });
  const { body: budget } = await coordinator.put(`${of}/budget/approval`);
  const line = (text: string) => budget.lines.find((one) => one.text === text)?.id ?? "";
  await coordinator.post(`/fundings/${funding?.id}/receipts`, {
    ...{ trancheId: funding?.tranches[0]?.id, receivedOn: "2026-02-01", amountOre: 800_000 },
  });
  await coordinator.post(`${of}/expenses`, { lineId: line("Reiser"), day: "2026-03-02", text: "Tog til Vågå", amountOre: 89_900 });
  const days = [
    { lineId: line("Timer"), day: "2026-03-03", minutes: 600 },
    { lineId: line("Frivillige"), day: "2026-03-04", minutes: 300 },
    { lineId: line("Timer"), day: "2026-03-10", minutes: 60 },
  ];
  await visitors.as(ola).put(`${of}/hours`, { days });
  // the week after waits
  await visitors.as(terje).put(`${of}/hours/approval`, { personId: ola, from: "2026-03-02", until: "2026-03-08" });
  return { coordinator, visitors, project };
}

const year = "organization=kyst&from=2026-01-01&to=2027-01-01";

test("projects are counted in what was granted, came, was spent, owned and given, by who pays, and open to what was booked", async () => {
  const { coordinator, visitors, project } = await aProject();
  const ids = ["granted", "received", "spent", "own", "in-kind", "hours"];

  const figures = await Promise.all(ids.map((id) => coordinator.get(`/metrics/projects-${id}?${year}&by=organization`)));
  const rows = (await coordinator.get(`/metrics/projects-spent/rows?${year}`)).body.items;

  expect(figures.map(({ body }) => [body.value, body.values?.map(({ label, value }) => [label, value])])).toEqual([
    [10_000, [["Fylket", 10_000]]],
    [8_000, [["Fylket", 8_000]]],
    [
      4_899,
      [
        ["Fylket", 4_000],
        ["", 899],
      ],
    ],
    [899, [["", 899]]],
    [2_000, [["", 2_000]]],
    [
      15,
      [
        ["Fylket", 10],
        ["", 5],
      ],
    ],
  ]);
  expect(rows.map(({ label, path, amount }) => [label, path, amount])).toEqual([
    ["Kartet: Reiser", `/projects/${project.slug}/expenses`, 899],
    ["Kartet: Timer", `/projects/${project.slug}/hours`, 4_000],
  ]);
  expect((await visitors.nobody.get(`/metrics/projects-granted?${year}`)).status).toBe(401);
});

test("a figure stands beside its target in a report, on the page and in print", async () => {
  const { coordinator } = await aProject();
  installation.setClock("2027-02-01T09:00:00Z");
  const period = { title: { nb: "2026" }, from: "2026-01-01", to: "2027-01-01" };
  const { body: report } = await coordinator.post("/organizations/kyst/reports", period);
  const goal = (amount: number) => ({ parts: [{ kind: "goal", metric: "projects-received", amount, texts: { nb: "Vi mangler litt." } }] });

  const nothing = await coordinator.patch(`/reports/${report.id}`, goal(0));
  await coordinator.patch(`/reports/${report.id}`, goal(10_000));
  await coordinator.put(`/reports/${report.id}/publication`);

  const { body } = await coordinator.get(`/reports/${report.id}`);
  const api = createApi(installation, async () => visitor);
  const pdf = await readPdf((await api.request(`/api/v1/reports/${report.slug}.pdf`)).body as ReadableStream<Uint8Array>);
  expect(nothing.status).toBe(400);
  expect([body.parts[0], body.figures[0]?.value]).toMatchObject([{ kind: "goal", amount: 10_000 }, 8_000]);
  // what is reached is 80 % of the whole bar
  const bars = pdf.rectangles.filter(({ height }) => height === 16).map(({ width }) => width);
  expect((bars[0] ?? 0) / (bars[1] ?? 1)).toBeCloseTo(0.8, 5);
});

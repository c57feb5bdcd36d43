import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { readPdf } from "../../../tests/support/read-pdf.ts";
import { callers } from "../../../tests/support/visitor.ts";
import { createApi } from "../../api.ts";
import { visitor } from "../../platform/access/actor.ts";
import { figuresOf, withFigures } from "./report.ts";
import { restatingLines } from "./restating/restating-lines.ts";

let installation: TestInstallation;

beforeEach(async () => {
  installation = await testInstallation();
});
afterEach(() => installation.close());

/** Kunnskapsbyen has three members in 2025: one from before, two who came, of whom one is a person. */
async function aYear() {
  const network = networkBuilder(installation);
  const visitors = callers(installation);
  const kunnskapsbyen = await network.organization("kunnskapsbyen", { kinds: ["cluster"] });
  const siri = await network.person("Siri Sæther");
  await network.position(siri, kunnskapsbyen, "coordinator");
  const kari = await network.person("Kari Nordmann");
  const member = async (slug: string, during: string) =>
    network.membership(kunnskapsbyen, { organizationId: await network.organization(slug, { name: slug, kinds: ["company"] }) }, { during });
  await member("havbruk", "[2020-01-01,)");
  await member("lydbolge", "[2025-02-01,)");
  await network.membership(kunnskapsbyen, { personId: kari }, { during: "[2025-03-01,)" });
  const coordinator = visitors.as(siri);
  const begun = await coordinator.post("/organizations/kunnskapsbyen/reports", {
    title: { nb: "Årsrapport 2025" },
    from: "2025-01-01",
    to: "2026-01-01",
  });
  return { network, visitors, kunnskapsbyen, siri: coordinator, member, report: begun.body };
}

const figureIn = (report: { figures: { metric: string; value: number | null }[] }, id: string) =>
  report.figures.find(({ metric }) => metric === id)?.value;

describe("A yearly report", () => {
  test("begins with the figures there are, which follow the rows until it is published", async () => {
    const { siri, report, member } = await aYear();
    expect(report.slug).toBe("kunnskapsbyen-arsrapport-2025");
    expect(figureIn(report, "members-end")).toBe(3);
    expect(report.figures.find(({ metric }) => metric === "members-end")?.compared).toMatchObject({ from: "2024-01-01", value: 1 });

    await member("glemt", "[2025-11-01,)");

    expect(figureIn((await siri.get(`/reports/${report.id}`)).body, "members-end")).toBe(4);
  });

  test("is frozen with its rows, its names of people left out, and a checksum anybody can work out", async () => {
    const { siri, report, member, visitors } = await aYear();
    const hidden = await visitors.nobody.get(`/reports/${report.id}`);

    const published = await siri.put(`/reports/${report.id}/publication`);
    await member("glemt", "[2025-11-01,)");
    const { body } = await visitors.nobody.get(`/reports/${report.slug}`);
    const rows = await siri.get(`/reports/${report.id}/figures/members-end/rows`);
    const publicRows = await visitors.nobody.get(`/reports/${report.id}/figures/members-end/rows`);

    expect([hidden.status, published.status]).toEqual([401, 200]);
    expect(figureIn(body, "members-end")).toBe(3);
    expect(rows.body.items.map(({ label }) => label).toSorted()).toEqual(["havbruk", "lydbolge", null]);
    expect(publicRows.body).toMatchObject({ items: [], n: 3, hidden: 3 });
    const { titles, leads, from, to, borders, parts, figures } = body;
    expect(body.checksum).toBe(createHash("sha256").update(inOrder({ titles, leads, from, to, borders, parts, figures })).digest("hex"));
    expect((await siri.patch(`/reports/${report.id}`, { lead: { nb: "Nytt" } })).status).toBe(409);
    expect((await siri.put(`/reports/${report.id}/publication`)).status).toBe(409);
    expect((await siri.delete(`/reports/${report.id}`)).status).toBe(409);
  });

  test("cannot be published before its period is over, nor by anybody else, nor over what another saved meanwhile", async () => {
    const { siri, report, network, visitors } = await aYear();
    const ola = await network.person("Ola Hansen");
    const early = await siri.post("/organizations/kunnskapsbyen/reports", { title: { nb: "2026" }, from: "2026-01-01", to: "2027-01-01" });

    const answers = [
      await siri.put(`/reports/${early.body.id}/publication`),
      await visitors.as(ola).put(`/reports/${report.id}/publication`),
      await siri.patch(`/reports/${report.id}`, { lead: { nb: "Først" } }, { "if-match": '"1"' }),
      await siri.put(`/reports/${report.id}/publication`, undefined, { "if-match": '"1"' }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([409, 404, 200, 412]);
  });

  test("refuses a figure that does not exist, in a part or in a text", async () => {
    const { siri, report } = await aYear();
    const text = (nb: string) => ({ parts: [{ kind: "text", headings: { nb: "Om" }, texts: { nb } }] });

    expect((await siri.patch(`/reports/${report.id}`, text("Vi var {members-end}."))).status).toBe(200);
    expect((await siri.patch(`/reports/${report.id}`, text("Vi var {members-all}."))).body).toMatchObject({
      code: "report.unknown_figure",
    });
    expect((await siri.patch(`/reports/${report.id}`, { parts: [{ kind: "figures", metrics: ["wealth"] }] })).status).toBe(422);
  });

  test("says what the report before said, when a definition has changed the number since", async () => {
    const { siri, report } = await aYear();
    const alone = (await siri.get(`/reports/${report.id}`)).body;
    const before = await siri.post("/organizations/kunnskapsbyen/reports", { title: { nb: "2024" }, from: "2024-01-01", to: "2025-01-01" });
    await siri.put(`/reports/${before.body.id}/publication`);
    const { frozen } = await installation.db
      .selectFrom("reports")
      .select("frozen")
      .where("id", "=", before.body.id)
      .executeTakeFirstOrThrow();
    const older = (frozen as { version: number; value: number | null }[]).map((figure) => ({ ...figure, version: 0, value: 7 }));
    await installation.db
      .updateTable("reports")
      .set({ frozen: JSON.stringify(older) })
      .where("id", "=", before.body.id)
      .execute();

    const draft = (await siri.get(`/reports/${report.id}`)).body;
    const { body } = await siri.put(`/reports/${report.id}/publication`);

    const told = { from: "2024-01-01", to: "2025-01-01", value: 1, restatedFrom: { value: 7, version: 0 } };
    expect([draft, body].map(({ figures }) => figures.find(({ metric }) => metric === "members-end")?.compared)).toEqual([told, told]);
    expect([alone.before, draft.before, body.before]).toEqual([null, { slug: before.body.slug }, { slug: before.body.slug }]);
    expect([restatingLines(alone.figures, false, "nb"), restatingLines(body.figures, true, "nb")]).toEqual([
      ["Det er ikke lagt ut noen rapport om året før. Tallene for det året er talt som tallene for dette."],
      expect.arrayContaining(["Definisjonen av «Medlemmer ved slutten» er endret. Rapporten fra året før sa 7; talt på nytt er det 1."]),
    ]);
  });

  test("comes as page, PDF, workbook, CSV and JSON by what is accepted, and as a dataset", async () => {
    const { siri, report } = await aYear();
    await siri.put(`/reports/${report.id}/publication`);
    const api = createApi(installation, async () => visitor);
    const asked = (accept: string) => api.request(`/api/v1/reports/${report.slug}`, { headers: { accept } });

    const page = await asked("text/html,application/xhtml+xml,*/*;q=0.8");
    const pdf = await asked("application/pdf");
    const csv = await (await asked("text/csv")).text();
    const xlsx = await asked("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    const dataset = (await (await api.request(`/api/v1/reports/${report.slug}.jsonld`)).json()) as Record<string, unknown>;

    expect([page.status, page.headers.get("location")]).toEqual([303, `/nb/reports/${report.slug}`]);
    const printed = await readPdf(pdf.body as ReadableStream<Uint8Array>);
    expect([printed.pages > 0, printed.letters.flat().includes("Å")]).toEqual([true, true]);
    expect(csv.split("\r\n").find((line) => line.startsWith("members-end,Medlemmer ved slutten,Hele,"))).toContain(",3,1,3,");
    expect(new Uint8Array(await xlsx.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
    expect(dataset).toMatchObject({ "@type": "dcat:Dataset", "dct:title": [{ "@language": "nb", "@value": "Årsrapport 2025" }] });
    expect((await asked("application/json")).headers.get("content-type")).toContain("application/json");
  });
});

test("a text writes its figures where they are named, and each is worked out once, drawn or not", () => {
  const parts = [
    { kind: "figures" as const, metrics: ["members-end", "events-held"] },
    { kind: "figure" as const, metric: "members-end", by: "month" as const, headings: {}, texts: { nb: "Av {events-held}" } },
  ];

  expect(withFigures("Vi var {members-end} av {ukjent}.", (id) => (id === "members-end" ? "164" : undefined))).toBe(
    "Vi var 164 av {ukjent}.",
  );
  expect(figuresOf({ leads: {}, parts })).toEqual([
    { metric: "members-end", by: "month" },
    { metric: "events-held", by: undefined },
  ]);
});

function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${entries
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${inOrder(inner)}`)
    .join(",")}}`;
}

import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { networkBuilder } from "../../../../tests/support/network.ts";
import { callers } from "../../../../tests/support/visitor.ts";

let installation: TestInstallation;
let lead: ReturnType<ReturnType<typeof callers>["as"]>;
let project: string;
let pack: string;

/** A project that pays artists with a grant, and a report of its first half. */
beforeAll(async () => {
  installation = await testInstallation();
  const network = networkBuilder(installation);
  const ingrid = await network.person("Ingrid Bråtveit");
  await network.position(ingrid, await network.organization("nettet", { kinds: ["network"] }), "coordinator");
  lead = callers(installation).as(ingrid);
  const period = { from: "2026-01-01", to: "2026-12-31" };
  project = (await lead.post("/organizations/nettet/projects", { title: { nb: "Kultur i hvert hus" }, ...period })).body.id;
  const award = { funder: "Kulturrådet", decidedOn: "2025-12-10", amountOre: 70_000_000, example: "culture-grant" };
  const { body } = await lead.post(`/projects/${project}/fundings`, award);
  const funding = body.fundings[0]?.id ?? "";
  await lead.put(`/projects/${project}/budget`, {
    lines: [
      { side: "financing", kind: "grant", text: "Tilskudd", amountOre: 70_000_000, fundingId: funding },
      { side: "cost", kind: "purchase", text: "Artister", amountOre: 70_000_000, financedBy: 0 },
    ],
  });
  await lead.put(`/projects/${project}/budget/approval`);
  pack = (await lead.post(`/fundings/${funding}/report-packs`, { from: "2026-01-01", to: "2026-06-30" })).body.id;
});
afterAll(() => installation.close());

async function book(text: string, day: string) {
  const { body } = await lead.get(`/projects/${project}/budget`);
  const lineId = body.lines.find((line: { text: string }) => line.text === "Artister")?.id;
  const answer = await lead.post(`/projects/${project}/expenses`, { lineId, day, text, amountOre: 1_000_000 });
  if (answer.status !== 201) return answer.body.code;
  const form = new FormData();
  form.set("file", new File(["%PDF-1.4\n%%EOF"], `${text}.pdf`, { type: "application/pdf" }));
  const sent = await lead.post(`/projects/${project}/files?kind=receipt&expense=${answer.body.id}`, form);
  expect(sent.status).toBe(201);
  return answer.body.id;
}

test("a report lists each expense of its period with its receipt, and neither what was taken back nor what is of another time", async () => {
  await book("Korps", "2026-05-02");
  await book("Kvintett", "2026-08-02");
  const wrong = await book("Dobbelt", "2026-05-03");
  await lead.put(`/project-expenses/${wrong}/correction`, { reason: "Ført to ganger" });

  const { body } = await lead.get(`/report-packs/${pack}`);

  expect(body.expenses).toEqual([
    { day: "2026-05-02", text: "Korps", supplier: null, line: "Artister", amountOre: 1_000_000, receipts: ["Korps.pdf"] },
  ]);
  expect(body.attachments.map(({ name }: { name: string }) => name)).toEqual(["Korps.pdf"]);
});

test("an expense of a day that has not come cannot be booked", async () => {
  expect(await book("Neste år", "2027-05-02")).toBe("expense.in_the_future");
});

test("line breaks that a form sends as two characters are kept as one", async () => {
  await lead.patch(`/report-packs/${pack}`, { narrative: "Elleve hus.\r\nFolk kom." });

  expect((await lead.get(`/report-packs/${pack}`)).body.narrative).toBe("Elleve hus.\nFolk kom.");
});

import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { readPdf } from "../../../tests/support/read-pdf.ts";
import { callers, signedInAs } from "../../../tests/support/visitor.ts";
import { createApi } from "../../api.ts";
import { visitor } from "../../platform/access/actor.ts";
import { remindOfDeadlines } from "./funding/remind.ts";

let installation: TestInstallation;
beforeAll(async () => {
  installation = await testInstallation();
});
afterAll(() => installation.close());

let number = 0;

/** A network with a grant of 700,000 kroner, led by Ingrid at half a position; Terje coordinates too, Ola only works on it. */
async function aProject({ isApproved = true } = {}) {
  number += 1;
  const network = networkBuilder(installation);
  const visitors = callers(installation);
  const slug = `coworking-norge-${number}`;
  const organization = await network.organization(slug, { kinds: ["network"] });
  const [ingrid, terje, ola] = [
    await network.person("Ingrid Bråtveit", { email: `ingrid.${number}@example.test` }),
    await network.person("Terje Sandnes", { email: `terje.${number}@example.test` }),
    await network.person("Ola Hansen", { email: `ola.${number}@example.test` }),
  ];
  await network.position(ingrid, organization, "coordinator");
  await network.position(terje, organization, "coordinator");
  await network.position(ola, organization, "staff");
  const lead = visitors.as(ingrid);
  const { body: begun } = await lead.post(`/organizations/${slug}/projects`, {
    title: { nb: "Coworking i hele landet" },
    leadId: ingrid,
    leadPercent: 50,
    from: "2026-01-01",
    to: "2026-12-31",
  });
  const id = begun.id;
  const { body: awarded } = await lead.post(`/projects/${id}/fundings`, {
    funder: "Kulturrådet",
    decidedOn: "2025-12-10",
    reference: "25/1234",
    amountOre: 70_000_000,
    example: "culture-grant",
  });
  const funding = awarded.fundings[0]?.id ?? "";
  const lines = [
    { side: "financing", kind: "grant", text: "Tilskudd", amountOre: 70_000_000, fundingId: funding },
    { side: "financing", kind: "own", text: "Egenandel", amountOre: 10_000_000 },
    { side: "financing", kind: "own", text: "Frivillig tid", amountOre: 5_000_000, isInKind: true },
    { side: "cost", kind: "hours", text: "Prosjektleder, 50 %", amountOre: 50_000_000, financedBy: 0 },
    { side: "cost", kind: "travel", text: "Reiser", amountOre: 20_000_000, financedBy: 0 },
    { side: "cost", kind: "purchase", text: "Konferansen", amountOre: 10_000_000, financedBy: 1 },
    { side: "cost", kind: "hours", text: "Frivillige", amountOre: 5_000_000, isInKind: true, financedBy: 2 },
  ];
  const { body: written } = await lead.put(`/projects/${id}/budget`, { lines });
  const budget = isApproved ? (await lead.put(`/projects/${id}/budget/approval`)).body : written;
  const lineOf = (text: string) => budget.lines.find((line: { text: string }) => line.text === text)?.id ?? "";
  await lead.put(`/projects/${id}/rates`, { personId: ingrid, from: "2026-01-01", rateOre: 45_000 });
  return {
    id,
    slug,
    organization,
    funding,
    lines,
    lineOf,
    lead,
    terje: visitors.as(terje),
    ola: visitors.as(ola),
    nobody: visitors.nobody,
    ids: { ingrid, terje, ola },
  };
}

describe("A budget", () => {
  test("is not approved while costs and financing differ, and the difference is told", async () => {
    const { id, lead, lines } = await aProject({ isApproved: false });
    const dear = lines.map((line) => (line.text === "Reiser" ? { ...line, amountOre: 25_000_000 } : line));
    await lead.put(`/projects/${id}/budget`, { lines: dear });

    const refused = await lead.put(`/projects/${id}/budget/approval`);
    await lead.put(`/projects/${id}/budget`, { lines });
    const approved = await lead.put(`/projects/${id}/budget/approval`);

    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      code: "budget.unbalanced",
      title: "Budsjettet går ikke opp. Kostnadene er 50\u00a0000\u00a0kr mer enn finansieringen.",
    });
    expect(approved.body.balance).toEqual({
      money: { costOre: 80_000_000, financingOre: 80_000_000, differenceOre: 0 },
      inKind: { costOre: 5_000_000, financingOre: 5_000_000, differenceOre: 0 },
      isBalanced: true,
    });
    const direct = installation.db
      .insertInto("budgets")
      .values({
        project_id: id,
        number: 9,
        reason: "Forbi",
        written_at: installation.now(),
        approved_at: installation.now(),
        cost_ore: 2,
        financing_ore: 1,
        cost_in_kind_ore: 0,
        financing_in_kind_ore: 0,
      })
      .execute();
    await expect(direct).rejects.toMatchObject({ constraint: "budgets_balanced" });
  });

  test("that was approved is revised with a reason, and both stand beside each other", async () => {
    const { id, lead, lines, lineOf } = await aProject();
    const moved = lines.map((line) => ({
      ...line,
      id: lineOf(line.text),
      ...(line.text === "Reiser" && { amountOre: 15_000_000 }),
      ...(line.text === "Prosjektleder, 50 %" && { amountOre: 55_000_000 }),
    }));

    const without = await lead.put(`/projects/${id}/budget`, { lines: moved });
    await lead.put(`/projects/${id}/budget`, { lines: moved, reason: "Færre reiser" });
    const { body } = await lead.put(`/projects/${id}/budget/approval`);

    expect(without.body).toMatchObject({ code: "budget.reason_missing" });
    const travel = body.lines.find((line: { text: string }) => line.text === "Reiser");
    expect([travel?.approvedOre, travel?.revisedOre, travel?.draftOre]).toEqual([20_000_000, 15_000_000, null]);
  });

  test("is seen by nobody outside, and changed by nobody who only works on the project", async () => {
    const { id, lead, ola, ids, nobody, lines } = await aProject();
    const before = await ola.get(`/projects/${id}/budget`);
    await lead.put(`/projects/${id}/rates`, { personId: ids.ola, from: "2026-01-01", rateOre: 30_000 });

    const [seen, changed] = [await ola.get(`/projects/${id}`), await ola.put(`/projects/${id}/budget`, { lines })];

    expect([before.status, seen.status, changed.status, (await nobody.get(`/projects/${id}`)).status]).toEqual([404, 200, 404, 401]);
    expect(seen.body.fundings).toEqual([]);
  });
});

describe("Hours", () => {
  test("are paid at the rate, wait for another's approval, and only then count", async () => {
    const { id, lead, terje, lineOf, ids } = await aProject();
    const line = lineOf("Prosjektleder, 50 %");
    await lead.put(`/projects/${id}/hours`, { days: [{ lineId: line, day: "2026-11-16", minutes: 225, note: "Rekruttering" }] });
    const week = { personId: ids.ingrid, from: "2026-11-16", until: "2026-11-22" };

    const before = await lead.get(`/projects/${id}/budget`);
    const own = await lead.put(`/projects/${id}/hours/approval`, week);
    const approved = await terje.put(`/projects/${id}/hours/approval`, week);
    const after = await lead.get(`/projects/${id}/budget`);

    expect([before.body.actual.costOre, own.status, own.body.code]).toEqual([0, 409, "hours.by_another"]);
    expect(approved.body.days).toMatchObject([{ minutes: 225, amountOre: 168_750, waiting: false, approvedBy: "Terje Sandnes" }]);
    expect(after.body.actual).toEqual({ costOre: 168_750, financingOre: 168_750, differenceOre: 0 });
    const direct = installation.db.updateTable("project_hours").set({ approved_by: ids.ingrid }).where("project_id", "=", id).execute();
    await expect(direct).rejects.toMatchObject({ constraint: "project_hours_by_another" });
  });

  test("written by another for somebody are not approved by the writer", async () => {
    const { id, lead, terje, lineOf, ids } = await aProject();
    const days = [{ lineId: lineOf("Prosjektleder, 50 %"), day: "2026-11-17", minutes: 60 }];
    await terje.put(`/projects/${id}/hours`, { personId: ids.ingrid, days });

    const refused = await terje.put(`/projects/${id}/hours/approval`, { personId: ids.ingrid, from: "2026-11-16", until: "2026-11-22" });

    expect([refused.status, refused.body.code]).toEqual([409, "hours.by_another"]);
    expect((await lead.get(`/projects/${id}/hours?week=2026-11-17`)).body.waiting).toMatchObject([{ minutes: 60, mayApprove: false }]);
  });

  test("are corrected by new rows, and nothing is changed", async () => {
    const { id, lead, terje, lineOf, ids } = await aProject();
    const day = (minutes: number) => ({ days: [{ lineId: lineOf("Prosjektleder, 50 %"), day: "2026-11-18", minutes }] });
    await lead.put(`/projects/${id}/hours`, day(120));
    await terje.put(`/projects/${id}/hours/approval`, { personId: ids.ingrid, from: "2026-11-18", until: "2026-11-18" });

    await lead.put(`/projects/${id}/hours`, day(90));

    const rows = await installation.db
      .selectFrom("project_hours")
      .select(["minutes", "amount_ore"])
      .where("project_id", "=", id)
      .orderBy("minutes", "desc")
      .execute();
    expect(rows).toEqual([
      { minutes: 120, amount_ore: 90_000 },
      { minutes: -30, amount_ore: -22_500 },
    ]);
  });

  test("stay under the cap and within the hours of a year of Innovation Norway", async () => {
    const { id, lead, ids, lines } = await aProject({ isApproved: false });
    const { body } = await lead.post(`/projects/${id}/fundings`, {
      funder: "Innovasjon Norge",
      decidedOn: "2026-01-05",
      amountOre: 100_000_000,
      example: "innovasjon-norge",
    });
    const award = body.fundings.find(({ funder }) => funder === "Innovasjon Norge");
    const paid = lines.map((line) => (line.text === "Tilskudd" ? { ...line, fundingId: award?.id } : line));
    const budget = (await lead.put(`/projects/${id}/budget`, { lines: paid })).body;
    const lineId = budget.lines.find(({ text }) => text === "Prosjektleder, 50 %")?.id ?? "";
    await lead.put(`/projects/${id}/rates`, { personId: ids.ingrid, from: "2026-02-01", yearlySalaryOre: 80_000_000 });
    await lead.patch(`/fundings/${award?.id}`, {
      rules: [{ key: "hours_a_year", value: 10, source: "Tilsagnsbrevet", sourceOn: "2026-01-05" }],
    });

    const { body: week } = await lead.put(`/projects/${id}/hours`, { days: [{ lineId, day: "2026-11-19", minutes: 540 }] });
    const tooMany = await lead.put(`/projects/${id}/hours`, { days: [{ lineId, day: "2026-11-20", minutes: 120 }] });

    expect(award?.tranches.map(({ amountOre }) => amountOre)).toEqual([30_000_000, 50_000_000, 20_000_000]);
    expect(week.days[0]?.amountOre).toBe(9 * 70_000);
    // and says why an hour costs what it does
    expect(week.people.find((one) => one.id === ids.ingrid)?.costs).toEqual([
      { lineId, line: "Prosjektleder, 50 %", rateOre: 70_000, capOre: 70_000, perTenThousand: 12, isCapped: true },
    ]);
    expect(tooMany.body).toMatchObject({ code: "hours.year_full" });
    const direct = installation.db.updateTable("project_hours").set({ rate_ore: 70_001 }).where("project_id", "=", id).execute();
    await expect(direct).rejects.toMatchObject({ constraint: "project_hours_within_cap" });
  });
});

describe("Money", () => {
  test("that came and expenses are corrected by rows of their own, once", async () => {
    const { id, lead, funding, lineOf } = await aProject();
    const { body: project } = await lead.get(`/projects/${id}`);
    const tranche = project.fundings[0]?.tranches[0]?.id;
    const { body: paid } = await lead.post(`/fundings/${funding}/receipts`, {
      trancheId: tranche,
      receivedOn: "2026-01-20",
      amountOre: 56_000_000,
    });
    const receipt = paid.fundings[0]?.receipts[0]?.id;
    const expense = await lead.post(`/projects/${id}/expenses`, {
      lineId: lineOf("Reiser"),
      day: "2026-03-02",
      text: "Tog til Vågå",
      amountOre: 89_900,
    });

    const back = await lead.post(`/fundings/${funding}/receipts`, { corrects: receipt, reason: "Ført to ganger" });
    const taken = await lead.put(`/project-expenses/${expense.body.id}/correction`, { reason: "Feil prosjekt" });
    const again = [
      await lead.post(`/fundings/${funding}/receipts`, { corrects: receipt, reason: "Igjen" }),
      await lead.put(`/project-expenses/${expense.body.id}/correction`, { reason: "Igjen" }),
    ];

    expect([paid.fundings[0]?.receivedOre, paid.fundings[0]?.heldBackOre, back.body.fundings[0]?.receivedOre]).toEqual([
      56_000_000, 14_000_000, 0,
    ]);
    expect(taken.body.correctedById).not.toBeNull();
    expect((await lead.get(`/projects/${id}/expenses`)).body.items.map(({ amountOre }) => amountOre).toSorted()).toEqual([-89_900, 89_900]);
    expect(again.map(({ status }) => status)).toEqual([409, 409]);
  });
});

describe("A report to a funder", () => {
  test("waits for words, explanations, approval and the auditor; sent it is frozen, and its deadline met", async () => {
    const { id, lead, terje, funding, lineOf, ids, organization } = await aProject();
    const days = [{ lineId: lineOf("Prosjektleder, 50 %"), day: "2026-11-16", minutes: 225 }];
    await lead.put(`/projects/${id}/hours`, { days });
    const { body: pack } = await lead.post(`/fundings/${funding}/report-packs`, { from: "2026-01-01", to: "2026-12-31" });

    const early = await lead.put(`/report-packs/${pack.id}/sending`);
    await terje.put(`/projects/${id}/hours/approval`, { personId: ids.ingrid, from: "2026-11-16", until: "2026-11-22" });
    const explanations = Object.fromEntries(
      pack.lines.filter(({ mustExplain }) => mustExplain).map((line) => [line.id, "Prosjektet begynte seint."]),
    );
    await lead.patch(`/report-packs/${pack.id}`, { narrative: "Elleve hus er med.", explanations });
    const withoutAuditor = await lead.put(`/report-packs/${pack.id}/sending`);
    const form = new FormData();
    form.append("file", new File(["%PDF-1.7 bekreftelse"], "revisor.pdf"));
    await lead.post(`/projects/${id}/files?kind=auditor_statement&funding=${funding}`, form);
    const sent = await lead.put(`/report-packs/${pack.id}/sending`);
    await lead.post(`/projects/${id}/expenses`, { lineId: lineOf("Reiser"), day: "2026-05-05", text: "Glemt", amountOre: 100 });

    const files = createApi(installation, async () => signedInAs(ids.ingrid, "Ingrid Bråtveit", { [organization]: "coordinator" }));
    const pdf = await files.request(`/api/v1/report-packs/${pack.id}.pdf`);
    const xlsx = await files.request(`/api/v1/report-packs/${pack.id}.xlsx`);
    const printed = await readPdf(pdf.body as ReadableStream<Uint8Array>);
    expect([printed.pages > 0, printed.letters.flat().includes("å")]).toEqual([true, true]);
    const book = new ExcelJS.Workbook();
    // biome-ignore lint/suspicious/noExplicitAny: ExcelJS declares a Buffer of its own that Node's no longer matches
    await book.xlsx.load(Buffer.from(await xlsx.arrayBuffer()) as any);
    const rowsOf = (sheet: string) => (book.getWorksheet(sheet)?.getSheetValues() ?? []).slice(2).map((row) => (row as unknown[]).slice(1));
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      ...["Om rapporten", "Regnskap og budsjett", "Utgifter", "Timer", "Aktiviteter", "Milepæler", "Partnere", "Vedlegg"],
    ]);
    const explained = rowsOf("Regnskap og budsjett").find((row) => row[1] === "Prosjektleder, 50 %");
    expect(explained).toEqual([
      "Kostnader",
      "Prosjektleder, 50 %",
      undefined,
      500_000,
      1_687.5,
      1_687.5,
      -498_312.5,
      -99.7,
      "ja",
      "Prosjektet begynte seint.",
    ]);
    expect(rowsOf("Vedlegg")).toEqual([["Revisors bekreftelse", "revisor.pdf"]]);
    expect(rowsOf("Timer")).toEqual([["Ingrid Bråtveit", 3.75, 1_687.5]]);
    expect((await createApi(installation, async () => visitor).request(`/api/v1/report-packs/${pack.id}.pdf`)).status).toBe(401);
    expect(pack.isFinal).toBe(true);
    expect(early.body).toMatchObject({
      code: "report_pack.not_ready",
      details: { missing: ["narrative", "explanations", "waiting_hours", "attestation"] },
    });
    expect(withoutAuditor.body).toMatchObject({ details: { missing: ["attestation"] } });
    expect([sent.status, sent.body.attachments.map(({ name }) => name)]).toEqual([200, ["revisor.pdf"]]);
    const { body: later } = await lead.get(`/report-packs/${pack.id}`);
    expect([later.actual, later.hours]).toEqual([sent.body.actual, [{ name: "Ingrid Bråtveit", minutes: 225, amountOre: 168_750 }]]);
    expect((await lead.get(`/projects/${id}`)).body.fundings[0]?.deadlines).toMatchObject([{ dueOn: "2027-03-31", doneOn: "2026-11-23" }]);
    expect((await lead.patch(`/report-packs/${pack.id}`, { narrative: "Nytt" })).status).toBe(409);
    const waiting = async () => {
      const award = (await lead.get(`/projects/${id}`)).body.fundings[0];
      return [award?.heldBackOre, ...(award?.tranches ?? []).map(({ releasedOn }) => releasedOn)];
    };
    const { body: half } = await lead.post(`/fundings/${funding}/report-packs`, { from: "2026-01-01", to: "2026-06-30" });
    await lead.patch(`/report-packs/${half.id}`, { narrative: "Et halvt år" });
    await lead.put(`/report-packs/${half.id}/sending`);
    expect((await lead.put(`/report-packs/${half.id}/acceptance`, { on: "2026-11-22" })).status).toBe(200);
    // what waits for the final report still does
    expect(await waiting()).toEqual([14_000_000, null, null]);
    expect((await lead.put(`/report-packs/${pack.id}/acceptance`, { on: "2026-11-23", reference: "26/88" })).body.acceptedOn).toBe(
      "2026-11-23",
    );
    expect(await waiting()).toEqual([0, null, "2026-11-23"]);
  });
});

describe("The state-aid ledger", () => {
  test("refuses an award that passes the limit until it is said to be known, and takes one back by a row", async () => {
    const { slug, lead, ola } = await aProject();
    const award = (grantedOn: string, euro: number) => ({
      organizationNumber: "974760673",
      name: "Brønnøysundregistrene",
      granter: "Akershus fylkeskommune",
      grantedOn,
      basis: "de_minimis",
      amountOre: euro * 1_000,
      kronerPerEuroX10000: 100_000,
    });
    await lead.post(`/organizations/${slug}/state-aid`, award("2024-12-01", 250_000));

    const refused = await lead.post(`/organizations/${slug}/state-aid`, award("2026-11-02", 60_000));
    const known = await lead.post(`/organizations/${slug}/state-aid`, { ...award("2026-11-02", 60_000), passesLimit: true });
    const corrected = await lead.put(`/state-aid/${known.body.items[0]?.id}/correction`, { reason: "Ble trukket" });

    expect(refused.body).toMatchObject({ code: "state_aid.passes_limit", details: { day: "2026-11-02", usedEuroCents: 31_000_000 } });
    expect(known.body.undertakings).toMatchObject([{ usedEuroCents: 31_000_000, leftEuroCents: -1_000_000, passedOn: "2026-11-02" }]);
    expect(corrected.body.undertakings).toMatchObject([{ usedEuroCents: 25_000_000, passedOn: null }]);
    expect((await ola.get(`/organizations/${slug}/state-aid`)).status).toBe(404);
  });
});

test("the lead and the coordinators are reminded of a deadline once for each mark, until it is met", async () => {
  const { lead, funding, slug } = await aProject();
  const { body } = await lead.post(`/fundings/${funding}/deadlines`, { kind: "accounts", dueOn: "2026-11-30" });
  const deadline = body.fundings[0]?.deadlines.find(({ kind }) => kind === "accounts");
  const written = () =>
    installation.db.selectFrom("letters").select("subject").where("letter_key", "like", `project.deadline/${deadline?.id}/%`).execute();

  await remindOfDeadlines(installation);
  await remindOfDeadlines(installation);
  const first = await written();
  await lead.patch(`/funding-deadlines/${deadline?.id}`, { doneOn: "2026-11-23" });
  installation.setClock("2026-11-29T09:00:00+01:00");
  await remindOfDeadlines(installation);
  installation.setClock("2026-11-23T09:00:00+01:00");

  expect(slug).toContain("coworking-norge");
  expect(first.map(({ subject }) => subject)).toEqual(Array(2).fill("Regnskap til Kulturrådet: frist mandag 30. november"));
  expect(await written()).toHaveLength(2);
});

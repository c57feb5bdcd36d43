import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { readWhole, refusalOf, workbookParts, zipOf } from "./files-for-tests.ts";
import { readSheet } from "./read-sheet.ts";

async function workbookOf(fill: (workbook: ExcelJS.Workbook) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

describe("cells", () => {
  test("each kind of cell reads as the text it stands for", async () => {
    const bytes = await workbookOf((workbook) => {
      const sheet = workbook.addWorksheet("Medlemmer");
      sheet.addRow(["hva", "verdi"]);
      sheet.addRow(["dato", new Date(Date.UTC(2026, 4, 17))]);
      sheet.addRow(["tid", new Date(Date.UTC(2026, 4, 17, 8, 30))]).getCell(2).numFmt = "dd.mm.yyyy hh:mm";
      sheet.addRow(["klokke", 8.5 / 24]).getCell(2).numFmt = "hh:mm";
      sheet.addRow(["støy", 0.1 + 0.2]);
      sheet.addRow(["heltall", 923609016]);
      sheet.addRow(["kroner", -1234.5]).getCell(2).numFmt = '#,##0.00 "kr";[Red]-#,##0.00 "kr"';
      sheet.addRow(["lite", 0.0000001]);
      sheet.addRow(["formel", { formula: "1+1", result: 2 }]);
      sheet.addRow(["formeltekst", { formula: "A1", result: "hva & hva" }]);
      sheet.addRow(["formeldato", { formula: "TODAY()", result: new Date(Date.UTC(2026, 10, 22)) }]).getCell(2).numFmt = "yyyy-mm-dd";
      sheet.addRow(["feil", { formula: "1/0", result: { error: "#DIV/0!" } }]);
      sheet.addRow(["rik", { richText: [{ text: "Blå" }, { text: "bær", font: { bold: true } }] }]);
      sheet.addRow(["lenke", { text: "kari@blåbær.no", hyperlink: "mailto:kari@blåbær.no" }]);
      sheet.addRow(["sann", true]);
      sheet.addRow(["tekst", "0301 <&> \"'"]);
    });

    const { rows } = await readWhole(bytes);

    expect(Object.fromEntries(rows.map(([, what, value]) => [what, value]))).toEqual({
      dato: "2026-05-17",
      tid: "2026-05-17T08:30",
      klokke: "08:30",
      støy: "0,3",
      heltall: "923609016",
      kroner: "-1234,5",
      lite: "0,0000001",
      formel: "2",
      formeltekst: "hva & hva",
      formeldato: "2026-11-22",
      feil: "#DIV/0!",
      rik: "Blåbær",
      lenke: "kari@blåbær.no",
      sann: "true",
      tekst: "0301 <&> \"'",
    });
  });

  test("a workbook that counts from 1904 gives the same date", async () => {
    const bytes = await workbookOf((workbook) => {
      workbook.properties.date1904 = true;
      workbook.addWorksheet("A").addRows([["fra"], [new Date(Date.UTC(2026, 4, 17))]]);
    });

    const { rows } = await readWhole(bytes);

    expect(rows).toEqual([[2, "2026-05-17"]]);
  });

  test("prefixed names, absolute paths, missing references, inline and phonetic text are read, as the standard allows", async () => {
    const parts = workbookParts(
      `<x:row xmlns:x="urn:x"><x:c t="inlineStr"><x:is><x:r><x:t>na</x:t></x:r><x:r><x:t>vn</x:t></x:r></x:is></x:c><x:c t='s'><x:v>0</x:v></x:c></x:row>
       <row r="5"><c t="str" r="A5"><v>Å&#xE5;&#229;_x000D_&amp;amp;</v></c><c r="B5" t="d"><v>2026-05-17T00:00:00</v></c><c r="ZZ5" s="3"/></row>`,
      `<sst><si><t xml:space="preserve">f<!-- > -->ra</t><rPh><t>ikke</t></rPh></si></sst>`,
    );

    const { titles, rows } = await readWhole(zipOf(parts));

    expect([titles, rows]).toEqual([["navn", "fra"], [[5, "Ååå\r&amp;", "2026-05-17"]]]);
  });
});

test("no letter is broken where the unpacked bytes are cut into pieces", async () => {
  const text = "æøå😀".repeat(50);
  const row = `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`;

  const { rows } = await readWhole(zipOf(workbookParts(row.repeat(2_000))));

  expect(rows.filter(([, cell]) => cell !== text)).toEqual([]);
  expect(rows).toHaveLength(1_999);
});

describe("sheets", () => {
  async function threeSheets() {
    return await workbookOf((workbook) => {
      workbook.addWorksheet("Skjult", { state: "hidden" }).addRows([["hemmelig"], ["x"]]);
      workbook.addWorksheet("Første").addRows([["navn"], [], [], ["Kari"]]);
      workbook.addWorksheet("Andre & siste").addRows([["by"], ["Bø"]]);
    });
  }

  test("the first visible sheet is read, with its row numbers", async () => {
    const { origin, rows } = await readWhole(await threeSheets());

    expect(origin).toEqual({ format: "xlsx", sheet: "Første", sheets: ["Skjult", "Første", "Andre & siste"] });
    expect(rows).toEqual([[4, "Kari"]]);
  });

  test("a sheet can be named", async () => {
    const { titles } = await readWhole(await threeSheets(), { sheet: "Andre & siste" });

    expect(titles).toEqual(["by"]);
  });

  test("a name that no sheet has is refused with the names there are", async () => {
    const refusal = await refusalOf(await threeSheets(), { sheet: "Tredje" });

    expect(refusal).toEqual(["sheet-not-found", { sheet: "Tredje", sheets: ["Skjult", "Første", "Andre & siste"] }]);
  });

  test("a title above the header is passed over, and formatted empty cells do not widen the sheet", async () => {
    const bytes = await workbookOf((workbook) => {
      const sheet = workbook.addWorksheet("A");
      sheet.addRows([["Medlemsliste"], [], ["navn", "fra"], ["Kari", 2026]]);
      sheet.getCell("IV900").font = { bold: true };
    });

    const { titles, rows } = await readWhole(bytes);

    expect([titles, rows]).toEqual([["navn", "fra"], [[4, "Kari", "2026"]]]);
  });
});

describe("refusals", () => {
  const row = "<row><c t='inlineStr'><is><t>navn</t></is></c></row>";

  test("a zip that unpacks to far more than it says is stopped at the limit", async () => {
    const parts = workbookParts(row + '<row r="2"/>'.repeat(8_000_000));
    const bomb = zipOf(parts, { declaredSize: 1_000 });
    delete parts["xl/worksheets/members.xml"];
    const before = process.memoryUsage().rss;

    const refusal = await refusalOf(bomb, { limits: { unpackedBytes: 8 * 1024 * 1024 } });

    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(refusal).toEqual(["unpacks-too-large", { limitBytes: 8 * 1024 * 1024 }]);
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 1024 * 1024);
  });

  test("a million empty rows, or a text without end, are not gone through", async () => {
    const rows = zipOf(workbookParts(row + "<row/>".repeat(1_100_000)));
    const text = zipOf(workbookParts(`<row><c t="str"><v>${"a".repeat(2_000_000)}`));

    expect(await refusalOf(rows)).toEqual(["too-many-rows", { limit: 100_000 }]);
    expect(await refusalOf(text)).toEqual(["unreadable", { found: "a damaged workbook: an endless tag or text" }]);
  });

  test("many rows from a small file stop at the unpacked limit, shared strings counted too", async () => {
    const rows = `${row}${"<row><c><v>1</v></c></row>".repeat(50_000)}`;
    const strings = `<sst>${"<si><t>aaaaaaaaaaaaaaaaaaaa</t></si>".repeat(50_000)}</sst>`;
    const limits = { unpackedBytes: 1024 * 1024 };

    expect(await refusalOf(zipOf(workbookParts(rows)), { limits })).toEqual(["unpacks-too-large", { limitBytes: 1024 * 1024 }]);
    expect(await refusalOf(zipOf(workbookParts(row, strings)), { limits })).toEqual(["unpacks-too-large", { limitBytes: 1024 * 1024 }]);
  });

  test("entities of the file's own are not expanded: a document type is refused", async () => {
    const parts = workbookParts(row);
    parts["xl/worksheets/members.xml"] =
      `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData>${row}</sheetData></worksheet>`;

    expect(await refusalOf(zipOf(parts))).toEqual(["unreadable", { found: "a damaged workbook: a document type" }]);
  });

  test("limits of rows, columns and cells are kept", async () => {
    const limits = { rows: 2, columns: 3, cellLength: 10 };
    const many = row + "<row><c><v>1</v></c></row>".repeat(3);
    const wide = `${row}<row r="2"><c r="D2"><v>1</v></c></row>`;
    const long = `${row}<row r="7"><c t="str"><v>${"a".repeat(11)}</v></c></row>`;
    const far = `${row}<row r="99999999"><c><v>1</v></c></row>`;

    expect(await refusalOf(zipOf(workbookParts(many)), { limits })).toEqual(["too-many-rows", { limit: 2 }]);
    expect(await refusalOf(zipOf(workbookParts(wide)), { limits })).toEqual(["too-many-columns", { limit: 3, row: 2 }]);
    expect(await refusalOf(zipOf(workbookParts(long)), { limits })).toEqual(["cell-too-long", { limit: 10, row: 7 }]);
    expect(await refusalOf(zipOf(workbookParts(far)), { limits })).toEqual(["too-many-rows", { limit: 2 }]);
  });

  test("a damaged, cut or foreign zip is unreadable", async () => {
    const whole = zipOf(workbookParts(row));
    const unclosed = workbookParts(row);
    unclosed["xl/worksheets/members.xml"] = `<worksheet><sheetData>${row}`;

    expect((await refusalOf(whole.subarray(0, whole.length - 30)))[0]).toBe("unreadable");
    expect((await refusalOf(Buffer.concat([whole.subarray(0, 60), Buffer.alloc(40, 7), whole.subarray(100)])))[0]).toBe("unreadable");
    expect((await refusalOf(zipOf({ mimetype: "application/vnd.oasis.opendocument.spreadsheet" })))[0]).toBe("unreadable");
    expect(await refusalOf(zipOf(unclosed))).toEqual(["unreadable", { found: "a damaged workbook: cut short" }]);
    expect(await refusalOf(zipOf(workbookParts("")))).toEqual(["empty", {}]);
  });

  test("old and protected workbooks are named for what they are", async () => {
    const start = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

    expect(await refusalOf(Buffer.concat([start, Buffer.from("Workbook", "utf16le")]))).toEqual(["old-excel", {}]);
    expect(await refusalOf(Buffer.concat([start, Buffer.from("EncryptedPackage", "utf16le")]))).toEqual(["encrypted", {}]);
    expect(await refusalOf(zipOf(workbookParts(row), { flags: 1 }))).toEqual(["encrypted", {}]);
  });

  test("reading may stop after a few rows", async () => {
    const sheet = await readSheet({ name: "x", bytes: zipOf(workbookParts(row + "<row><c><v>1</v></c></row>".repeat(50_000))) });

    for await (const { number } of sheet.rows) {
      if (number === 3) break;
    }

    expect(await Array.fromAsync(sheet.rows)).toEqual([]);
  });
});

import ExcelJS from "exceljs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateCell } from "./date-cell.ts";
import { bytesOf, readWhole } from "./files-for-tests.ts";
import { decimalCell } from "./number-cells.ts";
import { readSheet } from "./read-sheet.ts";
import type { SheetValue } from "./sheet-value.ts";
import { writeCsv } from "./write-csv.ts";
import { writeXlsx } from "./write-xlsx.ts";

const now = Temporal.Instant.from("2026-11-22T20:00:00Z");
const mayDay = Temporal.PlainDate.from("2026-05-17");

function workbook(titles: string[], rows: Iterable<SheetValue[]>) {
  return writeXlsx({ name: "Medlemmer", columns: titles.map((title) => ({ title })), rows }, now);
}

describe("CSV", () => {
  const rows: SheetValue[][] = [
    ["Blåbær", 1234.5, mayDay, true, null],
    ['si "hei"; nå', -0.25, mayDay.toPlainDateTime("08:30"), false, "a\nb"],
  ];

  test("the form Norwegian Excel opens has semicolons, a byte order mark, decimal commas and dates with points", async () => {
    const text = (await bytesOf(writeCsv(["navn", "beløp", "dag", "på", "om"], rows, "excel"))).toString();

    expect(text).toBe(
      '\ufeffnavn;beløp;dag;på;om\r\nBlåbær;1234,5;17.05.2026;ja;\r\n"si ""hei""; nå";-0,25;17.05.2026 08:30;nei;"a\nb"\r\n',
    );
  });

  test("the plain form has commas, points and ISO dates", async () => {
    const text = (await bytesOf(writeCsv(["navn", "beløp", "dag", "på", "om"], rows, "plain"))).toString();

    expect(text).toBe('navn,beløp,dag,på,om\r\nBlåbær,1234.5,2026-05-17,true,\r\n"si ""hei""; nå",-0.25,2026-05-17T08:30,false,"a\nb"\r\n');
  });

  test.each(["=1+1", "+4798765432", "-2+3", "@SUM(A1)", "\tx", "\rx", "\nx", "'=1+1"])("the text %j is made harmless", async (text) => {
    for (const form of ["excel", "plain"] as const) {
      const bytes = await bytesOf(writeCsv(["navn", "by"], [[text, "Bø"]], form));

      expect(bytes.toString().split("\r\nBø")[0]).toMatch(/by\r\n"?'/);
      expect((await readWhole(bytes)).rows).toEqual([[2, text, "Bø"]]);
    }
  });

  test("a number below zero is left a number", async () => {
    const text = (await bytesOf(writeCsv(["a", "b"], [[-5, -1.5]], "excel"))).toString();

    expect(text).toContain("\r\n-5;-1,5\r\n");
  });

  test("the source is asked only as fast as the stream is read, and let go when the reader leaves", async () => {
    let asked = 0;
    let isClosed = false;
    function* endless() {
      try {
        for (;;) {
          asked += 1;
          yield ["Kari".repeat(100)];
        }
      } finally {
        isClosed = true;
      }
    }
    const reader = writeCsv(["navn"], endless(), "plain").getReader();

    await reader.read();
    await reader.cancel();

    expect(asked).toBeLessThan(1_000);
    expect(isClosed).toBe(true);
  });

  test("a number that is none is a fault of ours", async () => {
    await expect(bytesOf(writeCsv(["a"], [[Number.NaN]], "plain"))).rejects.toThrow(TypeError);
    await expect(bytesOf(workbook(["a"], [[Number.NaN]]))).rejects.toThrow(TypeError);
  });
});

describe("XLSX", () => {
  test("another program finds typed cells, a frozen bold header, widths and no formula", async () => {
    const bytes = await bytesOf(
      writeXlsx(
        {
          name: "Medlemmer: [2026]",
          columns: [{ title: "navn", width: 40 }, { title: "beløp" }, { title: "dag" }, { title: "på" }],
          rows: [["=HYPERLINK(1)", -1234.5, mayDay, true]],
        },
        now,
      ),
    );
    const book = new ExcelJS.Workbook();

    // biome-ignore lint/suspicious/noExplicitAny: ExcelJS declares a Buffer of its own that Node's no longer matches
    await book.xlsx.load(bytes as any);

    const [sheet] = book.worksheets;
    expect(sheet?.name).toBe("Medlemmer   2026");
    expect(sheet?.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
    expect(sheet?.getRow(1).getCell(1).font?.bold).toBe(true);
    expect(sheet?.getColumn(1).width).toBe(40);
    expect(sheet?.getRow(2).values).toEqual([undefined, "=HYPERLINK(1)", -1234.5, new Date(Date.UTC(2026, 4, 17)), true]);
    expect(sheet?.getCell("A2").formula).toBeUndefined();
    expect(book.created.getTime()).toBe(now.epochMilliseconds);
  });

  test("a text longer than Excel holds ends by an ellipsis", async () => {
    const { rows } = await readWhole(await bytesOf(workbook(["om"], [["a".repeat(40_000)]])));

    expect(rows).toEqual([[2, `${"a".repeat(32_766)}…`]]);
  });

  test.each([1, 300, 5_000, Number.POSITIVE_INFINITY])("a reader that leaves a workbook of %d rows ends the source", async (count) => {
    let isClosed = false;
    function* names() {
      try {
        for (let row = 0; row < count; row += 1) yield [`${Math.imul(row, 0x9e3779b1)}${"x".repeat(row % 1_000)}`];
      } finally {
        isClosed = true;
      }
    }
    const reader = workbook(["navn"], names()).getReader();

    await reader.read();
    await reader.cancel();

    expect(isClosed).toBe(true);
  });

  test("a reader that leaves while the last of the file is being packed is let go", async () => {
    const long = Array.from({ length: 150 }, () => [Array.from({ length: 500 }, () => crypto.randomUUID()).join("")]);
    const reader = workbook(["navn"], long).getReader();

    await reader.read();
    for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate);

    await expect(reader.cancel()).resolves.toBeUndefined();
  });

  test("a source that fails half-way fails the file too", async () => {
    function* names() {
      yield ["Kari"];
      throw new Error("The database is gone");
    }

    await expect(bytesOf(workbook(["navn"], names()))).rejects.toThrow("The database is gone");
    await expect(bytesOf(writeCsv(["navn"], names(), "plain"))).rejects.toThrow("The database is gone");
  });

  test("rows are asked for only as fast as the file is read", async () => {
    let asked = 0;
    function* endless() {
      for (;;) {
        asked += 1;
        yield [crypto.randomUUID().repeat(20)];
      }
    }
    const reader = workbook(["navn"], endless()).getReader();

    await reader.read();
    for (let turn = 0; turn < 500; turn += 1) await new Promise(setImmediate);

    expect(asked).toBeLessThan(20_000);
    await reader.cancel();
  });
});

describe("what is written is read again", () => {
  /** Text that begins and ends by a letter, since a blank row would be no row. */
  const text = fc
    .string({ unit: fc.oneof(fc.constantFrom("=", "'", '"', ";", ",", "\t", "\n", "\r", "-", "_x000D_", "&lt;", "ø", "😀"), fc.string()) })
    // XML has no place for other control characters, and neither has a name.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .map((value) => `${value.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, "")}z`);
  const number = fc.oneof(
    fc.integer(),
    fc.double({ noNaN: true, min: -1e9, max: 1e9 }).map((value) => Number(value.toPrecision(15)) || 0),
  );
  const date = fc.integer({ min: -25_000, max: 60_000 }).map((days) => Temporal.PlainDate.from("1970-01-01").add({ days }));
  const row = fc.tuple(text, number, date);

  test.each(["excel", "plain", "xlsx"] as const)("as %s", async (form) => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 10 }), async (rows) => {
        const titles = ["navn", "beløp", "dag"];
        const stream = form === "xlsx" ? workbook(titles, rows) : writeCsv(titles, rows, form);

        const read = await readWhole(await bytesOf(stream));

        expect(read.titles).toEqual(titles);
        const cells = read.rows.map(([, name, amount, day]) => [name, parsedNumber(String(amount), form), dateCell(String(day))]);
        expect(cells).toEqual(rows.map(([name, amount, day]) => [name, amount, { ok: true, value: day }]));
      }),
      { numRuns: form === "xlsx" ? 50 : 200 },
    );
  });

  function parsedNumber(cell: string, form: "excel" | "plain" | "xlsx"): number | undefined {
    // A point followed by three digits is ambiguous to people, which the plain form is not written for.
    if (form === "plain" || /\d{16}/.test(cell.replace(/\D/g, ""))) return Number(cell.replace(",", "."));
    const parsed = decimalCell(cell);
    return parsed.ok ? parsed.value : undefined;
  }
});

test.each(["xlsx", "csv"] as const)("50,000 rows of %s are written and read without being held", { timeout: 120_000 }, async (form) => {
  function* rows(): Generator<SheetValue[]> {
    for (let index = 0; index < 50_000; index += 1) {
      yield [
        `Bedrift ${index} AS`,
        `post${index}@eksempel.no`,
        index / 4,
        mayDay.add({ days: index % 1_000 }),
        index % 2 === 0,
        "x".repeat(40),
      ];
    }
  }
  const titles = ["navn", "e-post", "beløp", "fra", "på", "om"];
  const bytes = await bytesOf(form === "xlsx" ? workbook(titles, rows()) : writeCsv(titles, rows(), "excel"));

  const before = process.memoryUsage().heapUsed;
  const sheet = await readSheet({ name: "stor", bytes });
  let count = 0;
  let most = 0;
  for await (const { cells } of sheet.rows) {
    count += cells.length === 6 ? 1 : 0;
    if (count % 1_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed - before);
  }

  expect(count).toBe(50_000);
  expect(most).toBeLessThan(120 * 1024 * 1024);
});

import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvParser } from "./csv-parser.ts";
import { inWindows1252, readWhole, refusalOf } from "./files-for-tests.ts";
import { readSheet } from "./read-sheet.ts";

describe("encodings", () => {
  const text = "Navn;Sted\r\nBlåbær Ærlig Øl;Ålesund\r\n";
  const asRead = [[2, "Blåbær Ærlig Øl", "Ålesund"]];

  test.each([
    ["utf-8", Buffer.from(text)],
    ["utf-8", Buffer.from(`\ufeff${text}`)],
    ["utf-16le", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["utf-16be", Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
    ["windows-1252", inWindows1252(text)],
  ])("æ, ø and å are read from %s", async (encoding, bytes) => {
    const sheet = await readWhole(bytes);

    expect(sheet).toEqual({ origin: { format: "csv", encoding, separator: ";" }, titles: ["Navn", "Sted"], rows: asRead, surplus: [] });
  });

  test("Windows-1252 is known by one byte at the end of a long file, and its dash and euro sign are read", async () => {
    const bytes = inWindows1252(`navn,pris\n${"Ola,1\n".repeat(30_000)}Kåre – sjef,5 €\n`);

    const { rows } = await readWhole(bytes);

    expect(rows.at(-1)).toEqual([30_002, "Kåre – sjef", "5 €"]);
  });

  test("a letter of two bytes cut between two pieces of the file is whole", async () => {
    const bytes = Buffer.from(`navn;nr\n${"å".repeat(20_000)};1\na${"å".repeat(20_000)};2\n`);
    async function* oneByOne() {
      for (let start = 0; start < bytes.length; start += 777) yield bytes.subarray(start, start + 777);
    }

    const { rows } = await readWhole(oneByOne());

    expect(rows).toEqual([
      [2, "å".repeat(20_000), "1"],
      [3, `a${"å".repeat(20_000)}`, "2"],
    ]);
  });
});

describe("separators", () => {
  test.each([
    [";", "navn;e-post;beløp\nKari;kari@x.no;1,5\nOla;ola@x.no;2,5\n"],
    [",", "navn,e-post,beløp\nKari,kari@x.no,1.5\nOla;Nordmann,ola@x.no,2.5\n"],
    ["\t", "navn\te-post\tbeløp\nKari, Ås\tkari@x.no\t1,5\n"],
    [";", '"navn, etternavn, tittel";e-post\n"Li, Kari";kari@x.no\n'],
    [";", "navn (etternavn, fornavn, tittel);e-post\nKari;kari@x.no\nOla;ola@x.no\n"],
    [",", 'navn,"by; land; kontinent"\nKari,Oslo\n'],
    [";", "e-post\nkari@x.no\n"],
    [";", "Medlemmer, våren, 2026\nnavn;e-post\nKari;kari@x.no\nOla;ola@x.no\n"],
  ])("%j is found", async (separator, text) => {
    const sheet = await readSheet({ name: "x.csv", bytes: Buffer.from(text) });

    expect(sheet.origin).toMatchObject({ separator });
  });

  test("the line Excel puts first to name the separator is no row", async () => {
    const { titles, rows } = await readWhole(Buffer.from("sep=,\r\nnavn,by\r\nKari,Bø\r\n"));

    expect([titles, rows]).toEqual([["navn", "by"], [[3, "Kari", "Bø"]]]);
  });
});

describe("rows", () => {
  test("line breaks, separators and doubled quotation marks within quotes belong to the cell", async () => {
    const { rows } = await readWhole(Buffer.from('navn;om\r\nKari;"Sier ""hei"";\r\nog går"\r\nOla;12" skjerm\r\n'));

    expect(rows).toEqual([
      [2, "Kari", 'Sier "hei";\r\nog går'],
      [3, "Ola", '12" skjerm'],
    ]);
  });

  test("blank rows are left out, and the numbers still are those of the spreadsheet", async () => {
    const { titles, rows } = await readWhole(Buffer.from("\n;;\nnavn;by\n\nKari;Bø\n;\n\u00a0;\nOla\n\n\n;;;\n"));

    expect(titles).toEqual(["navn", "by"]);
    expect(rows).toEqual([
      [5, "Kari", "Bø"],
      [8, "Ola", ""],
    ]);
  });

  test("cells beyond the header are set apart", async () => {
    const { rows, surplus } = await readWhole(Buffer.from("navn;by\nKari;Bø;Telemark\nOla;Ål;;\n"));

    expect(rows).toEqual([
      [2, "Kari", "Bø"],
      [3, "Ola", "Ål"],
    ]);
    expect(surplus).toEqual(["Telemark"]);
  });

  test("old line ends of CR alone are read", async () => {
    const { rows } = await readWhole(Buffer.from("navn;by\rKari;Bø\rOla;Ål"));

    expect(rows).toEqual([
      [2, "Kari", "Bø"],
      [3, "Ola", "Ål"],
    ]);
  });

  test("the same cells are read wherever the text is cut, as another parser reads them", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "å", ";", '"', "\n", "\r\n", " ") });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 9 }),
        (rows, piece) => {
          const text = rows.map((cells) => cells.map((value) => `"${value.replaceAll('"', '""')}"`).join(";")).join("\r\n");
          const read: string[][] = [];
          const parser = csvParser(";", 1_000, ({ cells }) => read.push(cells));

          for (let start = 0; start < text.length; start += piece) parser.write(text.slice(start, start + piece));
          parser.end();

          expect(read).toEqual(rows);
          expect(read).toEqual(parse(text, { delimiter: ";", relax_column_count: true }));
        },
      ),
    );
  });
});

describe("the header", () => {
  test("columns without a name and with the same name are told apart", async () => {
    const sheet = await readSheet({ name: "x.csv", bytes: Buffer.from(" Navn ;;Navn;\u00a0;by\n1;2;3;4;5\n") });

    expect(sheet.columns).toEqual([
      { index: 0, letter: "A", title: "Navn", name: "Navn" },
      { index: 1, letter: "B", title: "", name: "B" },
      { index: 2, letter: "C", title: "Navn", name: "Navn (2)" },
      { index: 3, letter: "D", title: "", name: "D" },
      { index: 4, letter: "E", title: "by", name: "by" },
    ]);
  });

  test("a title above the header is passed over", async () => {
    const { titles, rows } = await readWhole(Buffer.from("Medlemmer 2026;;\n\nnavn;e-post;fra\nKari;kari@x.no;1.1.26\n"));

    expect([titles, rows]).toEqual([["navn", "e-post", "fra"], [[4, "Kari", "kari@x.no", "1.1.26"]]]);
  });

  test("a single word above rows that could be data is the header", async () => {
    const { titles, rows } = await readWhole(Buffer.from("navn;\nKari;Oslo\nOla;Bergen\n"));

    expect([titles, rows, titles.length]).toEqual([
      ["navn"],
      [
        [2, "Kari"],
        [3, "Ola"],
      ],
      1,
    ]);
  });

  test("the header the person points at is used", async () => {
    const { titles, rows } = await readWhole(Buffer.from("Liste;over;noe\nnavn;by;land\nKari;Bø;Norge\n"), { headerRow: 2 });

    expect([titles, rows]).toEqual([["navn", "by", "land"], [[3, "Kari", "Bø", "Norge"]]]);
  });

  test.each([
    ["kari@x.no;Kari\nola@x.no;Ola\n", 1],
    ["\n1;2;3\n4;5;6\n", 2],
  ])("a file that begins with data is refused: %j", async (text, row) => {
    expect(await refusalOf(Buffer.from(text))).toEqual(["no-header", { row }]);
  });
});

describe("refusals", () => {
  test.each(["", "\ufeff", "\r\n\r\n;;;\r\n", "   \n"])("a file with nothing in it is empty: %j", async (text) => {
    expect(await refusalOf(Buffer.from(text))).toEqual(["empty", {}]);
  });

  test("a quotation mark that is never closed is told with its row, after the rows before it", async () => {
    const sheet = await readSheet({ name: "x.csv", bytes: Buffer.from('navn;by\nKari;Bø\n"Ola;Ål\nPer;Os\n') });

    const read: string[] = [];
    const reading = (async () => {
      for await (const { cells } of sheet.rows) read.push(cells.join());
    })();

    await expect(reading).rejects.toMatchObject({ code: "unbalanced-quotes", details: { row: 3 } });
    expect(read).toEqual(["Kari,Bø"]);
  });

  test("a quotation mark that swallows a row and closes in the next is refused, not read as one cell", async () => {
    expect(await refusalOf(Buffer.from('navn;by\n"Ola;Ål\n"Per";Os\n'))).toEqual(["unbalanced-quotes", { row: 2 }]);
  });

  test("limits of bytes, rows, columns and cells are kept", async () => {
    const csv = Buffer.from(`navn;by\n${"Kari;Bø\n".repeat(20)}`);
    const wide = Buffer.from("a;b;c;d\n1;2;3;4\n");

    expect(await refusalOf(csv, { limits: { bytes: 100 } })).toEqual(["too-large", { limitBytes: 100 }]);
    expect(await refusalOf(csv, { limits: { rows: 19 } })).toEqual(["too-many-rows", { limit: 19 }]);
    expect((await readWhole(csv, { limits: { rows: 20 } })).rows).toHaveLength(20);
    expect(await refusalOf(wide, { limits: { columns: 3 } })).toEqual(["too-many-columns", { limit: 3, row: 1 }]);
    expect(await refusalOf(Buffer.from("navn\nKari\nBenedikte\n"), { limits: { cellLength: 8 } })).toEqual([
      "cell-too-long",
      { limit: 8, row: 3 },
    ]);
  });

  test("bytes that keep coming are cut off at the limit", async () => {
    let sent = 0;
    async function* endless() {
      for (;;) {
        sent += 1;
        yield Buffer.alloc(1_000, "a");
      }
    }

    expect(await refusalOf(endless(), { limits: { bytes: 10_000 } })).toEqual(["too-large", { limitBytes: 10_000 }]);
    expect(sent).toBe(11);
  });

  test.each([
    ["a web page", Buffer.from("<!doctype html><table></table>")],
    ["a PDF", Buffer.from("%PDF-1.7 hei")],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])],
  ])("%s is no sheet", async (_, bytes) => {
    expect((await refusalOf(bytes))[0]).toBe("unreadable");
  });

  test("bytes without meaning are refused in words of ours, or read, and never crash", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.constantFrom("", "PK\u0003\u0004", "navn;by\n"), async (bytes, start) => {
        const outcome = await refusalOf(Buffer.concat([Buffer.from(start), bytes])).catch((error: Error) => [error.message]);

        expect(outcome).toHaveLength(outcome[0] === "The file was read" ? 1 : 2);
      }),
    );
  });
});

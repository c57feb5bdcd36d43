import { expect, test } from "vitest";
import { readPdf } from "../../../../tests/support/read-pdf.ts";
import { fitNames, heightOf } from "../../../platform/pdf/fit-names.ts";
import { badgePdf } from "./badge-pdf.ts";

const millimetre = 72 / 25.4;

const visit = {
  name: "Kari Nordmann",
  organization_name: "Nordlys AS",
  visited_name: "Amina Larsen",
  space_name: "Fjordhuset",
  day: "2026-11-23",
  code: "K7M4QX2R",
  created_at: Temporal.Instant.from("2026-11-20T10:00:00Z"),
};
const long = {
  ...visit,
  name: "Wilhelmina-Konstantinova Šiŧŧá Brodahl Gjerdrum-Øvregård",
  organization_name: "Brodahls Gummivarefabrikk og Næringslivskontorfellesskap på Østlandet AS",
  visited_name: "Alexandra-Emmanuelle Fjeldstad Wiborg-Thunestvedt",
  space_name: "Gründernes Hus Innovasjonsfellesskap",
};

test.each([
  { size: "label" as const, width: 100, height: 62 },
  { size: "a6" as const, width: 148, height: 105 },
])(
  "a badge on $size is one sheet of $width × $height mm, however long the names, with a code of 22 mm inside it",
  async ({ size, width, height }) => {
    for (const one of [visit, long]) {
      const bytes = await new Response(await badgePdf(one, size, "nb")).arrayBuffer();
      const [, sheetWidth = "", sheetHeight = ""] =
        /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(Buffer.from(bytes).toString("latin1")) ?? [];

      const { pages, rectangles } = await readPdf(await badgePdf(one, size, "nb"));

      const left = Math.min(...rectangles.map(({ x }) => x));
      const right = Math.max(...rectangles.map(({ x, width }) => x + width));
      expect([pages, Math.round(Number(sheetWidth) / millimetre), Math.round(Number(sheetHeight) / millimetre)]).toEqual([
        1,
        width,
        height,
      ]);
      expect((right - left) / millimetre).toBeCloseTo(22, 1);
      expect(right).toBeLessThan(Number(sheetWidth) - 4 * millimetre);
    }
  },
);

test("a badge says the name, the organization, whom they visit and the day, and nothing of how to reach anybody", async () => {
  const withMore = { ...visit, email: "kari@firma.example" };

  const { letters } = await readPdf(await badgePdf(withMore, "label", "nb"));

  const known = new Set(letters.flat());
  for (const letter of "KariNordmannNordlysASAminaLarsen23") expect(known, letter).toContain(letter);
  expect(known.has("@")).toBe(false);
});

test("names never reach down to what stands below them, however long; short ones are as large as they go", () => {
  const pages = { widthOf: (text: string, size: number, face?: string) => text.length * size * (face === "wide" ? 0.7 : 0.5) };
  const room = { wide: 230, beside: 190, height: 90, scale: 1 };

  const short = fitNames(pages, visit.name, visit.organization_name, room);
  const tall = fitNames(pages, long.name.repeat(3), long.organization_name.repeat(3), room);

  const one = fitNames(pages, "Bo", null, room);

  expect([short.given, short.name.size]).toEqual([{ lines: ["Kari"], size: 34 }, 13]);
  expect([one.given.lines, one.name.lines]).toEqual([["Bo"], []]);
  expect(heightOf(tall.given) + heightOf(tall.name) + heightOf(tall.organization)).toBeLessThanOrEqual(room.height);
  expect(tall.name.lines.length).toBeGreaterThan(0);
});

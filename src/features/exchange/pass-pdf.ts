import { encode } from "uqr";
import { type Language, locale } from "../../platform/language/language.ts";
import { ink, lamp, margin, openPages, type Pages, pageHeight, partition, softInk } from "../../platform/pdf/document.ts";
import { sizeThatFits, wrapped } from "../../platform/pdf/wrap.ts";
import { shownCode } from "./day-pass.ts";
import { passFileWords } from "./pass-file-words.ts";
import type { PassRow } from "./queries.ts";

const millimetre = 72 / 25.4;
const width = 85 * millimetre;
const codeSize = 60 * millimetre;
const middle = margin + width / 2;
const inner = margin + 6 * millimetre;
const right = margin + width - 6 * millimetre;
const factsFrom = inner + 17 * millimetre;
const readingWidth = 120 * millimetre;
const wall = 2.5;
const leading = 1.3;

/** A pass on paper: 85 mm wide with a code of 60 mm, and below the cut how one gets in. Tagged, with fonts and language. */
export async function passPdf(pass: PassRow, token: string, language: Language): Promise<ReadableStream<Uint8Array>> {
  const words = passFileWords[language];
  const place = pass.space_town ? `${pass.space_name}, ${pass.space_town}` : pass.space_name;
  const pages = await openPages({ title: `${words.title}: ${place}`, language, madeAt: pass.claimed_at });
  const document = pages.tagged("Document");
  pages.pdf.addStructure(document);
  const sheet = { pages, document, y: margin };
  head(sheet, { title: words.title, place, day: longDay(pass.day, language) });
  code(sheet, token, { alt: words.qr(shownCode(pass.code)), words: words.code, code: shownCode(pass.code) });
  facts(sheet, [
    { label: words.name, fact: pass.holder_name },
    { label: words.from, fact: pass.home_name },
  ]);
  frame(sheet);
  const arrival = pass.arrival[language] ?? pass.arrival.nb ?? pass.arrival.en ?? pass.arrival.nn;
  if (arrival) belowCut(sheet, { cut: words.cut, title: words.arrival, text: arrival });
  return pages.finish();
}

/** What is written on, and how far down. */
type Sheet = { pages: Pages; document: PDFKit.PDFStructureElement; y: number };

type How = { size: number; face?: "wide" | "text"; x?: number; within: number; colour?: string; isBold?: boolean };

function write(sheet: Sheet, tag: string, text: string, { within, ...how }: How): void {
  writeLines(sheet, tag, wrapped(sheet.pages, text, { ...how, within }), how);
}

function writeLines(sheet: Sheet, tag: string, lines: string[], { x = inner, ...how }: Omit<How, "within">): void {
  sheet.document.add(
    sheet.pages.tagged(tag, () => {
      for (const [row, line] of lines.entries()) sheet.pages.line(line, { ...how, x, y: sheet.y + row * how.size * leading });
    }),
  );
  sheet.y += lines.length * how.size * leading;
}

function head(sheet: Sheet, { title, place, day }: { title: string; place: string; day: string }): void {
  const within = right - inner;
  const size = sizeThatFits(sheet.pages, place, { sizes: [18, 16, 14, 12], face: "wide", within });
  const rows = wrapped(sheet.pages, place, { size, face: "wide", within }).length;
  const height = 4 * millimetre + (9.5 + rows * size + 11) * leading + 4 * millimetre;
  artifact(sheet, ({ pdf }) => pdf.rect(margin, margin, width, height).fill(lamp));
  sheet.y += 4 * millimetre;
  write(sheet, "P", title, { size: 9.5, within });
  write(sheet, "H1", place, { size, face: "wide", within });
  write(sheet, "P", day, { size: 11, within });
  sheet.y = margin + height;
  // the wall opens below the name of the house
  artifact(sheet, ({ pdf }) => {
    const [from, to] = [inner, inner + 14 * millimetre];
    pdf.lineWidth(wall).strokeColor(ink);
    pdf
      .moveTo(margin, sheet.y)
      .lineTo(from, sheet.y)
      .moveTo(to, sheet.y)
      .lineTo(margin + width, sheet.y)
      .stroke();
    pdf.rect(from, sheet.y - wall / 2, to - from, wall).fill(lamp);
  });
}

function code(sheet: Sheet, token: string, { alt, words, code }: { alt: string; words: string; code: string }): void {
  sheet.y += 7 * millimetre;
  const top = sheet.y;
  sheet.document.add(sheet.pages.pdf.struct("Figure", { alt }, () => drawCode(sheet.pages, token, middle - codeSize / 2, top)));
  sheet.y += codeSize + 6 * millimetre;
  sheet.document.add(
    sheet.pages.tagged("P", () => {
      sheet.pages.line(words, { x: middle, y: sheet.y, size: 9, align: "centre", colour: softInk });
      sheet.pages.line(code, { x: middle, y: sheet.y + 12, size: 19, face: "wide", align: "centre" });
    }),
  );
  sheet.y += 12 + 19 * leading + 3 * millimetre;
}

function facts(sheet: Sheet, all: { label: string; fact: string }[]): void {
  artifact(sheet, ({ pdf }) => pdf.moveTo(inner, sheet.y).lineTo(right, sheet.y).lineWidth(0.75).strokeColor(partition).stroke());
  sheet.y += 2.5 * millimetre;
  for (const { label, fact } of all) {
    const lines = wrapped(sheet.pages, fact, { size: 10.5, within: right - factsFrom });
    sheet.document.add(
      sheet.pages.tagged("P", () => {
        sheet.pages.line(label, { x: inner, y: sheet.y, size: 10.5, colour: softInk });
        for (const [row, line] of lines.entries())
          sheet.pages.line(line, { x: factsFrom, y: sheet.y + row * 10.5 * leading, size: 10.5, isBold: true });
      }),
    );
    sheet.y += lines.length * 10.5 * leading + 1.5;
  }
  sheet.y += 3 * millimetre;
}

function frame(sheet: Sheet): void {
  artifact(sheet, ({ pdf }) =>
    pdf
      .lineJoin("miter")
      .rect(margin, margin, width, sheet.y - margin)
      .lineWidth(wall)
      .strokeColor(ink)
      .stroke(),
  );
}

function belowCut(sheet: Sheet, { cut, title, text }: { cut: string; title: string; text: string }): void {
  sheet.y += 9 * millimetre;
  artifact(sheet, ({ pdf }) => {
    const ends = margin + width;
    pdf.moveTo(margin, sheet.y).lineTo(ends, sheet.y).lineWidth(0.75).strokeColor(softInk).dash(4, { space: 3 }).stroke().undash();
    sheet.pages.line(cut, { x: ends + 6, y: sheet.y - 6, size: 9, colour: softInk });
  });
  sheet.y += 7 * millimetre;
  write(sheet, "H2", title, { size: 13, face: "wide", x: margin, within: readingWidth });
  sheet.y += 4;
  for (const paragraph of text.split(/\n+/).filter((each) => each.trim() !== "")) {
    const lines = wrapped(sheet.pages, paragraph, { size: 11, within: readingWidth });
    while (lines.length > 0) {
      const room = Math.floor((pageHeight - margin - sheet.y) / (11 * leading));
      if (room > 0) writeLines(sheet, "P", lines.splice(0, room), { size: 11, x: margin });
      if (lines.length === 0) continue;
      sheet.pages.pdf.addPage();
      sheet.y = margin;
    }
    sheet.y += 4;
  }
}

// what is drawn for the eye alone
function artifact(sheet: Sheet, draw: (pages: Pages) => void): void {
  sheet.pages.pdf.markContent("Artifact", { type: "Layout" });
  draw(sheet.pages);
  sheet.pages.pdf.endMarkedContent();
}

function drawCode({ pdf }: Pages, token: string, left: number, top: number): void {
  // the white around it is the pass's own
  const { data } = encode(token, { ecc: "M", border: 0 });
  const square = codeSize / data.length;
  for (const [row, squares] of data.entries()) {
    for (const [column, isDark] of squares.entries()) if (isDark) pdf.rect(left + column * square, top + row * square, square, square);
  }
  pdf.fill("#000000");
}

function longDay(day: string, language: Language): string {
  const text = Temporal.PlainDate.from(day)
    .toLocaleString(locale(language), { weekday: "long", day: "numeric", month: "long", year: "numeric" })
    .replace(",", "");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

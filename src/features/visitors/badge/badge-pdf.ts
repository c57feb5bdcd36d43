import { encode } from "uqr";
import { type Language, locale } from "../../../platform/language/language.ts";
import { ink, openPages, type Pages } from "../../../platform/pdf/document.ts";
import { sizeThatFits, wrapped } from "../../../platform/pdf/wrap.ts";
import { shownCode } from "../../exchange/index.ts";
import type { VisitRow } from "../queries.ts";
import { givenName } from "../visit.ts";
import { badgeWords } from "./badge-words.ts";

const millimetre = 72 / 25.4;
const codeSize = 22 * millimetre;
const wall = 2.5;
const leading = 1.2;

/** What a badge is printed on: a label of 62 × 100 mm, or a sheet of A6; both lying. */
export const badgeSizes = ["label", "a6"] as const;
export type BadgeSize = (typeof badgeSizes)[number];

const sheets: Record<BadgeSize, { width: number; height: number; margin: number; scale: number }> = {
  label: { width: 100 * millimetre, height: 62 * millimetre, margin: 5 * millimetre, scale: 1 },
  a6: { width: 148 * millimetre, height: 105 * millimetre, margin: 9 * millimetre, scale: 1.4 },
};

type Badged = Pick<VisitRow, "name" | "organization_name" | "visited_name" | "space_name" | "day" | "code" | "created_at">;
type Sheet = (typeof sheets)[BadgeSize] & { pages: Pages; document: PDFKit.PDFStructureElement; y: number };

/** A visitor's badge: name, organization, whom they visit, the day, and the code to leave by. Black alone, so that every printer can. */
export function badgePdf(visit: Badged, size: BadgeSize, language: Language): ReadableStream<Uint8Array> {
  const words = badgeWords[language];
  const { width, height, margin } = sheets[size];
  const pages = openPages({ title: `${words.title}: ${visit.name}`, language, madeAt: visit.created_at, size: [width, height] });
  const document = pages.tagged("Document");
  pages.pdf.addStructure(document);
  const sheet: Sheet = { ...sheets[size], pages, document, y: margin };
  head(sheet, `${words.visitor} · ${visit.space_name}`);
  names(sheet, visit);
  foot(sheet, visit, language);
  return pages.finish();
}

function head(sheet: Sheet, house: string): void {
  const { pages, width, margin, scale } = sheet;
  const within = width - 2 * margin;
  const size = 10 * scale;
  const [line = ""] = wrapped(pages, house, { size, face: "wide", within });
  write(sheet, "P", [line], { size, face: "wide" });
  sheet.y += 2 * scale;
  wallWithDoor(sheet);
  sheet.y += 12 * scale;
}

// the wall stands open at its right end: the door of whoever is let in for a day
function wallWithDoor({ pages: { pdf }, y, width, margin, scale }: Sheet): void {
  const door = 16 * scale;
  const [from, to] = [width - margin - door, width - margin];
  pdf.markContent("Artifact", { type: "Layout" });
  pdf.lineWidth(wall).strokeColor(ink).moveTo(margin, y).lineTo(from, y).moveTo(to, y).lineTo(to, y).stroke();
  pdf
    .lineWidth(wall / 1.5)
    .moveTo(from, y)
    .lineTo(from, y + door)
    .stroke();
  pdf
    .lineWidth(0.75)
    .path(`M ${from} ${y + door} A ${door} ${door} 0 0 0 ${to} ${y}`)
    .stroke();
  pdf.endMarkedContent();
}

function names(sheet: Sheet, { name, organization_name }: Badged): void {
  const { pages, width, margin, scale } = sheet;
  const within = width - 2 * margin - 20 * scale;
  const given = givenName(name);
  const size = sizeThatFits(pages, given, { sizes: [34 * scale, 28 * scale, 22 * scale], face: "wide", within });
  write(sheet, "H1", wrapped(pages, given, { size, face: "wide", within }).slice(0, 2), { size, face: "wide" });
  sheet.y += 2 * scale;
  const full = width - 2 * margin;
  write(sheet, "P", wrapped(pages, name, { size: 13 * scale, within: full }).slice(0, 2), { size: 13 * scale, isBold: true });
  if (organization_name === null) return;
  write(sheet, "P", wrapped(pages, organization_name, { size: 12 * scale, within: full - codeSize }).slice(0, 2), { size: 12 * scale });
}

function foot(sheet: Sheet, { visited_name, day, code }: Badged, language: Language): void {
  const { pages, width, height, margin, scale } = sheet;
  const words = badgeWords[language];
  const within = width - 2 * margin - codeSize - 4 * millimetre;
  const visited = visited_name === null ? [] : wrapped(pages, `${words.visits}: ${visited_name}`, { size: 11 * scale, within }).slice(0, 2);
  const lines = [...visited, longDay(day, language)];
  sheet.y = height - margin - lines.length * 11 * scale * leading;
  write(sheet, "P", lines, { size: 11 * scale });
  const alt = words.qr(shownCode(code));
  sheet.document.add(pages.pdf.struct("Figure", { alt }, () => drawCode(sheet, code)));
}

function drawCode({ pages: { pdf }, width, height, margin }: Sheet, code: string): void {
  const [left, top] = [width - margin - codeSize, height - margin - codeSize];
  const { data } = encode(code, { ecc: "M", border: 0 });
  const square = codeSize / data.length;
  for (const [row, squares] of data.entries())
    for (const [column, isDark] of squares.entries()) if (isDark) pdf.rect(left + column * square, top + row * square, square, square);
  pdf.fill("#000000");
}

type How = { size: number; face?: "wide" | "text"; isBold?: boolean };

function write(sheet: Sheet, tag: string, lines: string[], how: How): void {
  sheet.document.add(
    sheet.pages.tagged(tag, () => {
      for (const [row, line] of lines.entries())
        sheet.pages.line(line, { ...how, x: sheet.margin, y: sheet.y + row * how.size * leading, colour: "#000000" });
    }),
  );
  sheet.y += lines.length * how.size * leading;
}

function longDay(day: string, language: Language): string {
  const written = Temporal.PlainDate.from(day).toLocaleString(locale(language), {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
  return written.charAt(0).toUpperCase() + written.slice(1).replace(",", "");
}

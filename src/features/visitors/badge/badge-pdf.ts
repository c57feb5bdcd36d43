import { type Language, locale } from "../../../platform/language/language.ts";
import { ink, openPages, type Pages } from "../../../platform/pdf/document.ts";
import { type Block, fitNames, heightOf, leading } from "../../../platform/pdf/fit-names.ts";
import { drawQrCode } from "../../../platform/pdf/qr-code.ts";
import { wrapped } from "../../../platform/pdf/wrap.ts";
import { shownCode } from "../../exchange/index.ts";
import type { VisitRow } from "../queries.ts";
import { badgeWords } from "./badge-words.ts";

const millimetre = 72 / 25.4;
const codeSize = 22 * millimetre;
const wall = 2.5;
const gap = 1.5 * millimetre;

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
export async function badgePdf(visit: Badged, size: BadgeSize, language: Language): Promise<ReadableStream<Uint8Array>> {
  const words = badgeWords[language];
  const { width, height, margin } = sheets[size];
  const pages = await openPages({ title: `${words.title}: ${visit.name}`, language, madeAt: visit.created_at, size: [width, height] });
  const document = pages.tagged("Document");
  pages.pdf.addStructure(document);
  const sheet: Sheet = { ...sheets[size], pages, document, y: margin };
  head(sheet, `${words.visitor} · ${visit.space_name}`);
  const below = foot(sheet, visit, language);
  const footTop = height - margin - heightOf(below);
  const wide = width - 2 * margin - 18 * sheet.scale;
  const room = { wide, beside: width - 2 * margin - codeSize - gap, height: footTop - sheet.y - gap, scale: sheet.scale };
  const names = fitNames(pages, visit.name, visit.organization_name, room);
  write(sheet, "H1", names.given, { face: "wide" });
  write(sheet, "P", names.name, { isBold: true });
  write(sheet, "P", names.organization);
  sheet.y = footTop;
  write(sheet, "P", below);
  const alt = words.qr(shownCode(visit.code));
  document.add(pages.pdf.struct("Figure", { alt }, () => drawCode(sheet, visit.code)));
  return pages.finish();
}

function head(sheet: Sheet, house: string): void {
  const { pages, width, margin, scale } = sheet;
  const within = width - 2 * margin;
  const size = 10 * scale;
  const [line = ""] = wrapped(pages, house, { size, face: "wide", within });
  write(sheet, "P", { lines: [line], size }, { face: "wide" });
  sheet.y += 2 * scale;
  wallWithDoor(sheet);
  sheet.y += 9 * scale;
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

function foot(sheet: Sheet, { visited_name, day }: Badged, language: Language): Block {
  const within = sheet.width - 2 * sheet.margin - codeSize - gap;
  const size = 11 * sheet.scale;
  const visits = visited_name === null ? [] : wrapped(sheet.pages, `${badgeWords[language].visits}: ${visited_name}`, { size, within });
  return { lines: [...visits.slice(0, 2), longDay(day, language)], size };
}

function drawCode({ pages: { pdf }, width, height, margin }: Sheet, code: string): void {
  drawQrCode(pdf, code, { left: width - margin - codeSize, top: height - margin - codeSize, size: codeSize });
}

type How = { face?: "wide" | "text"; isBold?: boolean };

function write(sheet: Sheet, tag: string, { lines, size }: Block, how: How = {}): void {
  if (lines.length === 0) return;
  sheet.document.add(
    sheet.pages.tagged(tag, () => {
      for (const [row, line] of lines.entries())
        sheet.pages.line(line, { ...how, size, x: sheet.margin, y: sheet.y + row * size * leading, colour: "#000000" });
    }),
  );
  sheet.y += heightOf({ lines, size });
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

import type { Language } from "../../../platform/language/language.ts";
import { openPages, type Pages } from "../../../platform/pdf/document.ts";
import { type Block, fitNames, heightOf, leading } from "../../../platform/pdf/fit-names.ts";
import { drawQrCode } from "../../../platform/pdf/qr-code.ts";
import { wrapped } from "../../../platform/pdf/wrap.ts";
import { shownCode } from "../../exchange/index.ts";
import { badgeWords } from "./badge-words.ts";
import { type Paper, type PaperName, papers, placeOf } from "./papers.ts";

export interface Badge {
  /** Null while nobody is named: then there is room to write. */
  name: string | null;
  organization: string | null;
  /** The kind of ticket. */
  kind: string;
  code: string;
  /** What the QR code holds. */
  token: string;
}

const millimetre = 72 / 25.4;
const codeSize = 24 * millimetre;
const padding = 5 * millimetre;
const gap = 2 * millimetre;
// so many are drawn, in some hundredths of a second, before others get their turn
const together = 2;
// a badge of nobody: room for a name in capitals
const writingRoom = 15 * millimetre;

type Given = { title: string; madeAt: Temporal.Instant; paper: PaperName; skipped: number; language: Language };
type Place = { pages: Pages; left: number; top: number; width: number; height: number };

/** Badges for an event, black alone, so that every printer can: given name large, whole name, organization, kind, and the code of the ticket. */
export async function badgesPdf(badges: readonly Badge[], given: Given): Promise<ReadableStream<Uint8Array>> {
  const paper = papers[given.paper];
  const size: [number, number] = [paper.page.width * millimetre, paper.page.height * millimetre];
  const pages = await openPages({
    title: `${badgeWords[given.language].badges}: ${given.title}`,
    language: given.language,
    madeAt: given.madeAt,
    size,
  });
  const document = pages.tagged("Document");
  pages.pdf.addStructure(document);
  let page = 0;
  if (paper.isCut) cutMarks(pages, paper);
  for (const [number, badge] of badges.entries()) {
    const place = placeOf(paper, number, given.skipped);
    if (place.page > page) {
      page = place.page;
      pages.pdf.addPage({ size, margin: 0 });
      if (paper.isCut) cutMarks(pages, paper);
    }
    const [width, height] = [paper.badge.width * millimetre, paper.badge.height * millimetre];
    draw(badge, { pages, left: place.left * millimetre, top: place.top * millimetre, width, height }, document, given);
    if (number % together === together - 1) await new Promise((next) => setImmediate(next));
  }
  return pages.finish();
}

function draw(badge: Badge, place: Place, document: PDFKit.PDFStructureElement, { title, language }: Given): void {
  const { pages, left, top, width, height } = place;
  const section = pages.tagged("Sect");
  document.add(section);
  const within = width - 2 * padding;
  const beside = within - codeSize - gap;
  const [event = ""] = wrapped(pages, title, { size: 9, within });
  const head: Block = { lines: [event], size: 9 };
  const kind: Block = { lines: wrapped(pages, badge.kind, { size: 10, within: beside }).slice(0, 2), size: 10 };
  const namesTop = top + padding + heightOf(head) + gap;
  const kindTop = top + height - padding - heightOf(kind);
  const room = { wide: within, beside, scale: Math.min(1, height / (62 * millimetre)) };
  const blank = badge.name === null ? writingRoom : 0;
  const names = namesIn({ ...room, height: kindTop - namesTop - gap - blank });
  let y = top + padding;
  write("P", head);
  y = namesTop + blank;
  write("H1", names.given, "wide");
  write("P", names.name, "text", true);
  write("P", names.organization);
  y = kindTop;
  write("P", kind);
  const alt = badgeWords[language].qr(shownCode(badge.code));
  const code = { left: left + width - padding - codeSize, top: top + height - padding - codeSize, size: codeSize };
  section.add(pages.pdf.struct("Figure", { alt }, () => drawQrCode(pages.pdf, badge.token, code)));
  section.end();

  // the code keeps its quiet zone: a name that would come down to it stays beside it
  function namesIn(room: Parameters<typeof fitNames>[3]) {
    const over = fitNames(pages, badge.name ?? "", badge.organization, room);
    const isClear = namesTop + blank + heightOf(over.given) <= top + height - padding - codeSize - gap;
    return isClear ? over : fitNames(pages, badge.name ?? "", badge.organization, { ...room, wide: room.beside });
  }

  function write(tag: string, { lines, size }: Block, face: "wide" | "text" = "text", isBold = face === "wide"): void {
    if (lines.length === 0) return;
    section.add(
      pages.tagged(tag, () => {
        for (const [row, line] of lines.entries())
          pages.line(line, { x: left + padding, y: y + row * size * leading, size, face, isBold, colour: "#000000" });
      }),
    );
    y += heightOf({ lines, size });
  }
}

/** Short lines at the edges of the sheet, outside the badges. */
function cutMarks({ pdf }: Pages, { page, badge, columns, rows, left, top, gap: between }: Paper): void {
  const length = 5;
  pdf.markContent("Artifact", { type: "Layout" });
  pdf.lineWidth(0.4).strokeColor("#000000");
  for (let column = 0; column <= columns; column++) {
    const x = (left + column * (badge.width + between)) * millimetre;
    pdf.moveTo(x, (top - length - 1) * millimetre).lineTo(x, (top - 1) * millimetre);
    pdf.moveTo(x, (page.height - top + 1) * millimetre).lineTo(x, (page.height - top + length + 1) * millimetre);
  }
  for (let row = 0; row <= rows; row++) {
    const y = (top + row * badge.height) * millimetre;
    pdf.moveTo((left - length - 1) * millimetre, y).lineTo((left - 1) * millimetre, y);
    pdf.moveTo((page.width - left + 1) * millimetre, y).lineTo((page.width - left + length + 1) * millimetre, y);
  }
  pdf.stroke();
  pdf.endMarkedContent();
}

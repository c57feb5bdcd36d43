import { ink, margin, type Pages, pageHeight, pageWidth, partition, softInk } from "./document.ts";
import { wrapped } from "./wrap.ts";

/** `width` is how wide its words may be before they go on below; numbers need none. */
export type PdfColumn = { title: string; x: number; align?: "left" | "right"; width?: number };

const right = pageWidth - margin;
const rowHeight = 19;
const size = 10.5;
const lineHeight = 13;
const lowest = pageHeight - 70;

/** A table with its headings repeated on every page it reaches. @returns the height below it */
export function pdfTable(
  pages: Pages,
  document: PDFKit.PDFStructureElement,
  from: number,
  { columns, rows }: { columns: PdfColumn[]; rows: string[][] },
): number {
  const whole = pages.tagged("Table");
  document.add(whole);
  const cells = (tag: "TH" | "TD", y: number, cellsOfRow: string[][], colour?: string) => {
    const row = pages.tagged("TR");
    whole.add(row);
    columns.forEach(({ x, align = "left" }, place) => {
      const isHeading = tag === "TH" || place === 0;
      row.add(
        pages.tagged(isHeading ? "TH" : "TD", () => {
          for (const [below, line] of (cellsOfRow[place] ?? []).entries())
            pages.line(line, { x, y: y + below * lineHeight, size, align, ...(colour && { colour }) });
        }),
      );
    });
    row.end();
  };
  const titles = columns.map(({ title }) => [title]);
  const inLines = (row: string[]) => columns.map(({ width }, place) => linesOf(pages, row[place] ?? "", width));
  cells("TH", from, titles, softInk);
  let y = rule(pages, from + 17, 1.5);
  for (const row of rows.map(inLines)) {
    const height = rowHeight + (Math.max(...row.map((lines) => lines.length)) - 1) * lineHeight;
    const next = roomFor(pages, y, height / rowHeight);
    if (next !== y) {
      cells("TH", next, titles, softInk);
      y = rule(pages, next + 17, 1.5);
    }
    cells("TD", y + 4, row);
    y = rule(pages, y + height, 0.75, partition);
  }
  whole.end();
  return y;
}

function linesOf(pages: Pages, text: string, width: number | undefined): string[] {
  return width === undefined ? [text] : wrapped(pages, text, { size, within: width });
}

/** The height to go on at: a new page's top when so many rows do not fit. */
export function roomFor(pages: Pages, y: number, rows: number): number {
  if (y + rows * rowHeight < lowest) return y;
  pages.pdf.addPage();
  return margin;
}

function rule(pages: Pages, y: number, width: number, colour = ink): number {
  pages.pdf.markContent("Artifact", { type: "Layout" });
  pages.pdf.moveTo(margin, y).lineTo(right, y).lineWidth(width).strokeColor(colour).stroke();
  pages.pdf.endMarkedContent();
  return y;
}

/** Writes at the foot of every page what the document is, and which page it is. */
export function numberPages(pages: Pages, words: (page: number, of: number) => string, name: string): void {
  const { start, count: of } = pages.pdf.bufferedPageRange();
  for (let place = 0; place < of; place += 1) {
    pages.pdf.switchToPage(start + place);
    pages.pdf.markContent("Artifact", { type: "Pagination" });
    pages.line(name, { x: margin, y: pageHeight - 40, size: 9, colour: softInk });
    pages.line(words(place + 1, of), { x: right, y: pageHeight - 40, size: 9, align: "right", colour: softInk });
    pages.pdf.endMarkedContent();
  }
}

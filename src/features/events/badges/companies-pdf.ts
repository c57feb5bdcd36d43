import { type Language, locale } from "../../../platform/language/language.ts";
import { ink, margin, openPages, pageHeight, pageWidth, partition, softInk } from "../../../platform/pdf/document.ts";
import { wrapped } from "../../../platform/pdf/wrap.ts";
import { shownCode } from "../../exchange/index.ts";
import { badgeWords } from "./badge-words.ts";
import type { Badge } from "./badges-pdf.ts";

type Listed = Pick<Badge, "name" | "organization" | "kind" | "code">;
type Given = { title: string; when: string; madeAt: Temporal.Instant; language: Language };

const right = pageWidth - margin;
const lowest = pageHeight - 60;
const rowHeight = 19;
const box = 9;

/** Everybody with a ticket, company by company: to hang up, or to tick on where there is no phone. */
export async function companiesPdf(
  tickets: readonly Listed[],
  { title, when, madeAt, language }: Given,
): Promise<ReadableStream<Uint8Array>> {
  const words = badgeWords[language];
  const pages = await openPages({ title: `${words.companies}: ${title}`, language, madeAt });
  const document = pages.tagged("Document");
  pages.pdf.addStructure(document);
  const count = (value: number) => value.toLocaleString(locale(language));
  const groups = [...Map.groupBy(tickets, ({ organization }) => organization)].toSorted(([a], [b]) => byName(a, b, language));
  let y = 52;
  text("P", when, 11, softInk);
  for (const line of wrapped(pages, title, { size: 20, face: "wide", within: right - margin })) text("H1", line, 20, ink, "wide");
  const companies = groups.filter(([organization]) => organization !== null).length;
  text("P", words.count({ people: count(tickets.length), companies: count(companies) }), 11, softInk);
  for (const [organization, group] of groups) {
    // a company's name is not left alone at the foot of a page
    room(2 * rowHeight + 26);
    y += 14;
    text("H2", `${organization ?? words.alone} (${count(group.length)})`, 12.5, ink, "wide");
    for (const ticket of group) row(ticket);
  }
  numberPages();
  return pages.finish();

  function text(tag: string, line: string, size: number, colour: string, face: "wide" | "text" = "text"): void {
    document.add(pages.tagged(tag, () => pages.line(fitted(line, size, face, right - margin), { x: margin, y, size, face, colour })));
    y += size * 1.45;
  }

  function row({ name, kind, code }: Listed): void {
    room(rowHeight);
    pages.pdf.markContent("Artifact", { type: "Layout" });
    pages.pdf
      .lineWidth(0.75)
      .strokeColor(ink)
      .rect(margin, y + 1, box, box)
      .stroke();
    pages.pdf
      .strokeColor(partition)
      .moveTo(margin, y + rowHeight - 4)
      .lineTo(right, y + rowHeight - 4)
      .stroke();
    pages.pdf.endMarkedContent();
    document.add(
      pages.tagged("P", () => {
        pages.line(`${fitted(name ?? words.nameLater, 10.5, "text", 235)} `, { x: margin + 18, y, size: 10.5, isBold: name !== null });
        pages.line(`${fitted(kind, 10, "text", 145)} `, { x: margin + 262, y, size: 10, colour: softInk });
        pages.line(shownCode(code), { x: right, y, size: 10, align: "right" });
      }),
    );
    y += rowHeight;
  }

  function fitted(line: string, size: number, face: "wide" | "text", within: number): string {
    const [first = "", second] = wrapped(pages, line, { size, face, within });
    return second === undefined ? first : `${first.replace(/[\s-]+$/, "")} …`;
  }

  function room(height: number): void {
    if (y + height <= lowest) return;
    pages.pdf.addPage({ size: "A4", margin: 0 });
    y = 52;
  }

  function numberPages(): void {
    const { count: all } = pages.pdf.bufferedPageRange();
    for (let page = 0; page < all; page++) {
      pages.pdf.switchToPage(page);
      pages.pdf.markContent("Artifact", { type: "Pagination" });
      pages.line(words.of({ page: page + 1, pages: all }), { x: right, y: pageHeight - 40, size: 9, align: "right", colour: softInk });
      pages.pdf.endMarkedContent();
    }
  }
}

function byName(a: string | null, b: string | null, language: Language): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a.localeCompare(b, locale(language));
}

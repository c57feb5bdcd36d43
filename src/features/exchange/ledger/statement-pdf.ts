import type { Language } from "../../../platform/language/language.ts";
import { locale } from "../../../platform/language/language.ts";
import { ink, margin, openPages, type Pages, pageHeight, pageWidth, partition, softInk } from "../../../platform/pdf/document.ts";
import { wrapped } from "../../../platform/pdf/wrap.ts";
import { addDays } from "../../../platform/time/day.ts";
import { ledgerFileWords } from "./messages.ts";
import type { Statement } from "./read-period.ts";

/** `width` is how wide its words may be before they go on below; numbers need none. */
type Column = { title: string; x: number; align?: "left" | "right"; width?: number };

const right = pageWidth - margin;
const rowHeight = 19;
const size = 10.5;
const lineHeight = 13;
const lowest = pageHeight - 70;

/** A settlement to print: who gave and received, and who pays whom. Tagged, with its fonts and language. `now` is when it is made while it is open. */
export function statementPdf(statement: Statement, language: Language, now: Temporal.Instant): ReadableStream<Uint8Array> {
  const words = ledgerFileWords[language];
  const { network, totals, settlement, from, to } = statement;
  const closedAt = settlement ? Temporal.Instant.from(settlement.closedAt) : undefined;
  const pages = openPages({
    title: `${words.statement} · ${network.name}`,
    language,
    madeAt: closedAt ?? now,
  });
  const amount = (ore: number) => money(ore, language);
  const document = pages.tagged("Document");
  pages.pdf.addStructure(document);
  const text = (tag: string, y: number, size: number, line: string, face: "wide" | "text" = "text") =>
    document.add(pages.tagged(tag, () => pages.line(line, { x: margin, y, size, face, colour: tag === "P" ? softInk : undefined })));

  text("P", 52, 11, network.name);
  text("H1", 70, 22, words.statement, "wide");
  text("P", 102, 12, `${date(from, language)} – ${date(addDays(to, -1), language)}`);
  text(
    "P",
    120,
    11,
    words.totals({ days: count(totals.days, language), pairs: count(totals.pairs, language), over: count(totals.overQuota, language) }),
  );
  let y = 138;
  if (settlement && closedAt) {
    const at = date(closedAt.toZonedDateTimeISO("Europe/Oslo").toPlainDate().toString(), language);
    text("P", y, 11, words.closed({ at, by: settlement.closedBy }));
    y += 18;
  }
  if (statement.lateRows > 0) {
    text("P", y, 11, words.late(statement.lateRows));
    y += 18;
  }
  y += 14;
  text("H2", y, 14, words.positions, "wide");
  y = table(pages, document, y + 26, {
    columns: [
      { title: words.organization, x: margin, width: 175 },
      { title: words.received, x: margin + 225, align: "right" },
      { title: words.given, x: margin + 285, align: "right" },
      { title: words.balance, x: margin + 355, align: "right" },
      { title: words.isOwedKroner, x: right, align: "right" },
    ],
    rows: statement.positions.map(({ organization, given, received, balance, amountOre }) => [
      organization.name,
      count(received, language),
      count(given, language),
      count(balance, language),
      amount(amountOre),
    ]),
  });
  y = fits(pages, y + 22, 3);
  text("H2", y, 14, words.transfers, "wide");
  if (statement.transfers.length === 0) text("P", y + 26, 11, words.noTransfers);
  else
    table(pages, document, y + 26, {
      columns: [
        { title: words.payer, x: margin, width: 190 },
        { title: words.receiver, x: margin + 205, width: 190 },
        { title: words.amount, x: right, align: "right" },
      ],
      rows: statement.transfers.map(({ payer, receiver, amountOre }) => [payer.name, receiver.name, amount(amountOre)]),
    });
  document.end();
  numberPages(pages, (page, of) => words.page({ page, of }), network.name);
  return pages.finish();
}

function table(
  pages: Pages,
  document: PDFKit.PDFStructureElement,
  from: number,
  { columns, rows }: { columns: Column[]; rows: string[][] },
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
    const next = fits(pages, y, height / rowHeight);
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
function fits(pages: Pages, y: number, rows: number): number {
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

function numberPages(pages: Pages, words: (page: number, of: number) => string, name: string): void {
  const { start, count: of } = pages.pdf.bufferedPageRange();
  for (let place = 0; place < of; place += 1) {
    pages.pdf.switchToPage(start + place);
    pages.pdf.markContent("Artifact", { type: "Pagination" });
    pages.line(name, { x: margin, y: pageHeight - 40, size: 9, colour: softInk });
    pages.line(words(place + 1, of), { x: right, y: pageHeight - 40, size: 9, align: "right", colour: softInk });
    pages.pdf.endMarkedContent();
  }
}

function date(day: string, language: Language): string {
  return Temporal.PlainDate.from(day).toLocaleString(locale(language), { day: "numeric", month: "long", year: "numeric" });
}

function count(value: number, language: Language): string {
  return withMinus(new Intl.NumberFormat(locale(language)).format(value));
}

function money(ore: number, language: Language): string {
  return withMinus(new Intl.NumberFormat(locale(language), { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(ore / 100));
}

function withMinus(number: string): string {
  return number.replace("-", "\u2212");
}

import type { Language } from "../../../platform/language/language.ts";
import { locale } from "../../../platform/language/language.ts";
import { margin, openPages, type Pages, pageHeight, pageWidth, softInk } from "../../../platform/pdf/document.ts";
import { addDays } from "../../../platform/time/day.ts";
import { ledgerFileWords } from "./messages.ts";
import type { Statement } from "./read-period.ts";

type Column = { title: string; x: number; align?: "left" | "right" };

const right = pageWidth - margin;
const rowHeight = 19;
const lowest = pageHeight - 70;

/** A settlement to print: who gave and received, and who pays whom. Tagged, with its fonts and language. */
export function statementPdf(statement: Statement, language: Language): ReadableStream<Uint8Array> {
  const words = ledgerFileWords[language];
  const { network, totals, settlement, from, to } = statement;
  const closedAt = settlement ? Temporal.Instant.from(settlement.closedAt) : undefined;
  const pages = openPages({
    title: `${words.statement} · ${network.name}`,
    language,
    madeAt: closedAt ?? Temporal.Instant.fromEpochMilliseconds(0),
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
      { title: words.organization, x: margin },
      { title: words.received, x: margin + 225, align: "right" },
      { title: words.given, x: margin + 285, align: "right" },
      { title: words.balance, x: margin + 355, align: "right" },
      { title: words.isOwed, x: right, align: "right" },
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
        { title: words.payer, x: margin },
        { title: words.receiver, x: margin + 230 },
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
  const cells = (tag: "TH" | "TD", y: number, line: string[], colour?: string) => {
    const row = pages.tagged("TR");
    whole.add(row);
    columns.forEach((column, place) => {
      const isHeading = tag === "TH" || place === 0;
      row.add(
        pages.tagged(isHeading ? "TH" : "TD", () =>
          pages.line(line[place] ?? "", { x: column.x, y, size: 10.5, align: column.align ?? "left", ...(colour && { colour }) }),
        ),
      );
    });
    row.end();
  };
  const titles = columns.map(({ title }) => title);
  cells("TH", from, titles, softInk);
  let y = rule(pages, from + 17, 1.5);
  for (const line of rows) {
    const next = fits(pages, y, 1);
    if (next !== y) {
      cells("TH", next, titles, softInk);
      y = rule(pages, next + 17, 1.5);
    }
    cells("TD", y + 4, line);
    y = rule(pages, y + rowHeight, 0.5);
  }
  whole.end();
  return y;
}

/** The height to go on at: a new page's top when so many rows do not fit. */
function fits(pages: Pages, y: number, rows: number): number {
  if (y + rows * rowHeight < lowest) return y;
  pages.pdf.addPage();
  return margin;
}

function rule(pages: Pages, y: number, width: number): number {
  pages.pdf.markContent("Artifact", { type: "Layout" });
  pages.pdf.moveTo(margin, y).lineTo(right, y).lineWidth(width).strokeColor("#0e2a33").stroke();
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
  return new Intl.NumberFormat(locale(language)).format(value);
}

function money(ore: number, language: Language): string {
  const kroner = new Intl.NumberFormat(locale(language), { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(ore / 100);
  return kroner.replace("-", "\u2212");
}

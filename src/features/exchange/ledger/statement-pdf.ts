import type { Language } from "../../../platform/language/language.ts";
import { locale } from "../../../platform/language/language.ts";
import { margin, openPages, pageWidth, softInk } from "../../../platform/pdf/document.ts";
import { numberPages, pdfTable, roomFor } from "../../../platform/pdf/table.ts";
import { addDays } from "../../../platform/time/day.ts";
import { ledgerFileWords } from "./messages.ts";
import type { Statement } from "./read-period.ts";

const right = pageWidth - margin;

/** A settlement to print: who gave and received, and who pays whom. Tagged, with its fonts and language. `now` is when it is made while it is open. */
export async function statementPdf(statement: Statement, language: Language, now: Temporal.Instant): Promise<ReadableStream<Uint8Array>> {
  const words = ledgerFileWords[language];
  const { network, totals, settlement, from, to } = statement;
  const closedAt = settlement ? Temporal.Instant.from(settlement.closedAt) : undefined;
  const pages = await openPages({
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
  y = pdfTable(pages, document, y + 26, {
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
  y = roomFor(pages, y + 22, 3);
  text("H2", y, 14, words.transfers, "wide");
  if (statement.transfers.length === 0) text("P", y + 26, 11, words.noTransfers);
  else
    pdfTable(pages, document, y + 26, {
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

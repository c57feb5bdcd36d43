import { inLanguage } from "../../../interface/in-language.ts";
import { type Language, locale } from "../../../platform/language/language.ts";
import { writtenMoney } from "../../../platform/language/written-money.ts";
import { margin, openPages, pageWidth, softInk } from "../../../platform/pdf/document.ts";
import { numberPages, pdfTable, roomFor } from "../../../platform/pdf/table.ts";
import { wrapped } from "../../../platform/pdf/wrap.ts";
import { hoursOf } from "../pages/form-values.ts";
import { packWords, writtenDeviation } from "../pages/pack-words.ts";
import type { ShownPack } from "./present.ts";

const right = pageWidth - margin;
const within = right - margin;
const lineHeight = 16;

/** A report to a funder, to be sent: tagged, with its fonts and language. `now` is when a draft of it is made. */
export async function packPdf(pack: ShownPack, language: Language, now: Temporal.Instant): Promise<ReadableStream<Uint8Array>> {
  const words = packWords[language];
  const title = words.title({ funder: pack.funding.funder, number: pack.number });
  const sentAt = pack.sentAt === null ? undefined : Temporal.Instant.from(pack.sentAt);
  const name = inLanguage(pack.project.titles, language);
  const pages = await openPages({ title: `${title} · ${name}`, language, madeAt: sentAt ?? now });
  const document = pages.tagged("Document");
  pages.pdf.addStructure(document);
  const day = (on: string) =>
    Temporal.PlainDate.from(on).toLocaleString(locale(language), { day: "numeric", month: "long", year: "numeric" });
  const money = (ore: number) => writtenMoney(ore, language);
  let y = margin;

  const paragraph = (tag: "P" | "H1" | "H2", text: string, size: number, colour?: string) => {
    const face = tag === "P" ? "text" : "wide";
    for (const block of text.split("\n").filter((line) => line.trim())) {
      const lines = wrapped(pages, block, { size, face, within });
      y = roomFor(pages, y, tag === "P" ? 2 : 4);
      document.add(
        pages.tagged(tag, () => {
          for (const line of lines) {
            y = roomFor(pages, y, 1);
            pages.line(line, { x: margin, y, size, face, ...(colour && { colour }) });
            y += Math.max(size * 1.35, lineHeight * (size / 12));
          }
        }),
      );
      y += size * 0.4;
    }
  };
  const heading = (text: string) => {
    y += 14;
    paragraph("H2", text, 16);
  };
  const table = (columns: Parameters<typeof pdfTable>[3]["columns"], rows: string[][]) => {
    y = pdfTable(pages, document, roomFor(pages, y + 4, 3), { columns, rows }) + 6;
  };

  paragraph("P", pack.project.organization.name, 11, softInk);
  paragraph("H1", title, 26);
  paragraph(
    "P",
    `${name}. ${pack.isFinal ? words.final : words.interim}, ${words.period({ from: day(pack.from), to: day(pack.to) })}.`,
    12,
  );
  if (pack.funding.reference) paragraph("P", `${words.acceptReference}: ${pack.funding.reference}`, 12);
  paragraph(
    "P",
    sentAt ? words.sent({ day: day(sentAt.toZonedDateTimeISO("Europe/Oslo").toPlainDate().toString()) }) : words.draft,
    11,
    softInk,
  );

  heading(words.narrative);
  paragraph("P", pack.narrative || words.nothing, 11.5);

  heading(words.accounts);
  for (const side of ["cost", "financing"] as const) {
    const lines = pack.lines.filter((line) => line.side === side);
    const sum = (of: "plannedOre" | "periodOre" | "actualOre") => money(lines.reduce((total, line) => total + line[of], 0));
    table(
      [
        { title: side === "cost" ? words.costs : words.financing, x: margin, width: 150 },
        { title: words.planned, x: margin + 250, align: "right" },
        { title: words.within, x: margin + 335, align: "right" },
        { title: words.actual, x: margin + 420, align: "right" },
        { title: words.deviation, x: right, align: "right" },
      ],
      [
        ...lines.map((line) => [
          line.isInKind ? `${line.text} (${words.inKind})` : line.text,
          money(line.plannedOre),
          money(line.periodOre),
          money(line.actualOre),
          writtenDeviation(line.deviationPercent, language),
        ]),
        [words.sum, sum("plannedOre"), sum("periodOre"), sum("actualOre"), ""],
      ],
    );
  }
  const { differenceOre } = pack.actual;
  paragraph("P", differenceOre === 0 ? words.balanced : words.differs({ sum: money(differenceOre) }), 11.5);

  const explained = pack.lines.filter(({ explanation }) => explanation !== "");
  if (explained.length > 0) heading(words.explain);
  for (const line of explained)
    paragraph(
      "P",
      `${words.mustExplain({ line: line.text, percent: writtenDeviation(line.deviationPercent, language) })}. ${line.explanation}`,
      11.5,
    );

  if (pack.expenses !== null && pack.expenses.length > 0) {
    heading(words.expenses);
    table(
      [
        { title: words.expense, x: margin, width: 150 },
        { title: words.day, x: margin + 165, width: 95 },
        { title: words.receipt, x: margin + 270, width: 130 },
        { title: words.amount, x: right, align: "right" },
      ],
      pack.expenses.map((one) => [
        one.supplier ? `${one.text}, ${one.supplier}` : one.text,
        day(one.day),
        one.receipts.join(", ") || words.noReceipt,
        money(one.amountOre),
      ]),
    );
  }

  if (pack.hours.length > 0) {
    heading(words.hours);
    table(
      [
        { title: words.who, x: margin, width: 260 },
        { title: words.hours, x: margin + 360, align: "right" },
        { title: words.amount, x: right, align: "right" },
      ],
      pack.hours.map((one) => [one.name ?? words.erased, hoursOf(one.minutes), money(one.amountOre)]),
    );
  }

  heading(words.activities);
  const total = (of: "registered" | "checkedIn") => pack.activities.reduce((sum, event) => sum + event[of], 0);
  paragraph(
    "P",
    words.activitiesAbout({ events: pack.activities.length, registered: total("registered"), checkedIn: total("checkedIn") }),
    11.5,
  );
  if (pack.activities.length > 0)
    table(
      [
        { title: words.event, x: margin, width: 230 },
        { title: words.day, x: margin + 250, width: 110 },
        { title: words.registered, x: margin + 425, align: "right" },
        { title: words.checkedIn, x: right, align: "right" },
      ],
      pack.activities.map((event) => [
        inLanguage(event.titles, language),
        day(event.day),
        String(event.registered),
        String(event.checkedIn),
      ]),
    );

  if (pack.milestones.length > 0) {
    heading(words.milestones);
    table(
      [
        { title: words.milestones, x: margin, width: 150 },
        { title: words.plannedOn, x: margin + 165, width: 100 },
        { title: words.doneOn, x: margin + 275, width: 90 },
        { title: words.evidence, x: margin + 375, width: 115 },
      ],
      pack.milestones.map((one) => [one.title, day(one.plannedOn), one.doneOn ? day(one.doneOn) : words.nothing, one.evidence ?? ""]),
    );
  }

  if (pack.partners.length > 0) {
    heading(words.partners);
    paragraph("P", pack.partners.map(({ name: who, role }) => (role ? `${who} (${role})` : who)).join("\n"), 11.5);
  }
  heading(words.attachments);
  const kinds: Record<string, string> = words.attachKinds;
  paragraph(
    "P",
    pack.attachments.map(({ name: file, kind }) => `${file} (${kinds[kind] ?? kind})`).join("\n") || words.noAttachments,
    11.5,
  );
  document.end();
  numberPages(pages, (page, of) => words.page({ page, of }), pack.project.organization.name);
  return pages.finish();
}

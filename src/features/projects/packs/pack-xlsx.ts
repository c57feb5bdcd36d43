import type { Language } from "../../../platform/language/language.ts";
import { type SheetValue, writeXlsx, type XlsxSheet } from "../../../platform/sheets/index.ts";
import { textIn } from "../../spaces/index.ts";
import { packWords } from "../pages/pack-words.ts";
import type { ShownPack } from "./present.ts";
import { xlsxWords } from "./xlsx-words.ts";

type Line = ShownPack["lines"][number];
type Row = SheetValue[];

/**
 * A report to a funder as a workbook to reckon further with: what it is, the plan beside what came of it with deviations explained, hours,
 * activities, milestones, partners and the list of attachments, a sheet each. Amounts are in kroner, hours in hours.
 */
export function packXlsx(pack: ShownPack, language: Language, now: Temporal.Instant): ReadableStream<Uint8Array> {
  return writeXlsx([...accounts(pack, language), ...activities(pack, language)], now);
}

function accounts(pack: ShownPack, language: Language): XlsxSheet[] {
  const [words, more] = [packWords[language], xlsxWords[language]];
  const costs = pack.lines.filter(({ side }) => side === "cost");
  const financing = pack.lines.filter(({ side }) => side === "financing");
  const rows = [
    ...costs.map((line) => lineRow(line, words.costs)),
    sumRow(costs, words.costs),
    ...financing.map((line) => lineRow(line, words.financing)),
    sumRow(financing, words.financing),
  ];
  const hours = pack.hours.map(({ name, minutes, amountOre }): Row => [name ?? words.erased, minutes / 60, amountOre / 100]);
  return [
    sheet(more.about, [more.what, more.said], aboutRows(pack, language)),
    sheet(
      more.accounts,
      [
        "",
        words.line,
        words.inKind,
        words.planned,
        words.within,
        words.actual,
        more.deviationKroner,
        more.deviationPercent,
        more.must,
        words.explain,
      ],
      rows,
    ),
    ...(pack.expenses === null ? [] : [expenses(pack.expenses, language)]),
    sheet(words.hours, [words.who, words.hours, more.kroner], hours),
  ];

  function lineRow(line: Line, side: string): Row {
    const { text, isInKind, plannedOre, periodOre, actualOre, deviationPercent, mustExplain, explanation } = line;
    const deviation = (actualOre - plannedOre) / 100;
    const sums = [plannedOre / 100, periodOre / 100, actualOre / 100, deviation, deviationPercent];
    return [side, text, isInKind ? words.inKind : "", ...sums, mustExplain ? more.yes : "", explanation];
  }

  function sumRow(lines: readonly Line[], side: string): Row {
    const sum = (of: (line: Line) => number) => lines.reduce((total, line) => total + of(line), 0) / 100;
    const [planned, actual] = [sum(({ plannedOre }) => plannedOre), sum(({ actualOre }) => actualOre)];
    return [side, words.sum, "", planned, sum(({ periodOre }) => periodOre), actual, actual - planned, null, "", ""];
  }
}

/** A row a voucher. */
function expenses(list: NonNullable<ShownPack["expenses"]>, language: Language): XlsxSheet {
  const [words, more] = [packWords[language], xlsxWords[language]];
  return sheet(
    words.expenses,
    [words.day, words.expense, words.supplier, words.line, more.kroner, words.receipt],
    list.map((one) => [
      ...[Temporal.PlainDate.from(one.day), one.text, one.supplier, one.line, one.amountOre / 100, one.receipts.join(", ")],
    ]),
  );
}

function aboutRows(pack: ShownPack, language: Language): Row[] {
  const [words, more] = [packWords[language], xlsxWords[language]];
  return [
    [more.project, textIn(pack.project.titles, language)?.text ?? pack.project.slug],
    [more.funder, pack.funding.funder],
    [more.period, words.period({ from: pack.from, to: pack.to })],
    [more.kind, pack.isFinal ? words.final : words.interim],
    [more.limit, `${pack.deviationLimitPercent} %`],
    [words.narrative, pack.narrative],
  ];
}

function activities(pack: ShownPack, language: Language): XlsxSheet[] {
  const [words, more] = [packWords[language], xlsxWords[language]];
  const day = (value: string | null) => (value === null ? null : Temporal.PlainDate.from(value));
  return [
    sheet(
      words.activities,
      [words.day, words.event, words.registered, words.checkedIn],
      pack.activities.map((one) => [day(one.day), textIn(one.titles, language)?.text ?? one.slug, one.registered, one.checkedIn]),
    ),
    sheet(
      words.milestones,
      [more.milestone, words.plannedOn, more.forecastOn, words.doneOn, words.evidence],
      pack.milestones.map((one) => [one.title, day(one.plannedOn), day(one.forecastOn), day(one.doneOn), one.evidence]),
    ),
    sheet(
      words.partners,
      [more.partner, more.role],
      pack.partners.map(({ name, role }) => [name, role]),
    ),
    sheet(
      words.attachments,
      [words.attachKind, words.file],
      pack.attachments.map(({ kind, name }) => [words.attachKinds[kind as keyof typeof words.attachKinds] ?? kind, name]),
    ),
  ];
}

function sheet(name: string, titles: readonly string[], rows: Row[]): XlsxSheet {
  return { name, columns: titles.map((title) => ({ title })), rows };
}

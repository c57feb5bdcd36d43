import { withFormulaGuard } from "./formula-guard.ts";
import { byteStream, type SheetRows, type SheetValue } from "./sheet-value.ts";
import { plainNumber } from "./xlsx-value.ts";

/**
 * The two forms of CSV.
 * - `excel`: what Norwegian Excel opens by a double click: UTF-8 with a byte order mark, semicolons, `1234,5`, `17.05.2026`,
 *   `17.05.2026 08:30`, `ja` and `nei`.
 * - `plain`: for programs: UTF-8, commas, `1234.5`, `2026-05-17`, `2026-05-17T08:30`, `true` and `false`.
 * Lines end by CRLF (RFC 4180). In both, a text that a spreadsheet would run as a formula gets an apostrophe in front, which
 * `readSheet` takes off again; numbers below zero are left as they are.
 */
export type CsvForm = "excel" | "plain";

type Form = {
  start: string;
  separator: string;
  number(value: number): string;
  yes: string;
  no: string;
  date(value: Temporal.PlainDate): string;
  dateAndTime(value: Temporal.PlainDateTime): string;
};

const forms: Record<CsvForm, Form> = {
  excel: {
    start: "\ufeff",
    separator: ";",
    number: (value) => plainNumber(value).replace(".", ","),
    yes: "ja",
    no: "nei",
    date: norwegianDate,
    dateAndTime: (value) => `${norwegianDate(value.toPlainDate())} ${minutesOf(value)}`,
  },
  plain: {
    start: "",
    separator: ",",
    number: plainNumber,
    yes: "true",
    no: "false",
    date: (value) => value.toString(),
    dateAndTime: (value) => `${value.toPlainDate()}T${minutesOf(value)}`,
  },
};

/** Characters gathered before they are sent. */
const chunkLength = 64 * 1024;

/** Writes a header and rows as CSV, as fast as the stream is read. Throws TypeError for a number that is none (a fault of ours). */
export function writeCsv(titles: readonly string[], rows: SheetRows, form: CsvForm): ReadableStream<Uint8Array> {
  return byteStream(encodedRows(titles, rows, forms[form]));
}

async function* encodedRows(titles: readonly string[], rows: SheetRows, form: Form): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = form.start + line(titles, form);
  for await (const row of rows) {
    text += line(row, form);
    if (text.length < chunkLength) continue;
    yield encoder.encode(text);
    text = "";
  }
  if (text !== "") yield encoder.encode(text);
}

function line(values: readonly SheetValue[], form: Form): string {
  const cells = values.map((value) => cellText(value, form));
  // A line with nothing on it would be no row at all.
  return `${cells.length === 1 && cells[0] === "" ? '""' : cells.join(form.separator)}\r\n`;
}

function cellText(value: SheetValue, form: Form): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? form.yes : form.no;
  if (value instanceof Temporal.PlainDate) return form.date(value);
  if (value instanceof Temporal.PlainDateTime) return form.dateAndTime(value);
  if (typeof value === "string") return quoted(withFormulaGuard(value));
  if (!Number.isFinite(value)) throw new TypeError(`${value} cannot stand in a sheet`);
  return form.number(value);
}

/** Quoted for every separator, so that a program that guesses wrongly still sees one cell. */
function quoted(text: string): string {
  return /[;,\t"\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function norwegianDate(date: Temporal.PlainDate): string {
  const [year, month, day] = date.toString().split("-");
  return `${day}.${month}.${year}`;
}

function minutesOf(value: Temporal.PlainDateTime): string {
  return value.toPlainTime().toString({ smallestUnit: "minute" });
}

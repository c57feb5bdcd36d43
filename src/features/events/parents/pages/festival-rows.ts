import { oneOf, type Written } from "../../../../interface/form-values.ts";

/** The fields of an event's row, in the order they are written. */
export const rowFields = ["title", "day", "from", "to", "place", "municipality", "host", "size", "price"] as const;
export type RowField = (typeof rowFields)[number];
export type Row = Record<RowField, string>;

const rowsAtFirst = 5;
const rowsMore = 3;
const mostRows = 60;

/** The rows as they stand in the form. */
export function rowsIn(written: Written): Row[] {
  const count = Math.min(mostRows, Number(oneOf(written, "rows")) || 0);
  return Array.from({ length: count }, (_, index) => rowOf((field) => oneOf(written, `${field}-${index + 1}`)));
}

/** What a new form begins with. */
export function firstRows(): Row[] {
  return Array.from({ length: rowsAtFirst }, () => rowOf(() => ""));
}

/** Whether nothing is written on a row. What a row was begun with, the day of the one before it, is nothing yet. */
export function isEmpty(row: Row): boolean {
  return rowFields.every((field) => field === "day" || row[field] === "");
}

/** The form's rows after a button: "more", "copy:2", "remove:2" (rows count from 1). Undefined when it is another button. */
export function afterButton(rows: readonly Row[], act: string): Row[] | undefined {
  const [what, number] = act.split(":");
  const at = Number(number);
  if (what === "more") {
    const day = rows.findLast((row) => row.day !== "")?.day ?? "";
    return [...rows, ...Array.from({ length: rowsMore }, () => ({ ...rowOf(() => ""), day }))].slice(0, mostRows);
  }
  const row = rows[at - 1];
  if (!row) return undefined;
  if (what === "remove") return rows.toSpliced(at - 1, 1);
  if (what !== "copy") return undefined;
  // a copy goes into the next row when nothing stands there
  const next = rows[at];
  return rows.toSpliced(at, next && isEmpty(next) ? 1 : 0, { ...row }).slice(0, mostRows);
}

/** The form with these rows instead. */
export function withRows(written: Written, rows: readonly Row[]): Written {
  const others = Object.entries(written).filter(([name]) => !/^(rows$|[a-z]+-\d+$)/.test(name));
  const cells = rows.flatMap((row, index) => rowFields.map((field): [string, string[]] => [`${field}-${index + 1}`, [row[field]]]));
  return Object.fromEntries([...others, ["rows", [String(rows.length)]], ...cells]);
}

function rowOf(read: (field: RowField) => string): Row {
  return Object.fromEntries(rowFields.map((field) => [field, read(field)])) as Row;
}

import { lastRowNumber, type RawRow, type SheetLimits } from "./sheet.ts";
import { SheetError } from "./sheet-error.ts";
import { numberText, serialText } from "./xlsx-value.ts";
import { unescaped, type Workbook } from "./xlsx-workbook.ts";
import { scanXml } from "./xml-scanner.ts";

type OpenCell = { column: number; type: string; style: number; text: string };

/** The rows of a worksheet part as they are unpacked. Only what is being read is held. */
export async function* rowsOfWorksheet(part: AsyncIterable<Uint8Array>, workbook: Workbook, limits: SheetLimits): AsyncGenerator<RawRow> {
  let ready: RawRow[] = [];
  let row: RawRow = { number: 0, cells: [] };
  let cell: OpenCell | undefined;
  let column = -1;
  let isInData = false;
  let isInValue = false;
  let isInPhonetic = false;

  function openCell({ r: reference, t: type = "n", s: style = "0" }: Record<string, string>): void {
    // References may be left out: then the cell follows the one before.
    column = reference === undefined ? column + 1 : columnOf(reference);
    cell = { column, type, style: Number(style), text: "" };
  }

  function closeCell({ column, type, style, text }: OpenCell): void {
    const value = cellText(type, style, text, workbook);
    if (value === "") return;
    if (column >= limits.columns) throw new SheetError("too-many-columns", { limit: limits.columns, row: row.number });
    if (value.length > limits.cellLength) throw new SheetError("cell-too-long", { limit: limits.cellLength, row: row.number });
    while (row.cells.length < column) row.cells.push("");
    row.cells[column] = value;
  }

  function rowNumber(reference: string | undefined, previous: number): number {
    const number = reference === undefined ? previous + 1 : Number(reference);
    if (!Number.isInteger(number) || number < 1) throw new SheetError("unreadable", { found: "a damaged workbook: a row number" });
    if (number > lastRowNumber) throw new SheetError("too-many-rows", { limit: limits.rows });
    return number;
  }

  const pieces = scanXml(part, {
    open(name, attributes) {
      if (name === "sheetData") isInData = true;
      if (!isInData) return;
      if (name === "row") {
        row = { number: rowNumber(attributes().r, row.number), cells: [] };
        column = -1;
      } else if (name === "c") openCell(attributes());
      else if (name === "rPh") isInPhonetic = true;
      else isInValue = name === "v" || (name === "t" && !isInPhonetic);
    },
    text(piece) {
      if (cell && isInValue) cell.text += piece;
    },
    close(name) {
      isInValue = false;
      if (name === "rPh") isInPhonetic = false;
      if (name === "sheetData") isInData = false;
      if (name === "c" && cell) {
        closeCell(cell);
        cell = undefined;
      }
      if (name === "row" && row.cells.length > 0) ready.push(row);
    },
  });
  for await (const _ of pieces) {
    yield* ready;
    ready = [];
  }
  yield* ready;
}

/** The zero-based column of a reference such as `AB12`. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.match(/^[A-Z]+/i)?.[0].toUpperCase() ?? "") column = column * 26 + letter.charCodeAt(0) - 64;
  if (column === 0 || column > 16_384)
    throw new SheetError("unreadable", { found: `a damaged workbook: the cell ${reference.slice(0, 20)}` });
  return column - 1;
}

function cellText(type: string, style: number, text: string, workbook: Workbook): string {
  if (type === "s") return workbook.sharedStrings[Number(text)] ?? "";
  if (type === "str" || type === "inlineStr") return unescaped(text);
  if (type === "e" || text.trim() === "") return text.trim();
  if (type === "b") return text.trim() === "1" || text.trim() === "true" ? "true" : "false";
  if (type === "d") return text.trim().replace(/T00:00(:00(\.0+)?)?Z?$/, "");
  const value = Number(text);
  if (!Number.isFinite(value)) return text.trim();
  const kind = workbook.numberKinds[style] ?? "number";
  return kind === "number" ? numberText(value) : serialText(value, kind, workbook.startsIn1904);
}

import { foldedName } from "./folded-name.ts";
import { lastRowNumber, type RawRow, type Sheet, type SheetColumn, type SheetLimits, type SheetRow } from "./sheet.ts";
import { SheetError } from "./sheet-error.ts";

type HeaderOptions = {
  headerRow: number | undefined;
  limits: SheetLimits;
  /** Rows at the top that are no data, as `sep=;`. */
  skippedRows?: number;
};

/** Rows looked at to tell a title from a header. */
const sampledRows = 6;

/** Finds the header among the rows and names the columns; what follows are the sheet's rows. */
export async function withHeader(source: AsyncGenerator<RawRow>, options: HeaderOptions): Promise<Omit<Sheet, "origin">> {
  const firstNumber = options.headerRow ?? (options.skippedRows ?? 0) + 1;
  const rows = filledRows(source, options.limits, firstNumber);
  const sample: RawRow[] = [];
  let failure: unknown;
  try {
    while (sample.length < sampledRows) {
      const next = await rows.next();
      if (next.done) break;
      sample.push(next.value);
    }
  } catch (error) {
    // The rows before the fault are still good, and the fault is told when its row is reached.
    if (sample.length === 0) throw error;
    failure = error;
  }
  const header = options.headerRow === undefined && hasTitleAbove(sample) ? sample[1] : sample[0];
  if (!header) throw new SheetError("empty", {});
  if (!looksLikeHeader(header.cells)) throw new SheetError("no-header", { row: header.number });

  const columns = namedColumns(header.cells);
  const following = sample.slice(sample.indexOf(header) + 1);
  return { headerRow: header.number, columns, rows: dataRows(following, failure, rows, columns.length, options.limits) };
}

async function* filledRows(source: AsyncGenerator<RawRow>, limits: SheetLimits, firstNumber: number): AsyncGenerator<RawRow> {
  for await (const { number, cells } of source) {
    if (number > lastRowNumber) throw new SheetError("too-many-rows", { limit: limits.rows });
    if (number < firstNumber) continue;
    let width = cells.length;
    while (width > 0 && isBlank(cells[width - 1])) width -= 1;
    if (width > limits.columns) throw new SheetError("too-many-columns", { limit: limits.columns, row: number });
    if (width > 0) yield { number, cells: cells.slice(0, width) };
  }
}

async function* dataRows(
  sample: RawRow[],
  failure: unknown,
  rest: AsyncGenerator<RawRow>,
  width: number,
  limits: SheetLimits,
): AsyncGenerator<SheetRow> {
  let count = 0;
  function toRow({ number, cells }: RawRow): SheetRow {
    count += 1;
    if (count > limits.rows) throw new SheetError("too-many-rows", { limit: limits.rows });
    return { number, cells: Array.from({ length: width }, (_, index) => cells[index] ?? ""), surplus: cells.slice(width) };
  }
  for (const row of sample) yield toRow(row);
  if (failure) throw failure;
  for await (const row of rest) yield toRow(row);
}

/**
 * A single filled cell above the header is a title («Medlemmer 2026») only when nothing else can be meant: the next row has several
 * cells, all different words, and a later row holds something that is no word, so that the next row is not data itself.
 */
function hasTitleAbove([title, header, ...data]: RawRow[]): boolean {
  if (!title || !header || filledCells(title.cells).length !== 1) return false;
  const names = filledCells(header.cells);
  const areDifferent = new Set(names.map(foldedName)).size === names.length;
  return names.length >= 2 && areDifferent && names.every(isWord) && data.some(({ cells }) => !filledCells(cells).every(isWord));
}

/** Column names have letters, and none of them is an e-mail address: that is a file without a header. */
function looksLikeHeader(cells: readonly string[]): boolean {
  const names = filledCells(cells);
  return names.some((name) => /\p{L}/u.test(name)) && !names.some((name) => name.includes("@"));
}

function namedColumns(cells: readonly string[]): SheetColumn[] {
  const taken = new Set<string>();
  return cells.map((cell, index) => {
    const title = cell.replace(/\s+/g, " ").trim();
    const letter = columnLetter(index);
    const wanted = title || letter;
    let name = wanted;
    for (let copy = 2; taken.has(name); copy += 1) name = `${wanted} (${copy})`;
    taken.add(name);
    return { index, letter, title, name };
  });
}

function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}

function filledCells(cells: readonly string[]): string[] {
  return cells.filter((cell) => !isBlank(cell));
}

function isWord(cell: string): boolean {
  return /\p{L}/u.test(cell) && !/[\d@]/.test(cell);
}

function isBlank(cell: string | undefined): boolean {
  return cell === undefined || cell.trim() === "";
}

/** A file as it was sent. The name is for messages only: the format is read from the content. */
export type SheetFile = { name: string; bytes: AsyncIterable<Uint8Array> | Uint8Array };

/** A column as the file names it. */
export type SheetColumn = {
  /** Position in `SheetRow.cells`, from zero. */
  index: number;
  /** The spreadsheet letter: A, B … AA. */
  letter: string;
  /** The words of the header cell, on one line; "" when it is blank. */
  title: string;
  /** Unique in the sheet: the title, else the letter; the second of two equal titles is `title (2)`. */
  name: string;
};

/** One filled row. Blank rows are left out, yet counted in `number`. */
export type SheetRow = {
  /** The row number a spreadsheet program shows, from 1. */
  number: number;
  /** As many as there are columns; "" where there is nothing. */
  cells: readonly string[];
  /** Filled cells to the right of the last named column: usually a separator someone forgot to quote. */
  surplus: readonly string[];
};

/**
 * A sheet whose header has been read and whose rows are still to come. `rows` can be gone through once, and throws `SheetError`.
 * A cell is the text that Norwegian Excel would save, with dates made plain: numbers `1234,5` (decimal comma, no grouping, at most
 * 15 significant digits), dates `2026-05-17`, date and time `2026-05-17T08:30`, times `08:30`, truth values `true` and `false`,
 * formulas as their last result. The cells of a CSV file are as written, without quotes and without the apostrophe that makes a
 * formula harmless.
 */
export type Sheet = {
  origin:
    | { format: "csv"; encoding: TextEncodingName; separator: Separator }
    | { format: "xlsx"; sheet: string; sheets: readonly string[] };
  headerRow: number;
  columns: readonly SheetColumn[];
  rows: AsyncIterable<SheetRow>;
};

export type TextEncodingName = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
export type Separator = ";" | "\t" | ",";

export type SheetLimits = {
  /** Bytes of the file as sent. */
  bytes: number;
  /** Bytes an XLSX file may unpack to, all read parts together. */
  unpackedBytes: number;
  /** Filled rows below the header. */
  rows: number;
  columns: number;
  /** UTF-16 units in one cell; Excel's own limit is 32,767. */
  cellLength: number;
};

export const defaultLimits: SheetLimits = {
  bytes: 25 * 1024 * 1024,
  unpackedBytes: 256 * 1024 * 1024,
  rows: 100_000,
  columns: 100,
  cellLength: 32_767,
};

/** The last row number a spreadsheet can have. */
export const lastRowNumber = 1_048_576;

/** A row before the header is known: cells as far as the last filled one. */
export type RawRow = { number: number; cells: string[] };

/**
 * Why a file could not be read, with what the reader of the message needs. Rows are numbered as a spreadsheet program numbers them.
 * - `empty`: no cell holds anything.
 * - `no-header`: the first filled row is not a row of column names.
 * - `too-large`: more bytes than allowed, packed. `unpacks-too-large`: more bytes than allowed once unpacked (a zip bomb).
 * - `old-excel`: the binary .xls or .xlsb. `encrypted`: protected by a password.
 * - `unbalanced-quotes`: a quotation mark in that row is not closed, or is followed by more text.
 * - `unreadable`: none of our formats, or damaged; `found` is a short technical hint for the log.
 */
export type SheetErrorDetails = {
  empty: Record<never, never>;
  "no-header": { row: number };
  "too-large": { limitBytes: number };
  "unpacks-too-large": { limitBytes: number };
  "too-many-rows": { limit: number };
  "too-many-columns": { limit: number; row: number };
  "cell-too-long": { limit: number; row: number };
  "unbalanced-quotes": { row: number };
  "sheet-not-found": { sheet: string; sheets: readonly string[] };
  "old-excel": Record<never, never>;
  encrypted: Record<never, never>;
  unreadable: { found: string };
};

export type SheetErrorCode = keyof SheetErrorDetails;

/** A file that cannot be read as a sheet. Expected, and shown to the person who sent it: `code` is a message key. */
export class SheetError<Code extends SheetErrorCode = SheetErrorCode> extends Error {
  override readonly name = "SheetError";
  readonly code: Code;
  readonly details: SheetErrorDetails[Code];

  constructor(code: Code, details: SheetErrorDetails[Code], options?: ErrorOptions) {
    super(`The sheet was refused: ${code} ${JSON.stringify(details)}`, options);
    this.code = code;
    this.details = details;
  }
}

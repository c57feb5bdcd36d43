import type { RawRow } from "./sheet.ts";
import { SheetError } from "./sheet-error.ts";

export type CsvParser = {
  /** Takes the next piece of text. Whole rows are handed to the receiver at once. */
  write(text: string): void;
  /** Says that there is no more: hands over the last row, and refuses a quotation mark still open. */
  end(): void;
};

/**
 * A CSV parser that takes text in pieces (RFC 4180, and what spreadsheet programs write beside it): rows end by CRLF, LF or CR;
 * a quoted cell may hold separators, line ends and doubled quotation marks. A quotation mark inside an unquoted cell is itself
 * (`12" skjerm`), but text after a closing one is refused: the usual sign of a mark that was never closed, which would otherwise
 * swallow rows in silence.
 */
export function csvParser(separator: string, cellLength: number, receive: (row: RawRow) => void): CsvParser {
  const cellEnd = new RegExp(`[${separator}\\r\\n]`, "g");
  let state: "cell start" | "unquoted" | "quoted" | "after quote" | "after CR" = "cell start";
  let cell = "";
  let cells: string[] = [];
  let number = 1;

  function append(text: string): void {
    cell += text;
    if (cell.length <= cellLength) return;
    const hasSwallowedRows = state === "quoted" && /[\r\n]/.test(cell);
    throw hasSwallowedRows
      ? new SheetError("unbalanced-quotes", { row: number })
      : new SheetError("cell-too-long", { limit: cellLength, row: number });
  }

  function endCell(): void {
    cells.push(cell);
    cell = "";
    state = "cell start";
  }

  function endRow(): void {
    endCell();
    receive({ number, cells });
    cells = [];
    number += 1;
  }

  /** Takes the character that ends a cell. */
  function takeEnd(character: string): void {
    if (character === separator) endCell();
    else endRow();
    if (character === "\r") state = "after CR";
  }

  function takeQuoted(text: string, from: number): number {
    const quote = text.indexOf('"', from);
    append(text.slice(from, quote === -1 ? undefined : quote));
    if (quote === -1) return text.length;
    state = "after quote";
    return quote + 1;
  }

  function takeAfterQuote(character: string): void {
    if (character === '"') {
      state = "quoted";
      append('"');
    } else if (character === separator || character === "\r" || character === "\n") {
      takeEnd(character);
    } else if (character !== " ") {
      throw new SheetError("unbalanced-quotes", { row: number });
    }
  }

  function takeUnquoted(text: string, from: number): number {
    cellEnd.lastIndex = from;
    const end = cellEnd.exec(text)?.index ?? text.length;
    append(text.slice(from, end));
    if (end === text.length) return end;
    takeEnd(text.charAt(end));
    return end + 1;
  }

  function write(text: string): void {
    let position = 0;
    while (position < text.length) {
      if (state === "after CR") {
        state = "cell start";
        if (text[position] === "\n") position += 1;
      } else if (state === "cell start" && text[position] === '"') {
        state = "quoted";
        position += 1;
      } else if (state === "quoted") {
        position = takeQuoted(text, position);
      } else if (state === "after quote") {
        takeAfterQuote(text.charAt(position));
        position += 1;
      } else {
        state = "unquoted";
        position = takeUnquoted(text, position);
      }
    }
  }

  function end(): void {
    if (state === "quoted") throw new SheetError("unbalanced-quotes", { row: number });
    if (cells.length > 0 || cell !== "" || state === "after quote") endRow();
  }

  return { write, end };
}

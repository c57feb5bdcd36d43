import { setImmediate } from "node:timers/promises";
import { csvParser } from "./csv-parser.ts";
import { announcesSeparator, separatorOf } from "./csv-separator.ts";
import { withoutFormulaGuard } from "./formula-guard.ts";
import type { RawRow, Sheet, SheetLimits, TextEncodingName } from "./sheet.ts";
import { SheetError } from "./sheet-error.ts";
import { withHeader } from "./sheet-header.ts";
import { decoded, encodingOf } from "./text-encoding.ts";

/** Reads a CSV file as far as its header. */
export async function readCsv(bytes: Buffer, options: { headerRow: number | undefined; limits: SheetLimits }): Promise<Sheet> {
  const encoding = encodingOf(bytes);
  const beginning = decoded(bytes.subarray(0, 64 * 1024), encoding).next().value ?? "";
  refuseOtherText(beginning);

  const separator = separatorOf(beginning);
  const rows = rowsOf(bytes, encoding, separator, options.limits);
  const skippedRows = announcesSeparator(beginning) ? 1 : 0;
  return { origin: { format: "csv", encoding, separator }, ...(await withHeader(rows, { ...options, skippedRows })) };
}

/** Web pages and PDFs are often saved under the name of a sheet. */
function refuseOtherText(beginning: string): void {
  const start = beginning.trimStart().slice(0, 5).toLowerCase();
  if (start.startsWith("<") || start.startsWith("%pdf") || start.startsWith("{\\rtf")) {
    throw new SheetError("unreadable", { found: `text beginning with ${start}` });
  }
}

async function* rowsOf(bytes: Buffer, encoding: TextEncodingName, separator: string, limits: SheetLimits): AsyncGenerator<RawRow> {
  let ready: RawRow[] = [];
  const parser = csvParser(separator, limits.cellLength, ({ number, cells }) => {
    ready.push({ number, cells: cells.map(withoutFormulaGuard) });
  });
  for (const text of decoded(bytes, encoding)) {
    let failure: unknown;
    try {
      parser.write(text);
    } catch (error) {
      failure = error;
    }
    yield* ready;
    ready = [];
    if (failure) throw failure;
    // Nothing here waits for a disk or a network: let other requests have their turn.
    await setImmediate();
  }
  parser.end();
  yield* ready;
}

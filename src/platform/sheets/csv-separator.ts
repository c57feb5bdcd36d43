import { csvParser } from "./csv-parser.ts";
import type { Separator } from "./sheet.ts";
import { SheetError } from "./sheet-error.ts";

const separators: readonly Separator[] = [";", "\t", ","];
const sampledRows = 8;

/** The line `sep=;` that Excel understands at the top of a file. */
const announcement = /^sep=([;,\t])\r?\n/i;

/**
 * The separator of a CSV text, from its beginning. A separator is judged by the first row that has it, the header, or the second when
 * a title stands above: the more of the following rows have just as many, the better; then the more there are; then semicolon,
 * tab, comma. Separators within quotes do not count.
 */
export function separatorOf(beginning: string): Separator {
  const announced = beginning.match(announcement)?.[1];
  if (announced) return separators.find((separator) => separator === announced) ?? ";";

  let best: { separator: Separator; agreement: number; count: number } = { separator: ";", agreement: -1, count: 0 };
  for (const row of [0, 1]) {
    for (const separator of separators) {
      const counts = separatorsPerRow(beginning, separator);
      const count = counts[row] ?? 0;
      if (count === 0) continue;
      const following = counts.slice(row + 1);
      const agreement = following.length === 0 ? 0 : following.filter((other) => other === count).length / following.length;
      if (agreement > best.agreement || (agreement === best.agreement && count > best.count && row === 0)) {
        best = { separator, agreement, count };
      }
    }
  }
  return best.separator;
}

/** Whether the text begins by announcing its separator, a row that is no data. */
export function announcesSeparator(beginning: string): boolean {
  return announcement.test(beginning);
}

/** How many separators each of the first filled rows has. */
function separatorsPerRow(text: string, separator: Separator): number[] {
  const counts: number[] = [];
  const parser = csvParser(separator, text.length, ({ cells }) => {
    if (cells.some((cell) => cell.trim() !== "")) counts.push(cells.length - 1);
  });
  try {
    parser.write(text);
    parser.end();
  } catch (error) {
    // The beginning may be cut in the middle of a quoted cell, or be quoted by another separator's rules: the rows before it count.
    if (!(error instanceof SheetError)) throw error;
  }
  return counts.slice(0, sampledRows);
}

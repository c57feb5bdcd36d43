import type { Sheet, SheetLimits } from "./sheet.ts";
import { SheetError } from "./sheet-error.ts";
import { withHeader } from "./sheet-header.ts";
import { rowsOfWorksheet } from "./xlsx-rows.ts";
import { readWorkbook } from "./xlsx-workbook.ts";
import { openZip } from "./zip-archive.ts";

/**
 * Reads one sheet of a workbook as far as its header: the named one, else the first that is not hidden. A cell with a link reads
 * as the text it shows, not as the address behind it.
 */
export async function readXlsx(
  bytes: Buffer,
  options: { sheet: string | undefined; headerRow: number | undefined; limits: SheetLimits },
): Promise<Sheet> {
  const zip = openZip(bytes, options.limits.unpackedBytes);
  const workbook = await readWorkbook(zip);
  const sheets = workbook.sheets.map(({ name }) => name);
  const chosen =
    options.sheet === undefined
      ? (workbook.sheets.find(({ isHidden }) => !isHidden) ?? workbook.sheets[0])
      : workbook.sheets.find(({ name }) => name === options.sheet);
  if (!chosen && options.sheet !== undefined) throw new SheetError("sheet-not-found", { sheet: options.sheet, sheets });

  const part = chosen && zip.open(chosen.path);
  if (!chosen || !part) throw new SheetError("unreadable", { found: "a workbook without a worksheet" });
  const rows = rowsOfWorksheet(part, workbook, options.limits);
  return { origin: { format: "xlsx", sheet: chosen.name, sheets }, ...(await withHeader(rows, options)) };
}

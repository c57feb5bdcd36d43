import { readCsv } from "./read-csv.ts";
import { readXlsx } from "./read-xlsx.ts";
import { defaultLimits, type Sheet, type SheetFile, type SheetLimits } from "./sheet.ts";
import { SheetError } from "./sheet-error.ts";

export type ReadSheetOptions = {
  /** The sheet of a workbook to read; else the first visible one. */
  sheet?: string;
  /** The number of the header row, when the person has pointed it out; else it is found. */
  headerRow?: number;
  limits?: Partial<SheetLimits>;
};

const zipStart = Buffer.from("PK");
const compoundFileStart = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/**
 * Opens a CSV or XLSX file, told apart by content, and reads as far as its header. The rows then stream.
 * Throws `SheetError`, here or from `rows`.
 */
export async function readSheet(file: SheetFile, options: ReadSheetOptions = {}): Promise<Sheet> {
  const limits = { ...defaultLimits, ...options.limits };
  const bytes = await collect(file.bytes, limits.bytes);

  if (bytes.length === 0) throw new SheetError("empty", {});
  if (startsWith(bytes, compoundFileStart)) throw compoundFileRefusal(bytes);
  if (startsWith(bytes, zipStart)) return readXlsx(bytes, { sheet: options.sheet, headerRow: options.headerRow, limits });
  return readCsv(bytes, { headerRow: options.headerRow, limits });
}

async function collect(bytes: SheetFile["bytes"], limitBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes instanceof Uint8Array ? [bytes] : bytes) {
    length += chunk.length;
    if (length > limitBytes) throw new SheetError("too-large", { limitBytes });
    chunks.push(chunk);
  }
  const [only] = chunks;
  return chunks.length === 1 && only ? Buffer.from(only.buffer, only.byteOffset, only.byteLength) : Buffer.concat(chunks, length);
}

function startsWith(bytes: Buffer, start: Buffer): boolean {
  return bytes.subarray(0, start.length).equals(start);
}

/** Excel keeps both its old format and every password-protected workbook in a compound file; the stream's name tells them apart. */
function compoundFileRefusal(bytes: Buffer): SheetError {
  const isEncrypted = bytes.includes(Buffer.from("EncryptedPackage", "utf16le"));
  return isEncrypted ? new SheetError("encrypted", {}) : new SheetError("old-excel", {});
}

import { crc32, deflateRawSync } from "node:zlib";
import { type ReadSheetOptions, readSheet } from "./read-sheet.ts";
import type { SheetFile } from "./sheet.ts";
import { SheetError } from "./sheet-error.ts";

/** Reads a sheet whole: the titles, and the rows with their numbers. */
export async function readWhole(bytes: SheetFile["bytes"], options?: ReadSheetOptions) {
  const sheet = await readSheet({ name: "medlemmer", bytes }, options);
  const rows = await Array.fromAsync(sheet.rows);
  return {
    origin: sheet.origin,
    titles: sheet.columns.map(({ title }) => title),
    rows: rows.map(({ number, cells }) => [number, ...cells]),
    surplus: rows.flatMap(({ surplus }) => surplus),
  };
}

/** Code and details of the refusal of a file. */
export async function refusalOf(bytes: SheetFile["bytes"], options?: ReadSheetOptions): Promise<[string, unknown]> {
  try {
    await readWhole(bytes, options);
  } catch (error) {
    if (error instanceof SheetError) return [error.code, error.details];
    throw error;
  }
  throw new Error("The file was read");
}

/** Text as Norwegian Excel saves it: one byte a character. */
export function inWindows1252(text: string): Buffer {
  const beyondLatin1: Record<string, number> = { "€": 0x80, "–": 0x96, "’": 0x92 };
  return Buffer.from([...text].map((character) => beyondLatin1[character] ?? character.charCodeAt(0)));
}

export async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(stream));
}

/** A zip file of these parts. `declaredSize` is what it says a part unpacks to, whatever it does. */
export function zipOf(
  parts: Record<string, string | Buffer>,
  { flags = 0, declaredSize }: { flags?: number; declaredSize?: number } = {},
): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(flags, 2);
    header.writeUInt16LE(8, 4);
    header.writeUInt32LE(crc32(bytes), 10);
    header.writeUInt32LE(packed.length, 14);
    header.writeUInt32LE(declaredSize ?? bytes.length, 18);
    header.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), header, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000"), header, rest, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(centrals.length, 4);
  end.writeUInt16LE(centrals.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, central, Buffer.from("PK\u0005\u0006"), end]);
}

/** The parts of a workbook with this sheet data, in the smallest form the standard allows. */
export function workbookParts(sheetData: string, sharedStrings = "<sst></sst>"): Record<string, string> {
  const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return {
    "_rels/.rels": `<Relationships><Relationship Id="r1" Type="${relationships}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns:r="${relationships}"><sheets><sheet name="Ark" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="${relationships}/worksheet" Target="/xl/worksheets/members.xml"/><Relationship Id="r2" Type="${relationships}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    "xl/worksheets/members.xml": `<?xml version="1.0"?><worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
    "xl/sharedStrings.xml": sharedStrings,
  };
}

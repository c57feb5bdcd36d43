import { createInflateRaw } from "node:zlib";
import { SheetError } from "./sheet-error.ts";

export type ZipArchive = {
  names: readonly string[];
  /** The unpacked bytes of one part, in pieces; undefined when there is no such part. */
  open(name: string): AsyncIterable<Uint8Array> | undefined;
};

type Entry = { offset: number; packedBytes: number; method: number; isEncrypted: boolean };

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;

/**
 * Opens a zip file (PKWARE APPNOTE 6.3) by its central directory. What is unpacked is counted as it comes, whatever sizes the file
 * declares: beyond `unpackedBytes` in all, `unpacks-too-large`.
 */
export function openZip(bytes: Buffer, unpackedBytes: number): ZipArchive {
  const entries = damagedIfOutside(() => centralDirectory(bytes));
  let left = unpackedBytes;

  async function* unpack(entry: Entry): AsyncGenerator<Uint8Array> {
    if (entry.isEncrypted) throw new SheetError("encrypted", {});
    const packed = damagedIfOutside(() => packedPart(bytes, entry));
    for await (const chunk of entry.method === 0 ? [packed] : inflated(packed, entry.method)) {
      left -= chunk.length;
      if (left < 0) throw new SheetError("unpacks-too-large", { limitBytes: unpackedBytes });
      yield chunk;
    }
  }

  return {
    names: [...entries.keys()],
    open(name) {
      const entry = entries.get(name);
      return entry && unpack(entry);
    },
  };
}

function centralDirectory(bytes: Buffer): Map<string, Entry> {
  const end = bytes.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  if (end === -1 || bytes.readUInt32LE(end) !== endSignature) throw damaged("no end of central directory");
  let count = bytes.readUInt16LE(end + 10);
  let offset = bytes.readUInt32LE(end + 16);
  if (end >= 20 && bytes.readUInt32LE(end - 20) === locator64Signature) {
    const end64 = Number(bytes.readBigUInt64LE(end - 12));
    if (bytes.readUInt32LE(end64) !== end64Signature) throw damaged("no zip64 end of central directory");
    count = Number(bytes.readBigUInt64LE(end64 + 32));
    offset = Number(bytes.readBigUInt64LE(end64 + 48));
  }

  const entries = new Map<string, Entry>();
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(offset) !== centralSignature) throw damaged("central directory");
    const nameEnd = offset + 46 + bytes.readUInt16LE(offset + 28);
    const extraEnd = nameEnd + bytes.readUInt16LE(offset + 30);
    // Some writers separate folders by backslashes, and some begin with a slash: neither means anything.
    const name = bytes
      .toString("utf8", offset + 46, nameEnd)
      .replaceAll("\\", "/")
      .replace(/^\/+/, "");
    entries.set(name, {
      isEncrypted: (bytes.readUInt16LE(offset + 8) & 1) === 1,
      method: bytes.readUInt16LE(offset + 10),
      ...sizeAndOffset(bytes, offset, bytes.subarray(nameEnd, extraEnd)),
    });
    offset = extraEnd + bytes.readUInt16LE(offset + 32);
  }
  return entries;
}

/** Numbers that do not fit in 32 bits stand in the zip64 extra field, in a fixed order, only those that did not fit. */
function sizeAndOffset(bytes: Buffer, central: number, extra: Buffer): Pick<Entry, "packedBytes" | "offset"> {
  const tooBig = 0xffffffff;
  let packedBytes = bytes.readUInt32LE(central + 20);
  let offset = bytes.readUInt32LE(central + 42);
  const hasBigSize = bytes.readUInt32LE(central + 24) === tooBig;
  for (let field = 0; field + 4 <= extra.length; field += 4 + extra.readUInt16LE(field + 2)) {
    if (extra.readUInt16LE(field) !== 1) continue;
    let position = field + 4 + (hasBigSize ? 8 : 0);
    if (packedBytes === tooBig) {
      packedBytes = Number(extra.readBigUInt64LE(position));
      position += 8;
    }
    if (offset === tooBig) offset = Number(extra.readBigUInt64LE(position));
  }
  return { packedBytes, offset };
}

function packedPart(bytes: Buffer, { offset, packedBytes }: Entry): Buffer {
  if (bytes.readUInt32LE(offset) !== localSignature) throw damaged("local header");
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + packedBytes > bytes.length) throw damaged("cut short");
  return bytes.subarray(start, start + packedBytes);
}

async function* inflated(packed: Buffer, method: number): AsyncGenerator<Uint8Array> {
  if (method !== 8) throw damaged(`packing method ${method}`);
  const inflate = createInflateRaw({ chunkSize: 64 * 1024 });
  inflate.end(packed);
  try {
    for await (const chunk of inflate) yield chunk;
  } catch (error) {
    throw damaged("packed data", error);
  }
}

function damagedIfOutside<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw damaged("offsets outside the file", error);
    throw error;
  }
}

function damaged(what: string, cause?: unknown): SheetError {
  return new SheetError("unreadable", { found: `a damaged zip file: ${what}` }, { cause });
}

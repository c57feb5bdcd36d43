import { isUtf8 } from "node:buffer";
import type { TextEncodingName } from "./sheet.ts";
import { SheetError } from "./sheet-error.ts";

const sliceBytes = 64 * 1024;

/**
 * The encoding of a text file: by its byte order mark, else UTF-8 when all of it is valid UTF-8, else Windows-1252, which is what
 * Norwegian Excel saves as «CSV». Æ, ø and å in Windows-1252 are practically never valid UTF-8.
 */
export function encodingOf(bytes: Buffer): TextEncodingName {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes.includes(0)) throw new SheetError("unreadable", { found: "a binary file" });
  return isUtf8(bytes) ? "utf-8" : "windows-1252";
}

/** The text in pieces, without its byte order mark. */
export function* decoded(bytes: Buffer, encoding: TextEncodingName): Generator<string> {
  const decoder = new TextDecoder(encoding);
  for (let start = 0; start < bytes.length; start += sliceBytes) {
    yield decoder.decode(bytes.subarray(start, start + sliceBytes), { stream: true });
  }
  yield decoder.decode();
}

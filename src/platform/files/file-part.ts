import { requestRefusals } from "../http/request-refusals.ts";

/** A file of a form, read as it comes: nothing of it is held but what has not been asked for yet. */
export interface FilePart {
  /** As the sender called it. */
  name: string;
  bytes: AsyncIterable<Uint8Array>;
}

const mostHeadBytes = 8 * 1024;
const mostParts = 20;
const headEnd = Buffer.from("\r\n\r\n");

/** The first file of a multipart form (RFC 7578); fields before it are passed over. @throws Refusal request.invalid, request.wrong_type */
export async function filePart(request: Request): Promise<FilePart> {
  const boundary = /^multipart\/form-data;.*\bboundary="?([^";\s]{1,70})"?/i.exec(request.headers.get("content-type") ?? "")?.[1];
  if (boundary === undefined || request.body === null) throw requestRefusals.wrongType();
  // the first boundary has no line before it, and is then found as all others are
  const window = readingWindow(request.body, Buffer.from("\r\n"));
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  for (let part = 0; part < mostParts; part += 1) {
    await passOver(window.until(delimiter));
    const head = await textOf(window.until(headEnd));
    const name = /;\s*filename="([^"]*)"/i.exec(head)?.[1];
    if (name !== undefined) return { name: decoded(name), bytes: window.until(delimiter) };
  }
  throw noFile();
}

/** Bytes that arrive in pieces, given out up to a mark, which is taken away. @throws Refusal request.invalid where the mark never comes */
function readingWindow(body: ReadableStream<Uint8Array>, before: Buffer) {
  const reader = body.getReader();
  let held = before;
  return {
    async *until(mark: Buffer): AsyncGenerator<Uint8Array> {
      for (;;) {
        const at = held.indexOf(mark);
        if (at >= 0) {
          const rest = held.subarray(0, at);
          held = held.subarray(at + mark.length);
          if (rest.length > 0) yield rest;
          return;
        }
        // the end may be the beginning of the mark
        const safe = held.length - mark.length + 1;
        if (safe > 0) {
          const given = held.subarray(0, safe);
          held = held.subarray(safe);
          yield given;
        }
        const { done, value } = await reader.read();
        if (done) throw noFile();
        held = Buffer.concat([held, value]);
      }
    },
  };
}

async function passOver(pieces: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of pieces);
}

async function textOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size > mostHeadBytes) throw noFile();
    all.push(piece);
  }
  return Buffer.concat(all).toString();
}

// browsers write quotes and line breaks of a name as they stand in addresses
function decoded(name: string): string {
  return name.replace(/%(22|0D|0A)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function noFile() {
  return requestRefusals.invalid({ errors: [{ field: "file", code: "required", message: "file" }] });
}

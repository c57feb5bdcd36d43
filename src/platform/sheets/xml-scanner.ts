import { SheetError } from "./sheet-error.ts";

/** What is called while XML goes by. Names come without their namespace prefix. */
export type XmlReceiver = {
  open?(name: string, attributes: () => Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
};

/** Longest tag or unbroken text held while waiting for its end. */
const longestToken = 1024 * 1024;
const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Reads XML from bytes in pieces and calls the receiver; yields after each piece, so that what was gathered can be passed on. */
export async function* scanXml(bytes: AsyncIterable<Uint8Array>, receiver: XmlReceiver): AsyncGenerator<void> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const scanner = xmlScanner(receiver);
  for await (const chunk of bytes) {
    scanner.write(decode(() => decoder.decode(chunk, { stream: true })));
    yield;
  }
  scanner.write(decode(() => decoder.decode()));
  scanner.end();
}

/** Reads a whole part. */
export async function readXml(bytes: AsyncIterable<Uint8Array>, receiver: XmlReceiver): Promise<void> {
  for await (const _ of scanXml(bytes, receiver));
}

/**
 * A scanner of the XML that office programs write: elements, attributes, text, CDATA, the five entities and character references.
 * A document type is refused, so there are no entities of the file's own and nothing to expand.
 */
export function xmlScanner(receiver: XmlReceiver): { write(text: string): void; end(): void } {
  const openNames: string[] = [];
  let pending = "";

  function write(text: string): void {
    pending = pending === "" ? text : pending + text;
    let position = 0;
    while (position < pending.length) {
      const end = pending[position] === "<" ? takeMarkup(position) : takeText(position);
      if (end === undefined) break;
      position = end;
    }
    pending = pending.slice(position);
    if (pending.length > longestToken) throw malformed("an endless tag or text");
  }

  function takeText(from: number): number | undefined {
    const end = pending.indexOf("<", from);
    if (end === -1) return undefined;
    if (openNames.length > 0) receiver.text?.(withoutEntities(pending.slice(from, end)));
    return end;
  }

  function takeMarkup(from: number): number | undefined {
    if (pending.startsWith("<!--", from)) return after("-->", from + 4);
    if (pending.startsWith("<?", from)) return after("?>", from);
    if (pending.startsWith("<![CDATA[", from)) {
      const end = after("]]>", from);
      if (end !== undefined) receiver.text?.(pending.slice(from + 9, end - 3));
      return end;
    }
    // "<!" alone may be the start of any of those above, cut between two pieces.
    if (pending.startsWith("<!", from)) {
      if (pending.length - from < 9) return undefined;
      throw malformed("a document type");
    }
    return takeTag(from);
  }

  function takeTag(from: number): number | undefined {
    const end = tagEnd(pending, from);
    if (end === undefined) return undefined;
    const isClosing = pending[from + 1] === "/";
    const isEmpty = pending[end - 1] === "/";
    const tag = pending.slice(from + (isClosing ? 2 : 1), isEmpty ? end - 1 : end);
    const qualified = /^[^\s]+/.exec(tag)?.[0] ?? "";
    const name = qualified.slice(qualified.indexOf(":") + 1);
    if (isClosing) {
      if (openNames.pop() !== name) throw malformed(`</${name}> out of place`);
      receiver.close?.(name);
    } else {
      receiver.open?.(name, () => attributesOf(tag.slice(qualified.length)));
      if (isEmpty) receiver.close?.(name);
      else openNames.push(name);
    }
    return end + 1;
  }

  function after(mark: string, from: number): number | undefined {
    const found = pending.indexOf(mark, from);
    return found === -1 ? undefined : found + mark.length;
  }

  function end(): void {
    if (openNames.length > 0 || pending.trim() !== "") throw malformed("cut short");
  }

  return { write, end };
}

/** The position of the `>` that ends a tag; one within an attribute's quotes does not. */
function tagEnd(text: string, from: number): number | undefined {
  const marks = /["'>]/g;
  marks.lastIndex = from;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    if (mark[0] === ">") return mark.index;
    const closing = text.indexOf(mark[0], mark.index + 1);
    if (closing === -1) return undefined;
    marks.lastIndex = closing + 1;
  }
  return undefined;
}

function attributesOf(text: string): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null);
  for (const [, name, double, single] of text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (name) attributes[name] = withoutEntities(double ?? single ?? "");
  }
  return attributes;
}

function withoutEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]+));/gi, (whole, hexadecimal, decimal, name) => {
    if (name) return entities[name] ?? whole;
    const codePoint = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : "\ufffd";
  });
}

function decode(read: () => string): string {
  try {
    return read();
  } catch (error) {
    throw malformed("not UTF-8", error);
  }
}

function malformed(what: string, cause?: unknown): SheetError {
  return new SheetError("unreadable", { found: `a damaged workbook: ${what}` }, { cause });
}

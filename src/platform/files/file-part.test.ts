import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { filePart } from "./file-part.ts";

const boundary = "----grense";
const content = `første\r\n--linje\r\n------grens\r\n\r\nsiste`;
const form = [
  `--${boundary}`,
  'Content-Disposition: form-data; name="note"',
  "",
  "Et felt foran fila",
  `--${boundary}`,
  'Content-Disposition: form-data; name="file"; filename="Plate %22A%22.dxf"',
  "Content-Type: application/octet-stream",
  "",
  content,
  `--${boundary}--`,
  "",
].join("\r\n");

// sent so many bytes at a time
function sent(text: string, size: number, type = `multipart/form-data; boundary=${boundary}`): Request {
  const bytes = Buffer.from(text);
  const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size));
  const body = Readable.toWeb(Readable.from(pieces));
  return new Request("http://inside", { method: "POST", headers: { "content-type": type }, body, duplex: "half" } as RequestInit);
}

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  return Buffer.concat(await Array.fromAsync(bytes)).toString();
}

test.each([1, 2, 7, 19, 4096])("a file comes whole out of a form, though it is sent %i bytes at a time", async (size) => {
  const part = await filePart(sent(form, size));

  expect([part.name, await textOf(part.bytes)]).toEqual(['Plate "A".dxf', content]);
});

test("a form that is cut short, has no file, or is none, is refused", async () => {
  const cut = await filePart(sent(form.slice(0, form.indexOf("siste")), 64));

  await expect(textOf(cut.bytes)).rejects.toMatchObject({ code: "request.invalid" });
  await expect(filePart(sent(`--${boundary}\r\n\r\nbare tekst\r\n--${boundary}--`, 64))).rejects.toMatchObject({ code: "request.invalid" });
  await expect(filePart(sent("{}", 64, "application/json"))).rejects.toMatchObject({ code: "request.wrong_type" });
});

/** What a design can be, by what its name ends in. */
const formats = {
  stl: { endings: ["stl"], is: isStl },
  step: { endings: ["step", "stp"], is: (head: Buffer) => head.toString("latin1").trimStart().startsWith("ISO-10303-21;") },
  svg: { endings: ["svg"], is: isSvg },
  dxf: { endings: ["dxf"], is: isDxf },
  pdf: { endings: ["pdf"], is: (head: Buffer) => head.subarray(0, 1024).includes("%PDF-") },
  png: {
    endings: ["png"],
    is: (head: Buffer) => head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  },
  jpeg: { endings: ["jpg", "jpeg"], is: (head: Buffer) => head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) },
} as const;

export type DesignFormat = keyof typeof formats;

/** For the file chooser of a form. */
export const acceptedEndings = Object.values(formats).flatMap(({ endings }) => endings.map((ending) => `.${ending}`));

/** As much of the beginning of a file as is looked at. */
export const headBytes = 4096;

/** What a file is: its name and its content must say the same. Undefined when they do not, or it is none of those taken. */
export function formatOf(name: string, head: Buffer, size: number): DesignFormat | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const named = Object.entries(formats).find(([, { endings }]) => (endings as readonly string[]).includes(ending));
  if (!named || size === 0) return undefined;
  const [format, { is }] = named;
  return is(head, size) ? (format as DesignFormat) : undefined;
}

// binary: 80 bytes of anything, the number of triangles, and 50 bytes for each of them; else text that begins with "solid"
function isStl(head: Buffer, size: number): boolean {
  if (head.length >= 84 && size === 84 + head.readUInt32LE(80) * 50) return true;
  const text = head.toString("latin1").trimStart();
  return text.startsWith("solid") && /\b(facet|endsolid)\b/.test(text);
}

function isSvg(head: Buffer): boolean {
  const text = head
    .toString("utf8")
    .replace(/^\ufeff/, "")
    .trimStart();
  return text.startsWith("<") && /<svg[\s>]/.test(text);
}

// pairs of a code and a value, a line each; comments have the code 999
function isDxf(head: Buffer): boolean {
  const text = head.toString("latin1");
  if (text.startsWith("AutoCAD Binary DXF")) return true;
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  for (let at = 0; at + 1 < lines.length; at += 2) {
    if (lines[at] === "999") continue;
    return lines[at] === "0" && lines[at + 1] === "SECTION";
  }
  return false;
}

/** A name to keep: one line of what can be seen, without a path, and not too long. */
export function keptName(given: string): string {
  const name = given.split(/[/\\]/).at(-1) ?? "";
  const seen = name
    .replace(/[\p{C}"*:<>?|]/gu, "")
    .trim()
    .toWellFormed();
  return seen.length > 120 ? `${seen.slice(0, 100)}…${seen.slice(-15)}` : seen;
}

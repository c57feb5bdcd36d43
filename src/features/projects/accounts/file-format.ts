const beginnings: [format: "pdf" | "png" | "jpeg" | "webp" | "office", begins: number[], at?: number][] = [
  ["pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["jpeg", [0xff, 0xd8, 0xff]],
  ["webp", [0x57, 0x45, 0x42, 0x50], 8],
  // XLSX and DOCX are ZIP archives
  ["office", [0x50, 0x4b, 0x03, 0x04]],
];

/** What a file is by its first bytes, whatever it is called; undefined for what is not kept. */
export function fileFormat(bytes: Uint8Array): (typeof beginnings)[number][0] | undefined {
  return beginnings.find(([, begins, at = 0]) => begins.every((byte, place) => bytes[at + place] === byte))?.[0];
}

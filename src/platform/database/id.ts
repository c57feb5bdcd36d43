import { randomFillSync } from "node:crypto";

// asking the operating system for sixteen bytes at a time costs more than making the id
const chance = Buffer.alloc(16 * 256);
let used = chance.length;

/** A new UUIDv7 (RFC 9562): sorts by the moment it was made, so that primary keys grow at one end. */
export function newId(milliseconds: number = Date.now()): string {
  if (used === chance.length) {
    randomFillSync(chance);
    used = 0;
  }
  const bytes = chance.subarray(used, used + 16);
  used += 16;
  bytes.writeUIntBE(milliseconds, 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const form = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a path segment is an id rather than a slug. */
export function isId(text: string): boolean {
  return form.test(text);
}

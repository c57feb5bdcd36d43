import { getRandomValues } from "node:crypto";

/** A new UUIDv7 (RFC 9562): sorts by the moment it was made, so that primary keys grow at one end. */
export function newId(milliseconds: number = Date.now()): string {
  const bytes = getRandomValues(new Uint8Array(16));
  new DataView(bytes.buffer).setBigUint64(
    0,
    (BigInt(milliseconds) << 16n) | BigInt(0x7000 | ((((bytes[6] ?? 0) << 8) | (bytes[7] ?? 0)) & 0x0fff)),
  );
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Buffer.from(bytes).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const form = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a path segment is an id rather than a slug. */
export function isId(text: string): boolean {
  return form.test(text);
}

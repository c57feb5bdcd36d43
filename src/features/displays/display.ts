import { createHash, randomBytes } from "node:crypto";

/** A screen stands by the door of one room, hangs on a wall and shows the whole house, or receives visitors at the entrance. */
export const displayKinds = ["door", "wall", "kiosk"] as const;
export type DisplayKind = (typeof displayKinds)[number];

/** What the address of a screen ends in: 192 bits nobody guesses. */
export function newSecret(): string {
  return randomBytes(24).toString("base64url");
}

/** How it is kept: whoever reads the database learns no address. */
export function hashOfSecret(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

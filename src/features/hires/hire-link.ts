import { createHmac, timingSafeEqual } from "node:crypto";
import type { Installation } from "../../platform/installation.ts";

type Settings = Pick<Installation["settings"], "secret">;

const idBytes = 16;
const proofBytes = 24;

/**
 * The secret that stands in the address of a hire's page: its id, and what only this installation can make of it. Nothing of it is
 * stored; every letter about the hire carries it, and whoever has it has read one.
 */
export function secretOf(settings: Settings, id: string): string {
  return Buffer.concat([Buffer.from(id.replaceAll("-", ""), "hex"), proofOf(settings, id)]).toString("base64url");
}

/** The hire a secret is of; undefined when it was not made here. */
export function hireIn(settings: Settings, secret: string): string | undefined {
  const bytes = Buffer.from(secret, "base64url");
  if (bytes.length !== idBytes + proofBytes) return undefined;
  const id = bytes
    .subarray(0, idBytes)
    .toString("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return timingSafeEqual(bytes.subarray(idBytes), proofOf(settings, id)) ? id : undefined;
}

function proofOf({ secret }: Settings, id: string): Buffer {
  if (!secret) throw new Error("An installation without a secret can make no links");
  return createHmac("sha256", secret).update(`hire ${id}`).digest().subarray(0, proofBytes);
}

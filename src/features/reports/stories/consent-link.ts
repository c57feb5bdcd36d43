import { createHmac, timingSafeEqual } from "node:crypto";
import type { Installation } from "../../../platform/installation.ts";

type Settings = Pick<Installation["settings"], "secret">;

const idBytes = 16;
const proofBytes = 20;

/** What stands in the address where somebody says yes or no. It never ends: a consent can be taken back for as long as it counts. */
export function consentLink(settings: Settings, storyPersonId: string): string {
  const body = Buffer.from(storyPersonId.replaceAll("-", ""), "hex");
  return Buffer.concat([body, proofOf(settings, body)]).toString("base64url");
}

/** Whose link it is; undefined when it was not made here. */
export function storyPersonIn(settings: Settings, secret: string): string | undefined {
  const bytes = Buffer.from(secret, "base64url");
  if (bytes.length !== idBytes + proofBytes) return undefined;
  const body = bytes.subarray(0, idBytes);
  if (!timingSafeEqual(bytes.subarray(idBytes), proofOf(settings, body))) return undefined;
  return body.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function proofOf({ secret }: Settings, body: Buffer): Buffer {
  if (!secret) throw new Error("An installation without a secret can make no links");
  return createHmac("sha256", secret).update("story consent ").update(body).digest().subarray(0, proofBytes);
}

import { type KeyObject, sign, verify } from "node:crypto";

/** What the text is for, signed with it and not in it: a ticket signed by the same key is no pass. Passes came first and have none. */
export type Purpose = "" | "ticket:";

/**
 * Signs texts as base64url of JSON, a dot, and the Ed25519 signature (RFC 8032). The first names the key.
 * The whole has 300 bytes at most, so that its QR code is read from a scratched screen: the caller cuts what may be long.
 */
export function signParts(purpose: Purpose, parts: readonly string[], key: KeyObject): string {
  const body = Buffer.from(JSON.stringify(parts)).toString("base64url");
  return `${body}.${sign(null, Buffer.from(purpose + body), key).toString("base64url")}`;
}

/** The texts that were signed, `count` of them, or undefined when it was not one of our keys, or for another purpose. */
export function verifiedParts(
  purpose: Purpose,
  text: string,
  count: number,
  publicKey: (id: string) => KeyObject | undefined,
): string[] | undefined {
  const [, body = "", signature = ""] = /^([\w-]{20,214})\.([\w-]{86})$/.exec(text) ?? [];
  const parts = body === "" ? undefined : parse(body, count);
  const key = parts && publicKey(parts[0] ?? "");
  return key && verify(null, Buffer.from(purpose + body), key, Buffer.from(signature, "base64url")) ? parts : undefined;
}

function parse(body: string, count: number): string[] | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(body, "base64url").toString());
    const isOurs = Array.isArray(parts) && parts.length === count && parts.every((part) => typeof part === "string");
    return isOurs ? (parts as string[]) : undefined;
  } catch {
    return undefined;
  }
}

/** An id in 22 letters instead of 36. */
export function shortId(id: string): string {
  return Buffer.from(id.replaceAll("-", ""), "hex").toString("base64url");
}

export function longId(short: string): string {
  const hex = Buffer.from(short, "base64url").toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The bytes a text takes within JSON. */
export function bytesOf(text: string): number {
  return Buffer.byteLength(JSON.stringify(text)) - 2;
}

/** As much of a text as fits, whole letters only. */
export function cut(text: string, bytes: number): string {
  let kept = "";
  for (const letter of text) {
    if (bytesOf(kept + letter) > bytes) break;
    kept += letter;
  }
  return kept;
}

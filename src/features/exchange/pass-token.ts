import { type KeyObject, sign, verify } from "node:crypto";

/** What a host's phone may know of a pass without a connection, and nothing more (domain.md 7). */
export interface Proof {
  passId: string;
  spaceId: string;
  day: string;
  /** Given name and initial, "Amina L." */
  holder: string;
  /** The home's name. */
  home: string;
}

/** The longest token, in bytes: a QR code of this size is read from a scratched screen. */
export const longestToken = 300;

// bytes left for the two names, so that the token never passes the limit
const longestNames = 70;

/**
 * Signs a proof: base64url of [key, pass, host, day, holder, home] as JSON, a dot, and the Ed25519 signature (RFC 8032).
 * Names too long for the code are cut.
 */
export function signToken(proof: Proof, key: { id: string; privateKey: KeyObject }): string {
  const home = cut(proof.home, longestNames - Math.min(30, bytesOf(proof.holder)));
  const payload = [key.id, shortId(proof.passId), shortId(proof.spaceId), proof.day, cut(proof.holder, 30), home];
  const body = Buffer.from(JSON.stringify(payload)).toString("base64url");
  return `${body}.${sign(null, Buffer.from(body), key.privateKey).toString("base64url")}`;
}

/** The proof in a token, or undefined when it is not one of ours. `publicKey` finds a key by its id, retired ones too. */
export function verifyToken(token: string, publicKey: (id: string) => KeyObject | undefined): Proof | undefined {
  const parts = /^([\w-]{20,214})\.([\w-]{86})$/.exec(token);
  if (!parts) return undefined;
  const [, body = "", signature = ""] = parts;
  const payload = parse(body);
  const key = payload && publicKey(payload[0]);
  if (!key || !verify(null, Buffer.from(body), key, Buffer.from(signature, "base64url"))) return undefined;
  const [, pass, space, day, holder, home] = payload;
  return { passId: longId(pass), spaceId: longId(space), day, holder, home };
}

type Payload = [key: string, pass: string, space: string, day: string, holder: string, home: string];

function parse(body: string): Payload | undefined {
  try {
    const payload: unknown = JSON.parse(Buffer.from(body, "base64url").toString());
    const isOurs = Array.isArray(payload) && payload.length === 6 && payload.every((part) => typeof part === "string");
    return isOurs ? (payload as Payload) : undefined;
  } catch {
    return undefined;
  }
}

function shortId(id: string): string {
  return Buffer.from(id.replaceAll("-", ""), "hex").toString("base64url");
}

function longId(short: string): string {
  const hex = Buffer.from(short, "base64url").toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function bytesOf(text: string): number {
  return Buffer.byteLength(JSON.stringify(text)) - 2;
}

function cut(text: string, bytes: number): string {
  let kept = "";
  for (const letter of text) {
    if (bytesOf(kept + letter) > bytes) break;
    kept += letter;
  }
  return kept;
}

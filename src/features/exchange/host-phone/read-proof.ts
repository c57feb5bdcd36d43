/** What a pass's code says; it is believed only when its signature is genuine. */
export interface SeenProof {
  keyId: string;
  passId: string;
  spaceId: string;
  day: string;
  holder: string;
  home: string;
}

/** genuine: signed by a key of ours. forged: it is not. unchecked: this phone cannot tell, for want of the key or of Ed25519. */
export type Signature = "genuine" | "forged" | "unchecked";

export interface PublicKey {
  id: string;
  key: JsonWebKey;
}

/** The proof in a scanned text, or undefined when it is no pass of ours. Says nothing about the signature. */
export function readProof(text: string): SeenProof | undefined {
  const body = partsOf(text)?.body;
  if (body === undefined) return undefined;
  try {
    const payload: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytesOf(body)));
    if (!Array.isArray(payload) || payload.length !== 6 || payload.some((part) => typeof part !== "string")) return undefined;
    const [keyId, pass, space, day, holder, home] = payload as [string, string, string, string, string, string];
    return { keyId, passId: longId(pass), spaceId: longId(space), day, holder, home };
  } catch {
    return undefined;
  }
}

/** Whether one of the keys signed the text (Ed25519, RFC 8032), as far as this browser can tell. */
export async function signatureOf(text: string, keyId: string, keys: readonly PublicKey[]): Promise<Signature> {
  const parts = partsOf(text);
  const known = keys.find(({ id }) => id === keyId);
  if (!parts) return "forged";
  if (!known) return "unchecked";
  const key = await importKey(known.key);
  if (!key) return "unchecked";
  const isGenuine = await crypto.subtle.verify("Ed25519", key, bytesOf(parts.signature), new TextEncoder().encode(parts.body));
  return isGenuine ? "genuine" : "forged";
}

// older browsers know no Ed25519, and none gives crypto.subtle on an address without encryption
async function importKey(key: JsonWebKey): Promise<CryptoKey | undefined> {
  try {
    return await crypto.subtle.importKey("jwk", { kty: key.kty, crv: key.crv, x: key.x } as JsonWebKey, "Ed25519", false, ["verify"]);
  } catch {
    return undefined;
  }
}

function partsOf(text: string): { body: string; signature: string } | undefined {
  const [, body, signature] = /^([\w-]{20,214})\.([\w-]{86})$/.exec(text.trim()) ?? [];
  return body && signature ? { body, signature } : undefined;
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

function longId(short: string): string {
  const hex = [...bytesOf(short)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

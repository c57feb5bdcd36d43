/** genuine: signed by a key of ours. forged: it is not. unchecked: this phone cannot tell, for want of the key or of Ed25519. */
export type Signature = "genuine" | "forged" | "unchecked";

export interface PublicKey {
  id: string;
  key: JsonWebKey;
}

/** The texts a scanned code says, `count` of them, or undefined when it is none of ours. Says nothing about the signature. */
export function partsSaid(text: string, count: number): string[] | undefined {
  const body = signed(text)?.body;
  if (body === undefined) return undefined;
  try {
    const said: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytesOf(body)));
    if (!Array.isArray(said) || said.length !== count || said.some((part) => typeof part !== "string")) return undefined;
    return said as string[];
  } catch {
    return undefined;
  }
}

/** Whether one of the keys signed the text for this purpose (Ed25519, RFC 8032), as far as this browser can tell. */
export async function signatureOf(
  text: string,
  keyId: string,
  keys: readonly PublicKey[],
  purpose: "" | "ticket:" = "",
): Promise<Signature> {
  const parts = signed(text);
  const known = keys.find(({ id }) => id === keyId);
  if (!parts) return "forged";
  if (!known) return "unchecked";
  const key = await importKey(known.key);
  if (!key) return "unchecked";
  const isGenuine = await crypto.subtle.verify("Ed25519", key, bytesOf(parts.signature), new TextEncoder().encode(purpose + parts.body));
  return isGenuine ? "genuine" : "forged";
}

/** An id as it is everywhere else, from the 22 letters it has in a code. */
export function longId(short: string): string {
  const hex = [...bytesOf(short)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

// older browsers know no Ed25519, and none gives crypto.subtle on an address without encryption
async function importKey(key: JsonWebKey): Promise<CryptoKey | undefined> {
  try {
    return await crypto.subtle.importKey("jwk", { kty: key.kty, crv: key.crv, x: key.x } as JsonWebKey, "Ed25519", false, ["verify"]);
  } catch {
    return undefined;
  }
}

function signed(text: string): { body: string; signature: string } | undefined {
  const [, body, signature] = /^([\w-]{20,214})\.([\w-]{86})$/.exec(text.trim()) ?? [];
  return body && signature ? { body, signature } : undefined;
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

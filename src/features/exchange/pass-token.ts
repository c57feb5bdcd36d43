import type { KeyObject } from "node:crypto";
import { bytesOf, cut, longId, shortId, signParts, verifiedParts } from "./signed-text.ts";

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

// bytes left for the two names, so that the token never passes the limit
const longestNames = 70;

/** Signs a proof: key, pass, host, day, holder and home. Names too long for the code are cut. */
export function signToken(proof: Proof, key: { id: string; privateKey: KeyObject }): string {
  const home = cut(proof.home, longestNames - Math.min(30, bytesOf(proof.holder)));
  const parts = [key.id, shortId(proof.passId), shortId(proof.spaceId), proof.day, cut(proof.holder, 30), home];
  return signParts("", parts, key.privateKey);
}

/** The proof in a token, or undefined when it is not one of ours. `publicKey` finds a key by its id, retired ones too. */
export function verifyToken(token: string, publicKey: (id: string) => KeyObject | undefined): Proof | undefined {
  const parts = verifiedParts("", token, 6, publicKey);
  if (!parts) return undefined;
  const [, pass = "", space = "", day = "", holder = "", home = ""] = parts;
  return { passId: longId(pass), spaceId: longId(space), day, holder, home };
}

import { longId, partsSaid } from "../../../interface/browser/door/signature.ts";

/** What a pass's code says; it is believed only when its signature is genuine. */
export interface SeenProof {
  keyId: string;
  passId: string;
  spaceId: string;
  day: string;
  holder: string;
  home: string;
}

/** The proof in a scanned text, or undefined when it is no pass of ours. Says nothing about the signature. */
export function readProof(text: string): SeenProof | undefined {
  const said = partsSaid(text, 6);
  if (!said) return undefined;
  const [keyId, pass, space, day, holder, home] = said as [string, string, string, string, string, string];
  try {
    return { keyId, passId: longId(pass), spaceId: longId(space), day, holder, home };
  } catch {
    return undefined;
  }
}

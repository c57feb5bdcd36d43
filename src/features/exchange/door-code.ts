import type { KeyObject } from "node:crypto";
import type { Installation } from "../../platform/installation.ts";
import { type Proof, signToken, verifyToken } from "./pass-token.ts";
import { findHost, findPass } from "./queries.ts";
import type { SigningKeys } from "./signing-keys.ts";

// the code at a door is a proof for the space itself: no pass, no day, no person
const anyDay = "always";

/** The code a space prints for its door, so that guests can check in alone. */
export async function doorCode(keys: SigningKeys, space: { id: string; name: string }): Promise<string> {
  return signToken({ passId: space.id, spaceId: space.id, day: anyDay, holder: "", home: space.name }, await keys.current());
}

/** Whether the text is the door code of the space this pass is for. */
export async function isDoorCode({ db }: Installation, keys: SigningKeys, text: string, passId: string): Promise<boolean> {
  const proof = await doorProof(keys, text);
  const pass = proof && (await findPass(db, passId));
  return pass !== undefined && proof?.spaceId === pass.space_id;
}

/** The space whose door the code hangs at, or undefined when it is no door code of ours. */
export async function spaceOfDoorCode({ db }: Installation, keys: SigningKeys, text: string) {
  const proof = await doorProof(keys, text);
  return proof && findHost(db, proof.spaceId);
}

async function doorProof(keys: SigningKeys, text: string): Promise<Proof | undefined> {
  const byId = new Map<string, KeyObject | undefined>();
  for (const { id } of await keys.published()) byId.set(id, await keys.publicKey(id));
  const proof = verifyToken(text, (id) => byId.get(id));
  return proof?.day === anyDay && proof.passId === proof.spaceId ? proof : undefined;
}

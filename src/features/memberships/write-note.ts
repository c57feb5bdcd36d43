import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import { newId } from "../../platform/database/id.ts";
import type { Installation } from "../../platform/installation.ts";
import { findCandidate } from "./candidate-queries.ts";
import { mayRecruit } from "./policy.ts";

/** Writes down what was said, by whom and when. */
export async function writeNote({ db, now }: Installation, actor: Actor, candidateId: string, note: string) {
  const candidate = await findCandidate(db, candidateId);
  authorize(actor, candidate !== undefined && mayRecruit(actor, { id: candidate.network_id }));
  const { network_id: organizationId } = found(candidate);
  const id = newId();
  const at = now();
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto("candidate_notes")
      .values({ id, candidate_id: candidateId, written_at: at, written_by: actor.personId, note })
      .execute();
    await audit(tx, { actor, at, action: "candidate.note", subject: { kind: "candidate", id: candidateId }, organizationId });
  });
  return { id, note, writtenAt: at, writtenBy: actor.name };
}

import type { z } from "@hono/zod-openapi";
import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import { sameVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import { dayIn } from "../../platform/time/day.ts";
import { type CandidateRow, findCandidate, lockCandidate } from "./candidate-queries.ts";
import type { changeCandidate as contract } from "./candidates-contract.ts";
import { nextStepOf } from "./next-step.ts";
import { mayRecruit } from "./policy.ts";

type Given = z.infer<(typeof contract)["request"]["body"]["content"]["application/json"]["schema"]>;

/** Changes the next step, its owner, the town or the desks; what is left out stays. */
export async function changeCandidate(
  { db, now }: Installation,
  actor: Actor,
  id: string,
  given: Given,
  version: number | undefined,
): Promise<CandidateRow> {
  const at = now();
  return db.transaction().execute(async (tx) => {
    const candidate = await lockCandidate(tx, id);
    authorize(actor, candidate !== undefined && mayRecruit(actor, { id: candidate.network_id }));
    const before = found(candidate);
    sameVersion(version, before);
    const step = await nextStepOf(tx, before.network_id, given, dayIn(at, "Europe/Oslo"), before);
    await tx
      .updateTable("candidates")
      .set({ ...step, town: given.town, desks: given.desks, version: before.version + 1 })
      .where("id", "=", id)
      .execute();
    const subject = { kind: "candidate", id };
    const details = { changed: Object.keys(given) };
    await audit(tx, { actor, at, action: "candidate.change", subject, organizationId: before.network_id, details });
    return found(await findCandidate(tx, id));
  });
}

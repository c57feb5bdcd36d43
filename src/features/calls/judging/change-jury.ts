import type { Actor, SignedIn } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { mayRunCall } from "../policy.ts";
import { type CallRow, findCall, lockCall } from "../queries.ts";
import { askIntoJury, type NewJuror } from "./ask-into-jury.ts";
import { assign } from "./assign.ts";
import { judgingRefusals } from "./refusals.ts";

/** Asks somebody into the jury, by the address they are reached at. Who is in it already stays. In a phase that is open they read all. */
export async function addJuror(installation: Installation, actor: Actor, idOrSlug: string, given: NewJuror): Promise<string> {
  return onJury(installation, actor, idOrSlug, async (tx, call, by) => {
    const jurorId = await askIntoJury(tx, call, given, by);
    if (jurorId) await readWhatIsOpen(tx, call.id, jurorId, by.at);
  });
}

/** Takes somebody out of the jury who has said nothing yet. @throws Refusal judging.juror_has_judged */
export async function removeJuror(installation: Installation, actor: Actor, idOrSlug: string, jurorId: string): Promise<string> {
  return onJury(installation, actor, idOrSlug, async (tx, call, by) => {
    const theirs = tx.selectFrom("reviews").where("call_id", "=", call.id).where("juror_id", "=", jurorId);
    const said = await theirs.select("phase").where("declared_at", "is not", null).limit(1).executeTakeFirst();
    if (said) throw judgingRefusals.jurorHasJudged();
    await tx.deleteFrom("reviews").where("call_id", "=", call.id).where("juror_id", "=", jurorId).execute();
    const removed = await tx
      .deleteFrom("call_jurors")
      .where("call_id", "=", call.id)
      .where("person_id", "=", jurorId)
      .returning("person_id")
      .executeTakeFirst();
    const details = { jurorId: found(removed).person_id };
    const subject = { kind: "call", id: call.id };
    await audit(tx, { ...by, action: "call.remove_juror", subject, organizationId: call.organization_id, details });
  });
}

type By = { actor: SignedIn; at: Temporal.Instant };

async function onJury(
  { db, now }: Installation,
  actor: Actor,
  idOrSlug: string,
  step: (tx: Tx, call: CallRow, by: By) => Promise<void>,
): Promise<string> {
  const known = await findCall(db, idOrSlug);
  authorize(actor, known !== undefined && mayRunCall(actor, known.organization_id));
  const [{ id }, by] = [found(known), { actor, at: now() }];
  await db.transaction().execute(async (tx) => step(tx, await lockCall(tx, id, "to change"), by));
  return id;
}

async function readWhatIsOpen(tx: Tx, callId: string, jurorId: string, at: Temporal.Instant): Promise<void> {
  const rows = await tx
    .selectFrom("reviews as r")
    .innerJoin("call_phases as f", (join) => join.onRef("f.call_id", "=", "r.call_id").onRef("f.number", "=", "r.phase"))
    .innerJoin("submissions as s", "s.id", "r.submission_id")
    .select(["r.phase", "r.submission_id"])
    .distinct()
    .where("r.call_id", "=", callId)
    .where("f.closed_at", "is", null)
    .where("s.person_id", "<>", jurorId)
    .execute();
  const first = await tx
    .selectFrom("call_phases as f")
    .innerJoin("submissions as s", "s.call_id", "f.call_id")
    .select(["f.number as phase", "s.id as submission_id"])
    .where("f.call_id", "=", callId)
    .where("f.number", "=", 1)
    .where("f.opened_at", "is not", null)
    .where("f.closed_at", "is", null)
    .where("s.state", "=", "submitted")
    .where("s.person_id", "<>", jurorId)
    .execute();
  for (const [phase, of] of Map.groupBy([...rows, ...first], (row) => row.phase)) {
    const ids = [...new Set(of.map((row) => row.submission_id))];
    await assign(
      tx,
      { callId, phase, at },
      ids.map((id) => [id, jurorId]),
    );
  }
}

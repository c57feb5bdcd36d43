import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { announce } from "../../../platform/outbox.ts";
import { addPeople, findPeopleByAddress } from "../../organizations/index.ts";
import { mayRunCall } from "../policy.ts";
import { type CallRow, findCall, lockCall } from "../queries.ts";
import { assign } from "./assign.ts";
import { judgingRefusals } from "./refusals.ts";

/** Asks somebody into the jury, by the address they are reached at. Who is in it already stays. In a phase that is open they read all. */
export async function addJuror(
  installation: Installation,
  actor: Actor,
  idOrSlug: string,
  given: { name: string; email: string },
): Promise<string> {
  return onJury(installation, actor, idOrSlug, async (tx, call, at) => {
    const jurorId = await personOf(tx, given, at);
    const added = await tx
      .insertInto("call_jurors")
      .values({ call_id: call.id, person_id: jurorId, added_at: at, added_by: actor.kind === "person" ? actor.personId : null })
      .onConflict((conflict) => conflict.constraint("call_jurors_once").doNothing())
      .returning("person_id")
      .executeTakeFirst();
    if (!added) return undefined;
    await readWhatIsOpen(tx, call.id, jurorId, at);
    await announce(tx, [{ at, topic: "call.juror_added", organizationIds: [call.organization_id], payload: { callId: call.id, jurorId } }]);
    return { action: "call.add_juror", jurorId };
  });
}

/** Takes somebody out of the jury who has said nothing yet. @throws Refusal judging.juror_has_judged */
export async function removeJuror(installation: Installation, actor: Actor, idOrSlug: string, jurorId: string): Promise<string> {
  return onJury(installation, actor, idOrSlug, async (tx, call) => {
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
    return { action: "call.remove_juror", jurorId: found(removed).person_id };
  });
}

type Done = { action: string; jurorId: string } | undefined;

async function onJury(
  { db, now }: Installation,
  actor: Actor,
  idOrSlug: string,
  step: (tx: Tx, call: CallRow, at: Temporal.Instant) => Promise<Done>,
): Promise<string> {
  const known = await findCall(db, idOrSlug);
  authorize(actor, known !== undefined && mayRunCall(actor, known.organization_id));
  const [{ id }, at] = [found(known), now()];
  await db.transaction().execute(async (tx) => {
    const call = await lockCall(tx, id, "to change");
    const done = await step(tx, call, at);
    if (!done) return;
    const { action, jurorId } = done;
    await audit(tx, { actor, at, action, subject: { kind: "call", id }, organizationId: call.organization_id, details: { jurorId } });
  });
  return id;
}

async function personOf(tx: Tx, { name, email }: { name: string; email: string }, at: Temporal.Instant): Promise<string> {
  const known = (await findPeopleByAddress(tx, [email])).get(email);
  if (known) return known.id;
  const id = newId();
  await addPeople(tx, [{ id, name, email }], at);
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

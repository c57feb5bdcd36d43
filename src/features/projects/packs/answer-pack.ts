import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import { newId } from "../../../platform/database/id.ts";
import { sameVersion } from "../../../platform/http/version.ts";
import type { Installation } from "../../../platform/installation.ts";
import { announce } from "../../../platform/outbox.ts";
import { type Day, dayIn } from "../../../platform/time/day.ts";
import { releaseTranches } from "../funding/release-tranches.ts";
import { findProject } from "../queries.ts";
import { tellAnswer } from "./answer-letters.ts";
import { readsAsFunder } from "./answers.ts";
import { findPack } from "./queries.ts";
import { packRefusals } from "./refusals.ts";

export type Answer =
  | { kind: "accepted"; reference?: string | undefined; paidOn?: Day | undefined }
  /** What is asked for, and by when. */
  | { kind: "returned"; remark: string; dueOn: Day };

/**
 * Answers a report as its funder. Accepted, it lets the tranches go that waited for it. Returned, it is open again to whoever wrote it,
 * with a new deadline; what was sent is kept with the answer.
 * @throws Refusal report_pack.not_sent, report_pack.answered, report_pack.due_in_the_past, version conflicts
 */
export async function answerPack(
  installation: Installation,
  actor: Actor,
  id: string,
  answer: Answer,
  expected: number | undefined,
): Promise<void> {
  const { db, now } = installation;
  const known = await findPack(db, id);
  authorize(actor, known !== undefined && readsAsFunder(actor, known));
  const { project_id: projectId } = found(known);
  const at = now();
  const today = dayIn(at, "Europe/Oslo");
  await db.transaction().execute(async (tx) => {
    await tx.selectFrom("projects").select("id").where("id", "=", projectId).forUpdate().execute();
    const [pack, project] = [found(await findPack(tx, id)), found(await findProject(tx, projectId))];
    sameVersion(expected, pack);
    const { sent_at, frozen, narrative, funding_id: fundingId, version } = pack;
    if (!sent_at || !frozen) throw packRefusals.notSent();
    if (pack.accepted_on) throw packRefusals.answered();
    const said = { id: newId(), pack_id: id, kind: answer.kind, answered_at: at, answered_by: actor.personId };
    const sent = { sent_at, narrative, frozen: JSON.stringify(frozen) };
    if (answer.kind === "accepted") {
      await tx
        .insertInto("report_pack_answers")
        .values({ ...said, ...sent })
        .execute();
      const accepted = { accepted_on: today, accepted_reference: answer.reference ?? null, version: version + 1 };
      await tx.updateTable("report_packs").set(accepted).where("id", "=", id).execute();
      await releaseTranches(tx, fundingId, { isFinal: frozen.isFinal, on: today, paidOn: answer.paidOn });
    } else {
      const { remark, dueOn } = answer;
      if (dueOn < today) throw packRefusals.dueInThePast();
      await tx
        .insertInto("report_pack_answers")
        .values({ ...said, ...sent, remark, due_on: dueOn })
        .execute();
      const opened = { sent_at: null, sent_by: null, frozen: null, version: version + 1 };
      await tx.updateTable("report_packs").set(opened).where("id", "=", id).execute();
      await tx
        .insertInto("funding_deadlines")
        .values({ id: newId(), funding_id: fundingId, kind: "report", due_on: dueOn })
        .onConflict((conflict) => conflict.constraint("funding_deadlines_once").doUpdateSet({ done_on: null }))
        .execute();
    }
    await tellAnswer(tx, installation, { pack, project, answer, answerId: said.id, today });
    const organizationIds = [project.organizationId, ...(pack.funder_id ? [pack.funder_id] : [])];
    await announce(tx, [{ at, topic: "project.report_answered", organizationIds, payload: { reportPackId: id, answer: answer.kind } }]);
    const action = answer.kind === "accepted" ? "report_pack.accept_as_funder" : "report_pack.return";
    const reason = answer.kind === "returned" ? answer.remark : undefined;
    await audit(tx, {
      actor,
      at,
      action,
      subject: { kind: "report_pack", id },
      organizationId: pack.funder_id ?? project.organizationId,
      reason,
    });
  });
}

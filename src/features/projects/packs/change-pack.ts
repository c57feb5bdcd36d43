import type { Actor } from "../../../platform/access/actor.ts";
import { found } from "../../../platform/access/authorize.ts";
import { newId } from "../../../platform/database/id.ts";
import { sameVersion } from "../../../platform/http/version.ts";
import type { Installation } from "../../../platform/installation.ts";
import { announce } from "../../../platform/outbox.ts";
import type { Day } from "../../../platform/time/day.ts";
import { projectOfFunding } from "../funding/queries.ts";
import { releaseTranches } from "../funding/release-tranches.ts";
import { onProject } from "../on-project.ts";
import { tellSent } from "./answer-letters.ts";
import { answeringFunder } from "./answers.ts";
import { findPack, packs } from "./queries.ts";
import { packContent } from "./read-pack.ts";
import { packRefusals } from "./refusals.ts";

/** Begins a report to a funder over a period. @returns its id. @throws Refusal report_pack.empty_period */
export async function createPack(installation: Installation, actor: Actor, fundingId: string, { from, to }: { from: Day; to: Day }) {
  const projectId = await projectOfFunding(installation.db, fundingId);
  return await onProject(installation, actor, projectId, "runs", async ({ tx, at, actor: by }) => {
    if (from > to) throw packRefusals.emptyPeriod();
    const before = await packs(tx).where("k.funding_id", "=", fundingId).execute();
    const id = newId();
    const number = Math.max(0, ...before.map((pack) => pack.number)) + 1;
    await tx
      .insertInto("report_packs")
      .values({ id, funding_id: fundingId, number, from_day: from, to_day: to, created_at: at, created_by: by.personId })
      .execute();
    return { action: "report_pack.create", subject: { kind: "report_pack", id }, result: id };
  });
}

export interface PackChange {
  narrative?: string | undefined;
  /** By line. */
  explanations?: Record<string, string> | undefined;
}

/** Writes the words of a report. @throws Refusal report_pack.sent, version conflicts */
export async function changePack(installation: Installation, actor: Actor, id: string, change: PackChange, expected: number | undefined) {
  const known = await findPack(installation.db, id);
  await onProject(installation, actor, known?.project_id, "runs", async ({ tx }) => {
    const pack = found(await findPack(tx, id));
    sameVersion(expected, pack);
    if (pack.sent_at) throw packRefusals.sent();
    await tx
      .updateTable("report_packs")
      .set({
        narrative: change.narrative ?? pack.narrative,
        explanations: JSON.stringify({ ...pack.explanations, ...change.explanations }),
        version: pack.version + 1,
      })
      .where("id", "=", id)
      .execute();
    return {
      action: "report_pack.change",
      subject: { kind: "report_pack", id },
      details: { fields: Object.keys(change) },
      result: undefined,
    };
  });
}

/**
 * Says that a report is sent: it is frozen with its accounts, and the first open deadline for a report of the funder is met.
 * @throws Refusal report_pack.not_ready with what is missing, report_pack.sent
 */
export async function sendPack(installation: Installation, actor: Actor, id: string, expected: number | undefined): Promise<void> {
  const known = await findPack(installation.db, id);
  await onProject(installation, actor, known?.project_id, "runs", async ({ tx, project, at, today, actor: by }) => {
    const pack = found(await findPack(tx, id));
    sameVersion(expected, pack);
    if (pack.sent_at) throw packRefusals.sent();
    const content = await packContent(tx, project, pack);
    if (content.missing.length > 0) throw packRefusals.notReady({ missing: content.missing });
    await tx
      .updateTable("report_packs")
      .set({ sent_at: at, sent_by: by.personId, frozen: JSON.stringify(content), version: pack.version + 1 })
      .where("id", "=", id)
      .execute();
    const open = await tx
      .selectFrom("funding_deadlines")
      .select("id")
      .where("funding_id", "=", pack.funding_id)
      .where("kind", "=", "report")
      .where("done_on", "is", null)
      .orderBy("due_on")
      .limit(1)
      .executeTakeFirst();
    if (open) await tx.updateTable("funding_deadlines").set({ done_on: today }).where("id", "=", open.id).execute();
    const funderId = await answeringFunder(tx, pack, today);
    if (funderId) await tellSent(tx, installation, funderId, { pack, project, today });
    const organizationIds = [project.organizationId, ...(funderId ? [funderId] : [])];
    await announce(tx, [{ at, topic: "project.report_sent", organizationIds, payload: { reportPackId: id } }]);
    return { action: "report_pack.send", subject: { kind: "report_pack", id }, result: undefined };
  });
}

/**
 * Says that a funder outside has accepted a report, and where that stands.
 * @throws Refusal report_pack.not_sent, report_pack.funder_answers
 */
export async function acceptPack(installation: Installation, actor: Actor, id: string, given: { on: Day; reference?: string | undefined }) {
  const known = await findPack(installation.db, id);
  await onProject(installation, actor, known?.project_id, "runs", async ({ tx, today }) => {
    const pack = found(await findPack(tx, id));
    if (!pack.sent_at || !pack.frozen) throw packRefusals.notSent();
    if (await answeringFunder(tx, pack, today)) throw packRefusals.funderAnswers({ funder: pack.funder_name });
    const isNew = pack.accepted_on === null;
    await tx
      .updateTable("report_packs")
      .set({ accepted_on: given.on, accepted_reference: given.reference ?? null, version: pack.version + 1 })
      .where("id", "=", id)
      .execute();
    if (isNew) await releaseTranches(tx, pack.funding_id, { isFinal: pack.frozen.isFinal, on: given.on });
    return { action: "report_pack.accept", subject: { kind: "report_pack", id }, details: { on: given.on }, result: undefined };
  });
}

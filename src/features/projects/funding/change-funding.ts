import type { Actor } from "../../../platform/access/actor.ts";
import { found } from "../../../platform/access/authorize.ts";
import { newId } from "../../../platform/database/id.ts";
import { sameVersion } from "../../../platform/http/version.ts";
import type { Installation } from "../../../platform/installation.ts";
import type { Day } from "../../../platform/time/day.ts";
import { onProject } from "../on-project.ts";
import type { RuleKey } from "./funder-rules.ts";
import { deadlinesOf, fundingsOf, projectOfFunding, receiptsOf, rulesOf, tranchesOf } from "./queries.ts";
import { fundingRefusals } from "./refusals.ts";

export interface FundingChange {
  reference?: string | null | undefined;
  conditions?: string | null | undefined;
  /** A value of null takes the rule away. */
  rules?: { key: RuleKey; value: number | null; source: string; sourceOn: Day }[] | undefined;
  tranches?: { id: string; expectedOn: Day | null }[] | undefined;
}

/** Changes what an award asks for. A rule that changes is a new row with its source; the old one stays in the log of rules. @returns the project */
export async function changeFunding(
  installation: Installation,
  actor: Actor,
  id: string,
  change: FundingChange,
  expected: number | undefined,
): Promise<string> {
  const projectId = await projectOfFunding(installation.db, id);
  return await onProject(installation, actor, projectId, "runs", async ({ tx, project, at, actor: by }) => {
    const before = found((await fundingsOf(tx, project.id)).find((one) => one.id === id));
    sameVersion(expected, before);
    await tx
      .updateTable("fundings")
      .set({
        reference: change.reference === undefined ? before.reference : change.reference,
        conditions: change.conditions === undefined ? before.conditions : change.conditions,
        version: before.version + 1,
      })
      .where("id", "=", id)
      .execute();
    const rules = await rulesOf(tx, [id]);
    const changed = (change.rules ?? []).filter(({ key, value, source, sourceOn }) => {
      const now = rules.find((rule) => rule.key === key);
      return value === null ? now !== undefined : now?.value !== value || now.source !== source || now.sourceOn !== sourceOn;
    });
    const rows = changed.map(({ key, value, source, sourceOn }) => ({
      id: newId(),
      funding_id: id,
      key,
      value,
      source,
      source_on: sourceOn,
      written_at: at,
      written_by: by.personId,
    }));
    if (rows.length > 0) await tx.insertInto("funding_rules").values(rows).execute();
    const tranches = await tranchesOf(tx, [id]);
    for (const { id: trancheId, expectedOn } of change.tranches ?? []) {
      found(tranches.find((one) => one.id === trancheId));
      await tx.updateTable("tranches").set({ expected_on: expectedOn }).where("id", "=", trancheId).execute();
    }
    const details = { fields: Object.keys(change), rules: changed.map(({ key, value }) => `${key}=${value}`) };
    return { action: "funding.change", subject: { kind: "funding", id }, details, result: project.id };
  });
}

export type Receipt =
  | { trancheId: string; receivedOn: Day; amountOre: number; corrects?: undefined }
  | { corrects: string; reason: string };

/** Writes down money that came, or takes a receipt back by one with the opposite amount. @throws Refusal funding.already_corrected */
export async function writeReceipt(installation: Installation, actor: Actor, id: string, given: Receipt): Promise<string> {
  const projectId = await projectOfFunding(installation.db, id);
  return await onProject(installation, actor, projectId, "runs", async ({ tx, project, at, today, actor: by }) => {
    const written = { id: newId(), written_at: at, written_by: by.personId };
    if (given.corrects === undefined) {
      const { trancheId, receivedOn, amountOre } = given;
      found((await tranchesOf(tx, [id])).find((one) => one.id === trancheId));
      await tx
        .insertInto("tranche_receipts")
        .values({ ...written, tranche_id: trancheId, received_on: receivedOn, amount_ore: amountOre })
        .execute();
    } else {
      const wrong = found((await receiptsOf(tx, [id])).find((one) => one.id === given.corrects));
      if (wrong.correctsId !== null) throw fundingRefusals.alreadyCorrected();
      const opposite = { tranche_id: wrong.trancheId, received_on: today, amount_ore: -wrong.amountOre };
      await tx
        .insertInto("tranche_receipts")
        .values({ ...written, ...opposite, corrects_id: wrong.id, reason: given.reason })
        .execute();
    }
    const action = given.corrects === undefined ? "funding.receive" : "funding.correct_receipt";
    return { action, subject: { kind: "funding", id }, details: { receiptId: written.id }, result: project.id };
  });
}

/** Sets a day something is to be with the funder. @throws Refusal funding.deadline_twice */
export async function addDeadline(
  installation: Installation,
  actor: Actor,
  id: string,
  given: { kind: string; dueOn: Day },
): Promise<string> {
  const projectId = await projectOfFunding(installation.db, id);
  return await onProject(installation, actor, projectId, "runs", async ({ tx, project }) => {
    const deadlineId = newId();
    await tx.insertInto("funding_deadlines").values({ id: deadlineId, funding_id: id, kind: given.kind, due_on: given.dueOn }).execute();
    return { action: "funding.set_deadline", subject: { kind: "funding", id }, details: { ...given }, result: project.id };
  });
}

/** Says that a deadline is met, or that it is not after all. */
export async function meetDeadline(installation: Installation, actor: Actor, id: string, doneOn: Day | null): Promise<string> {
  const { db } = installation;
  const of = await db.selectFrom("funding_deadlines").select("funding_id").where("id", "=", id).executeTakeFirst();
  const projectId = of && (await projectOfFunding(db, of.funding_id));
  return await onProject(installation, actor, projectId, "runs", async ({ tx, project }) => {
    const fundingId = of?.funding_id ?? "";
    found((await deadlinesOf(tx, [fundingId])).find((one) => one.id === id));
    await tx.updateTable("funding_deadlines").set({ done_on: doneOn }).where("id", "=", id).execute();
    return { action: "funding.meet_deadline", subject: { kind: "funding", id: fundingId }, details: { id, doneOn }, result: project.id };
  });
}

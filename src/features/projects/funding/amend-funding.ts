import type { Actor } from "../../../platform/access/actor.ts";
import { found } from "../../../platform/access/authorize.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import { sameVersion } from "../../../platform/http/version.ts";
import type { Installation } from "../../../platform/installation.ts";
import type { Day } from "../../../platform/time/day.ts";
import { onProject } from "../on-project.ts";
import type { AwaitedReport } from "./funder-rules.ts";
import { deadlinesOf, fundingsOf, projectOfFunding, tranchesOf } from "./queries.ts";
import { fundingRefusals } from "./refusals.ts";

export interface TrancheGiven {
  /** The one that is changed; a new one when left out. */
  id?: string | undefined;
  amountOre: number;
  expectedOn?: Day | null | undefined;
  condition?: string | null | undefined;
  /** As it was when left out. */
  awaits?: AwaitedReport | null | undefined;
}

export interface Amendment {
  reason: string;
  /** The day the funder agreed, and by what; null: it was not asked. */
  agreedOn?: Day | null | undefined;
  agreedReference?: string | undefined;
  amountOre?: number | undefined;
  /** All of them in order; one left out is taken away. As they were when left out as a whole. */
  tranches?: TrancheGiven[] | undefined;
  deadlines?: { id: string; dueOn: Day }[] | undefined;
}

/**
 * Changes what was decided after the award: the sum, its tranches and its deadlines, with a reason and whether the funder has agreed. What
 * it was stays in the history. @throws Refusal funding.tranches_differ, funding.tranche_received, funding.deadline_met, funding.nothing_changed
 */
export async function amendFunding(
  installation: Installation,
  actor: Actor,
  id: string,
  given: Amendment,
  expected: number | undefined,
): Promise<string> {
  const projectId = await projectOfFunding(installation.db, id);
  return await onProject(installation, actor, projectId, "runs", async ({ tx, project, at, actor: by }) => {
    const funding = found((await fundingsOf(tx, project.id)).find((one) => one.id === id));
    sameVersion(expected, funding);
    const before = await standOf(tx, id, funding.amountOre);
    const amountOre = given.amountOre ?? funding.amountOre;
    await tx
      .updateTable("fundings")
      .set({ amount_ore: amountOre, version: funding.version + 1 })
      .where("id", "=", id)
      .execute();
    if (given.tranches) await writeTranches(tx, id, given.tranches);
    const tranches = await tranchesOf(tx, [id]);
    if (tranches.length > 0 && tranches.reduce((sum, one) => sum + one.amountOre, 0) !== amountOre) throw fundingRefusals.tranchesDiffer();
    for (const { id: deadlineId, dueOn } of given.deadlines ?? []) await moveDeadline(tx, id, deadlineId, dueOn);
    const after = await standOf(tx, id, amountOre);
    if (JSON.stringify(before) === JSON.stringify(after)) throw fundingRefusals.nothingChanged();
    const said = { reason: given.reason, agreed_on: given.agreedOn ?? null, agreed_reference: given.agreedReference || null };
    const stands = { before: JSON.stringify(before), after: JSON.stringify(after) };
    await tx
      .insertInto("funding_changes")
      .values({ id: newId(), funding_id: id, ...said, ...stands, changed_at: at, changed_by: by.personId })
      .execute();
    return { action: "funding.amend", subject: { kind: "funding", id }, reason: given.reason, result: project.id };
  });
}

/** An award as it stands, for its history. */
export interface Stand {
  amountOre: number;
  tranches: { number: number; amountOre: number; expectedOn: Day | null; condition: string | null; awaits?: AwaitedReport | null }[];
  deadlines: { kind: string; dueOn: Day }[];
}

async function standOf(tx: Tx, id: string, amountOre: number): Promise<Stand> {
  const tranches = await tranchesOf(tx, [id]);
  const deadlines = await deadlinesOf(tx, [id]);
  return {
    amountOre,
    tranches: tranches.map(({ number, amountOre: ore, expectedOn, condition, awaits }) => ({
      ...{ number, amountOre: ore, expectedOn, condition, awaits },
    })),
    deadlines: deadlines.map(({ kind, dueOn }) => ({ kind, dueOn })),
  };
}

// what money has come for stays a tranche; the others may go
async function writeTranches(tx: Tx, fundingId: string, given: readonly TrancheGiven[]): Promise<void> {
  const before = await tranchesOf(tx, [fundingId]);
  const gone = before.filter(({ id }) => !given.some((one) => one.id === id));
  const receipts = await tx
    .selectFrom("tranche_receipts")
    .select("tranche_id")
    .where("tranche_id", "in", [...gone.map(({ id }) => id), newId()])
    .execute();
  if (receipts.length > 0) throw fundingRefusals.trancheReceived();
  for (const { id } of gone) await tx.deleteFrom("tranches").where("id", "=", id).execute();
  // numbers are one of a kind at every moment, so they first step aside
  for (const { id, number } of before)
    await tx
      .updateTable("tranches")
      .set({ number: number + 1_000 })
      .where("id", "=", id)
      .execute();
  for (const [place, { id, amountOre, expectedOn, condition, awaits }] of given.entries()) {
    const waits = awaits === undefined ? {} : { awaits };
    const values = { number: place + 1, amount_ore: amountOre, expected_on: expectedOn ?? null, condition: condition || null, ...waits };
    if (id === undefined) {
      await tx
        .insertInto("tranches")
        .values({ id: newId(), funding_id: fundingId, ...values })
        .execute();
      continue;
    }
    found(before.find((one) => one.id === id));
    await tx.updateTable("tranches").set(values).where("id", "=", id).execute();
  }
}

async function moveDeadline(tx: Tx, fundingId: string, id: string, dueOn: Day): Promise<void> {
  const deadline = found((await deadlinesOf(tx, [fundingId])).find((one) => one.id === id));
  if (deadline.dueOn === dueOn) return;
  if (deadline.doneOn !== null) throw fundingRefusals.deadlineMet();
  await tx.updateTable("funding_deadlines").set({ due_on: dueOn }).where("id", "=", id).execute();
}

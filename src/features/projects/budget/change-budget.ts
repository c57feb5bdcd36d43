import type { Actor } from "../../../platform/access/actor.ts";
import { found } from "../../../platform/access/authorize.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { announce } from "../../../platform/outbox.ts";
import { type OnProject, onProject } from "../on-project.ts";
import { balanceOf, costKinds, financingKinds, type LineKind, type Side } from "./balance.ts";
import { linesOf, versionsOf } from "./queries.ts";
import { budgetRefusals } from "./refusals.ts";

export interface LineGiven {
  /** Of a line there is; left out for a new one. */
  id?: string | undefined;
  side: Side;
  kind: LineKind;
  text: string;
  isInKind: boolean;
  amountOre: number;
  /** Of a grant: the award it is. */
  fundingId?: string | undefined;
  /** Of a cost: the place in this list, from 0, of the line that pays for it. */
  financedBy?: number | undefined;
}

/**
 * Writes the draft of a budget: the first, or one that is to revise what was approved. It may be out of balance until it is approved.
 * @throws Refusal budget.reason_missing, budget.line_in_use, budget.wrong_line
 */
export async function changeBudget(
  installation: Installation,
  actor: Actor,
  project: string,
  { lines, reason }: { lines: LineGiven[]; reason?: string | undefined },
): Promise<void> {
  await onProject(installation, actor, project, "runs", async (given) => {
    const { tx, at, actor: by } = given;
    const projectId = given.project.id;
    const versions = await versionsOf(tx, projectId);
    const last = versions.at(-1);
    const isDraft = last !== undefined && last.approvedAt === null;
    const number = isDraft ? last.number : (last?.number ?? 0) + 1;
    const why = reason || (isDraft ? last.reason : null);
    if (number > 1 && !why) throw budgetRefusals.reasonMissing();
    const ids = await writeLines(given, lines);
    const { money, inKind } = balanceOf(lines);
    const sums = {
      cost_ore: money.costOre + inKind.costOre,
      financing_ore: money.financingOre + inKind.financingOre,
      cost_in_kind_ore: inKind.costOre,
      financing_in_kind_ore: inKind.financingOre,
    };
    if (isDraft) await tx.deleteFrom("budgets").where("project_id", "=", projectId).where("number", "=", number).execute();
    await tx
      .insertInto("budgets")
      .values({ project_id: projectId, number, reason: why ?? null, written_at: at, written_by: by.personId, ...sums })
      .execute();
    const amounts = lines.map(({ text, amountOre, financedBy }, place) => ({
      project_id: projectId,
      number,
      line_id: ids[place] ?? "",
      place,
      text,
      amount_ore: amountOre,
      financed_by_id: financedBy === undefined ? null : (ids[financedBy] ?? null),
    }));
    if (amounts.length > 0) await tx.insertInto("budget_amounts").values(amounts).execute();
    return { action: "budget.change", details: { number, ...sums }, result: undefined };
  });
}

/** Approves the draft. Costs must equal financing, in money and in kind each. @throws Refusal budget.unbalanced, budget.nothing_to_approve */
export async function approveBudget(installation: Installation, actor: Actor, project: string): Promise<void> {
  await onProject(installation, actor, project, "runs", async ({ tx, at, project: { id, organizationId }, actor: by }) => {
    const draft = (await versionsOf(tx, id)).find(({ approvedAt }) => approvedAt === null);
    if (!draft) throw budgetRefusals.nothingToApprove();
    const lines = await linesOf(tx, id);
    const balance = balanceOf(lines.map((line) => ({ ...line, amountOre: line.draftOre ?? 0 })));
    if (!balance.isBalanced) throw budgetRefusals.unbalanced({ balance });
    await tx
      .updateTable("budgets")
      .set({ approved_at: at, approved_by: by.personId })
      .where("project_id", "=", id)
      .where("number", "=", draft.number)
      .execute();
    await announce(tx, [{ at, topic: "project.budget_approved", organizationIds: [organizationId], payload: { projectId: id } }]);
    return { action: "budget.approve", details: { number: draft.number }, result: undefined };
  });
}

/** Says what lines are believed to come to in the end. What was believed before stays in the rows. */
export async function forecastBudget(
  installation: Installation,
  actor: Actor,
  project: string,
  forecasts: readonly { lineId: string; amountOre: number }[],
): Promise<void> {
  await onProject(installation, actor, project, "runs", async ({ tx, at, project: { id }, actor: by }) => {
    const lines = await linesOf(tx, id);
    const changed = forecasts.filter(({ lineId, amountOre }) => found(lines.find((one) => one.id === lineId)).forecastOre !== amountOre);
    const rows = changed.map(({ lineId, amountOre }) => ({
      id: newId(),
      line_id: lineId,
      amount_ore: amountOre,
      written_at: at,
      written_by: by.personId,
    }));
    if (rows.length > 0) await tx.insertInto("budget_forecasts").values(rows).execute();
    return { action: "budget.forecast", details: { lines: rows.length }, result: undefined };
  });
}

// a line keeps its identity and what it is; one that is left out goes out of this version
async function writeLines({ tx, project }: OnProject, lines: readonly LineGiven[]): Promise<string[]> {
  const before = await linesOf(tx, project.id);
  const fundings = await tx.selectFrom("fundings").select("id").where("project_id", "=", project.id).execute();
  for (const line of lines) {
    const kinds: readonly string[] = line.side === "cost" ? costKinds : financingKinds;
    const paying = line.financedBy === undefined ? undefined : lines[line.financedBy];
    const isGrant = line.kind === "grant" && !line.isInKind && fundings.some(({ id }) => id === line.fundingId);
    const paysRight = line.side === "cost" && paying?.side === "financing" && paying.isInKind === line.isInKind;
    if (!kinds.includes(line.kind) || (line.fundingId !== undefined && !isGrant) || (line.financedBy !== undefined && !paysRight))
      throw budgetRefusals.wrongLine({ line: line.text });
  }
  const given = new Set(lines.map(({ id }) => id));
  const gone = before.find(({ id, actualOre }) => !given.has(id) && actualOre !== 0);
  if (gone) throw budgetRefusals.lineInUse({ line: gone.text });
  const ids: string[] = [];
  for (const { id, side, kind, isInKind, fundingId, text } of lines) {
    const known = id === undefined ? undefined : found(before.find((one) => one.id === id));
    if (known && ids.includes(known.id)) throw budgetRefusals.wrongLine({ line: text });
    const isSame = known && known.side === side && known.isInKind === isInKind;
    if (known && !isSame && known.actualOre !== 0) throw budgetRefusals.lineInUse({ line: text });
    const row = { side, kind, is_in_kind: isInKind, funding_id: fundingId ?? null };
    if (known) await tx.updateTable("budget_lines").set(row).where("id", "=", known.id).execute();
    const lineId = known?.id ?? newId();
    if (!known)
      await tx
        .insertInto("budget_lines")
        .values({ id: lineId, project_id: project.id, ...row })
        .execute();
    ids.push(lineId);
  }
  return ids;
}

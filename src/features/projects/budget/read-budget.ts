import type { Db } from "../../../platform/database/database.ts";
import { actualBalance, balanceOf } from "./balance.ts";
import { type BudgetLine, linesOf, versionsOf } from "./queries.ts";

/** What of a line counts when something is compared with the plan: what is approved, else what is being worked on. */
export function plannedOre(line: Pick<BudgetLine, "revisedOre" | "draftOre">, hasApproved: boolean): number {
  return (hasApproved ? line.revisedOre : line.draftOre) ?? 0;
}

/** A budget with its versions, its balance and what has been booked. */
export async function budgetOf(db: Db, projectId: string, period: { from?: string; until?: string } = {}) {
  const [versions, lines] = await Promise.all([versionsOf(db, projectId), linesOf(db, projectId, period)]);
  const draft = versions.find(({ approvedAt }) => approvedAt === null)?.number ?? null;
  const hasApproved = versions.some(({ approvedAt }) => approvedAt !== null);
  // the version one looks at: the draft while there is one
  const shown = lines.map((line) => ({ ...line, amountOre: (draft === null ? line.revisedOre : line.draftOre) ?? 0 }));
  const counted = lines.map((line) => ({ ...line, plannedOre: plannedOre(line, hasApproved) }));
  return { versions, draft, hasApproved, lines, balance: balanceOf(shown), actual: actualBalance(counted) };
}

export type Budget = Awaited<ReturnType<typeof budgetOf>>;

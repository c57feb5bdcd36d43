import { found } from "../../../platform/access/authorize.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { type BudgetLine, linesOf } from "../budget/queries.ts";
import { budgetRefusals } from "../budget/refusals.ts";
import type { RuleKey } from "../funding/funder-rules.ts";
import { rulesOf, valuesOf } from "../funding/queries.ts";

/** Where something is booked: the cost line, what pays for it, and what the funder behind that asks for. */
export interface Booked {
  line: BudgetLine;
  financing: BudgetLine | undefined;
  rules: Partial<Record<RuleKey, number>>;
}

/** Finds the cost line, and the line that pays: the one named, else the one the budget has for it. @throws Refusal budget.wrong_line */
export async function entryLine(tx: Tx, projectId: string, lineId: string, financingLineId?: string): Promise<Booked> {
  const lines = await linesOf(tx, projectId);
  const line = found(lines.find(({ id, side }) => id === lineId && side === "cost"));
  const payingId = financingLineId ?? line.financedById;
  const financing = payingId === null ? undefined : found(lines.find(({ id, side }) => id === payingId && side === "financing"));
  if (financing && financing.isInKind !== line.isInKind) throw budgetRefusals.wrongLine({ line: financing.text });
  const rules = financing?.fundingId ? valuesOf(await rulesOf(tx, [financing.fundingId])) : {};
  return { line, financing, rules };
}

import type { Actor } from "../../../platform/access/actor.ts";
import { found } from "../../../platform/access/authorize.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { type Day, dayIn } from "../../../platform/time/day.ts";
import { onProject, workedOn } from "../on-project.ts";
import { entryLine } from "./entry-line.ts";
import { expensesOf } from "./queries.ts";
import { expenseRefusals } from "./refusals.ts";

export interface NewExpense {
  lineId: string;
  /** What pays for it; left out, what the budget has for the line. */
  financingLineId?: string | undefined;
  day: Day;
  text: string;
  supplier?: string | undefined;
  amountOre: number;
}

/** Books an expense. @returns its id. @throws Refusal expense.wrong_line, expense.in_the_future, budget.wrong_line */
export async function addExpense(installation: Installation, actor: Actor, project: string, given: NewExpense): Promise<string> {
  return await onProject(installation, actor, project, "works", async ({ tx, project: { id: projectId }, at, actor: by }) => {
    const { line, financing } = await entryLine(tx, projectId, given.lineId, given.financingLineId);
    if (line.kind === "hours") throw expenseRefusals.wrongLine();
    if (given.day > dayIn(at, "Europe/Oslo")) throw expenseRefusals.inTheFuture({ day: given.day });
    const id = newId();
    await tx
      .insertInto("project_expenses")
      .values({
        id,
        project_id: projectId,
        line_id: line.id,
        financing_line_id: financing?.id ?? null,
        day: given.day,
        text: given.text,
        supplier: given.supplier || null,
        amount_ore: given.amountOre,
        written_at: at,
        written_by: by.personId,
      })
      .execute();
    return { action: "expense.add", subject: { kind: "expense", id }, details: { amountOre: given.amountOre }, result: id };
  });
}

/** Takes an expense back by one with the opposite amount, on the same day, so that its period comes right. @throws Refusal expense.already_corrected */
export async function correctExpense(installation: Installation, actor: Actor, id: string, reason: string): Promise<string> {
  const of = await installation.db.selectFrom("project_expenses").select("project_id").where("id", "=", id).executeTakeFirst();
  return await onProject(installation, actor, of?.project_id, "runs", async ({ tx, project, at, actor: by }) => {
    const wrong = found(await expensesOf(tx, project.id).where("e.id", "=", id).executeTakeFirst());
    if (wrong.correctsId !== null || wrong.correctedById !== null) throw expenseRefusals.alreadyCorrected();
    await tx
      .insertInto("project_expenses")
      .values({
        id: newId(),
        project_id: project.id,
        line_id: wrong.lineId,
        financing_line_id: wrong.financingLineId,
        day: wrong.day,
        text: wrong.text,
        supplier: wrong.supplier,
        amount_ore: -wrong.amountOre,
        corrects_id: id,
        reason,
        written_at: at,
        written_by: by.personId,
      })
      .execute();
    return { action: "expense.correct", subject: { kind: "expense", id }, reason, result: project.id };
  });
}

export async function listExpenses({ db }: Installation, actor: Actor, idOrSlug: string, limit: number, after: [Day, string] | undefined) {
  const project = await workedOn(db, actor, idOrSlug);
  return await expensesOf(db, project.id)
    .$if(after !== undefined, (query) =>
      query.where((where) =>
        where.or([
          where("e.day", "<", after?.[0] ?? ""),
          where.and([where("e.day", "=", after?.[0] ?? ""), where("e.id", "<", after?.[1] ?? "")]),
        ]),
      ),
    )
    .orderBy("e.day", "desc")
    .orderBy("e.id", "desc")
    .limit(limit + 1)
    .execute();
}

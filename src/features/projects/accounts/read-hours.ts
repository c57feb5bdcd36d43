import type { Actor } from "../../../platform/access/actor.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { addDays, type Day, dayIn } from "../../../platform/time/day.ts";
import { type BudgetLine, linesOf } from "../budget/queries.ts";
import { hourRate } from "../funding/funder-rules.ts";
import { rulesOf, valuesOf } from "../funding/queries.ts";
import { workedOn } from "../on-project.ts";
import { mayRunProject } from "../policy.ts";
import { peopleAt } from "../queries.ts";
import { daysOf, waitingHours, workersOf } from "./queries.ts";

/** A week of hours: of everybody for those who run the project, else one's own. What somebody earns only those who run it see. */
export async function readHours({ db, now }: Installation, actor: Actor, idOrSlug: string, week: Day | undefined) {
  const project = await workedOn(db, actor, idOrSlug);
  const today = dayIn(now(), "Europe/Oslo");
  const from = mondayOf(week ?? today);
  const until = addDays(from, 6);
  const runs = mayRunProject(actor, project);
  const me = actor.kind === "person" ? actor.personId : "";
  const [workers, lines, days, waiting, candidates] = await Promise.all([
    workersOf(db, project.id, until),
    linesOf(db, project.id),
    daysOf(db, project.id, { from, until, personId: runs ? undefined : me }),
    runs ? waitingHours(db, project.id) : [],
    runs ? peopleAt(db, project.organizationId, today) : [],
  ]);
  const hourLines = lines.filter(({ kind, side }) => side === "cost" && kind === "hours");
  const rules = runs ? await rulesByLine(db, hourLines, lines) : [];
  return {
    from,
    until,
    people: workers
      .filter(({ id }) => runs || id === me)
      .map((worker) => ({
        ...(runs ? worker : { ...worker, yearlySalaryOre: null, rateOre: null }),
        costs: rules.flatMap(({ line, values }) => costOn(line, worker, values)),
      })),
    candidates,
    lines: hourLines.map(({ id, text, isInKind }) => ({ id, text, isInKind })),
    days,
    waiting: waiting.map((one) => ({ ...one, mayApprove: one.personId !== me })),
    abilities: { approve: runs, setRates: runs, write: workers.some(({ id }) => id === me), writeForOthers: runs },
  };
}

type Worker = Awaited<ReturnType<typeof workersOf>>[number];
type Values = ReturnType<typeof valuesOf>;

// what the funder behind each line asks for, by the line that pays in the budget
async function rulesByLine(db: Db, hourLines: readonly BudgetLine[], lines: readonly BudgetLine[]) {
  const funded = hourLines.map((line) => ({ line, fundingId: lines.find(({ id }) => id === line.financedById)?.fundingId ?? null }));
  const all = await rulesOf(db, [...new Set(funded.flatMap(({ fundingId }) => fundingId ?? []))]);
  return funded.map(({ line, fundingId }) => ({ line, values: valuesOf(all.filter((rule) => rule.fundingId === fundingId)) }));
}

// what an hour costs on a line; nothing where no rule makes a rate of the salary
function costOn({ id: lineId, text: line }: BudgetLine, worker: Worker, values: Values) {
  const rate = hourRate(worker, values);
  if (!rate) return [];
  const uncapped = hourRate(worker, { ...values, hour_cap_ore: undefined });
  const perTenThousand = worker.rateOre === null ? (values.salary_per_10000 ?? null) : null;
  return [{ lineId, line, ...rate, perTenThousand, isCapped: uncapped !== undefined && uncapped.rateOre > rate.rateOre }];
}

function mondayOf(day: Day): Day {
  return addDays(day, 1 - Temporal.PlainDate.from(day).dayOfWeek);
}

import type { Actor } from "../../../platform/access/actor.ts";
import type { Installation } from "../../../platform/installation.ts";
import { addDays, type Day, dayIn } from "../../../platform/time/day.ts";
import { linesOf } from "../budget/queries.ts";
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
  return {
    from,
    until,
    people: workers
      .filter(({ id }) => runs || id === me)
      .map((worker) => (runs ? worker : { ...worker, yearlySalaryOre: null, rateOre: null })),
    candidates,
    lines: lines.filter(({ kind, side }) => side === "cost" && kind === "hours").map(({ id, text, isInKind }) => ({ id, text, isInKind })),
    days,
    waiting: waiting.map((one) => ({ ...one, mayApprove: one.personId !== me })),
    abilities: { approve: runs, setRates: runs, write: workers.some(({ id }) => id === me), writeForOthers: runs },
  };
}

function mondayOf(day: Day): Day {
  return addDays(day, 1 - Temporal.PlainDate.from(day).dayOfWeek);
}

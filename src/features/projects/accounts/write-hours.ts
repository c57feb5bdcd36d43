import type { Actor } from "../../../platform/access/actor.ts";
import { found } from "../../../platform/access/authorize.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import type { Day } from "../../../platform/time/day.ts";
import { requirePersonAt } from "../change-project.ts";
import { hourRate } from "../funding/funder-rules.ts";
import { type OnProject, onProject } from "../on-project.ts";
import { mayRunProject } from "../policy.ts";
import { entryLine } from "./entry-line.ts";
import { rowsToReach } from "./hours.ts";
import { minutesOf, rateOn, writtenHours } from "./queries.ts";
import { hourRefusals } from "./refusals.ts";

/** Says what somebody costs from a day on, which is also who works on the project. Hours already written keep their rate. */
export async function setRate(
  installation: Installation,
  actor: Actor,
  project: string,
  given: { personId: string; from: Day; yearlySalaryOre?: number | undefined; rateOre?: number | undefined },
): Promise<void> {
  await onProject(installation, actor, project, "runs", async ({ tx, project: { id, organizationId }, at, today, actor: by }) => {
    await requirePersonAt(tx, organizationId, given.personId, today);
    await tx
      .insertInto("project_rates")
      .values({
        id: newId(),
        project_id: id,
        person_id: given.personId,
        from_day: given.from,
        yearly_salary_ore: given.yearlySalaryOre ?? null,
        rate_ore: given.rateOre ?? null,
        written_at: at,
        written_by: by.personId,
      })
      .execute();
    // what somebody earns is not for the log
    return { action: "hours.set_rate", subject: { kind: "person", id: given.personId }, details: { projectId: id }, result: undefined };
  });
}

export interface DayOfHours {
  lineId: string;
  day: Day;
  /** What the day comes to on the line; 0 takes it back. */
  minutes: number;
  note?: string | undefined;
}

/**
 * Brings days to so many minutes. What stands is never changed: the difference is written, and waits to be approved by another.
 * @throws Refusal any of `hours`
 */
export async function writeHours(
  installation: Installation,
  actor: Actor,
  project: string,
  { personId, days }: { personId?: string | undefined; days: DayOfHours[] },
): Promise<void> {
  await onProject(installation, actor, project, "works", async (given) => {
    const whose = personId ?? given.actor.personId;
    // others write for somebody only when they run the project; the person is told nothing else than of an unknown one
    if (whose !== given.actor.personId) found(mayRunProject(given.actor, given.project) || undefined);
    let written = 0;
    for (const day of days) written += await writeDay(given, whose, day);
    return { action: "hours.write", details: { personId: whose, rows: written }, result: undefined };
  });
}

/** Approves what somebody has written in a time. @throws Refusal hours.by_another, hours.nothing_to_approve */
export async function approveHours(
  installation: Installation,
  actor: Actor,
  project: string,
  { personId, from, until }: { personId: string; from: Day; until: Day },
): Promise<void> {
  await onProject(installation, actor, project, "runs", async ({ tx, project: { id }, at, actor: by }) => {
    if (by.personId === personId) throw hourRefusals.byAnother();
    const approved = await tx
      .updateTable("project_hours")
      .set({ approved_at: at, approved_by: by.personId })
      .where("project_id", "=", id)
      .where("person_id", "=", personId)
      .where("day", ">=", from)
      .where("day", "<=", until)
      .where("approved_at", "is", null)
      .returning("minutes")
      .execute();
    if (approved.length === 0) throw hourRefusals.nothingToApprove();
    const minutes = approved.reduce((sum, row) => sum + row.minutes, 0);
    return { action: "hours.approve", details: { personId, from, until, minutes }, result: undefined };
  });
}

async function writeDay({ tx, project, at, today, actor }: OnProject, personId: string, given: DayOfHours): Promise<number> {
  const { day, minutes } = given;
  const { line, financing, rules } = await entryLine(tx, project.id, given.lineId);
  if (line.kind !== "hours") throw hourRefusals.notHours();
  const written = await writtenHours(tx, line.id, personId, day);
  const before = written.reduce((sum, one) => sum + one.minutes, 0);
  if (minutes === before) return 0;
  if (day < project.from_day || day > project.to_day || day > today) throw hourRefusals.outsideProject({ day });
  const known = await rateOn(tx, project.id, personId, day);
  if (!known) throw hourRefusals.noRate();
  const rate = hourRate(known, rules);
  if (!rate) throw hourRefusals.noSalaryRule();
  const all = await minutesOf(tx, personId, day, financing?.fundingId ?? null);
  if (all.day + minutes - before > 24 * 60) throw hourRefusals.dayFull({ day });
  const most = rules.hours_a_year;
  if (most !== undefined && minutes > before && all.year + minutes - before > most * 60)
    throw hourRefusals.yearFull({ year: day.slice(0, 4), most });
  const rows = rowsToReach(minutes, { ...rate, financingLineId: financing?.id ?? null }, written).map((row) => ({
    id: newId(),
    project_id: project.id,
    line_id: line.id,
    financing_line_id: row.financingLineId,
    person_id: personId,
    day,
    minutes: row.minutes,
    rate_ore: row.rateOre,
    cap_ore: row.capOre,
    amount_ore: row.amountOre,
    note: given.note || null,
    written_at: at,
    written_by: actor.personId,
  }));
  await tx.insertInto("project_hours").values(rows).execute();
  return rows.length;
}

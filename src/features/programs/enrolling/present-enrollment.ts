import type { Actor } from "../../../platform/access/actor.ts";
import { addDays, type Day } from "../../../platform/time/day.ts";
import { toldJobs } from "../jobs/count-jobs.ts";
import { presentObservation } from "../observing/present-observation.ts";
import { isFounder, mayAdvise, mayRunProgram } from "../policy.ts";
import type { ProgramRow } from "../queries.ts";
import { outcomeOf } from "./outcome.ts";
import type { EnrollmentRow, MilestoneRow, NoteRow } from "./queries.ts";

const daysOfAYear = 365;

export function presentEnrollment(row: EnrollmentRow, today: Day) {
  const outcome = outcomeOf(row, row.observations);
  return {
    id: row.id,
    organization: { id: row.organizationId, slug: row.organizationSlug, name: row.name, organizationNumber: row.organizationNumber },
    ...{ legalForm: row.legalForm, foundedOn: row.foundedOn },
    ...{ intake: row.intakeOn, exit: row.exitOn, exitType: row.exitType, lastEvidence: row.lastEvidenceOn },
    outcome: { type: outcome.type, endedOn: outcome.endedOn, lastEvidence: outcome.lastEvidenceOn },
    adviser: row.adviserId === null ? null : { id: row.adviserId, name: row.adviserName ?? "" },
    baseline: { fte: row.baselineFte, heads: row.baselineHeads, turnover: row.baselineTurnover },
    jobs: { fte: toldJobs(row, "fte", today), heads: toldJobs(row, "heads", today) },
    lastObservedOn: lastTold(row)?.on ?? null,
    needsCall: needsCall(row, today),
    version: row.version,
  };
}

type Parts = { program: ProgramRow; milestones: MilestoneRow[]; notes: NoteRow[]; today: Day };

export function presentWholeEnrollment(row: EnrollmentRow, { program, milestones, notes, today }: Parts, actor: Actor) {
  const edit = mayAdvise(actor, row);
  return {
    ...presentEnrollment(row, today),
    program: { id: program.id, slug: program.slug, name: program.names },
    observations: row.observations.toReversed().map(presentObservation),
    milestones,
    notes: notes.filter(({ isShared }) => edit || isShared).map(({ writtenAt, ...note }) => ({ ...note, writtenAt: writtenAt.toString() })),
    abilities: { edit, run: mayRunProgram(actor, program.organizationId), observe: edit || isFounder(actor, row) },
  };
}

/** Why somebody should call a startup, if anybody should. */
export function needsCall(row: EnrollmentRow, today: Day): "not_observed" | "unknown" | "register" | null {
  const { type, endedOn } = outcomeOf(row, row.observations);
  if (type === "unknown") return "unknown";
  if (endedOn !== null) return null;
  if (row.registerStatus !== null && ["bankrupt", "being_wound_up", "deleted"].includes(row.registerStatus)) return "register";
  return (lastTold(row)?.on ?? row.intakeOn) <= addDays(today, -daysOfAYear) ? "not_observed" : null;
}

/** What a person wrote last: the register knows neither turnover nor how it goes. */
export function lastTold({ observations }: EnrollmentRow) {
  return observations.findLast(({ source }) => source !== "register");
}

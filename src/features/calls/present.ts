import type { Actor } from "../../platform/access/actor.ts";
import { windowAt } from "./call.ts";
import { mayRunCall } from "./policy.ts";
import type { CallRow, PhaseRow } from "./queries.ts";

export function presentLine(row: CallRow, now: Temporal.Instant) {
  return {
    id: row.id,
    slug: row.slug,
    kind: row.kind,
    title: row.titles,
    organization: { id: row.organization_id, slug: row.organization_slug, name: row.organization_name },
    status: row.status,
    opensAt: row.opens_at.toString(),
    closesAt: row.closes_at.toString(),
    timeZone: row.time_zone,
    graceMinutes: row.grace_minutes,
    windowState: windowAt(row, now),
  };
}

export function presentPhase({ number, names, opened_at, closed_at, criteria }: PhaseRow) {
  return {
    number,
    name: names,
    openedAt: opened_at?.toString() ?? null,
    closedAt: closed_at?.toString() ?? null,
    criteria: criteria.map(({ names: name, descriptions: description, ...criterion }) => ({ ...criterion, name, description })),
  };
}

type Whole = {
  row: CallRow;
  phases: PhaseRow[];
  ruleNames: Map<string, string>;
  awarded: { id: string; title: string; organization: string | null }[];
  isFormFrozen: boolean;
};

export function presentCall({ row, phases, ruleNames, awarded, isFormFrozen }: Whole, actor: Actor, now: Temporal.Instant) {
  const line = presentLine(row, now);
  const runs = mayRunCall(actor, row.organization_id);
  return {
    ...line,
    descriptions: row.descriptions,
    questions: row.questions,
    eligibility: row.eligibility,
    ruleNames: Object.fromEntries(ruleNames),
    isBlind: row.is_blind,
    appealNotes: row.texts,
    sponsors: row.sponsors,
    event: row.event_id && row.event_slug && row.event_titles ? { id: row.event_id, slug: row.event_slug, title: row.event_titles } : null,
    phases: phases.map(presentPhase),
    awarded,
    version: row.version,
    abilities: {
      run: runs,
      apply: row.status === "published" && (line.windowState === "open" || line.windowState === "grace"),
      changeForm: runs && !isFormFrozen,
      removePhases: runs ? phases.filter(({ is_relied_on: isReliedOn }) => !isReliedOn).map(({ number }) => number) : [],
    },
  };
}

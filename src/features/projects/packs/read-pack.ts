import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { Texts } from "../../../platform/database/schema.ts";
import type { Installation } from "../../../platform/installation.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { expensesOf, filesOf } from "../accounts/queries.ts";
import type { Pair, Side } from "../budget/balance.ts";
import { budgetOf, plannedOre } from "../budget/read-budget.ts";
import { ordinaryDeviationPercent } from "../funding/funder-rules.ts";
import { fundingsOf, rulesOf, valuesOf } from "../funding/queries.ts";
import { mayRunProject } from "../policy.ts";
import { activitiesOf, findProject, milestonesOf, type ProjectRow, partnersOf } from "../queries.ts";
import { answeringFunder, answersTo, readsAsFunder } from "./answers.ts";
import { deviationPercent, isOver, type Missing, missingIn } from "./pack.ts";
import { findPack, hoursWithin, namesOf, type PackRow } from "./queries.ts";

/** The accounts and activities of a report. Sent, it is kept as it was. */
export interface PackContent {
  isFinal: boolean;
  deviationLimitPercent: number;
  attestationOre: number | null;
  needsAttestation: boolean;
  lines: {
    id: string;
    side: Side;
    text: string;
    isInKind: boolean;
    plannedOre: number;
    /** From the start of the project to the end of the period. */
    actualOre: number;
    /** Within the period. */
    periodOre: number;
    deviationPercent: number | null;
    mustExplain: boolean;
    explanation: string;
  }[];
  actual: Pair;
  /** What was bought in the period, the first first, with its receipts; a report sent before they were kept has none. */
  expenses?: PackExpense[];
  hours: { personId: string; minutes: number; amountOre: number }[];
  activities: { id: string; slug: string; titles: Texts; day: string; registered: number; checkedIn: number }[];
  milestones: { title: string; plannedOn: string; forecastOn: string | null; doneOn: string | null; evidence: string | null }[];
  partners: { name: string; role: string | null }[];
  attachments: { id: string; kind: string; name: string }[];
  missing: Missing[];
}

export interface PackExpense {
  day: string;
  text: string;
  supplier: string | null;
  line: string;
  amountOre: number;
  receipts: string[];
}

/** Works out what is in a report now. */
export async function packContent(db: Db, project: ProjectRow, pack: PackRow): Promise<PackContent> {
  const funding = found((await fundingsOf(db, project.id)).find(({ id }) => id === pack.funding_id));
  const rules = valuesOf(await rulesOf(db, [funding.id]));
  const until = pack.to_day;
  const [toDate, within, hours, activities, milestones, partners, files, booked] = await Promise.all([
    budgetOf(db, project.id, { until }),
    budgetOf(db, project.id, { from: pack.from_day, until }),
    hoursWithin(db, project.id, pack.from_day, until),
    activitiesOf(db, project.id),
    milestonesOf(db, project.id),
    partnersOf(db, project.id),
    filesOf(db, project.id),
    expensesOf(db, project.id).where("e.day", ">=", pack.from_day).where("e.day", "<=", until).orderBy("e.day").orderBy("e.id").execute(),
  ]);
  // what was taken back, and what took it back, come to nothing
  const expenses = booked.filter(({ correctsId, correctedById }) => correctsId === null && correctedById === null);
  const receipts = new Set(expenses.flatMap((one) => one.receipts.map(({ id }) => id)));
  const isFinal = until >= project.to_day;
  const limit = rules.deviation_percent ?? ordinaryDeviationPercent;
  const lines = toDate.lines
    .map((line) => {
      const planned = plannedOre(line, toDate.hasApproved);
      const deviation = deviationPercent({ ...line, plannedOre: planned }, isFinal);
      return {
        id: line.id,
        side: line.side,
        text: line.text,
        isInKind: line.isInKind,
        plannedOre: planned,
        actualOre: line.actualOre,
        periodOre: within.lines.find(({ id }) => id === line.id)?.actualOre ?? 0,
        deviationPercent: deviation,
        mustExplain: line.side === "cost" && isOver(deviation, limit),
        explanation: pack.explanations[line.id] ?? "",
      };
    })
    .filter(({ plannedOre: planned, actualOre }) => planned !== 0 || actualOre !== 0);
  const attestationOre = rules.attestation_ore ?? null;
  const needsAttestation = isFinal && attestationOre !== null && funding.amountOre >= attestationOre;
  const dayOf = (at: Temporal.Instant, zone: string) => at.toZonedDateTimeISO(zone).toPlainDate().toString();
  const held = activities
    .map(({ starts_at, time_zone, ...event }) => ({ ...event, day: dayOf(starts_at, time_zone) }))
    .filter(({ day, status }) => status === "published" && day >= pack.from_day && day <= until);
  return {
    isFinal,
    deviationLimitPercent: limit,
    attestationOre,
    needsAttestation,
    lines,
    actual: toDate.actual,
    expenses: expenses.map(({ day, text, supplier, lineId, amountOre, receipts: kept }) => ({
      ...{ day, text, supplier, amountOre, receipts: kept.map(({ name }) => name) },
      line: toDate.lines.find(({ id }) => id === lineId)?.text ?? "",
    })),
    hours: hours.filter(({ minutes }) => minutes !== 0).map(({ personId, minutes, amountOre }) => ({ personId, minutes, amountOre })),
    activities: held.map(({ id, slug, titles, day, registered, checkedIn }) => ({ id, slug, titles, day, registered, checkedIn })),
    milestones: milestones.map(({ title, plannedOn, forecastOn, doneOn, evidence }) => ({
      title,
      plannedOn,
      forecastOn,
      doneOn,
      evidence,
    })),
    partners: partners.map(({ name, role }) => ({ name, role })),
    attachments: files
      .filter(({ id, fundingId, kind }) => fundingId === funding.id || (kind === "receipt" && receipts.has(id)))
      .map(({ id, kind, name }) => ({ id, kind, name })),
    missing: missingIn({
      hasBudget: toDate.hasApproved,
      narrative: pack.narrative,
      lines,
      differenceOre: toDate.actual.differenceOre,
      waitingMinutes: hours.reduce((sum, { waiting }) => sum + waiting, 0),
      needsAttestation,
      hasAttestation: files.some(({ fundingId, kind }) => fundingId === funding.id && kind === "auditor_statement"),
    }),
  };
}

/**
 * A report as it was sent, or as it is now, with the names people have today. Its funder, where it is here, reads it as it was sent last,
 * and not what is written since.
 */
export async function readPack({ db, now }: Pick<Installation, "db" | "now">, actor: Actor, id: string) {
  const pack = await findPack(db, id);
  const project = pack && (await findProject(db, pack.project_id));
  const runs = project !== undefined && mayRunProject(actor, project);
  const isFunder = pack !== undefined && readsAsFunder(actor, pack);
  const answers = pack && (runs || isFunder) ? await answersTo(db, pack.id) : [];
  const last = answers.at(-1);
  authorize(actor, runs || (isFunder && (pack.sent_at !== null || last !== undefined)));
  const of = found(project);
  const known = found(pack);
  const sentLast = runs || known.sent_at || !last ? undefined : { sent_at: last.sentAt, narrative: last.narrative, frozen: last.frozen };
  const row = { ...known, ...sentLast };
  const funding = found((await fundingsOf(db, of.id)).find((one) => one.id === row.funding_id));
  const content = row.frozen ?? (await packContent(db, of, row));
  const names = await namesOf(
    db,
    content.hours.map(({ personId }) => personId),
  );
  const hours = content.hours.map(({ personId, ...sums }) => ({ name: names.get(personId) ?? null, ...sums }));
  const isAnsweredHere = (await answeringFunder(db, row, dayIn(now(), "Europe/Oslo"))) !== null;
  const isOpen = known.sent_at !== null && known.accepted_on === null;
  const abilities = {
    edit: runs && known.sent_at === null,
    writeAcceptance: runs && isOpen && !isAnsweredHere,
    answer: isFunder && isOpen,
    seeProject: runs,
  };
  return { pack: row, project: of, funding, content: { ...content, hours }, answers, isAnsweredHere, abilities };
}

export type ReadPack = Awaited<ReturnType<typeof readPack>>;

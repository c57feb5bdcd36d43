import { auditAll } from "../../../platform/audit.ts";
import type { Db } from "../../../platform/database/database.ts";
import {
  type Cells,
  cellReader,
  differences,
  type ImportKind,
  type ImportScope,
  importKind,
  type Reason,
  refusedFor,
  type Verdict,
} from "../../../platform/imports/index.ts";
import { dateCell, integerCell, organizationNumberCell, type ParsedCell, vocabularyCell } from "../../../platform/sheets/index.ts";
import { type Status, statuses } from "../enrolling/outcome.ts";
import { type EnrollmentRow, findEnrollments } from "../enrolling/queries.ts";
import type { Interval } from "../jobs/interval.ts";
import { type Source, sources } from "../observing/shapes.ts";
import { type WrittenObservation, writeObservations } from "../observing/write-observation.ts";
import { intervalCell } from "./interval-cell.ts";
import { intoProgram, programOf } from "./into-program.ts";
import { type ObservationColumn, observationColumns, observationReasons, sourceWords } from "./observation-columns.ts";
import { outcomeWords } from "./outcome-words.ts";

type Row = {
  number: string;
  date: string;
  fte: Interval | null;
  heads: Interval | null;
  turnover: number | null;
  source: Source;
  status: Status;
};

/** Observations of a program's startups: one for each startup, day and source; the same again changes it. */
export const importObservations: ImportKind = importKind<ObservationColumn, Row, WrittenObservation>({
  name: "observations",
  labels: { nb: "Observasjoner", nn: "Observasjonar", en: "Observations" },
  columns: observationColumns,
  reasons: observationReasons,
  audience: "manager",
  into: intoProgram,
  label: ({ organizationNumber, date }) => [organizationNumber?.trim(), date?.trim()].filter(Boolean).join(", "),
  parse: parseObservation,
  open: openObservations,
});

const readSource = vocabularyCell(sources.map((key) => ({ key, ...sourceWords[key] })));
const readStatus = vocabularyCell(statuses.map((key) => ({ key, ...outcomeWords[key] })));

function parseObservation(cells: Cells<ObservationColumn>): { value: Row } | { reasons: Reason[] } {
  const { required, optional, reasons } = cellReader<ObservationColumn>(cells);
  const number = required("organizationNumber", organizationNumberCell);
  const date = required("date", dateCell)?.toString() ?? null;
  const row = {
    fte: optional("jobsFte", (raw) => intervalCell(raw, false)) ?? null,
    heads: optional("jobsHeads", (raw) => intervalCell(raw, true)) ?? null,
    turnover: optional("turnover", amountCell) ?? null,
    source: optional("source", readSource) ?? ("adviser" as const),
    status: optional("status", readStatus) ?? ("active" as const),
  };
  return number === null || date === null || reasons.length > 0 ? { reasons } : { value: { number, date, ...row } };
}

function amountCell(raw: string): ParsedCell<number> {
  const amount = integerCell(raw);
  return amount.ok && amount.value < 0 ? { ok: false, reason: "out-of-range" } : amount;
}

function openObservations(scope: ImportScope) {
  const programId = programOf(scope);
  const inFile = new Map<string, number>();
  let enrolled: Map<string, EnrollmentRow> | undefined;

  return {
    async plan(db: Db, rows: { number: number; value: Row }[]): Promise<Verdict<WrittenObservation>[]> {
      enrolled ??= new Map((await findEnrollments(db, { programIds: [programId] })).map((row) => [row.organizationNumber ?? "", row]));
      const startups = enrolled;
      return rows.map(({ number, value }) => planRow(startups, number, value));
    },
    async write(tx: Db, plans: WrittenObservation[]) {
      const { actor, now: at, organizationId } = scope;
      const by = actor !== "system" && actor.kind === "person" ? actor.personId : null;
      await writeObservations(tx, plans, { at, by });
      await auditAll(
        tx,
        plans.map(({ enrollment_id, observed_on, source }) => ({
          ...{ actor, at, organizationId, action: "program.observe", subject: { kind: "enrollment", id: enrollment_id } },
          details: { by: "import", on: observed_on, source },
        })),
      );
    },
  };

  function planRow(startups: Map<string, EnrollmentRow>, row: number, value: Row): Verdict<WrittenObservation> {
    const startup = startups.get(value.number);
    if (!startup) return refusedFor("not_enrolled", "organizationNumber", { value: value.number });
    if (value.date > scope.today) return refusedFor("in_the_future", "date", { value: value.date });
    if (value.date < startup.intakeOn) return refusedFor("before_intake", "date", { value: value.date, intake: startup.intakeOn });
    const key = `${value.number} ${value.date} ${value.source}`;
    const before = inFile.get(key);
    if (before !== undefined) return refusedFor("duplicate_in_file", "date", { row: before });
    inFile.set(key, row);
    const now = startup.observations.find(({ on, source }) => on === value.date && source === value.source);
    const plan = planOf(startup.id, value, now);
    if (!now) return { outcome: "create", plan };
    const changes = differences(
      {
        jobsFte: said(now.fteLeast, now.fteMost),
        jobsHeads: said(now.headsLeast, now.headsMost),
        turnover: now.turnover,
        status: now.status,
      },
      {
        jobsFte: said(plan.fte_least, plan.fte_most),
        jobsHeads: said(plan.heads_least, plan.heads_most),
        turnover: plan.turnover_kroner,
        status: plan.status,
      },
    );
    return changes.length === 0 ? { outcome: "same" } : { outcome: "change", changes, plan };
  }
}

// an empty cell leaves what is there
function planOf(
  enrollmentId: string,
  { date, fte, heads, turnover, source, status }: Row,
  now: EnrollmentRow["observations"][number] | undefined,
) {
  return {
    enrollment_id: enrollmentId,
    observed_on: date,
    fte_least: fte?.least ?? now?.fteLeast ?? null,
    fte_most: fte?.most ?? now?.fteMost ?? null,
    heads_least: heads?.least ?? now?.headsLeast ?? null,
    heads_most: heads?.most ?? now?.headsMost ?? null,
    turnover_kroner: turnover ?? now?.turnover ?? null,
    capital_raised_kroner: now?.capitalRaised ?? null,
    source,
    status,
  };
}

function said(least: number | null, most: number | null): string | null {
  if (least === null || most === null) return null;
  return least === most ? String(least) : `${least}–${most}`;
}

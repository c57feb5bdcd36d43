import type { Db } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
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
import { dateCell, organizationNumberCell, textCell, vocabularyCell } from "../../../platform/sheets/index.ts";
import type { Day } from "../../../platform/time/day.ts";
import { type MunicipalityOfDay, municipalityEver } from "../../geography/index.ts";
import { type Filling, freeSlug, slugOf } from "../../organizations/index.ts";
import { wrongDays } from "../enrolling/check-days.ts";
import { type ExitType, exitTypes } from "../enrolling/outcome.ts";
import { type EnrollmentColumn, enrollmentColumns, enrollmentReasons } from "./enrollment-columns.ts";
import { type EnrollmentFields, type EnrollmentPlan, type KnownStartup, startupsFor, writeEnrollments } from "./enrollment-writes.ts";
import { intoProgram, programOf } from "./into-program.ts";
import { outcomeWords } from "./outcome-words.ts";

/** A row as read; null where nothing is said. */
type Row = {
  number: string;
  name: string | null;
  legalForm: string | null;
  intake: Day;
  exit: Day | null;
  exitType: ExitType | null;
  lastEvidence: Day | null;
  municipality: string | null;
  founded: Day | null;
};

/** Startups of a program, known by organization number. An empty cell leaves what is there. */
export const importEnrollments: ImportKind = importKind<EnrollmentColumn, Row, EnrollmentPlan>({
  name: "enrollments",
  labels: { nb: "Selskaper i programmet", nn: "Selskap i programmet", en: "Companies in the program" },
  columns: enrollmentColumns,
  reasons: enrollmentReasons,
  audience: "manager",
  into: intoProgram,
  label: ({ name, organizationNumber }) => [name?.trim(), organizationNumber?.trim()].filter(Boolean).join(", "),
  parse: parseEnrollment,
  open: openEnrollments,
});

const readExitType = vocabularyCell(exitTypes.map((key) => ({ key, ...outcomeWords[key] })));
const formWords: Record<string, string> = {
  AKSJESELSKAP: "AS",
  ENKELTPERSONFORETAK: "ENK",
  ENKELTPERSONFØRETAK: "ENK",
  ENKELTMANNSFORETAK: "ENK",
};

function parseEnrollment(cells: Cells<EnrollmentColumn>): { value: Row } | { reasons: Reason[] } {
  const { required, optional, refuse, reasons } = cellReader<EnrollmentColumn>(cells);
  const number = required("organizationNumber", organizationNumberCell);
  const written = optional("legalForm", (raw) => textCell(raw, 60)) ?? null;
  const legalForm = written === null ? null : (formWords[written.toUpperCase()] ?? written.toUpperCase());
  if (legalForm !== null && !/^[A-ZÆØÅ]{2,6}$/.test(legalForm)) refuse("unknown_legal_form", "legalForm", { value: written ?? "" });
  const intake = required("intake", dateCell)?.toString() ?? null;
  const row = {
    name: optional("name", (raw) => textCell(raw, 200))?.replaceAll("\n", " ") ?? null,
    legalForm,
    exit: optional("exit", dateCell)?.toString() ?? null,
    exitType: optional("exitType", readExitType) ?? null,
    lastEvidence: optional("lastEvidence", dateCell)?.toString() ?? null,
    municipality: optional("municipality", (raw) => textCell(raw, 100)) ?? null,
    founded: optional("founded", dateCell)?.toString() ?? null,
  };
  return number === null || intake === null || reasons.length > 0 ? { reasons } : { value: { number, intake, ...row } };
}

/** One run through a file, with what its earlier rows will have done. */
function openEnrollments(scope: ImportScope) {
  const programId = programOf(scope);
  const inFile = new Map<string, number>();
  const slugsGiven = new Set<string>();
  let municipalities: Awaited<ReturnType<typeof municipalityEver>> | undefined;

  return {
    async plan(db: Db, rows: { number: number; value: Row }[]): Promise<Verdict<EnrollmentPlan>[]> {
      municipalities ??= await municipalityEver(db, scope.today);
      const known = await startupsFor(
        db,
        programId,
        rows.map(({ value }) => ({ number: value.number, slug: slugOf(value.name ?? "") })),
      );
      return rows.map(({ number, value }) => planRow(known, number, value));
    },
    write: (tx: Db, plans: EnrollmentPlan[]) => writeEnrollments(tx, scope, programId, plans),
  };

  function planRow(known: Awaited<ReturnType<typeof startupsFor>>, row: number, value: Row): Verdict<EnrollmentPlan> {
    const before = inFile.get(value.number);
    if (before !== undefined) return refusedFor("duplicate_in_file", "organizationNumber", { row: before });
    const startup = known.startups.get(value.number);
    const municipality = value.municipality === null ? null : placeOf(value.municipality);
    if (municipality === "unknown" || municipality === "ambiguous")
      return refusedFor(`${municipality}_municipality`, "municipality", { value: value.municipality ?? "" });
    if (value.founded !== null && value.founded > scope.today) return refusedFor("in_the_future", "founded", { value: value.founded });
    if (!startup && value.name === null) return refusedFor("name_needed", "name");
    const now = startup?.enrollment ?? null;
    const said = saidOf(value, now);
    const wrong = wrongDays(
      { intake: said.intake, exit: said.exit, exitType: said.exitType, lastEvidence: said.lastEvidence },
      scope.today,
    );
    if (wrong) {
      const code = wrong.code.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      return refusedFor(code, wrong.day, { value: said[wrong.day] ?? "", intake: said.intake });
    }
    inFile.set(value.number, row);
    const filling = startup ? fillingOf(startup, municipality, value) : null;
    if (now === null) {
      const organization = organizationOf(known, startup, value, municipality);
      return { outcome: "create", plan: { kind: "create", id: newId(), fields: said, filling, ...organization } };
    }
    const changes = [...differences(now, said), ...filledChanges(filling)];
    if (changes.length === 0) return { outcome: "same" };
    return { outcome: "change", changes, plan: { kind: "change", id: now.id, filling, fields: said } };
  }

  function placeOf(word: string) {
    return municipalities?.(word) ?? "unknown";
  }

  /** What the row says of the organization that nobody has said; of one that others keep, nothing. */
  function fillingOf(
    { organizationId: id, municipality: known, foundedOn }: KnownStartup,
    municipality: MunicipalityOfDay | null,
    { founded }: Row,
  ): Filling | null {
    if (scope.within !== "all" && !scope.within.has(id)) return null;
    const filling = { id, municipality: known === null ? municipality : null, foundedOn: foundedOn === null ? founded : null };
    return filling.municipality === null && filling.foundedOn === null ? null : filling;
  }

  function organizationOf(
    { slugsTaken }: Awaited<ReturnType<typeof startupsFor>>,
    startup: { organizationId: string } | undefined,
    { number, name, legalForm, founded: foundedOn }: Row,
    municipality: MunicipalityOfDay | null,
  ) {
    if (startup) return { organizationId: startup.organizationId, entered: null };
    const id = newId();
    const slug = freeSlug(slugOf(name ?? ""), new Set([...slugsTaken, ...slugsGiven]));
    slugsGiven.add(slug);
    return { organizationId: id, entered: { id, slug, name: name ?? "", organizationNumber: number, legalForm, municipality, foundedOn } };
  }
}

function filledChanges(filling: Filling | null) {
  const { municipality, foundedOn } = filling ?? { municipality: null, foundedOn: null };
  return [
    ...(municipality ? [{ column: "municipality", from: "", to: municipality.number }] : []),
    ...(foundedOn ? [{ column: "founded", from: "", to: foundedOn }] : []),
  ];
}

/** What a row says of an enrollment, over what is there already. Who has left without a word of how is unknown. */
function saidOf({ legalForm, intake, exit, exitType, lastEvidence }: Row, now: EnrollmentFields | null): EnrollmentFields {
  const isUnsaid = exitType === null && (now === null || now.exitType === "active");
  return {
    legalForm: legalForm ?? now?.legalForm ?? null,
    intake,
    exit: exit ?? now?.exit ?? null,
    exitType: isUnsaid ? (exit === null ? "active" : "unknown") : (exitType ?? now?.exitType ?? "active"),
    lastEvidence: lastEvidence ?? now?.lastEvidence ?? null,
  };
}

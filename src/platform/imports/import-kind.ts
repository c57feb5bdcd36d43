import type { Actor } from "../access/actor.ts";
import type { Db } from "../database/database.ts";
import type { InEveryLanguage } from "../language/language.ts";
import type { KnownColumn } from "../sheets/index.ts";
import type { Day } from "../time/day.ts";
import type { DecidedRow, Outcome, Reason, Verdict } from "./outcome.ts";

/** For whom and on which day an import runs. */
export type ImportScope = {
  /** The organization whose members, people or spaces the file holds: a space operator or a network. */
  organizationId: string;
  /** What of the organization's the rows are brought into, for kinds that have an `into`; else null. */
  intoId: string | null;
  /** Whose records the file may touch: that organization, and those it entered and that nobody manages yet; "all" for the operator. */
  within: ReadonlySet<string> | "all";
  actor: Actor | "system";
  now: Temporal.Instant;
  today: Day;
};

/** The cells of one row by column; a column that the file does not have is left out. */
export type Cells<Key extends string = string> = Partial<Record<Key, string>>;

/** A row of the file as it was read. */
export type FileRow = { number: number; cells: Cells; raw: readonly string[]; surplus: readonly string[] };

/** A column of an import: its names, what to write in it where that needs saying, and an example for the template. */
export type ImportColumn<Key extends string = string> = KnownColumn<Key> & { help?: InEveryLanguage; example?: InEveryLanguage };

/** A sentence, or one made of the reason's details. */
export type ReasonSentence = string | ((details: Record<string, string | number>) => string);

/** What of an organization's rows can be brought into: what it is called, how one is found, the page that takes the files, and the one that shows what came of them. */
export type ImportPlace = {
  noun: string;
  find(db: Db, idOrSlug: string): Promise<{ id: string; organizationId: string } | undefined>;
  /** Below the language: "/programs/…/import". */
  page(id: string): string;
  shown(id: string): string;
};

/**
 * What a feature gives so that its things can be brought in.
 * `parse` is pure: cells to a value, or every reason against it. `open` begins one run through a file: `plan` is given the rows in
 * order, some hundreds at a time, and asks the database in bulk; it remembers what earlier rows of the file will do. `write` carries
 * out what was planned last, inside a transaction; a constraint it runs into makes the whole run begin again.
 */
export type ImportDefinition<Key extends string, Value, Plan> = {
  name: string;
  labels: InEveryLanguage;
  columns: readonly ImportColumn<Key>[];
  /** Sentences of the reasons that only this kind has. */
  reasons: Record<string, InEveryLanguage<ReasonSentence>>;
  /** Who may bring such rows in: managers for their own organization, or only coordinators and the operator. */
  audience: "manager" | "coordinator";
  /** What the rows are brought into, when it is not the organization itself: "program", by id or slug. */
  into?: ImportPlace;
  /** Names the row in the result. */
  label(cells: Cells<Key>): string;
  parse(cells: Cells<Key>): { value: Value } | { reasons: Reason[] };
  open(scope: ImportScope): {
    plan(db: Db, rows: { number: number; value: Value }[]): Promise<Verdict<Plan>[]>;
    write(tx: Db, plans: Plan[]): Promise<void>;
  };
};

/** Some rows decided; `write` carries out those that are neither refused nor as they were. */
export type DecidedRows = { rows: DecidedRow[]; write(tx: Db): Promise<void> };

/** A kind of import as the engine uses it: its values and plans are its own affair. */
export type ImportKind = Omit<ImportDefinition<string, unknown, unknown>, "parse" | "open" | "label"> & {
  open(scope: ImportScope): (db: Db, rows: FileRow[]) => Promise<DecidedRows>;
};

/** Makes a kind of a feature's definition. */
export function importKind<Key extends string, Value, Plan>(definition: ImportDefinition<Key, Value, Plan>): ImportKind {
  const { name, labels, columns, reasons, audience, into } = definition;
  return {
    ...(into && { into }),
    name,
    labels,
    columns,
    reasons,
    audience,
    open(scope) {
      const run = definition.open(scope);
      return async (db, rows) => {
        const parsed = rows.map((row) => ({ row, result: parsedRow(definition, row) }));
        const good = parsed.flatMap(({ row, result }) => ("value" in result ? [{ number: row.number, value: result.value }] : []));
        const verdicts = await run.plan(db, good);
        const byNumber = new Map(good.map(({ number }, place) => [number, verdicts[place]]));
        const plans = verdicts.flatMap((verdict) => ("plan" in verdict ? [verdict.plan] : []));
        return {
          rows: parsed.map(({ row, result }) =>
            decidedRow(definition, row, "reasons" in result ? { outcome: "refuse", reasons: result.reasons } : verdictOf(byNumber, row)),
          ),
          write: (tx) => run.write(tx, plans),
        };
      };
    },
  };
}

function parsedRow<Key extends string, Value>(definition: Pick<ImportDefinition<Key, Value, never>, "parse">, row: FileRow) {
  const [surplus] = row.surplus.filter((cell) => cell.trim() !== "");
  if (surplus !== undefined) return { reasons: [{ code: "surplus_cells", details: { value: surplus.slice(0, 60) } }] };
  return definition.parse(row.cells as Cells<Key>);
}

function verdictOf<Plan>(verdicts: Map<number, Verdict<Plan> | undefined>, { number }: FileRow): Verdict<Plan> {
  const verdict = verdicts.get(number);
  if (!verdict) throw new Error(`The plan says nothing of row ${number}`);
  return verdict;
}

function decidedRow<Key extends string, Value, Plan>(
  definition: ImportDefinition<Key, Value, Plan>,
  row: FileRow,
  verdict: Verdict<Plan>,
): DecidedRow {
  const outcome: Outcome = verdict.outcome;
  return {
    number: row.number,
    outcome,
    label: definition.label(row.cells as Cells<Key>).slice(0, 200),
    reasons: verdict.outcome === "refuse" ? verdict.reasons : [],
    changes: verdict.outcome === "change" ? verdict.changes : [],
    cells: outcome === "refuse" ? row.raw : [],
  };
}

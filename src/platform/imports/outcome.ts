/** What an import does with a row. */
export type Outcome = "create" | "change" | "same" | "refuse";

/** Why a row is refused: a code with its sentence in the kind, the column it is about, and the facts of the sentence. */
export type Reason = { code: string; column?: string; details?: Record<string, string | number> };

/** What a row would change, as it is shown: an empty text where there was or will be nothing. */
export type Change = { column: string; from: string; to: string };

/** What becomes of a row, and what has to be written for it. */
export type Verdict<Plan> =
  | { outcome: "create"; plan: Plan }
  | { outcome: "change"; plan: Plan; changes: Change[] }
  | { outcome: "same" }
  | { outcome: "refuse"; reasons: Reason[] };

/** A row of the result: its number in the file, a name for it, and what becomes of it. */
export type DecidedRow = {
  number: number;
  outcome: Outcome;
  label: string;
  reasons: Reason[];
  changes: Change[];
  cells: readonly string[];
};

/** How many rows got which outcome. */
export type Counts = Record<Outcome, number>;

export function noCounts(): Counts {
  return { create: 0, change: 0, same: 0, refuse: 0 };
}

/** Refuses a row for one reason. */
export function refusedFor(code: string, column?: string, details?: Reason["details"]): { outcome: "refuse"; reasons: Reason[] } {
  return { outcome: "refuse", reasons: [{ code, ...(column !== undefined && { column }), ...(details && { details }) }] };
}

/** What differs between what is there and what a row says, column by column; what the row does not say is left as it is. */
export function differences<Said extends Record<string, string | number | null>>(
  before: { [Field in keyof Said]: string | number | null },
  said: Said,
): Change[] {
  return Object.keys(said).flatMap((column) => {
    const to = said[column];
    if (to === undefined || to === null || to === before[column]) return [];
    return [{ column, from: String(before[column] ?? ""), to: String(to) }];
  });
}

/** A criterion as a phase was opened with it. */
export interface Criterion {
  id: string;
  weight: number;
  least: number;
  most: number;
}

/** What one juror has delivered of one submission. A score that is not there is missing; it is never zero. */
export interface Scored {
  submissionId: string;
  jurorId: string;
  scores: ReadonlyMap<string, number>;
}

/** Fewer than this, and there is no result. */
export const fewestReviews = 3;

export interface Result {
  submissionId: string;
  /** How many jurors' scores it rests on. */
  count: number;
  /** Three figures side by side, or null with fewer than three reviews. */
  figures: { mean: number; median: number; standardised: number } | null;
}

export const measures = ["mean", "median", "standardised"] as const;
export type Measure = (typeof measures)[number];

/**
 * One juror's total of a submission, from 0 to 100: each score as a share of its scale, weighted by its criterion. Criteria without a
 * score are left out with their weight. @returns undefined when nothing was scored
 */
export function totalOf(criteria: readonly Criterion[], scores: ReadonlyMap<string, number>): number | undefined {
  let [sum, weights] = [0, 0];
  for (const { id, weight, least, most } of criteria) {
    const score = scores.get(id);
    if (score === undefined) continue;
    sum += weight * ((score - least) / (most - least));
    weights += weight;
  }
  return weights === 0 ? undefined : (100 * sum) / weights;
}

/**
 * What the jury's scores come to for each submission: the plain mean of the jurors' totals, their median, and the mean of their
 * standard scores, z = (x − mean of that juror) ÷ standard deviation of that juror (n − 1), which takes out that one juror is strict and
 * another kind. Who gave the same to all, or saw but one, says nothing of the order: 0.
 */
export function resultsOf(criteria: readonly Criterion[], submissionIds: readonly string[], reviews: readonly Scored[]): Result[] {
  const totals = reviews.flatMap(({ submissionId, jurorId, scores }) => {
    const total = totalOf(criteria, scores);
    return total === undefined ? [] : [{ submissionId, jurorId, total }];
  });
  const ofJuror = Map.groupBy(totals, ({ jurorId }) => jurorId);
  const habits = new Map([...ofJuror].map(([juror, own]) => [juror, habitOf(own.map(({ total }) => total))]));
  const ofSubmission = Map.groupBy(totals, ({ submissionId }) => submissionId);
  return submissionIds.map((submissionId) => {
    const own = ofSubmission.get(submissionId) ?? [];
    if (own.length < fewestReviews) return { submissionId, count: own.length, figures: null };
    const values = own.map(({ total }) => total);
    const z = own.map(({ jurorId, total }) => standardScore(total, habits.get(jurorId)));
    return { submissionId, count: own.length, figures: { mean: meanOf(values), median: medianOf(values), standardised: meanOf(z) } };
  });
}

/** Who leads by a measure: several when they are level. */
export function leadersBy(results: readonly Result[], measure: Measure): string[] {
  const ranked = results.flatMap(({ submissionId, figures }) => (figures ? [{ submissionId, value: figures[measure] }] : []));
  const best = Math.max(...ranked.map(({ value }) => value));
  return ranked.filter(({ value }) => isLevel(value, best)).map(({ submissionId }) => submissionId);
}

/** Whether the three measures name the same as the winner. */
export function isUnanimous(results: readonly Result[]): boolean {
  const [first = "", ...others] = measures.map((measure) => leadersBy(results, measure).toSorted().join());
  return others.every((each) => each === first);
}

/** The place of each by a measure, from 1; those who are level share the better one. */
export function ranksBy(results: readonly Result[], measure: Measure): Map<string, number> {
  const ranked = results.flatMap(({ submissionId, figures }) => (figures ? [{ submissionId, value: figures[measure] }] : []));
  return new Map(
    ranked.map(({ submissionId, value }) => [
      submissionId,
      1 + ranked.filter((other) => other.value > value && !isLevel(other.value, value)).length,
    ]),
  );
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function medianOf(values: readonly number[]): number {
  const order = values.toSorted((one, other) => one - other);
  const middle = order.length / 2;
  const upper = order[Math.floor(middle)] ?? Number.NaN;
  return Number.isInteger(middle) ? ((order[middle - 1] ?? Number.NaN) + upper) / 2 : upper;
}

type Habit = { mean: number; deviation: number };

function habitOf(values: readonly number[]): Habit {
  const mean = meanOf(values);
  if (values.length < 2) return { mean, deviation: 0 };
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (values.length - 1)) };
}

function standardScore(value: number, habit: Habit | undefined): number {
  return !habit || isLevel(habit.deviation, 0) ? 0 : (value - habit.mean) / habit.deviation;
}

// what differs by rounding of the machine only
function isLevel(one: number, other: number): boolean {
  return Math.abs(one - other) < 1e-9;
}

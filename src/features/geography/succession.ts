import { addDays, type Day } from "../../platform/time/day.ts";
import { nearest, type Point } from "./distance.ts";
import type { GeographyReference, MunicipalityChange, RecordedPlace } from "./municipality.ts";
import { isValidOn } from "./validity.ts";

/** How many times nearer the nearest label point has to be than the next. */
const clearlyNearer = 5;

type Step = { date: Day; numbers: string[] };

/** The numbers a recorded place may have under the borders of `date`: one, or several when a split could not be settled. */
export function follow(reference: GeographyReference, place: RecordedPlace, date: Day): string[] {
  return place.recordedOn <= date
    ? forward(reference, place, { number: place.number, after: place.recordedOn, until: date })
    : back(reference, place, { number: place.number, before: addDays(place.recordedOn, 1), after: date });
}

function forward(
  reference: GeographyReference,
  place: RecordedPlace,
  { number, after, until }: { number: string; after: Day; until: Day },
): string[] {
  const step = nextStep(reference, number, after);
  if (step === undefined || step.date > until) return [number];
  const numbers = settle(reference, place, step);
  return unique(numbers.flatMap((next) => forward(reference, place, { number: next, after: step.date, until })));
}

function back(
  reference: GeographyReference,
  place: RecordedPlace,
  { number, before, after }: { number: string; before: Day; after: Day },
): string[] {
  const step = previousStep(reference, number, before);
  if (step === undefined || step.date <= after) return [number];
  const chosen = step.numbers.filter((previous) => place.choice != null && cameFrom(reference, previous, step.date, place.choice));
  const numbers = chosen.length === 1 ? chosen : step.numbers;
  return unique(numbers.flatMap((previous) => back(reference, place, { number: previous, before: step.date, after })));
}

/**
 * The successors a place may belong to when its municipality is split.
 *
 * 1. The place's choice, when exactly one successor is it or later becomes it.
 * 2. Its coordinates, when the label point of the nearest successor is at least **five times** nearer than that of every other.
 *    A label point is not a border: of known settlements, Ellingsøya (Ålesund) lies three times nearer to the label of Haram, and the
 *    town of Ålesund twice. No settlement we know of is wrong at five. A successor that was itself merged later stands at the label
 *    of what it became.
 * 3. Else all of them.
 *
 * Going back through a merger only a choice helps: label points of municipalities merged before 2024 are not known.
 */
function settle(reference: GeographyReference, place: RecordedPlace, { date, numbers }: Step): string[] {
  if (numbers.length === 1) return numbers;
  const chosen = numbers.filter((number) => place.choice != null && becomes(reference, number, date, place.choice));
  if (chosen.length === 1) return chosen;
  const nearby = clearlyNearest(reference, place, { date, numbers });
  return nearby === undefined ? numbers : [nearby];
}

function clearlyNearest(
  reference: GeographyReference,
  { latitude, longitude }: RecordedPlace,
  { date, numbers }: Step,
): string | undefined {
  if (latitude == null || longitude == null) return undefined;
  const labelled = numbers.flatMap((number) => {
    const label = labelOf(reference, number, date);
    return label === null ? [] : [{ number, label }];
  });
  if (labelled.length < numbers.length) return undefined;
  const [first, second] = nearest({ latitude, longitude }, labelled, ({ label }) => label);
  if (first === undefined || second === undefined) return undefined;
  return second.kilometres > 0 && first.kilometres * clearlyNearer <= second.kilometres ? first.place.number : undefined;
}

function labelOf(reference: GeographyReference, number: string, date: Day): Point | null {
  const label = reference.municipalities.find((municipality) => municipality.number === number && isValidOn(municipality, date))?.label;
  if (label) return label;
  const step = nextStep(reference, number, date);
  const only = step?.numbers.length === 1 ? step.numbers[0] : undefined;
  return step === undefined || only === undefined ? null : labelOf(reference, only, step.date);
}

function becomes(reference: GeographyReference, number: string, after: Day, choice: string): boolean {
  if (number === choice) return true;
  const step = nextStep(reference, number, after);
  return step?.numbers.some((next) => becomes(reference, next, step.date, choice)) ?? false;
}

function cameFrom(reference: GeographyReference, number: string, before: Day, choice: string): boolean {
  if (number === choice) return true;
  const step = previousStep(reference, number, before);
  return step?.numbers.some((previous) => cameFrom(reference, previous, step.date, choice)) ?? false;
}

function nextStep({ changes }: GeographyReference, number: string, after: Day): Step | undefined {
  const moves = changes.filter((change) => change.fromNumber === number && movesPlaces(change) && after < change.date);
  const date = moves.map((move) => move.date).sort()[0];
  return date === undefined ? undefined : { date, numbers: moves.filter((move) => move.date === date).map((move) => move.toNumber) };
}

function previousStep({ changes }: GeographyReference, number: string, before: Day): Step | undefined {
  const moves = changes.filter((change) => change.toNumber === number && movesPlaces(change) && change.date < before);
  const date = moves
    .map((move) => move.date)
    .sort()
    .at(-1);
  return date === undefined ? undefined : { date, numbers: moves.filter((move) => move.date === date).map((move) => move.fromNumber) };
}

function movesPlaces({ kind }: MunicipalityChange): boolean {
  return kind === "renumber" || kind === "merge" || kind === "split";
}

function unique(numbers: string[]): string[] {
  return [...new Set(numbers)];
}

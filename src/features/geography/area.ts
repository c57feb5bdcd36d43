import { addDays, type Day } from "../../platform/time/day.ts";
import { countyAt, type Located, municipalityAt, type RecordedPlace, type Reference } from "./municipality.ts";
import { isValidOn, type Validity } from "./validity.ts";

/** A municipality or a county by its number under the borders of a day. */
export type Area = { kind: "municipality" | "county"; number: string };

/** A number, and the days on which a place may have been recorded with it: `[from, to)`. */
export type RecordedNumber = { number: string; from: Day; to: Day | null };

/** With which numbers the places of an area can have been recorded: under the `sure` ones all lie in it, under the `unclear` ones some. */
export type AreaRecords = { sure: RecordedNumber[]; unclear: RecordedNumber[] };

const answering = new WeakMap<Reference, Areas>();

/** Answers for one reference. Its numbers are followed once for each kind of area and each reform. */
export function areasOf(reference: Reference): Areas {
  const known = answering.get(reference) ?? answersOf(reference);
  answering.set(reference, known);
  return known;
}

function answersOf(reference: Reference) {
  const known = recordedNumbers(reference);
  const reforms = reformDays(reference);
  const followed = new Map<string, { recorded: RecordedNumber; numbers: string[] }[]>();

  return {
    /** The numbers under which places of the area were recorded, before the day or after. */
    records: (area: Area, date: Day): AreaRecords => recordsIn(area.kind, new Set([area.number]), date),
    /** The same of several areas together: a place that may lie in any of them lies in them. */
    recordsIn,
    /** The day whose borders a number is meant under when none are named: today, or the last one of a number that is gone. */
    meantOn({ kind, number }: Area, today: Day): Day {
      const all: (Validity & { number: string })[] = kind === "municipality" ? reference.municipalities : reference.counties;
      const times = all.filter((one) => one.number === number);
      const last = times
        .map(({ validTo }) => validTo ?? today)
        .toSorted()
        .at(-1);
      return last === undefined || times.some((time) => isValidOn(time, today)) ? today : addDays(last, -1);
    },
    /** Whether one place lies in the area; undefined where nothing settles it. */
    holds: (area: Area, place: RecordedPlace, date: Day): boolean | undefined => holdsIn(area.kind, new Set([area.number]), place, date),
    holdsIn,
  };

  function recordsIn(kind: Area["kind"], meant: ReadonlySet<string>, date: Day): AreaRecords {
    const found = followedTo(kind, date).filter(({ numbers }) => numbers.some((number) => meant.has(number)));
    const isSure = ({ numbers }: { numbers: string[] }) => numbers.every((number) => meant.has(number));
    return {
      sure: found.filter(isSure).map(({ recorded }) => recorded),
      unclear: found.filter((one) => !isSure(one)).map(({ recorded }) => recorded),
    };
  }

  function holdsIn(kind: Area["kind"], meant: ReadonlySet<string>, place: RecordedPlace, date: Day): boolean | undefined {
    const numbers = numbersOf(locate(reference, kind, place, date));
    const inside = numbers.filter((number) => meant.has(number));
    if (inside.length === 0) return false;
    return inside.length === numbers.length ? true : undefined;
  }

  function followedTo(kind: Area["kind"], date: Day) {
    const key = `${kind} ${reforms.findLast((day) => day <= date)}`;
    const kept = followed.get(key);
    if (kept) return kept;
    const all = known.map((recorded) => ({
      recorded,
      numbers: numbersOf(locate(reference, kind, { number: recorded.number, recordedOn: recorded.from }, date)),
    }));
    followed.set(key, all);
    return all;
  }
}

export type Areas = ReturnType<typeof answersOf>;

function locate(reference: Reference, kind: Area["kind"], place: RecordedPlace, date: Day): Located<{ number: string }> {
  return kind === "municipality" ? municipalityAt(reference, place, date) : countyAt(reference, place, date);
}

function numbersOf(located: Located<{ number: string }>): string[] {
  if (located.kind === "unknown") return [];
  return located.kind === "one" ? [located.number] : located.candidates.map(({ number }) => number);
}

// A number can stay while its land changes, so its time is cut at every change that concerns it. Where a number ended with the first
// reform known, its time has no beginning we know of.
function recordedNumbers({ municipalities, changes }: Reference): RecordedNumber[] {
  const numbers = new Set([...municipalities.map(({ number }) => number), ...changes.map(({ fromNumber }) => fromNumber)]);
  const concerning = Map.groupBy(
    changes.flatMap(({ date, fromNumber, toNumber }) => [
      { number: fromNumber, date },
      { number: toNumber, date },
    ]),
    ({ number }) => number,
  );
  const spans = Map.groupBy(municipalities, ({ number }) => number);
  return [...numbers].flatMap((number) => {
    const dates = (concerning.get(number) ?? []).map(({ date }) => date);
    const times = spans.get(number) ?? [{ validFrom: earliest, validTo: dates.toSorted()[0] ?? null }];
    return times.flatMap(({ validFrom, validTo }) => {
      const inside = dates.filter((date) => validFrom < date && (validTo === null || date < validTo));
      const starts = [...new Set([validFrom, ...inside])].toSorted();
      return starts.map((from, place) => ({ number, from, to: starts[place + 1] ?? validTo }));
    });
  });
}

// between two of these days the answer is the same
function reformDays({ municipalities, counties, changes }: Reference): Day[] {
  const days = [...changes.map(({ date }) => date), ...[...municipalities, ...counties].flatMap(({ validFrom }) => validFrom ?? [])];
  return [...new Set(days)].toSorted();
}

const earliest: Day = "0001-01-01";

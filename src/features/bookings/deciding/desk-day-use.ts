import { hold, makeUseOf, release } from "../../plans/index.ts";
import type { AllowanceFacts, Held } from "./cover-facts.ts";
import type { Outcome } from "./decide.ts";
import type { DeskDay } from "./desk-days.ts";
import { causeOf, type Done } from "./price.ts";

/** Whether a day is covered for a desk by another the person has that day, or used already. */
export function coversDay(day: DeskDay, bookingId: string, allowances: AllowanceFacts): boolean {
  return day.isUsed || [...day.desks].some(([id, { isForm }]) => id !== bookingId && !isForm && holdOn(day, id, allowances) !== undefined);
}

/** The day is used by whoever of the person's desks holds it, one's own first: once, however many desks there are. @returns whether it is */
export function spendDay(day: DeskDay, bookingId: string, done: Done, allowances: AllowanceFacts, outcome: Outcome): boolean {
  seen(day, outcome);
  const own = holdOn(day, bookingId, allowances);
  if (day.isUsed) {
    if (own) letGoOfDay(day, bookingId, own, done, allowances, outcome);
    return true;
  }
  const givers = [bookingId, ...[...day.desks].filter(([, { isForm }]) => !isForm).map(([id]) => id)];
  const giver = givers.find((id) => holdOn(day, id, allowances) !== undefined);
  const held = giver && holdOn(day, giver, allowances);
  if (!giver || !held) return false;
  outcome.entries.push(...makeUseOf(held.allowance, held.amount, causeOf({ id: giver, personId: day.personId }, day.day, done)));
  forget(giver, held, allowances);
  day.isUsed = true;
  return true;
}

/** What a desk held of a day is let go of when another holds it too. */
export function shareDay(day: DeskDay, bookingId: string, done: Done, allowances: AllowanceFacts, outcome: Outcome): void {
  seen(day, outcome);
  const own = holdOn(day, bookingId, allowances);
  if (own && coversDay(day, bookingId, allowances)) letGoOfDay(day, bookingId, own, done, allowances, outcome);
}

/** A desk is given back: of what it held and let go, the day goes to the person's next desk that day, at the price it has. */
export function passOn(
  day: DeskDay,
  bookingId: string,
  held: readonly Held[],
  done: Done,
  allowances: AllowanceFacts,
  outcome: Outcome,
): void {
  seen(day, outcome);
  day.desks.delete(bookingId);
  const freed = held.find((each) => each.day === day.day && each.isStanding);
  if (!freed || coversDay(day, bookingId, allowances)) return;
  const others = [...day.desks].filter(([id]) => holdOn(day, id, allowances) === undefined);
  const [next] = [...others.filter(([, { isForm }]) => !isForm), ...others].map(([id]) => id);
  if (next === undefined) return;
  const { entries, holds } = hold([freed.allowance], 1, causeOf({ id: next, personId: day.personId }, day.day, done));
  outcome.entries.push(...entries);
  const taken = holds.map((each): Held => ({ ...each, personId: day.personId, day: day.day, isStanding: true }));
  allowances.holds.set(next, [...(allowances.holds.get(next) ?? []), ...taken]);
}

/** The desks of a day are looked at once more when what was decided from them is written. */
export function seen(day: DeskDay, outcome: Outcome): void {
  outcome.days.set(`${day.spaceId} ${day.personId} ${day.day}`, day);
}

function holdOn(day: DeskDay, bookingId: string, { holds }: AllowanceFacts): Held | undefined {
  return holds.get(bookingId)?.find((each) => each.day === day.day && each.isStanding && each.allowance.unit === "day");
}

function letGoOfDay(day: DeskDay, bookingId: string, own: Held, done: Done, allowances: AllowanceFacts, outcome: Outcome): void {
  outcome.entries.push(...release(own.allowance, own.amount, causeOf({ id: bookingId, personId: day.personId }, day.day, done)));
  forget(bookingId, own, allowances);
}

function forget(bookingId: string, held: Held, { holds }: AllowanceFacts): void {
  holds.set(
    bookingId,
    (holds.get(bookingId) ?? []).filter((each) => each !== held),
  );
}

import { chance } from "../chance.ts";
import type { Placed } from "../place-events.ts";
import { type Entry, overTime, type Wanted } from "../plan-entries.ts";
import type { PlannedGroup } from "./year-contract.ts";

/** Somebody who comes to what is held, and the company they come from. */
export interface Guest {
  id: string;
  name: string;
  companyId: string | null;
}

/**
 * Who registered for the events of a group. To one that so many people come to in all, each comes to one event before anybody comes to
 * another, so that they are as many as the file says. To what is by invitation come only those who are asked.
 */
export function guestsOf(group: PlannedGroup, placed: readonly Placed[], guests: readonly Guest[], now: Temporal.Instant): Entry[] {
  const circle = circleOf(group, guests);
  let next = 0;
  return placed.flatMap((one) => {
    const from = group.people === undefined ? chance(one.planned.slug).shuffle(circle) : [...circle.slice(next), ...circle.slice(0, next)];
    const wishes = wishesFor(one, from, group.people === undefined);
    next = (next + wishes.length) % circle.length;
    return overTime(wishes, one, now);
  });
}

/** Those who are asked to the events of a group, or among whom its guests are. */
export function circleOf({ slug, people, invited }: PlannedGroup, guests: readonly Guest[]): Guest[] {
  const size = people ?? (invited > 0 ? invited : guests.length);
  return chance(slug)
    .shuffle([...guests])
    .slice(0, size);
}

// companies take several places now and then, where people may be counted by their places
function wishesFor({ planned }: Placed, guests: readonly Guest[], mayBeSeveral: boolean): Wanted[] {
  const left = [...guests];
  return planned.ticketTypes.flatMap((type) => {
    const wishes: Wanted[] = [];
    for (let places = type.taken; places > 0; ) {
      const person = left.shift();
      if (!person) throw new Error(`Too few people for ${planned.slug}`);
      const isForCompany = person.companyId !== null && wishes.length % 3 !== 0;
      const several = mayBeSeveral && isForCompany && wishes.length % 7 === 1 ? 2 + (wishes.length % 2) : 1;
      const quantity = Math.min(places, several, type.most);
      wishes.push({ type, person, organizationId: isForCompany ? person.companyId : null, quantity, state: "confirmed" });
      places -= quantity;
    }
    return wishes;
  });
}

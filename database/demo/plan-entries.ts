import { newId } from "../../src/platform/database/id.ts";
import { earlier } from "./calendar.ts";
import { chance } from "./chance.ts";
import type { Network, Participant } from "./network.ts";
import type { Placed, PlannedType } from "./place-events.ts";

type Wish = {
  person: Pick<Participant, "id" | "name">;
  organizationId: string | null;
  quantity: number;
  state: "confirmed" | "waiting" | "held";
};
export type Wanted = Wish & { type: PlannedType };
export type Entry = Wanted & { placed: Placed; id: string; at: Temporal.Instant };

/** Who comes: those told one by one, and a crowd chance picks, the same for the same event whenever it is made. */
export function entriesOf(placed: Placed, network: Network, now: Temporal.Instant): Entry[] {
  const { planned } = placed;
  const crowd = chance(planned.slug).shuffle([...network.people].sort(([one], [other]) => (one < other ? -1 : 1)));
  const told = new Set(planned.own.map(({ person }) => person));
  const others = crowd.filter(([email]) => !told.has(email)).map(([, person]) => person);
  const wishes = planned.ticketTypes.flatMap((type, index) => {
    const own = planned.own
      .filter((one) => one.type === type.name)
      .flatMap(({ person, state }) => {
        const known = network.people.get(person);
        const wish: Wish | undefined = known && {
          person: known,
          organizationId: null,
          quantity: 1,
          state: state === "offered" ? "held" : state,
        };
        return wish ? [{ type, ...wish }] : [];
      });
    const from = [...others.slice(index * 7), ...others.slice(0, index * 7)];
    return [
      ...takers(from, type).map((wish) => ({ type, ...wish })),
      ...from.slice(from.length - type.waiting).map(
        (person, place): Wanted => ({
          ...{ type, person, organizationId: null, state: "waiting" },
          quantity: place % 3 === 0 ? Math.min(2, type.most) : 1,
        }),
      ),
      ...own,
    ];
  });
  return overTime(wishes, placed, now);
}

/** One after the other over the month before now, or before it began. */
export function overTime(wishes: readonly Wanted[], placed: Placed, now: Temporal.Instant): Entry[] {
  const until = earlier(now, placed.startsAt).subtract({ hours: 2 });
  return wishes.map((wish, index) => {
    const at = until.subtract({ minutes: (wishes.length - index) * 90 });
    return { ...wish, placed, at, id: newId(at.epochMilliseconds) };
  });
}

/** So many places: most take one, companies two to four. */
function takers(people: Participant[], type: PlannedType): Wish[] {
  const wishes: Wish[] = [];
  let left = type.taken;
  for (const [index, person] of people.entries()) {
    if (left === 0) break;
    const isForCompany = person.companyId !== null && index % 2 === 0;
    const quantity = Math.min(left, isForCompany ? 2 + (index % 3) : 1, type.most);
    wishes.push({ person, organizationId: isForCompany ? person.companyId : null, quantity, state: "confirmed" });
    left -= quantity;
  }
  if (left > 0) throw new Error(`Too few people for ${type.name}`);
  return wishes;
}

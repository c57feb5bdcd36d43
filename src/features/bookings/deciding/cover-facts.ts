import type pg from "pg";
import { dayIn } from "../../../platform/time/day.ts";
import {
  type Allowance,
  allowanceKey,
  type Cover,
  type Hold,
  type PersonDay,
  personDayKey,
  readCover,
  readDays,
  readHolds,
  unitOf,
  wantedKey,
} from "../../plans/index.ts";
import { type DeskDay, deskDay, deskDaysOf, putDesks, readDesks } from "./desk-days.ts";
import type { Asked, BookingFacts, ResourceFacts } from "./facts.ts";

export type Held = Omit<Hold, "bookingId">;

/** What people may draw on, and what bookings hold. An allowance is one and the same, whoever draws on it. */
export interface AllowanceFacts {
  cover: Map<string, Cover[]>;
  /** By booking. */
  holds: Map<string, Held[]>;
  /** The days of people with desks, as far as they are touched. */
  days: Map<string, DeskDay>;
}

/** The days of desks that are asked for, and those of desks that are addressed. */
export function daysTouched(
  wishes: readonly Asked[],
  bookings: ReadonlyMap<string, BookingFacts>,
  resources: ReadonlyMap<string, ResourceFacts>,
): DeskDay[] {
  const addressed = [...bookings.values()].flatMap((booking) => {
    const resource = resources.get(booking.resourceId);
    return resource ? [{ time: booking, resource }] : [];
  });
  const asked = wishes.map(({ personId, resource, interval }) => ({
    time: { ...interval, personId, kind: "booking" as const, audience: "everyone" as const },
    resource,
  }));
  const days = new Map<string, DeskDay>();
  for (const { time, resource } of [...addressed, ...asked])
    for (const day of deskDaysOf(time, resource)) days.set(personDayKey(day), deskDay(day, resource.opening.timeZone));
  return [...days.values()];
}

/** Asks what those who want time may draw on, what the bookings addressed hold, and what desks people have on the days. */
export function askAllowances(
  client: pg.ClientBase,
  wishes: readonly Asked[],
  addressed: readonly { spaceId: string; bookingId: string }[],
  days: readonly DeskDay[],
) {
  const wanted = wishes.flatMap(({ personId, resource, interval }) => wantedOf(personId, resource, interval.from) ?? []);
  const each = [...new Map(wanted.map((one) => [wantedKey(one), one])).values()];
  const spaceIds = addressed.map(({ spaceId }) => spaceId);
  const bookingIds = addressed.map(({ bookingId }) => bookingId);
  const holds = addressed.length === 0 ? Promise.resolve<Hold[]>([]) : readHolds(client, spaceIds, bookingIds);
  return [readCover(client, each), holds, askDays(client, days)] as const;
}

type DaysRead = { holds: Hold[]; used: Set<string>; desks: Awaited<ReturnType<typeof readDesks>> };

// both are sent before either is waited for; nothing is when no desk is touched
function askDays(client: pg.ClientBase, days: readonly DeskDay[]): Promise<DaysRead> {
  if (days.length === 0) return Promise.resolve({ holds: [], used: new Set<string>(), desks: [] });
  return Promise.all([readDays(client, days), readDesks(client, days)]).then(([read, desks]) => ({ ...read, desks }));
}

/** What a person wants when booking a resource, if any plan includes such. */
export function wantedOf(personId: string | null, resource: Pick<ResourceFacts, "kind" | "spaceId" | "opening">, from: Temporal.Instant) {
  const unit = unitOf(resource.kind);
  if (unit === undefined || personId === null) return undefined;
  return { spaceId: resource.spaceId, personId, day: dayIn(from, resource.opening.timeZone), unit };
}

export function allowancesOf(cover: Map<string, Cover[]>, holds: Hold[], read: DaysRead, days: readonly DeskDay[]): AllowanceFacts {
  const known = new Map<string, Allowance>();
  const theOne = (allowance: Allowance): Allowance => {
    const key = allowanceKey(allowance);
    const one = known.get(key) ?? allowance;
    known.set(key, one);
    return one;
  };
  // what is addressed and is a desk is read by both
  const each = new Map([...holds, ...read.holds].map((hold) => [`${hold.bookingId} ${hold.day} ${allowanceKey(hold.allowance)}`, hold]));
  const held = [...each.values()].map((hold) => ({ ...hold, allowance: theOne(hold.allowance) }));
  const touched = new Map(days.map((day) => [personDayKey(day), { ...day, isUsed: read.used.has(personDayKey(day)) }]));
  putDesks(read.desks, touched);
  return {
    cover: new Map([...cover].map(([key, covers]) => [key, covers.map((one) => ({ ...one, allowance: theOne(one.allowance) }))])),
    holds: Map.groupBy(held, ({ bookingId }) => bookingId),
    days: touched,
  };
}

/** The desks of a person's day, if it is touched. */
export function dayOf(allowances: AllowanceFacts, day: PersonDay): DeskDay | undefined {
  return allowances.days.get(personDayKey(day));
}

/** The same, to try something on: each allowance is copied once, whoever draws on it. */
export function copyOfAllowances({ cover, holds, days }: AllowanceFacts): AllowanceFacts {
  const copies = new Map<Allowance, Allowance>();
  const copyOf = (allowance: Allowance): Allowance => {
    const copy = copies.get(allowance) ?? { ...allowance };
    copies.set(allowance, copy);
    return copy;
  };
  const copied = <One extends { allowance: Allowance }>(each: One[]) => each.map((one) => ({ ...one, allowance: copyOf(one.allowance) }));
  return {
    cover: new Map([...cover].map(([key, covers]) => [key, copied(covers)])),
    holds: new Map([...holds].map(([id, each]) => [id, copied(each)])),
    days: new Map([...days].map(([key, day]) => [key, { ...day, desks: new Map(day.desks) }])),
  };
}

import type pg from "pg";
import { dayIn } from "../../../platform/time/day.ts";
import { type Allowance, allowanceKey, type Cover, type Hold, readCover, readHolds, unitOf, wantedKey } from "../../plans/index.ts";
import type { Asked, ResourceFacts } from "./facts.ts";

/** What people may draw on, and what bookings hold. An allowance is one and the same, whoever draws on it. */
export interface AllowanceFacts {
  cover: Map<string, Cover[]>;
  /** By booking. */
  holds: Map<string, Pick<Hold, "allowance" | "amount" | "isStanding">[]>;
}

/** Asks what those who want time may draw on, and what the bookings addressed hold. */
export function askAllowances(client: pg.ClientBase, wishes: Asked[], addressed: { spaceId: string; bookingId: string }[]) {
  const wanted = wishes.flatMap(({ personId, resource, interval }) => wantedOf(personId, resource, interval.from) ?? []);
  const each = [...new Map(wanted.map((one) => [wantedKey(one), one])).values()];
  const spaceIds = addressed.map(({ spaceId }) => spaceId);
  const bookingIds = addressed.map(({ bookingId }) => bookingId);
  return [readCover(client, each), readHolds(client, spaceIds, bookingIds)] as const;
}

/** What a person wants when booking a resource, if any plan includes such. */
export function wantedOf(personId: string | null, resource: Pick<ResourceFacts, "kind" | "spaceId" | "opening">, from: Temporal.Instant) {
  const unit = unitOf(resource.kind);
  if (unit === undefined || personId === null) return undefined;
  return { spaceId: resource.spaceId, personId, day: dayIn(from, resource.opening.timeZone), unit };
}

export function allowancesOf(cover: Map<string, Cover[]>, holds: Hold[]): AllowanceFacts {
  const known = new Map<string, Allowance>();
  const theOne = (allowance: Allowance): Allowance => {
    const key = allowanceKey(allowance);
    const one = known.get(key) ?? allowance;
    known.set(key, one);
    return one;
  };
  const held = holds.map((hold) => ({ ...hold, allowance: theOne(hold.allowance) }));
  return {
    cover: new Map([...cover].map(([key, covers]) => [key, covers.map((one) => ({ ...one, allowance: theOne(one.allowance) }))])),
    holds: Map.groupBy(held, ({ bookingId }) => bookingId),
  };
}

/** The same, to try something on: each allowance is copied once, whoever draws on it. */
export function copyOfAllowances({ cover, holds }: AllowanceFacts): AllowanceFacts {
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
  };
}

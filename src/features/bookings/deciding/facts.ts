import type pg from "pg";
import { sendTogether } from "../../../platform/database/send-together.ts";
import type { Booker, Opening, Price, ResourceKind } from "../../spaces/index.ts";
import { type BookingKind, type BookingState, type Interval, withBuffers } from "../booking.ts";
import { type ResourceRules, weekOf } from "../rules.ts";
import type { Book, Command } from "./command.ts";
import { type AllowanceFacts, allowancesOf, askAllowances, daysTouched } from "./cover-facts.ts";
import {
  type BookingRow,
  bookingOf,
  type HouseRow,
  houseOf,
  type LapsedRow,
  type ResourceRow,
  resourcesOf,
  type StandingRow,
  type TakenRow,
  takenOf,
  type WeekRow,
} from "./fact-rows.ts";
import { askLine, type Line, lineAgainst, wantedInLine } from "./line.ts";
import { statements } from "./statements.ts";

/** A resource with its house, as far as booking it goes. */
export interface ResourceFacts {
  id: string;
  spaceId: string;
  hostId: string;
  kind: ResourceKind;
  /** Whether the house's organization is registered for VAT; null when the register has not been asked. */
  isVatRegistered: boolean | null;
  /** As read: a change of its rules or parts meanwhile makes the facts stale. */
  version: number;
  places: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  cancelByMinutes: number;
  needsApproval: boolean;
  needsCheckIn: boolean;
  rules: ResourceRules;
  opening: Opening;
  prices: Price[];
  /** The resource itself and every part of it, with all their places: what booking it blocks. */
  family: { id: string; places: number }[];
}

/** Time that is taken of one place of a resource. */
export interface Taken extends Interval {
  bookingId: string;
  resourceId: string;
  place: number;
  /** Set while the booking is only held: then it gives way after this moment. */
  heldUntil: Temporal.Instant | null;
}

/** A booking that is addressed. */
export interface BookingFacts extends Interval {
  id: string;
  spaceId: string;
  resourceId: string;
  kind: BookingKind;
  state: BookingState;
  personId: string | null;
  organizationId: string | null;
  title: string | null;
  people: number | null;
  heldUntil: Temporal.Instant | null;
  createdAt: Temporal.Instant;
  checkedInAt: Temporal.Instant | null;
  /** As read; 0 of one that is being made. */
  version: number;
  audience: Booker;
  priceOre: number;
  /** When what it held was used: from then on it is over. */
  usedAt: Temporal.Instant | null;
  places: number[];
}

/** All that deciding a batch needs to know. */
export interface Facts {
  resources: Map<string, ResourceFacts>;
  bookings: Map<string, BookingFacts>;
  /** By person, resource and moment of the start. */
  standings: Map<string, { booker: Booker; certificateLevel: number }>;
  /** Minutes booked by person, resource and week: holds, requests and bookings. */
  weeks: Map<string, number>;
  /** By resource. */
  taken: Map<string, Taken[]>;
  allowances: AllowanceFacts;
  line: Line;
}

/** The key of a standing. */
export function standingKey(personId: string | null, resourceId: string, startsAt: Temporal.Instant): string {
  return `${personId} ${resourceId} ${startsAt}`;
}

/** The key of a person's week with a resource. */
export function weekKey(personId: string | null, resourceId: string, weekFrom: Temporal.Instant): string {
  return `${personId} ${resourceId} ${weekFrom}`;
}

/**
 * Reads the facts of a batch in two round trips: what is addressed and who waits, then who asks and what is taken around the times
 * asked for. One more for resources that only those who wait want.
 */
export async function readFacts(client: pg.ClientBase, batch: Command[]): Promise<Facts> {
  const ask = <Row extends pg.QueryResultRow>(name: keyof typeof statements, values: unknown[]) =>
    client.query<Row>({ name: `bookings_${name}`, text: statements[name], values });
  const books = batch.filter((command) => command.kind === "book");
  const addressed = batch.filter((command) => command.kind !== "book");
  const at = latest(batch);
  const [bookingRows, lapsedRows, houseRows, resourceRows, lineRows] = await Promise.all(
    sendTogether(
      client,
      () =>
        [
          ask<BookingRow>("bookings", [addressed.map(({ spaceId }) => spaceId), addressed.map(({ bookingId }) => bookingId)]),
          ask<LapsedRow>("lapsed", [batch.map(({ spaceId }) => spaceId), at]),
          ask<HouseRow>("houses", [[...new Set(batch.map(({ spaceId }) => spaceId))], earliest(batch)]),
          ask<ResourceRow>("resources", [books.map(({ resourceId }) => resourceId), addressed.map(({ bookingId }) => bookingId)]),
          askLine(client, batch, at),
        ] as const,
    ),
  );
  const bookings = new Map(bookingRows.rows.map((row) => [row.id, bookingOf(row)]));
  const houses = new Map(houseRows.rows.map((row) => [row.space_id, houseOf(row)]));
  const resources = resourcesOf(resourceRows.rows, houses);
  const others = lineRows.rows.map(({ resource_id }) => resource_id).filter((id) => !resources.has(id));
  if (others.length > 0) {
    const { rows } = await ask<ResourceRow>("resources", [others, []]);
    for (const [id, resource] of resourcesOf(rows, houses)) resources.set(id, resource);
  }
  const asked = batch.flatMap((command) => wishOf(command, bookings, resources));
  const line = lineAgainst(lineRows.rows, asked, resources, at);
  const wishes = [...asked, ...wantedInLine(line).flatMap((command) => wishOf(command, bookings, resources))];
  const times = wishes.flatMap(({ resource, interval }) =>
    resource.family.map(({ id: resourceId }) => ({ resourceId, spaceId: resource.spaceId, ...withBuffers(interval, resource) })),
  );
  const weeks = limitedWeeks(wishes);
  const days = daysTouched(wishes, bookings, resources);
  const [standingRows, weekRows, takenRows, coverRows, holdRows, dayRows] = await Promise.all(
    sendTogether(
      client,
      () =>
        [
          ask<StandingRow>("standings", [
            wishes.map(({ personId }) => personId),
            wishes.map(({ resource }) => resource.id),
            wishes.map(({ interval }) => interval.from),
            wishes.map(({ resource, interval }) => interval.from.toZonedDateTimeISO(resource.opening.timeZone).toPlainDate()),
          ]),
          ask<WeekRow>("weeks", [
            weeks.map(({ spaceId }) => spaceId),
            weeks.map(({ resourceId }) => resourceId),
            weeks.map(({ personId }) => personId),
            weeks.map(({ week }) => week.from),
            weeks.map(({ week }) => week.until),
          ]),
          ask<TakenRow>("taken", [
            times.map(({ spaceId }) => spaceId),
            times.map(({ resourceId }) => resourceId),
            times.map(({ from }) => from),
            times.map(({ until }) => until),
          ]),
          ...askAllowances(
            client,
            wishes,
            [...addressed, ...lapsedRows.rows.map(({ space_id, id }) => ({ spaceId: space_id, bookingId: id }))],
            days,
          ),
        ] as const,
    ),
  );
  const allowances = allowancesOf(coverRows, holdRows, dayRows, days);
  const facts: Facts = { resources, bookings, standings: new Map(), weeks: new Map(), taken: new Map(), allowances, line };
  for (const row of standingRows.rows) {
    const { booker, certificate_level: certificateLevel } = row;
    facts.standings.set(standingKey(row.person_id, row.resource_id, row.starts_at), { booker, certificateLevel });
  }
  for (const row of weekRows.rows) facts.weeks.set(weekKey(row.person_id, row.resource_id, row.week_from), row.minutes);
  facts.taken = Map.groupBy(takenRows.rows.map(takenOf), ({ resourceId }) => resourceId);
  return facts;
}

// the weeks of people and resources that are counted, each once
function limitedWeeks(wishes: Asked[]) {
  const limited = wishes.filter(({ resource }) => resource.rules.weeklyMinutes !== null);
  const weeks = limited.map(({ personId, resource, interval }) => ({
    spaceId: resource.spaceId,
    resourceId: resource.id,
    personId,
    week: weekOf(interval.from, resource.opening.timeZone),
  }));
  return [...new Map(weeks.map((one) => [weekKey(one.personId, one.resourceId, one.week.from), one])).values()];
}

// days that differ are of no use to anyone once they are over everywhere
function earliest(batch: Command[]): Temporal.PlainDate {
  const first = batch.map(({ at }) => at).toSorted(Temporal.Instant.compare)[0] ?? Temporal.Instant.fromEpochMilliseconds(0);
  return first.toZonedDateTimeISO("UTC").toPlainDate().subtract({ days: 2 });
}

function latest(batch: Command[]): Temporal.Instant {
  return (
    batch
      .map(({ at }) => at)
      .toSorted(Temporal.Instant.compare)
      .at(-1) ?? Temporal.Instant.fromEpochMilliseconds(0)
  );
}

export type Asked = { personId: string | null; resource: ResourceFacts; interval: Interval };

// what a command asks time for; giving time back asks for none, but what is kept of a time handed back is covered anew
function wishOf(command: Command, bookings: Map<string, BookingFacts>, resources: Map<string, ResourceFacts>): Asked[] {
  const booking = bookings.get(command.bookingId);
  const kept = booking && resources.get(booking.resourceId);
  if (command.kind === "hand_back") return kept ? [{ personId: booking.personId, resource: kept, interval: booking }] : [];
  if (command.kind === "reprice") return askedAgain(booking, resources);
  if (command.kind !== "book" && command.kind !== "move") return [];
  const { resourceId } = command.kind === "book" ? (command satisfies Book) : { ...booking };
  const personId =
    command.kind === "book" ? bookerOf(command.as, command) : booking && bookerOf(booking.kind, { ...booking, by: command.by });
  const resource = resources.get(resourceId ?? "");
  if (!resource) return [];
  const interval = { from: command.startsAt, until: command.endsAt };
  // an empty or endless wish is refused by its own rule; it must not reach the database as a range
  if (Temporal.Instant.compare(interval.from, interval.until) >= 0) return [];
  return [{ personId: personId ?? null, resource, interval }];
}

/** Whom the rules are held against: the house has no certificates, those who do its work have. */
export function bookerOf(kind: BookingKind, { personId, by }: { personId: string | null; by: string | null }): string | null {
  return kind === "order" ? by : personId;
}

function askedAgain(booking: BookingFacts | undefined, resources: Map<string, ResourceFacts>): Asked[] {
  const resource = booking && resources.get(booking.resourceId);
  return resource ? [{ personId: booking.personId, resource, interval: { from: booking.from, until: booking.until } }] : [];
}

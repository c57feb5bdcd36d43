import type pg from "pg";
import type { Texts } from "../../../platform/database/schema.ts";
import { sendTogether } from "../../../platform/database/send-together.ts";
import type { Booker, Opening, Price } from "../../spaces/index.ts";
import { type BookingKind, type BookingState, type Interval, withBuffers } from "../booking.ts";
import { type ResourceRules, weekOf } from "../rules.ts";
import type { Book, Command } from "./command.ts";
import { statements } from "./statements.ts";

/** A resource with its house, as far as booking it goes. */
export interface ResourceFacts {
  id: string;
  spaceId: string;
  hostId: string;
  places: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  cancelByMinutes: number;
  needsApproval: boolean;
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
  audience: Booker;
  priceOre: number;
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
}

/** The key of a standing. */
export function standingKey(personId: string | null, resourceId: string, startsAt: Temporal.Instant): string {
  return `${personId} ${resourceId} ${startsAt}`;
}

/** The key of a person's week with a resource. */
export function weekKey(personId: string | null, resourceId: string, weekFrom: Temporal.Instant): string {
  return `${personId} ${resourceId} ${weekFrom}`;
}

/** Reads the facts of a batch in two round trips: what is addressed, then who asks and what is taken around the times asked for. */
export async function readFacts(client: pg.ClientBase, batch: Command[]): Promise<Facts> {
  const ask = <Row extends pg.QueryResultRow>(name: keyof typeof statements, values: unknown[]) =>
    client.query<Row>({ name: `bookings_${name}`, text: statements[name], values });
  const books = batch.filter((command) => command.kind === "book");
  const addressed = batch.filter((command) => command.kind !== "book");
  const [bookingRows, resourceRows] = await Promise.all(
    sendTogether(
      client,
      () =>
        [
          ask<BookingRow>("bookings", [addressed.map(({ spaceId }) => spaceId), addressed.map(({ bookingId }) => bookingId)]),
          ask<ResourceRow>("resources", [
            books.map(({ resourceId }) => resourceId),
            addressed.map(({ bookingId }) => bookingId),
            earliest(batch),
          ]),
        ] as const,
    ),
  );
  const bookings = new Map(bookingRows.rows.map((row) => [row.id, bookingOf(row)]));
  const resources = new Map(resourceRows.rows.map((row) => [row.id, resourceOf(row)]));
  const wishes = batch.flatMap((command) => wishOf(command, bookings, resources));
  const times = wishes.flatMap(({ resource, interval }) =>
    resource.family.map(({ id: resourceId }) => ({ resourceId, spaceId: resource.spaceId, ...withBuffers(interval, resource) })),
  );
  const weeks = limitedWeeks(wishes);
  const [standingRows, weekRows, takenRows] = await Promise.all(
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
        ] as const,
    ),
  );
  const facts: Facts = { resources, bookings, standings: new Map(), weeks: new Map(), taken: new Map() };
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

type Asked = { personId: string | null; resource: ResourceFacts; interval: Interval };

// what a command asks time for; giving time back asks for none
function wishOf(command: Command, bookings: Map<string, BookingFacts>, resources: Map<string, ResourceFacts>): Asked[] {
  if (command.kind !== "book" && command.kind !== "move") return [];
  const booking = bookings.get(command.bookingId);
  const { resourceId, personId } = command.kind === "book" ? (command satisfies Book) : { ...booking };
  const resource = resources.get(resourceId ?? "");
  if (!resource) return [];
  const interval = { from: command.startsAt, until: command.endsAt };
  // an empty or endless wish is refused by its own rule; it must not reach the database as a range
  if (Temporal.Instant.compare(interval.from, interval.until) >= 0) return [];
  return [{ personId: personId ?? null, resource, interval }];
}

type BookingRow = {
  id: string;
  space_id: string;
  resource_id: string;
  kind: BookingKind;
  state: BookingState;
  person_id: string | null;
  organization_id: string | null;
  title: string | null;
  people: number | null;
  starts_at: Temporal.Instant;
  ends_at: Temporal.Instant;
  held_until: Temporal.Instant | null;
  audience: Booker;
  price_ore: number;
  places: number[];
};

function bookingOf(row: BookingRow): BookingFacts {
  return {
    id: row.id,
    spaceId: row.space_id,
    resourceId: row.resource_id,
    kind: row.kind,
    state: row.state,
    personId: row.person_id,
    organizationId: row.organization_id,
    title: row.title,
    people: row.people,
    from: row.starts_at,
    until: row.ends_at,
    heldUntil: row.held_until,
    audience: row.audience,
    priceOre: row.price_ore,
    places: row.places,
  };
}

type ResourceRow = {
  id: string;
  space_id: string;
  organization_id: string;
  time_zone: string;
  open_on_holidays: boolean;
  space_from: string | null;
  space_until: string | null;
  capacity: number;
  places: number;
  step_minutes: number;
  shortest_minutes: number;
  longest_minutes: number;
  buffer_before_minutes: number;
  buffer_after_minutes: number;
  notice_minutes: number;
  horizon_days: number;
  cancel_by_minutes: number;
  weekly_minutes: number | null;
  needs_approval: boolean;
  booked_by: Booker;
  opens_with_house: boolean;
  in_use_from: string | null;
  in_use_until: string | null;
  certification_level: number | null;
  certification_names: Texts | null;
  hours: Opening["hours"];
  exceptions: Opening["exceptions"];
  prices: Price[];
  family: { id: string; places: number }[];
};

function resourceOf(row: ResourceRow): ResourceFacts {
  const { certification_names: names, certification_level: level } = row;
  return {
    id: row.id,
    spaceId: row.space_id,
    hostId: row.organization_id,
    places: row.places,
    bufferBeforeMinutes: row.buffer_before_minutes,
    bufferAfterMinutes: row.buffer_after_minutes,
    cancelByMinutes: row.cancel_by_minutes,
    needsApproval: row.needs_approval,
    rules: {
      capacity: row.capacity,
      stepMinutes: row.step_minutes,
      shortestMinutes: row.shortest_minutes,
      longestMinutes: row.longest_minutes,
      noticeMinutes: row.notice_minutes,
      horizonDays: row.horizon_days,
      weeklyMinutes: row.weekly_minutes,
      bookedBy: row.booked_by,
      opensWithHouse: row.opens_with_house,
      inUse: { from: row.in_use_from, until: row.in_use_until },
      certification: names && level !== null ? { names, level } : null,
    },
    opening: {
      timeZone: row.time_zone,
      hours: row.hours,
      exceptions: row.exceptions,
      isOpenOnHolidays: row.open_on_holidays,
      from: row.space_from,
      until: row.space_until,
    },
    prices: row.prices,
    family: row.family,
  };
}

type StandingRow = {
  person_id: string | null;
  resource_id: string;
  starts_at: Temporal.Instant;
  booker: Booker;
  certificate_level: number;
};

type WeekRow = { person_id: string; resource_id: string; week_from: Temporal.Instant; minutes: number };

type TakenRow = {
  booking_id: string;
  resource_id: string;
  place: number;
  from_at: Temporal.Instant;
  until_at: Temporal.Instant;
  held_until: Temporal.Instant | null;
};

function takenOf(row: TakenRow): Taken {
  return {
    bookingId: row.booking_id,
    resourceId: row.resource_id,
    place: row.place,
    from: row.from_at,
    until: row.until_at,
    heldUntil: row.held_until,
  };
}

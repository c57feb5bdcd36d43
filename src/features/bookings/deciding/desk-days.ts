import type pg from "pg";
import { StaleFacts } from "../../../platform/claims/decided-together.ts";
import { momentOf } from "../../../platform/time/day.ts";
import { daysOfTime, kindsByDay, type PersonDay, personDayKey, unitOf } from "../../plans/index.ts";
import type { BookingState, Interval } from "../booking.ts";
import type { BookingFacts, ResourceFacts } from "./facts.ts";

/** A day somebody has desks at a house, which counts once of what they may draw on however many desks they have. */
export interface DeskDay extends PersonDay, Interval {
  isUsed: boolean;
  /** The person's desks that day, those that begin first before others. A form that is being filled in covers no other. */
  desks: Map<string, { isForm: boolean }>;
  /** The desks as they were read, in one number: other than that, the facts are stale. */
  versions: number;
}

type Kept = Interval & Pick<BookingFacts, "kind" | "personId" | "audience">;

/** The days a booking of a desk draws on; none for what is no desk, nobody's, or staff's. */
export function deskDaysOf(time: Kept, { kind, spaceId, opening }: Pick<ResourceFacts, "kind" | "spaceId" | "opening">): PersonDay[] {
  const { personId } = time;
  if (time.kind !== "booking" || personId === null || time.audience === "staff" || unitOf(kind) !== "day") return [];
  return daysOfTime(time, opening.timeZone).map((day) => ({ spaceId, personId, day }));
}

/** A day before its desks are known. */
export function deskDay(day: PersonDay, timeZone: string): DeskDay {
  const next = Temporal.PlainDate.from(day.day).add({ days: 1 }).toString();
  const interval = { from: momentOf(day.day, "00:00", timeZone), until: momentOf(next, "00:00", timeZone) };
  return { ...day, ...interval, isUsed: false, desks: new Map(), versions: 0 };
}

/** Reads who has which desks on the days. */
export async function readDesks(client: pg.ClientBase, days: readonly DeskDay[]): Promise<DeskRow[]> {
  return (await client.query<DeskRow>({ name: "bookings_desks", text: desksSql, values: keysOf(days) })).rows;
}

/** Puts the desks that were read into their days. */
export function putDesks(rows: readonly DeskRow[], days: ReadonlyMap<string, DeskDay>): void {
  for (const row of rows) {
    const day = days.get(personDayKey({ spaceId: row.space_id, personId: row.person_id, day: row.day }));
    day?.desks.set(row.id, { isForm: row.state === "held" });
    if (day) day.versions += 1 + row.version;
  }
}

/** Sees, before anything is written, that the desks of the days are as they were read. @throws StaleFacts */
export function sendDeskChecks(client: pg.ClientBase, days: readonly DeskDay[]): Promise<unknown>[] {
  if (days.length === 0) return [];
  const values = [...keysOf(days), days.map(({ versions }) => versions)];
  const seen = client.query({ name: "bookings_desks_seen", text: desksSeenSql, values });
  return [
    seen.then(({ rowCount }) => {
      if (rowCount !== days.length) throw new StaleFacts("desks");
    }),
  ];
}

type DeskRow = { space_id: string; person_id: string; day: string; id: string; state: BookingState; version: number };

function keysOf(days: readonly DeskDay[]) {
  return [
    days.map(({ spaceId }) => spaceId),
    days.map(({ personId }) => personId),
    days.map(({ day }) => day),
    days.map(({ from }) => from),
    days.map(({ until }) => until),
    kindsByDay,
  ];
}

// nobody has a desk for more than a month in one go; so nobody's whole past is looked through
const desks = `
    from bookings b join resources r on r.id = b.resource_id and r.kind = any($6::text[])
    where b.space_id = k.space_id and b.person_id = k.person_id and b.kind = 'booking' and b.state <> 'cancelled' and b.used_at is null
      and b.audience <> 'staff' and b.starts_at < k.until_at and b.starts_at > k.from_at - interval '32 days' and b.ends_at > k.from_at`;

const desksSql = `
  select k.space_id, k.person_id, k.day::text as day, d.id, d.state, d.version
  from unnest($1::uuid[], $2::uuid[], $3::date[], $4::timestamptz[], $5::timestamptz[]) k(space_id, person_id, day, from_at, until_at)
  cross join lateral (select b.id, b.state, b.version, b.starts_at ${desks}) d
  order by d.starts_at, d.id`;

const desksSeenSql = `
  select k.day
  from unnest($1::uuid[], $2::uuid[], $3::date[], $4::timestamptz[], $5::timestamptz[], $7::int[]) k(space_id, person_id, day, from_at, until_at, versions)
  where k.versions = (select coalesce(sum(1 + b.version), 0) ${desks})`;

import type pg from "pg";
import { allOrFirstError, StaleFacts } from "../../../platform/claims/decided-together.ts";
import { newId } from "../../../platform/database/id.ts";
import { sendCharges, sendEntries } from "../../plans/index.ts";
import { asRange } from "../booking.ts";
import type { Outcome } from "./decide.ts";
import { sendDeskChecks } from "./desk-days.ts";
import { askUnseen } from "./line.ts";

/** Whether there is nothing to write: all commands were refused or had been done before. */
export function isNothing(outcome: Outcome): boolean {
  return outcome.changes.length === 0 && outcome.changed.size === 0;
}

/**
 * Sends every change of a batch at once: time is given back before it is taken, bookings are there before what they take.
 * @throws StaleFacts when a booking or what is booked was no longer as read, somebody's week was filled or somebody joined a line meanwhile
 */
export async function writeOutcome(client: pg.ClientBase, outcome: Outcome): Promise<void> {
  const sent: Promise<unknown>[] = [];
  const send = <Row>(name: keyof typeof statements, rows: Row[], read: (row: Row) => unknown[], expected?: number) => {
    if (rows.length === 0) return;
    const values = columns(rows, read);
    const query = client.query({ name: `bookings_write_${name}`, text: statements[name], values });
    sent.push(
      query.then(({ rowCount }) => {
        if (expected !== undefined && rowCount !== expected) throw new StaleFacts(name);
      }),
    );
  };
  const expired = [...outcome.expired.values()];
  const freed = [...outcome.freed.values()];
  const created = outcome.created;
  const changed = [...outcome.changed.values()].filter(({ booking }) => !created.some((one) => one.booking.id === booking.id));
  const weeks = [...outcome.weeks.values()];

  if (outcome.queued !== null) {
    const unseen = askUnseen(client, outcome.queued.windows, outcome.queued.line);
    sent.push(
      unseen.then(({ rowCount }) => {
        if (rowCount !== 0) throw new StaleFacts("line");
      }),
    );
  }
  sent.push(...sendDeskChecks(client, [...outcome.days.values()]));
  send("expired", expired, (e) => [e.spaceId, e.bookingId], expired.length);
  send("expired_changes", expired, (e) => [e.spaceId, newId(), e.bookingId, e.at]);
  send("freed", [...expired, ...freed], (f) => [f.spaceId, f.bookingId]);
  send("series", outcome.series, (s) => [
    s.spaceId,
    s.id,
    s.resourceId,
    s.recurrence,
    s.by,
    s.at,
    s.open?.from,
    s.open?.until,
    s.open?.bookedUntil,
    s.override,
  ]);
  send("created", created, ({ command, booking: b }) => [
    b.spaceId,
    b.id,
    b.resourceId,
    b.kind,
    b.state,
    b.personId,
    b.organizationId,
    command.by,
    b.title,
    command.note,
    b.people,
    b.from,
    b.until,
    b.heldUntil,
    b.audience,
    b.priceOre,
    command.seriesId,
    command.at,
    b.checkedInAt,
  ]);
  send(
    "changed",
    changed,
    ({ booking: b, was }) => [
      b.spaceId,
      b.id,
      was,
      b.state,
      b.from,
      b.until,
      b.heldUntil,
      b.audience,
      b.priceOre,
      b.checkedInAt,
      b.version,
      b.usedAt,
      b.organizationId,
    ],
    changed.length,
  );
  const seen = [...outcome.seen.values()];
  send("seen", seen, (s) => [s.resourceId, s.version], seen.length);
  send("taken", outcome.taken, (t) => [t.spaceId, t.bookingId, t.resourceId, t.place, asRange(t)]);
  sent.push(...sendEntries(client, outcome.entries), ...sendCharges(client, outcome.charges));
  send("weeks", weeks, (w) => [w.spaceId, w.resourceId, w.personId, w.week.from, w.week.until, w.most], weeks.length);
  send("changes", outcome.changes, (c) => [
    c.booking.spaceId,
    newId(),
    c.booking.id,
    c.kind,
    c.at,
    c.by,
    c.reason,
    c.was && asRange(c.was),
    c.priceOreBefore,
  ]);
  send("audit", outcome.changes, (c) => [
    newId(),
    c.at,
    c.by,
    `booking.${c.kind}`,
    c.booking.id,
    c.resource.hostId,
    c.reason,
    JSON.stringify({ resourceId: c.booking.resourceId, startsAt: c.booking.from, endsAt: c.booking.until }),
  ]);
  send("outbox", outcome.changes, (c) => [
    newId(),
    c.at,
    `booking.${c.kind}`,
    JSON.stringify([c.resource.hostId]),
    JSON.stringify(announced(c)),
  ]);
  await allOrFirstError(sent);
}

// ids and times, never the title or who: whoever is told asks for what they may see
function announced({ booking, by, reason, organizationBefore, shutting }: Outcome["changes"][number]) {
  const { id, spaceId, resourceId, state, personId, organizationId, from, until } = booking;
  const noLongerPaidBy = organizationBefore && organizationId !== organizationBefore ? { noLongerPaidBy: organizationBefore } : {};
  return {
    bookingId: id,
    spaceId,
    resourceId,
    state,
    personId,
    startsAt: from,
    endsAt: until,
    by,
    ...noLongerPaidBy,
    ...(shutting !== undefined && { shutting }),
    ...(reason !== null && { reason }),
  };
}

// rows to arrays of columns, as unnest takes them
function columns<Row>(rows: Row[], read: (row: Row) => unknown[]): unknown[][] {
  const cells = rows.map(read);
  return (cells[0] ?? []).map((_, index) => cells.map((row) => row[index]));
}

const statements = {
  expired: `
    update bookings b set state = 'cancelled', held_until = null, version = b.version + 1
    from unnest($1::uuid[], $2::uuid[]) e(space_id, id)
    where b.space_id = e.space_id and b.id = e.id and b.state = 'held'`,
  expired_changes: `
    insert into booking_changes (space_id, id, booking_id, kind, changed_at)
    select space_id, id, booking_id, 'expired', changed_at
    from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[]) c(space_id, id, booking_id, changed_at) returning id`,
  freed: `
    delete from booked_resources t using unnest($1::uuid[], $2::uuid[]) f(space_id, booking_id)
    where t.space_id = f.space_id and t.booking_id = f.booking_id`,
  series: `
    insert into booking_series (space_id, id, resource_id, recurrence, booked_by, created_at, first_starts_at, first_ends_at, open_until,
      override_reason)
    select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::timestamptz[], $7::timestamptz[], $8::timestamptz[],
      $9::timestamptz[], $10::text[]) returning id`,
  created: `
    insert into bookings (space_id, id, resource_id, kind, state, person_id, organization_id, booked_by, title, note, people, starts_at, ends_at,
      held_until, audience, price_ore, series_id, created_at, checked_in_at)
    select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::uuid[], $9::text[], $10::text[], $11::int[],
      $12::timestamptz[], $13::timestamptz[], $14::timestamptz[], $15::text[], $16::int[], $17::uuid[], $18::timestamptz[], $19::timestamptz[])
    returning id`,
  changed: `
    update bookings b set state = c.state, starts_at = c.starts_at, ends_at = c.ends_at, held_until = c.held_until, audience = c.audience,
      price_ore = c.price_ore, checked_in_at = c.checked_in_at, used_at = c.used_at, organization_id = c.organization_id, version = b.version + 1
    from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::timestamptz[], $8::text[], $9::int[],
      $10::timestamptz[], $11::int[], $12::timestamptz[], $13::uuid[])
      c(space_id, id, was, state, starts_at, ends_at, held_until, audience, price_ore, checked_in_at, version, used_at, organization_id)
    where b.space_id = c.space_id and b.id = c.id and b.state = c.was and b.version = c.version and b.used_at is null`,
  seen: `
    select r.id from unnest($1::uuid[], $2::int[]) s(id, version) join resources r on r.id = s.id and r.version = s.version`,
  taken: `
    insert into booked_resources (space_id, booking_id, resource_id, place, during)
    select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[], $5::tstzrange[]) returning booking_id`,
  weeks: `
    select w.person_id
    from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::timestamptz[], $6::int[]) w(space_id, resource_id, person_id, week_from, week_until, most)
    join bookings b on b.space_id = w.space_id and b.resource_id = w.resource_id and b.person_id = w.person_id and b.state <> 'cancelled'
      and b.starts_at >= w.week_from and b.starts_at < w.week_until
    group by w.space_id, w.resource_id, w.person_id, w.week_from, w.most
    having sum(extract(epoch from b.ends_at - b.starts_at) / 60) <= w.most`,
  changes: `
    insert into booking_changes (space_id, id, booking_id, kind, changed_at, changed_by, reason, was, price_ore_before)
    select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[], $6::uuid[], $7::text[], $8::tstzrange[], $9::int[])
    returning id`,
  audit: `
    insert into audit_log (id, done_at, actor_person_id, action, subject_kind, subject_id, organization_id, reason, details)
    select id, done_at, actor_person_id, action, 'booking', subject_id, organization_id, reason, details
    from unnest($1::uuid[], $2::timestamptz[], $3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::text[], $8::jsonb[])
      a(id, done_at, actor_person_id, action, subject_id, organization_id, reason, details) returning id`,
  outbox: `
    insert into outbox (id, happened_at, topic, organization_ids, payload)
    select id, happened_at, topic, array(select value::uuid from jsonb_array_elements_text(organization_ids) value), payload
    from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::jsonb[], $5::jsonb[]) a(id, happened_at, topic, organization_ids, payload) returning id`,
};

import type pg from "pg";
import { allOrFirstError, StaleFacts } from "../../../platform/claims/decided-together.ts";
import { newId } from "../../../platform/database/id.ts";
import { dayIn } from "../../../platform/time/day.ts";
import type { Outcome, Owed } from "./decide.ts";

/** Whether there is nothing to write: all were refused, or had been done before. */
export function isNothing(outcome: Outcome): boolean {
  return outcome.changes.length === 0;
}

/**
 * Sends everything a batch comes to at once.
 * @throws StaleFacts when a registration was no longer as read, a place had been given back that somebody was left without, somebody
 * had begun to wait who was not asked, or a kind of ticket had come to take places of other quotas
 */
export async function writeOutcome(client: pg.ClientBase, outcome: Outcome): Promise<void> {
  const sent: Promise<unknown>[] = [];
  const send = <Row>(name: keyof typeof statements, rows: Row[], read: (row: Row) => unknown[], isExpected = false) => {
    if (rows.length === 0) return;
    const cells = rows.map(read);
    const values = (cells[0] ?? []).map((_, column) => cells.map((row) => row[column]));
    const query = client.query({ name: `events_write_${name}`, text: statements[name], values });
    sent.push(
      query.then(({ rowCount }) => {
        if (isExpected && rowCount !== rows.length) throw new StaleFacts(name);
      }),
    );
  };
  const created = outcome.created;
  const changed = [...outcome.changed.values()];
  send(
    "quotas",
    [...outcome.quotas.values()],
    ({ eventId, quota, taken, waiting, hasLeftWithout, hasAsked }) => [
      eventId,
      quota.id,
      taken,
      waiting,
      hasLeftWithout ? quota.size - quota.taken : null,
      hasAsked ? quota.waiting - waiting : null,
      quota.drawnVersion,
    ],
    true,
  );
  send("created", created, ({ registration: r, command, at }) => [
    ...[r.eventId, r.id, r.ticketTypeId, JSON.stringify(r.otherTypeIds), r.quantity, r.acceptsFewer, r.state, r.personId, r.organizationId],
    ...[r.priceOre, at, command.by, r.heldUntil, r.state === "confirmed" ? at : null],
    ...[r.vatPercent, r.askedAt, r.approvedAt],
  ]);
  send(
    "changed",
    changed,
    ({ registration: r, was, ending, reason, by, at }) => [
      ...[r.eventId, r.id, was, r.state, r.ticketTypeId, r.quantity, r.priceOre, r.heldUntil, r.offeredAt],
      ...[r.state === "confirmed" && was !== "confirmed" ? at : null, ending && at, ending && by, ending],
      ...[r.vatPercent, r.askedAt, r.approvedAt, reason ?? null],
    ],
    true,
  );
  const ended = changed.filter(({ ending }) => ending !== null);
  send("tickets_ended", ended, ({ registration: r }) => [r.eventId, r.id]);
  send("tickets_returned", outcome.returned, ({ registration: r, ticketId }) => [r.eventId, ticketId], true);
  send("answers_returned", outcome.returned, ({ registration: r, ticketId, next }) => [r.eventId, r.id, ticketId, next !== null]);
  send(
    "answers_moved",
    outcome.returned.filter(({ next }) => next !== null),
    ({ registration: r, next }) => [r.eventId, r.id, next],
  );
  send("tickets", outcome.tickets, ({ eventId, registrationId, ticketTypeId, ticket }) => [
    ...[eventId, ticket.id, registrationId, ticketTypeId, ticket.holderName, ticket.code],
  ]);
  const counted = new Set([...created, ...changed].map(({ registration }) => registration.eventId));
  send("uncounted", [...counted], (eventId) => [eventId, newId()]);
  send("charges", outcome.owed, chargeOf);
  send("answers", outcome.answered, ({ registration: r, questionId, value, by, at }) => [
    ...[r.eventId, r.id, questionId, JSON.stringify(value), at, by],
  ]);
  send("audit", outcome.changes, ({ registration: r, event, kind, by, at }) => [
    ...[newId(), at, by, `registration.${kind}`, r.id, event.hostIds[0]],
    JSON.stringify({ eventId: r.eventId, quantity: r.quantity }),
  ]);
  send("outbox", outcome.changes, ({ registration: r, event, kind, ticketId, at }) => [
    ...[newId(), at, `registration.${kind}`, JSON.stringify(event.hostIds)],
    JSON.stringify({ registrationId: r.id, eventId: r.eventId, personId: r.personId, state: r.state, quantity: r.quantity, ticketId }),
  ]);
  await allOrFirstError(sent);
}

// admission to an event is a service; what is owed is the price without VAT
function chargeOf({ registration: r, event, kind, amountOre, ticketId, by, at }: Owed): unknown[] {
  const [leads] = event.hostIds;
  return [
    ...[r.eventId, newId(), r.id, kind, leads],
    ...[r.organizationId === null ? r.personId : null, r.organizationId, amountOre],
    ...[event.isVatRegistered, r.vatPercent, dayIn(event.startsAt, event.timeZone), at, by, ticketId ?? null],
  ];
}

const statements = {
  quotas: `
    update event_quotas q set taken = q.taken + d.taken, waiting = q.waiting + d.waiting
    from unnest($1::uuid[], $2::uuid[], $3::int[], $4::int[], $5::int[], $6::int[], $7::int[])
      d(event_id, quota_id, taken, waiting, most_left, waiting_before, drawn_version)
    where q.event_id = d.event_id and q.id = d.quota_id and q.drawn_version = d.drawn_version
      and (d.most_left is null or q.size - q.taken - d.taken <= d.most_left) and (d.waiting_before is null or q.waiting = d.waiting_before)`,
  created: `
    insert into registrations (event_id, id, ticket_type_id, other_type_ids, quantity, accepts_fewer, state, person_id, organization_id, price_ore,
      registered_at, registered_by, held_until, confirmed_at, vat_percent, asked_at, approved_at)
    select event_id, id, ticket_type_id, array(select value::uuid from jsonb_array_elements_text(other_type_ids) value), quantity, accepts_fewer, state,
      person_id, organization_id, price_ore, registered_at, registered_by, held_until, confirmed_at, vat_percent, asked_at, approved_at
    from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::jsonb[], $5::int[], $6::boolean[], $7::text[], $8::uuid[], $9::uuid[], $10::int[],
      $11::timestamptz[], $12::uuid[], $13::timestamptz[], $14::timestamptz[], $15::int[], $16::timestamptz[], $17::timestamptz[])
      r(event_id, id, ticket_type_id, other_type_ids, quantity, accepts_fewer, state, person_id, organization_id, price_ore,
        registered_at, registered_by, held_until, confirmed_at, vat_percent, asked_at, approved_at)
    returning id`,
  changed: `
    update registrations r set state = c.state, ticket_type_id = c.ticket_type_id, quantity = c.quantity, price_ore = c.price_ore,
      held_until = c.held_until, offered_at = c.offered_at, confirmed_at = coalesce(c.confirmed_at, r.confirmed_at),
      ended_at = c.ended_at, ended_by = c.ended_by, ending = c.ending, vat_percent = c.vat_percent, asked_at = c.asked_at,
      approved_at = c.approved_at, ending_reason = c.ending_reason
    from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::int[], $7::int[], $8::timestamptz[], $9::timestamptz[],
      $10::timestamptz[], $11::timestamptz[], $12::uuid[], $13::text[], $14::int[], $15::timestamptz[], $16::timestamptz[], $17::text[])
      c(event_id, id, was, state, ticket_type_id, quantity, price_ore, held_until, offered_at, confirmed_at, ended_at, ended_by, ending,
        vat_percent, asked_at, approved_at, ending_reason)
    where r.event_id = c.event_id and r.id = c.id and r.state = c.was`,
  tickets_ended: `
    update tickets t set is_cancelled = true from unnest($1::uuid[], $2::uuid[]) e(event_id, registration_id)
    where t.event_id = e.event_id and t.registration_id = e.registration_id and not t.is_cancelled`,
  tickets_returned: `
    update tickets t set is_cancelled = true from unnest($1::uuid[], $2::uuid[]) e(event_id, ticket_id)
    where t.event_id = e.event_id and t.id = e.ticket_id and not t.is_cancelled`,
  answers_returned: `
    delete from registration_answers a using unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::boolean[]) e(event_id, registration_id, ticket_id, is_first)
    where a.event_id = e.event_id and a.registration_id = e.registration_id and (a.about_id = e.ticket_id or (e.is_first and a.about_id = e.registration_id
      and exists (select from event_questions q where q.id = a.question_id and q.is_of_place)))`,
  answers_moved: `
    update registration_answers a set about_id = e.registration_id from unnest($1::uuid[], $2::uuid[], $3::uuid[]) e(event_id, registration_id, ticket_id)
    where a.event_id = e.event_id and a.registration_id = e.registration_id and a.about_id = e.ticket_id`,
  tickets: `
    insert into tickets (event_id, id, registration_id, ticket_type_id, holder_name, code)
    select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[]) returning id`,
  uncounted: `
    insert into event_uncounted (event_id, id) select * from unnest($1::uuid[], $2::uuid[]) returning id`,
  charges: `
    insert into event_charges (event_id, id, registration_id, kind, owed_to, person_id, organization_id, amount_ore, seller_is_vat_registered,
      vat_percent, day, written_at, written_by, ticket_id)
    select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::uuid[], $7::uuid[], $8::int[], $9::boolean[], $10::int[],
      $11::date[], $12::timestamptz[], $13::uuid[], $14::uuid[]) returning id`,
  answers: `
    insert into registration_answers (event_id, registration_id, about_id, question_id, value, answered_at, answered_by)
    select event_id, registration_id, registration_id, question_id, value, answered_at, answered_by
    from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::jsonb[], $5::timestamptz[], $6::uuid[])
      a(event_id, registration_id, question_id, value, answered_at, answered_by) returning question_id`,
  audit: `
    insert into audit_log (id, done_at, actor_person_id, action, subject_kind, subject_id, organization_id, details)
    select id, done_at, actor_person_id, action, 'registration', subject_id, organization_id, details
    from unnest($1::uuid[], $2::timestamptz[], $3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::jsonb[])
      a(id, done_at, actor_person_id, action, subject_id, organization_id, details) returning id`,
  outbox: `
    insert into outbox (id, happened_at, topic, organization_ids, payload)
    select id, happened_at, topic, array(select value::uuid from jsonb_array_elements_text(organization_ids) value), payload
    from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::jsonb[], $5::jsonb[]) a(id, happened_at, topic, organization_ids, payload) returning id`,
};

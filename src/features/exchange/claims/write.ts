import type pg from "pg";
import { auditRow } from "../../../platform/audit.ts";
import { allOrFirstError, StaleFacts } from "../../../platform/claims/decided-together.ts";
import { newId } from "../../../platform/database/id.ts";
import { isHoliday } from "../../../platform/time/holidays.ts";
import { stateAfter } from "../day-pass.ts";
import { seatsOpened } from "../seats-opened.ts";
import type { Outcome } from "./decide.ts";
import type { PassFacts } from "./facts.ts";

/** Whether there is nothing to write: all commands were refused or had been done before. */
export function isNothing(outcome: Outcome): boolean {
  return outcome.newPasses.length === 0 && outcome.endings.length === 0 && outcome.offers.length === 0;
}

/** Sends every change of a batch at once, counters before rows, and waits for all. @throws StaleFacts when a row was no longer as read */
export async function writeOutcome(client: pg.ClientBase, outcome: Outcome): Promise<void> {
  const send = (name: keyof typeof statements, values: unknown[][], expected?: number) =>
    client.query({ name: `claims_write_${name}`, text: statements[name], values }).then(({ rowCount }) => {
      if (expected !== undefined && rowCount !== expected) throw new StaleFacts(name);
    });
  const sent: Promise<unknown>[] = [];
  const days = [...outcome.days.values()];
  const known = [...outcome.quotas.values()].filter(({ isNew, change }) => !isNew && change !== 0);
  const counters = [...outcome.quotas.values()].filter(({ isNew }) => isNew);
  const taken = [...outcome.taken.values()].filter(({ change, setOut }) => change !== 0 || setOut !== 0);
  const { personDaysFreed, personDaysTaken, newPasses, endings, offers } = outcome;

  if (days.length > 0)
    sent.push(
      send(
        "days",
        columns(days, (d) => [d.spaceId, d.day, isHoliday(d.day)]),
      ),
    );
  if (known.length > 0)
    sent.push(
      send(
        "quotas",
        columns(known, (q) => [q.subjectId, q.month, q.quotaId, q.change]),
        known.length,
      ),
    );
  if (counters.length > 0)
    sent.push(
      send(
        "new_quotas",
        columns(counters, (q) => [q.subjectId, q.month, q.quotaId, q.allowed, q.change]),
      ),
    );
  if (personDaysFreed.length > 0)
    sent.push(
      send(
        "person_days_freed",
        columns(personDaysFreed, (p) => [p.personId, p.day, p.passId]),
        personDaysFreed.length,
      ),
    );
  if (personDaysTaken.length > 0)
    sent.push(
      send(
        "person_days_taken",
        columns(personDaysTaken, (p) => [p.personId, p.day, p.spaceId, p.passId]),
      ),
    );
  if (taken.length > 0)
    sent.push(
      send(
        "taken",
        columns(taken, (t) => [t.spaceId, t.day, t.change, t.opened, t.termsVersion, t.seatsAdded, t.setOut]),
        taken.length,
      ),
    );
  // a seat given back since the reading would be missed by who now waits
  const full = [...outcome.full.values()];
  if (full.length > 0)
    sent.push(
      send(
        "still_full",
        columns(full, (f) => {
          // the seats this batch sets out itself have been written before this is asked
          const setOut = outcome.taken.get(`${f.spaceId} ${f.day}`)?.setOut ?? 0;
          return [f.spaceId, f.day, f.opened + setOut, f.termsVersion, f.seatsAdded + setOut];
        }),
        full.length,
      ),
    );
  if (newPasses.length > 0) sent.push(send("passes", columns(newPasses, passColumns)));
  if (endings.length > 0) {
    sent.push(
      send(
        "endings",
        columns(endings, (e) => [e.spaceId, e.passId, e.ending, e.at, e.by, e.reason]),
      ),
    );
    sent.push(
      send(
        "ended",
        columns(endings, (e) => [e.spaceId, e.passId, stateAfter(e.ending), e.pass.state, e.pass.waitsFor]),
        endings.length,
      ),
    );
  }
  const withDeadline = offers.filter(({ given }) => !given);
  if (withDeadline.length > 0)
    sent.push(
      send(
        "offers",
        columns(withDeadline, (o) => [o.spaceId, o.passId, o.at, o.expiresAt]),
      ),
    );
  const deeds = [...giftsOf(outcome), ...takenForOthers(outcome)];
  if (deeds.length > 0)
    sent.push(
      send(
        "log",
        columns(deeds, (g) => [
          g.id,
          g.done_at,
          g.actor_person_id,
          g.actor_key_id,
          g.action,
          g.subject_kind,
          g.subject_id,
          g.organization_id,
          g.reason,
          g.details,
        ]),
      ),
    );
  if (offers.length > 0) {
    // counters of quotas differ in number from pass to pass: they travel as JSON
    sent.push(
      send(
        "offered",
        columns(offers, (o) => [
          o.spaceId,
          o.passId,
          o.agreement.id,
          o.agreement.version,
          JSON.stringify(o.pass.quotasTaken),
          o.given ? o.at : null,
        ]),
        offers.length,
      ),
    );
  }
  sent.push(
    send(
      "outbox",
      columns(announcements(outcome), (a) => [newId(), a.at, a.topic, JSON.stringify(a.organizationIds), JSON.stringify(a.payload)]),
    ),
  );
  await allOrFirstError(sent);
}

type NewPass = Outcome["newPasses"][number];

function passColumns(pass: NewPass): unknown[] {
  const { claim, agreement } = pass;
  return [
    pass.spaceId,
    pass.id,
    pass.day,
    pass.personId,
    pass.homeId,
    pass.companyId,
    pass.networkId,
    agreement.id,
    agreement.version,
    pass.state,
    pass.waitsFor,
    pass.code,
    pass.holderName,
    claim.message,
    pass.priceOre,
    claim.rulesVersion,
    JSON.stringify(pass.quotasTaken),
    claim.at,
    pass.state === "held" ? claim.at : null,
  ];
}

function announcements(outcome: Outcome) {
  const of = (pass: PassFacts, topic: string, at: Temporal.Instant, more: Record<string, unknown> = {}) => ({
    topic,
    at,
    organizationIds: [pass.homeId, pass.hostId],
    payload: { passId: pass.id, spaceId: pass.spaceId, day: pass.day, personId: pass.personId, homeId: pass.homeId, ...more },
  });
  return [
    ...outcome.newPasses.map((pass) => {
      const topic = pass.state === "held" ? "day_pass.held" : pass.waitsFor === "host" ? "day_pass.asked" : "day_pass.waiting";
      return of(pass, topic, pass.claim.at, pass.claim.by && { by: pass.claim.by.personId });
    }),
    ...outcome.offers.map(({ pass, at, expiresAt, given }) =>
      given ? of(pass, "day_pass.held", at) : of(pass, "day_pass.offered", at, { expiresAt }),
    ),
    ...outcome.endings.map(({ pass, at, ending, by, reason }) => of(pass, "day_pass.ended", at, { ending, by, reason, state: pass.state })),
  ];
}

/** Who was given a day they did not take themselves, and by whom. Of what people do for themselves the pass is the record. */
function takenForOthers({ newPasses }: Outcome) {
  return newPasses.flatMap(({ id, day, homeId: organizationId, claim: { by, at } }) =>
    by ? [auditRow({ actor: by, at, action: "day_pass.take", subject: { kind: "day_pass", id }, organizationId, details: { day } })] : [],
  );
}

/** Who was given a seat out of turn, by whom and why. */
function giftsOf(outcome: Outcome) {
  return outcome.offers.flatMap(({ pass, given, at, hasAddedSeat }) => {
    if (!given) return [];
    const subject = { kind: "day_pass", id: pass.id };
    const details = { day: pass.day, hasAddedSeat };
    const reason = given.reason ?? undefined;
    return [auditRow({ actor: given.by, at, action: "day_pass.give_seat", subject, organizationId: pass.hostId, reason, details })];
  });
}

// rows to arrays of columns, as unnest takes them
function columns<Row>(rows: Row[], read: (row: Row) => unknown[]): unknown[][] {
  const read_ = rows.map(read);
  return (read_[0] ?? []).map((_, index) => read_.map((row) => row[index]));
}

const statements = {
  days: `
    insert into guest_days (space_id, day, capacity, taken)
    select space_id, day, coalesce(${seatsOpened("k.space_id", "k.day", "k.is_holiday")}, 0), 0
    from unnest($1::uuid[], $2::date[], $3::boolean[]) k(space_id, day, is_holiday)
    on conflict (space_id, day) do nothing`,
  quotas: `
    update quota_uses q set used = q.used + d.change
    from unnest($1::uuid[], $2::date[], $3::uuid[], $4::int[]) d(subject_id, month, quota_id, change)
    where q.subject_id = d.subject_id and q.month = d.month and q.quota_id = d.quota_id`,
  new_quotas: `
    insert into quota_uses (subject_id, month, quota_id, allowed, used)
    select * from unnest($1::uuid[], $2::date[], $3::uuid[], $4::int[], $5::int[])
    on conflict (subject_id, month, quota_id) do update set used = quota_uses.used + excluded.used`,
  person_days_freed: `
    delete from person_days p using unnest($1::uuid[], $2::date[], $3::uuid[]) d(person_id, day, pass_id)
    where p.person_id = d.person_id and p.day = d.day and p.pass_id = d.pass_id`,
  person_days_taken: `
    insert into person_days (person_id, day, space_id, pass_id)
    select * from unnest($1::uuid[], $2::date[], $3::uuid[], $4::uuid[]) returning pass_id`,
  taken: `
    update guest_days g set taken = g.taken + d.change, seats_added = g.seats_added + d.set_out,
      capacity = d.set_out + case when d.change < 0 then least(g.capacity, greatest(g.taken + d.change, d.opened)) else g.capacity end
    from unnest($1::uuid[], $2::date[], $3::int[], $4::int[], $5::int[], $6::int[], $7::int[]) d(space_id, day, change, opened, terms_version, seats_added, set_out)
    where g.space_id = d.space_id and g.day = d.day
      and (d.change > 0 or g.seats_added = d.seats_added and exists (select from guest_terms t where t.space_id = d.space_id and t.version = d.terms_version))`,
  still_full: `
    select g.day
    from unnest($1::uuid[], $2::date[], $3::int[], $4::int[], $5::int[]) d(space_id, day, opened, terms_version, seats_added)
    join guest_days g on g.space_id = d.space_id and g.day = d.day and g.seats_added = d.seats_added and g.taken >= least(g.capacity, d.opened)
    join guest_terms t on t.space_id = d.space_id and t.version = d.terms_version`,
  passes: `
    insert into day_passes (space_id, id, day, person_id, home_id, company_id, network_id, agreement_id, agreement_version, state, waits_for, code, holder_name,
      message, price_ore, rules_version, quota_ids, quota_subject_ids, claimed_at, held_at)
    select space_id, id, day, person_id, home_id, company_id, network_id, agreement_id, agreement_version, state, waits_for, code, holder_name,
      message, price_ore, rules_version,
      array(select (q ->> 'quotaId')::uuid from jsonb_array_elements(quotas) q), array(select (q ->> 'subjectId')::uuid from jsonb_array_elements(quotas) q),
      claimed_at, held_at
    from unnest($1::uuid[], $2::uuid[], $3::date[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[], $9::int[], $10::text[], $11::text[], $12::text[], $13::text[],
      $14::text[], $15::int[], $16::int[], $17::jsonb[], $18::timestamptz[], $19::timestamptz[])
      p(space_id, id, day, person_id, home_id, company_id, network_id, agreement_id, agreement_version, state, waits_for, code, holder_name,
        message, price_ore, rules_version, quotas, claimed_at, held_at)
    returning id`,
  endings: `
    insert into day_pass_endings (space_id, pass_id, kind, ended_at, ended_by, reason)
    select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::timestamptz[], $5::uuid[], $6::text[]) returning pass_id`,
  ended: `
    update day_passes p set state = e.state, waits_for = null
    from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[]) e(space_id, id, state, was, waited_for)
    where p.space_id = e.space_id and p.id = e.id and p.state = e.was and p.waits_for is not distinct from e.waited_for`,
  offers: `
    insert into offers (space_id, pass_id, offered_at, expires_at)
    select * from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::timestamptz[]) returning pass_id`,
  offered: `
    update day_passes p set state = case when o.held_at is null then 'offered' else 'held' end, held_at = o.held_at, waits_for = null, agreement_id = o.agreement_id, agreement_version = o.agreement_version,
      quota_ids = array(select (q ->> 'quotaId')::uuid from jsonb_array_elements(o.quotas) q),
      quota_subject_ids = array(select (q ->> 'subjectId')::uuid from jsonb_array_elements(o.quotas) q)
    from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[], $5::jsonb[], $6::timestamptz[]) o(space_id, id, agreement_id, agreement_version, quotas, held_at)
    where p.space_id = o.space_id and p.id = o.id and p.state = 'waiting' and p.waits_for = 'seat'`,
  log: `
    insert into audit_log (id, done_at, actor_person_id, actor_key_id, action, subject_kind, subject_id, organization_id, reason, details)
    select * from unnest($1::uuid[], $2::timestamptz[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::uuid[], $9::text[], $10::jsonb[])
    returning id`,
  outbox: `
    insert into outbox (id, happened_at, topic, organization_ids, payload)
    select id, happened_at, topic, array(select value::uuid from jsonb_array_elements_text(organization_ids) value), payload
    from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::jsonb[], $5::jsonb[]) a(id, happened_at, topic, organization_ids, payload)
    returning id`,
};

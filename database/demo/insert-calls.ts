import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { calendarAt, timeZone } from "./calendar.ts";
import { resolveMoment } from "./day.ts";
import { insertMany } from "./insert-all.ts";
import { insertNight, type Night, nightOf } from "./insert-night.ts";
import type { Network } from "./network.ts";
import type { Demo } from "./read.ts";

export type PlannedCall = Demo["calls"][number];
type PlannedSubmission = PlannedCall["submissions"][number];
type Made = { planned: PlannedSubmission; id: string; personId: string };
type Criterion = { id: string; weight: number; least: number; most: number };

/** Calls that are open, being judged and over, with who has applied, what the juries have said so far and how an audience voted. */
export async function insertCalls(tx: Tx, demo: Demo, network: Network, now: Temporal.Instant): Promise<void> {
  const people = await peopleOf(tx, demo, network);
  for (const planned of demo.calls) {
    const organizationId = network.organizations.get(planned.organization);
    if (organizationId) await insertCall(tx, planned, organizationId, { network, people }, now);
  }
}

type Known = { network: Network /** By their e-mail, those of a year that is over too. */; people: Map<string, string> };

async function insertCall(
  tx: Tx,
  planned: PlannedCall,
  organizationId: string,
  { network, people }: Known,
  now: Temporal.Instant,
): Promise<void> {
  const at = (moment: string) => resolveMoment(moment, calendarAt(now), now, timeZone);
  const [id, opensAt, closesAt] = [newId(), at(planned.opens), at(planned.closes)];
  const made = planned.submissions.flatMap((one): Made[] => {
    const personId = people.get(one.person);
    return personId ? [{ planned: one, id: newId(), personId }] : [];
  });
  const night = planned.night
    ? await insertNight(tx, planned.night, organizationId, network, now)
    : planned.event && (await nightOf(tx, planned.event));
  const ballot = made.filter((one) => one.planned.votes !== undefined).map((one) => one.id);
  await insertMany(tx, "calls", [
    {
      id,
      slug: planned.slug,
      organization_id: organizationId,
      kind: planned.kind,
      titles: planned.title as never,
      descriptions: planned.descriptions as never,
      status: "published",
      opens_at: opensAt,
      closes_at: closesAt,
      grace_minutes: planned.graceMinutes,
      time_zone: timeZone,
      eligibility: planned.eligibility as never,
      questions: planned.questions as never,
      is_blind: planned.isBlind,
      texts: (planned.appealNotes ?? {}) as never,
      sponsors: planned.sponsors as never,
      event_id: night ? night.eventId : null,
      ballot,
      vote_opened_at: night ? night.startsAt : null,
      vote_closed_at: night ? night.startsAt.add({ hours: 2 }) : null,
      created_at: opensAt,
      version: 1,
    },
  ]);
  await insertSubmissions(tx, id, made, closesAt, now);
  await insertJudging(tx, { id, planned, made, closesAt }, network, now);
  await insertDecisions(tx, id, made, night ? night.startsAt : now);
  if (night) await insertVotes(tx, id, made, night);
}

/** Those who apply, whom the demonstration names and who came in a year that is over. */
async function peopleOf(tx: Tx, demo: Demo, network: Network): Promise<Map<string, string>> {
  const known = new Map([...network.people].map(([email, { id }]) => [email, id]));
  const others = demo.calls.flatMap(({ submissions }) => submissions.flatMap(({ person }) => (known.has(person) ? [] : [person])));
  if (others.length === 0) return known;
  const rows = await tx.selectFrom("people").select(["id", "email"]).where("email", "in", others).where("erased_at", "is", null).execute();
  for (const { id, email } of rows) known.set(email, id);
  return known;
}

async function insertSubmissions(tx: Tx, callId: string, made: Made[], closesAt: Temporal.Instant, now: Temporal.Instant): Promise<void> {
  const latest = Temporal.Instant.compare(closesAt, now) < 0 ? closesAt : now;
  await insertMany(
    tx,
    "submissions",
    made.map(({ planned, id, personId }, index) => {
      const at = latest.subtract({ hours: 5 * (made.length - index) });
      const isDelivered = planned.state === "submitted";
      return {
        id,
        call_id: callId,
        person_id: personId,
        state: planned.state,
        title: planned.title,
        organization_number: planned.number ?? null,
        answers: planned.answers as never,
        delivered_title: isDelivered ? planned.title : null,
        delivered_number: isDelivered ? (planned.number ?? null) : null,
        delivered_answers: (isDelivered ? planned.answers : {}) as never,
        delivered_at: isDelivered ? at : null,
        is_late: false,
        unchecked_rules: [] as never,
        created_at: at.subtract({ hours: 20 }),
        changed_at: at,
        version: 1,
      };
    }),
  );
}

type Judged = { id: string; planned: PlannedCall; made: Made[]; closesAt: Temporal.Instant };

async function insertJudging(tx: Tx, { id, planned, made, closesAt }: Judged, network: Network, now: Temporal.Instant): Promise<void> {
  const opened = closesAt.add({ hours: 21 });
  const closed = closesAt.add({ hours: 24 * 15 });
  const jury = planned.jury.flatMap((email) => network.people.get(email)?.id ?? []);
  await insertMany(
    tx,
    "call_jurors",
    jury.map((personId) => ({ call_id: id, person_id: personId, added_at: closesAt.subtract({ hours: 24 * 10 }) })),
  );
  for (const [index, phase] of planned.phases.entries()) {
    const number = index + 1;
    const opening = phase.state === "waiting" ? null : opened;
    await insertMany(tx, "call_phases", [
      {
        call_id: id,
        number,
        names: phase.name as never,
        opened_at: opening,
        closed_at: phase.state === "closed" ? closed : null,
      },
    ]);
    const criteria = phase.criteria.map((one, place) => ({ ...one, id: newId(), place }));
    await insertMany(
      tx,
      "call_criteria",
      criteria.map(({ name, description, place, ...scale }) => ({
        ...scale,
        call_id: id,
        phase: number,
        place_in_order: place,
        names: name as never,
        descriptions: description as never,
      })),
    );
    if (opening) await insertReviews(tx, { callId: id, phase: number, jury, criteria, made, at: opening }, now);
  }
}

type Reviewed = { callId: string; phase: number; jury: string[]; criteria: Criterion[]; made: Made[]; at: Temporal.Instant };

async function insertReviews(tx: Tx, { callId, phase, jury, criteria, made, at }: Reviewed, now: Temporal.Instant): Promise<void> {
  const said = Temporal.Instant.compare(at.add({ hours: 40 }), now) < 0 ? at.add({ hours: 40 }) : now;
  const reviews = made.flatMap(({ planned, id }) =>
    jury.map((jurorId, place) => ({ submission_id: id, juror_id: jurorId, given: planned.scores[place] ?? null })),
  );
  await insertMany(
    tx,
    "reviews",
    reviews.map(({ given, ...key }) => ({
      ...key,
      call_id: callId,
      phase,
      assigned_at: at,
      conflict: given === null ? null : given === "conflict" ? "conflict" : "none",
      conflict_reason: given === "conflict" ? "Vi har jobbet sammen" : null,
      declared_at: given === null ? null : said,
      delivered_at: Array.isArray(given) ? said : null,
      version: 1,
    })),
  );
  await insertMany(
    tx,
    "review_scores",
    reviews.flatMap(({ given, ...key }) =>
      (Array.isArray(given) ? given : []).flatMap((score, place) => {
        const criterion = criteria[place];
        if (!criterion) return [];
        const { id, weight, least, most } = criterion;
        return [{ ...key, call_id: callId, phase, criterion_id: id, weight, least, most, score, conflict: "none", given_at: said }];
      }),
    ),
  );
}

async function insertDecisions(tx: Tx, callId: string, made: Made[], at: Temporal.Instant): Promise<void> {
  const rows = made.flatMap(({ planned, id }) => (planned.outcome ? [{ submission_id: id, outcome: planned.outcome }] : []));
  await insertMany(
    tx,
    "call_decisions",
    rows.map((row) => ({ ...row, call_id: callId, number: 1, decided_at: at.subtract({ hours: 30 }), told_at: at.add({ hours: 3 }) })),
  );
}

async function insertVotes(tx: Tx, callId: string, made: Made[], { eventId, ticketIds, startsAt }: Night): Promise<void> {
  const chosen = made.flatMap(({ planned, id }) => Array<string>(planned.votes ?? 0).fill(id));
  await insertMany(
    tx,
    "audience_votes",
    chosen.slice(0, ticketIds.length).map((submissionId, place) => ({
      event_id: eventId,
      call_id: callId,
      ticket_id: ticketIds[place] ?? "",
      submission_id: submissionId,
      voted_at: startsAt.add({ minutes: 60 + place }),
    })),
  );
}

import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { answerOf } from "../answer-of.ts";
import type { BookingClaims } from "../deciding/booking-claims.ts";
import { fitCalendars, makeWay } from "../outside/fit-calendar.ts";
import { calendarIdsIn } from "../outside/queries.ts";
import { mayRunDay } from "../policy.ts";
import { houseOf } from "../queries.ts";
import { blockTime, inTheWay, type OutageRow, outageOf } from "./queries.ts";
import { outageRefusals } from "./refusals.ts";

type Report = { resourceId: string; note: string; until: Temporal.Instant };

/**
 * Takes a machine out of order until a moment: bookings in that time are cancelled with the note as the reason, so that each
 * holder is told, and the time is blocked. Where another calendar has some of it, that is told as a conflict. Said again, the note and the moment are those said last. @throws Refusal outage.not_ahead
 */
export async function reportOutage(
  installation: Installation,
  claims: BookingClaims,
  actor: Actor,
  { resourceId, note, until }: Report,
): Promise<void> {
  const { db, now } = installation;
  const at = now();
  const { spaceId, hostId } = found(await houseOf(db, resourceId));
  authorize(actor, mayRunDay(actor, hostId));
  if (Temporal.Instant.compare(until, at) <= 0 || at.until(until).total("hours") > 366 * 24) throw outageRefusals.notAhead();
  const before = await outageOf(db, { spaceId, id: resourceId }, at);
  if (before) await endBlock(claims, before, actor.personId, at);
  const { startsAt, bufferAfterMinutes } = await blockTime(db, { spaceId, resourceId, at });
  const affected = await inTheWay(db, { spaceId, resourceId, from: at, until: until.add({ minutes: bufferAfterMinutes }) });
  await makeWay(db, { spaceId, resourceId, from: at, until: until.add({ minutes: bufferAfterMinutes }) });
  const ends = affected.map(({ id }) =>
    claims.submit({
      kind: "end",
      bookingId: id,
      spaceId,
      as: "cancelled",
      from: ["held", "pending", "confirmed"],
      isByHouse: true,
      by: actor.personId,
      reason: note,
      at,
    }),
  );
  await Promise.all(ends);
  const block = { bookingId: newId(), spaceId, resourceId, startsAt, endsAt: until, title: note, by: actor.personId, at };
  answerOf(
    await claims.submit({
      ...block,
      kind: "book",
      as: "maintenance",
      personId: null,
      organizationId: null,
      note: null,
      people: null,
      isHold: false,
      override: null,
      seriesId: null,
    }),
  );
  await fitCalendars(installation, await calendarIdsIn(db, spaceId));
  const id = newId();
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable("outages")
      .set({ ended_at: at, ended_by: actor.personId })
      .where("space_id", "=", spaceId)
      .where("resource_id", "=", resourceId)
      .where("ended_at", "is", null)
      .execute();
    await tx
      .insertInto("outages")
      .values({
        space_id: spaceId,
        id,
        resource_id: resourceId,
        booking_id: block.bookingId,
        note,
        reported_at: at,
        reported_by: actor.personId,
        expected_until: until,
      })
      .execute();
    const details = { note, until: until.toString(), cancelled: affected.length };
    const subject = { kind: "resource", id: resourceId };
    await audit(tx, { actor, at, action: "outage.report", subject, organizationId: hostId, details });
  });
}

/** Puts a machine back in order: the time that was left is free at once. @throws Refusal outage.none */
export async function endOutage({ db, now }: Installation, claims: BookingClaims, actor: Actor, resourceId: string): Promise<void> {
  const at = now();
  const { spaceId, hostId } = found(await houseOf(db, resourceId));
  authorize(actor, mayRunDay(actor, hostId));
  const outage = await outageOf(db, { spaceId, id: resourceId }, at);
  if (!outage) throw outageRefusals.none();
  await endBlock(claims, outage, actor.personId, at);
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable("outages")
      .set({ ended_at: at, ended_by: actor.personId })
      .where("space_id", "=", spaceId)
      .where("id", "=", outage.id)
      .execute();
    const subject = { kind: "resource", id: resourceId };
    await audit(tx, { actor, at, action: "outage.end", subject, organizationId: hostId });
  });
}

// whoever was quicker in the calendar has ended it already
async function endBlock(claims: BookingClaims, outage: OutageRow, by: string, at: Temporal.Instant): Promise<void> {
  await claims.submit({
    kind: "end",
    bookingId: outage.booking_id,
    spaceId: outage.space_id,
    as: "cancelled",
    from: ["confirmed"],
    by,
    reason: null,
    at,
  });
}

import { sql } from "kysely";
import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import { lockNumber } from "../../platform/claims/decided-together.ts";
import type { Db } from "../../platform/database/database.ts";
import { sameVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import { announce } from "../../platform/outbox.ts";
import { dayIn } from "../../platform/time/day.ts";
import { isHoliday } from "../../platform/time/holidays.ts";
import type { DayPassClaims } from "./claims/day-pass-claims.ts";
import { offerSeats } from "./offer-seats.ts";
import { mayChangeGuestTerms } from "./policy.ts";
import { findHost } from "./queries.ts";
import { seatsOpened } from "./seats-opened.ts";

export interface GuestTerms {
  /** Monday first. */
  seatsPerWeekday: number[];
  askFirst: boolean;
  closedDays: string[];
}

/**
 * Decides how many guests a space takes on each weekday, which days it is closed to them, and whether it is asked first.
 * Days already booked are honoured: a day's seats never go below the passes on it. New seats go to those who wait.
 */
export async function changeGuestTerms(
  installation: Installation,
  claims: DayPassClaims,
  actor: Actor,
  space: string,
  terms: GuestTerms,
  expected: number | undefined,
): Promise<void> {
  const { db, now } = installation;
  const host = found(await findHost(db, space));
  authorize(actor, mayChangeGuestTerms(actor, host.organization_id));
  await db.transaction().execute(async (tx) => {
    await lockHost(tx, host.id);
    const before = await tx.selectFrom("guest_terms").selectAll().where("space_id", "=", host.id).executeTakeFirst();
    if (before) sameVersion(expected, before);
    const written = { seats_per_weekday: terms.seatsPerWeekday, ask_first: terms.askFirst };
    await tx
      .insertInto("guest_terms")
      .values({ space_id: host.id, ...written })
      .onConflict((conflict) => conflict.column("space_id").doUpdateSet({ ...written, version: (before?.version ?? 0) + 1 }))
      .execute();
    await tx.deleteFrom("guest_closed_days").where("space_id", "=", host.id).execute();
    if (terms.closedDays.length > 0) {
      await tx
        .insertInto("guest_closed_days")
        .values([...new Set(terms.closedDays)].map((day) => ({ space_id: host.id, day })))
        .execute();
    }
    await reopenDays(tx, host.id, dayIn(now(), host.time_zone));
    const details = { before: before && { seatsPerWeekday: before.seats_per_weekday, askFirst: before.ask_first }, after: terms };
    await audit(tx, {
      actor,
      at: now(),
      action: "guest_terms.change",
      subject: { kind: "space", id: host.id },
      organizationId: host.organization_id,
      details,
    });
    await announce(tx, [
      { at: now(), topic: "guest_terms.changed", organizationIds: [host.organization_id], payload: { spaceId: host.id } },
    ]);
  });
  await offerNewSeats(installation, claims, host.id, dayIn(now(), host.time_zone));
}

/** Counts a host's coming days anew after its hours, exceptions or closed days have changed. */
export async function recountDays(installation: Installation, claims: DayPassClaims, spaceId: string): Promise<void> {
  const { db, now } = installation;
  const host = await findHost(db, spaceId);
  if (!host) return;
  const today = dayIn(now(), host.time_zone);
  await db.transaction().execute(async (tx) => {
    await lockHost(tx, host.id);
    await reopenDays(tx, host.id, today);
  });
  await offerNewSeats(installation, claims, host.id, today);
}

// the same number the claims of this host lock
async function lockHost(tx: Db, spaceId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${String(lockNumber(spaceId))}::bigint)`.execute(tx);
}

async function reopenDays(tx: Db, spaceId: string, from: string): Promise<void> {
  const rows = await tx.selectFrom("guest_days").select("day").where("space_id", "=", spaceId).where("day", ">=", from).execute();
  const days = rows.map(({ day }) => day);
  const opened = sql.raw(seatsOpened("g.space_id", "g.day", "k.is_holiday"));
  // what a host set out on a day stays, unless the day is closed to guests
  await sql`
    update guest_days g set capacity = greatest(g.taken, coalesce(nullif(${opened}, 0) + g.seats_added, 0))
    from unnest(${days}::date[], ${days.map(isHoliday)}::boolean[]) k(day, is_holiday)
    where g.space_id = ${spaceId} and g.day = k.day`.execute(tx);
}

async function offerNewSeats(installation: Installation, claims: DayPassClaims, spaceId: string, from: string): Promise<void> {
  const open = await installation.db
    .selectFrom("guest_days")
    .select("day")
    .where("space_id", "=", spaceId)
    .where("day", ">=", from)
    .whereRef("taken", "<", "capacity")
    .orderBy("day")
    .execute();
  for (const { day } of open) await offerSeats(installation, claims, spaceId, day);
}

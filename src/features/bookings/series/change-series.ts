import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { sameVersion } from "../../../platform/http/version.ts";
import type { Installation } from "../../../platform/installation.ts";
import type { Language } from "../../../platform/language/language.ts";
import { toldAnswers } from "../answer-of.ts";
import { cancelBooking } from "../cancel-booking.ts";
import type { BookingClaims } from "../deciding/booking-claims.ts";
import type { Move } from "../deciding/command.ts";
import { type Moving, moveBooking } from "../move-booking.ts";
import { actsForHouse, mayChangeBooking, mayRunDay } from "../policy.ts";
import { presentBooking } from "../present.ts";
import { type BookingRow, findBooking } from "../queries.ts";
import { bookingRefusals } from "../refusals.ts";
import { refusalOf, seriesConflicts, type Tried } from "./list-occurrences.ts";
import type { Scope } from "./occurrence.ts";
import { endOpenSeries, moveOpenSeries } from "./open-series.ts";
import { bookingsOfSeries, findSeries } from "./queries.ts";
import { shiftedTimes } from "./shift.ts";

/**
 * Gives a booking another time, and with it those that follow or all that are ahead of its series. They move as it does, on the
 * clock of the house; one that had a time of its own keeps it.
 * @throws Refusal any of `booking` and `series`, request.changed_meanwhile
 */
export async function moveInSeries(
  installation: Installation,
  claims: BookingClaims,
  actor: Actor,
  moving: Moving & { scope: Scope; skipsConflicts: boolean },
  language: Language,
): Promise<void> {
  const { db, now } = installation;
  const row = found(await findBooking(db, moving.id));
  if (moving.scope === "this" || row.series_id === null) {
    await moveBooking(installation, claims, actor, moving);
    return;
  }
  authorize(actor, mayChange(actor, row));
  if (moving.overrideReason !== undefined) authorize(actor, mayRunDay(actor, row.host_id));
  sameVersion(moving.expected, row, presentBooking(row, actor, now()));
  const startsAt = moving.startsAt ?? row.starts_at;
  const endsAt = moving.endsAt ?? startsAt.add(row.ends_at.since(row.starts_at));
  if (Temporal.Instant.compare(startsAt, endsAt) >= 0) throw bookingRefusals.backwards();
  const moves = shiftedTimes(row, { startsAt, endsAt }, await aheadInSeries(installation, row, moving.scope));
  const commands = moves.map(
    ({ row: { id: bookingId, space_id: spaceId }, ...times }): Move => ({
      kind: "move",
      bookingId,
      spaceId,
      ...times,
      override: moving.overrideReason ?? null,
      isAtDesk: mayRunDay(actor, row.host_id),
      by: actor.personId,
      at: now(),
    }),
  );
  const answer = await claims.submitTogether({
    kind: "together",
    spaceId: row.space_id,
    commands,
    isPartial: moving.skipsConflicts,
    series: null,
  });
  if (answer.isDone) {
    const time = { from: startsAt, until: endsAt, override: moving.overrideReason ?? null };
    await moveOpenSeries(db, { space_id: row.space_id, series_id: row.series_id }, time, row.time_zone);
    return;
  }
  const told = await toldAnswers(db, actor.personId, row.person_id, answer.answers);
  const tried = commands.map(
    (command, index): Tried => ({
      command,
      resourceId: moves[index]?.row.resource_id ?? row.resource_id,
      answer: told[index] as Tried["answer"],
    }),
  );
  throw await seriesConflicts(installation, row.space_id, tried, language);
}

/** Gives the time of a booking back, and with it those that follow or all that are ahead of its series. @throws Refusal booking.ended, booking.too_late */
export async function cancelInSeries(
  installation: Installation,
  claims: BookingClaims,
  actor: Actor,
  { id, reason, scope }: { id: string; reason?: string | undefined; scope: Scope },
): Promise<void> {
  const row = found(await findBooking(installation.db, id));
  if (scope === "this" || row.series_id === null) {
    await cancelBooking(installation, claims, actor, { id, reason });
    return;
  }
  authorize(actor, mayChange(actor, row));
  const rows = await aheadInSeries(installation, row, scope);
  await endOpenSeries(installation.db, { space_id: row.space_id, series_id: row.series_id });
  if (rows.length === 0) throw bookingRefusals.tooLate();
  const given = { as: "cancelled" as const, from: ["held" as const, "pending" as const, "confirmed" as const], by: actor.personId };
  const answer = await claims.submitTogether({
    kind: "together",
    spaceId: row.space_id,
    commands: rows.map((one) => ({
      kind: "end",
      bookingId: one.id,
      spaceId: one.space_id,
      ...given,
      isByHouse: actsForHouse(actor, { personId: one.person_id, organizationId: one.organization_id, hostId: one.host_id }),
      reason: reason ?? null,
      at: installation.now(),
    })),
    // one that somebody cancelled meanwhile is no reason to keep the rest
    isPartial: true,
    series: null,
  });
  const refusal = answer.answers.map(refusalOf).find((one) => one !== undefined);
  if (!answer.isDone && refusal) throw refusal;
}

/** The series a booking is of, with every time of it that is not cancelled. @throws Refusal when there is none to see */
export async function readSeries({ db }: Installation, actor: Actor, id: string) {
  const row = found(await findBooking(db, id));
  authorize(actor, mayChange(actor, row));
  const series = found(await findSeries(db, row));
  return { series, rows: await bookingsOfSeries(db, row) };
}

/** The times of a booking's series that have not begun: all of them, or it and those after it. */
export async function aheadInSeries({ db, now }: Pick<Installation, "db" | "now">, row: BookingRow, scope: Scope): Promise<BookingRow[]> {
  const rows = await bookingsOfSeries(db, row);
  const isLaterThan = (one: BookingRow, moment: Temporal.Instant) => Temporal.Instant.compare(one.starts_at, moment) > 0;
  return rows.filter((one) => isLaterThan(one, now()) && (scope === "all" || one.id === row.id || isLaterThan(one, row.starts_at)));
}

function mayChange(actor: Actor, row: BookingRow): boolean {
  return mayChangeBooking(actor, { personId: row.person_id, organizationId: row.organization_id, hostId: row.host_id });
}

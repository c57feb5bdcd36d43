import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { tryEach } from "../../../platform/jobs/try-each.ts";
import type { BookingClaims } from "../deciding/booking-claims.ts";
import type { Book } from "../deciding/command.ts";
import { bookingRefusals } from "../refusals.ts";
import { startsAllowed } from "../rules.ts";
import { refusalOf } from "./list-occurrences.ts";
import { writeNightLetter } from "./night-letters.ts";
import { bookedOfSeries, endOpenSeries, type OpenSeries, openSeries } from "./open-series.ts";
import { readRecurrence, timesWithin } from "./recurrence.ts";

/**
 * Books what has come within the horizon of every series without an end. One that fails does not keep the others from being booked.
 * @returns how many times. @throws AggregateError with what failed, when all have been tried
 */
export async function extendSeries(installation: Installation, claims: BookingClaims): Promise<number> {
  let booked = 0;
  await tryEach(await openSeries(installation.db), async (series) => {
    booked += await extendOne(installation, claims, series);
  });
  return booked;
}

async function extendOne(installation: Installation, claims: BookingClaims, series: OpenSeries): Promise<number> {
  const { db, now } = installation;
  const { space_id: spaceId, id, open_until: after, first_starts_at: from, first_ends_at: until } = series;
  if (!after || !from || !until) return 0;
  const { starts, last } = await bookedOfSeries(db, series);
  // nothing of it stands: whoever had it gave all of it back
  if (!last) {
    await endOpenSeries(db, { space_id: spaceId, series_id: id });
    return 0;
  }
  const at = now();
  // what passed while nobody extended it is not missed
  const untried = Temporal.Instant.compare(after, at) > 0 ? after : at;
  const horizon = startsAllowed(at, { noticeMinutes: 0, horizonDays: series.horizon_days }, series.time_zone).last;
  const found = timesWithin(readRecurrence(series.recurrence, { mayBeOpen: true }), { from, until }, series.time_zone, {
    after: untried,
    until: horizon,
  });
  // told again after a crash: what is booked is not tried once more
  const times = found.times.filter((time) => !starts.has(time.from.toString()));
  const commands = times.map(
    (time): Book => ({
      kind: "book",
      as: last.kind === "maintenance" ? "maintenance" : "booking",
      bookingId: newId(),
      spaceId,
      resourceId: series.resource_id,
      personId: last.person_id,
      organizationId: null,
      startsAt: time.from,
      endsAt: time.until,
      title: last.title,
      note: last.note,
      people: last.people,
      isHold: false,
      override: series.override_reason,
      seriesId: id,
      by: series.booked_by,
      at,
    }),
  );
  const answers =
    commands.length === 0
      ? []
      : (await claims.submitTogether({ kind: "together", spaceId, commands, isPartial: true, series: null })).answers;
  const clashes = commands.flatMap(({ startsAt }, index) => {
    const answer = answers[index];
    const refusal = answer && refusalOf(answer);
    return refusal ? [{ startsAt, refusal }] : [];
  });
  // whoever has it may not book the room on the last day any more: it is told of once, not each night
  const hasEnded = clashes.at(-1)?.refusal.code === bookingRefusals.notForYou.code;
  await db.transaction().execute(async (tx) => {
    await writeNightLetter(tx, installation, series, { personId: last.person_id ?? series.booked_by, clashes, hasEnded });
    // unless it was ended meanwhile
    await tx
      .updateTable("booking_series")
      .set({ open_until: hasEnded ? null : found.until })
      .where("space_id", "=", spaceId)
      .where("id", "=", id)
      .where("open_until", "is not", null)
      .execute();
  });
  return commands.length - clashes.length;
}

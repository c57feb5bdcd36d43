import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { catalogue } from "../../../platform/language/language.ts";
import { writtenMoment } from "../../../platform/language/written-moment.ts";
import { writeLetter } from "../../../platform/mail/index.ts";
import { readersAmong } from "../../organizations/index.ts";
import type { BookingClaims } from "../deciding/booking-claims.ts";
import type { Book } from "../deciding/command.ts";
import { startsAllowed } from "../rules.ts";
import { refusalOf } from "./list-occurrences.ts";
import { bookedOfSeries, endOpenSeries, type OpenSeries, openSeries } from "./open-series.ts";
import { readRecurrence, timesWithin } from "./recurrence.ts";

/**
 * Books what has come within the horizon of every series without an end. One that fails does not keep the others from being booked.
 * @returns how many times. @throws AggregateError with what failed, when all have been tried
 */
export async function extendSeries(installation: Installation, claims: BookingClaims): Promise<number> {
  let booked = 0;
  const failures: unknown[] = [];
  // one after the other: a night is long
  for (const series of await openSeries(installation.db)) {
    try {
      booked += await extendOne(installation, claims, series);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} series could not be booked further`);
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
      override: null,
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
  await db.transaction().execute(async (tx) => {
    const reader = (
      await readersAmong(
        tx,
        [last.person_id ?? series.booked_by].flatMap((one) => one ?? []),
      )
    )[0];
    if (reader && clashes[0]) {
      const text = words[reader.language];
      const f = { resource: series.resource_name, space: series.space_name, count: clashes.length };
      const day = clashes[0].startsAt.toZonedDateTimeISO(series.time_zone).toPlainDate();
      await writeLetter(tx, installation, reader, {
        key: `series.clash/${id}/${clashes[0].startsAt}`,
        subject: text.subject(f),
        lines: [
          text.about(f),
          ...clashes.map(
            ({ startsAt, refusal }) =>
              `${writtenMoment(startsAt, series.time_zone, reader.language)}: ${refusal.sentence(reader.language)}`,
          ),
          text.goesOn,
          { label: text.seeDay, path: `/spaces/${series.space_slug}/calendar?day=${day}` },
        ],
      });
    }
    // unless it was ended meanwhile
    await tx
      .updateTable("booking_series")
      .set({ open_until: found.until })
      .where("space_id", "=", spaceId)
      .where("id", "=", id)
      .where("open_until", "is not", null)
      .execute();
  });
  return commands.length - clashes.length;
}

type Clash = { resource: string; space: string; count: number };

const words = catalogue({
  nb: {
    subject: (f: Clash) => `${f.resource}: ${f.count === 1 ? "én tid" : `${f.count} tider`} i serien din gikk ikke`,
    about: (f: Clash) =>
      `Serien din i ${f.resource} hos ${f.space} er booket videre. ${f.count === 1 ? "Denne tida" : "Disse tidene"} gikk ikke:`,
    goesOn: "Resten er booket. Serien går videre til du avslutter den.",
    seeDay: "Finn en annen tid",
  },
  nn: {
    subject: (f: Clash) => `${f.resource}: ${f.count === 1 ? "éi tid" : `${f.count} tider`} i serien din gjekk ikkje`,
    about: (f: Clash) =>
      `Serien din i ${f.resource} hos ${f.space} er booka vidare. ${f.count === 1 ? "Denne tida" : "Desse tidene"} gjekk ikkje:`,
    goesOn: "Resten er booka. Serien går vidare til du avsluttar han.",
    seeDay: "Finn ei anna tid",
  },
  en: {
    subject: (f: Clash) => `${f.resource}: ${f.count === 1 ? "one time" : `${f.count} times`} of your series could not be had`,
    about: (f: Clash) =>
      `Your series in ${f.resource} at ${f.space} has been booked further. ${f.count === 1 ? "This time" : "These times"} could not be had:`,
    goesOn: "The rest is booked. The series goes on until you end it.",
    seeDay: "Find another time",
  },
});

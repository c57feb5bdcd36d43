import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { catalogue } from "../../../platform/language/language.ts";
import { writtenMoment } from "../../../platform/language/written-moment.ts";
import { writeLetter } from "../../../platform/mail/index.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { readersAt } from "../../organizations/index.ts";
import { conflictsIn, type OutsideCalendarRow } from "./queries.ts";

const mostInLetter = 10;
const mostConflicts = 500;

/** Writes to those who manage the house about the conflicts nobody has been told of yet: once about each, all of a reading in one letter. */
export async function tellConflicts(tx: Tx, installation: Installation, calendar: OutsideCalendarRow): Promise<void> {
  const at = installation.now();
  const { space_id: spaceId, id: calendarId, host_id: hostId, time_zone: timeZone, space_slug: slug } = calendar;
  const fresh = (await conflictsIn(tx, spaceId, { calendarId, most: mostConflicts })).filter(({ toldAt }) => toldAt === null);
  if (fresh.length === 0) return;
  await sql`
    update outside_conflicts f set told_at = ${at}
    from unnest(${fresh.map(({ timeId }) => timeId)}::uuid[], ${fresh.map(({ bookingId }) => bookingId)}::uuid[]) n(time_id, booking_id)
    where f.space_id = ${spaceId} and f.time_id = n.time_id and f.booking_id = n.booking_id`.execute(tx);
  const letter = newId();
  for (const reader of await readersAt(tx, [hostId], ["manager", "owner"], dayIn(at, timeZone))) {
    const text = words[reader.language];
    const f = { room: calendar.resource_name, calendar: calendar.name, count: fresh.length };
    const when = (moment: Temporal.Instant) => writtenMoment(moment, timeZone, reader.language);
    await writeLetter(tx, installation, reader, {
      key: `outside_calendar.conflicts/${letter}/${reader.personId}`,
      subject: text.subject(f),
      lines: [
        text.about(f),
        ...fresh
          .slice(0, mostInLetter)
          .map((one) => text.line({ outside: when(one.startsAt), room: one.bookingResource, booked: when(one.bookingStartsAt) })),
        ...(fresh.length > mostInLetter ? [text.more({ count: fresh.length - mostInLetter })] : []),
        text.what,
        { label: text.see, path: `/spaces/${slug}/outside-calendars` },
      ],
    });
  }
}

type Facts = { room: string; calendar: string; count: number };
type Line = { outside: string; room: string; booked: string };

const words = catalogue({
  nb: {
    subject: (f: Facts) => (f.count === 1 ? `${f.room}: en tid er tatt to ganger` : `${f.room}: ${f.count} tider er tatt to ganger`),
    about: (f: Facts) => `Kalenderen «${f.calendar}» sier at ${f.room} er opptatt på tider som er booket her fra før.`,
    line: (f: Line) => `Fra kalenderen: ${f.outside}. Booket her: ${f.room}, ${f.booked}.`,
    more: ({ count }: { count: number }) => `Og ${count} til.`,
    what: "Bookingene står. Flytt eller avlys det ene av de to; når de ikke lenger møtes, ordner resten seg selv.",
    see: "Se tidene som møtes",
  },
  nn: {
    subject: (f: Facts) => (f.count === 1 ? `${f.room}: ei tid er teken to gonger` : `${f.room}: ${f.count} tider er tekne to gonger`),
    about: (f: Facts) => `Kalenderen «${f.calendar}» seier at ${f.room} er oppteke på tider som er booka her frå før.`,
    line: (f: Line) => `Frå kalenderen: ${f.outside}. Booka her: ${f.room}, ${f.booked}.`,
    more: ({ count }: { count: number }) => `Og ${count} til.`,
    what: "Bookingane står. Flytt eller avlys det eine av dei to; når dei ikkje møtest lenger, ordnar resten seg sjølv.",
    see: "Sjå tidene som møtest",
  },
  en: {
    subject: (f: Facts) => (f.count === 1 ? `${f.room}: a time is taken twice` : `${f.room}: ${f.count} times are taken twice`),
    about: (f: Facts) => `The calendar “${f.calendar}” says that ${f.room} is taken at times that were booked here already.`,
    line: (f: Line) => `From the calendar: ${f.outside}. Booked here: ${f.room}, ${f.booked}.`,
    more: ({ count }: { count: number }) => `And ${count} more.`,
    what: "The bookings stand. Move or cancel one of the two; once they no longer meet, the rest settles itself.",
    see: "See the times that meet",
  },
});

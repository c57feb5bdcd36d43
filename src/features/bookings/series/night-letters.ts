import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { catalogue } from "../../../platform/language/language.ts";
import { writtenMoment } from "../../../platform/language/written-moment.ts";
import { writeLetter } from "../../../platform/mail/index.ts";
import type { Refusal } from "../../../platform/refusal/refusal.ts";
import { readersAmong } from "../../organizations/index.ts";
import type { OpenSeries } from "./open-series.ts";

/** A time of a series that could not be had, and why. */
export type Clash = { startsAt: Temporal.Instant; refusal: Refusal };

/** Tells whoever has the series what of it could not be had tonight, and that it goes on, or that it has ended with that. */
export async function writeNightLetter(
  tx: Db,
  installation: Installation,
  series: OpenSeries,
  { personId, clashes, hasEnded }: { personId: string | null; clashes: Clash[]; hasEnded: boolean },
): Promise<void> {
  const [first] = clashes;
  if (!first || !personId) return;
  const [reader] = await readersAmong(tx, [personId]);
  if (!reader) return;
  const text = words[reader.language];
  const f = { resource: series.resource_name, space: series.space_name, count: clashes.length };
  const written = ({ startsAt }: Clash) => writtenMoment(startsAt, series.time_zone, reader.language);
  const day = first.startsAt.toZonedDateTimeISO(series.time_zone).toPlainDate();
  await writeLetter(tx, installation, reader, {
    key: `series.${hasEnded ? "ended" : "clash"}/${series.id}/${first.startsAt}`,
    subject: hasEnded ? text.endedSubject(f) : text.subject(f),
    lines: [
      ...(hasEnded
        ? [text.ended({ ...f, from: written(first), why: first.refusal.sentence(reader.language) }), text.bookedStands]
        : [text.about(f), ...clashes.map((clash) => `${written(clash)}: ${clash.refusal.sentence(reader.language)}`), text.goesOn]),
      {
        label: hasEnded ? text.seeBookings : text.seeDay,
        path: hasEnded ? "/me/bookings" : `/spaces/${series.space_slug}/calendar?day=${day}`,
      },
    ],
  });
}

type Told = { resource: string; space: string; count: number };
type Ended = Told & { from: string; why: string };

const words = catalogue({
  nb: {
    subject: (f: Told) => `${f.resource}: ${f.count === 1 ? "én tid" : `${f.count} tider`} i serien din gikk ikke`,
    about: (f: Told) =>
      `Serien din i ${f.resource} hos ${f.space} er booket videre. ${f.count === 1 ? "Denne tida" : "Disse tidene"} gikk ikke:`,
    goesOn: "Resten er booket. Serien går videre til du avslutter den.",
    seeDay: "Finn en annen tid",
    endedSubject: (f: Told) => `${f.resource}: serien din er avsluttet`,
    ended: (f: Ended) => `Serien din i ${f.resource} hos ${f.space} bookes ikke videre fra ${f.from}. ${f.why}`,
    bookedStands: "Tidene som er booket før det, står. Serien er avsluttet; vil du ha den igjen, lager du en ny.",
    seeBookings: "Se det du har booket",
  },
  nn: {
    subject: (f: Told) => `${f.resource}: ${f.count === 1 ? "éi tid" : `${f.count} tider`} i serien din gjekk ikkje`,
    about: (f: Told) =>
      `Serien din i ${f.resource} hos ${f.space} er booka vidare. ${f.count === 1 ? "Denne tida" : "Desse tidene"} gjekk ikkje:`,
    goesOn: "Resten er booka. Serien går vidare til du avsluttar han.",
    seeDay: "Finn ei anna tid",
    endedSubject: (f: Told) => `${f.resource}: serien din er avslutta`,
    ended: (f: Ended) => `Serien din i ${f.resource} hos ${f.space} blir ikkje booka vidare frå ${f.from}. ${f.why}`,
    bookedStands: "Tidene som er booka før det, står. Serien er avslutta; vil du ha han igjen, lagar du ein ny.",
    seeBookings: "Sjå det du har booka",
  },
  en: {
    subject: (f: Told) => `${f.resource}: ${f.count === 1 ? "one time" : `${f.count} times`} of your series could not be had`,
    about: (f: Told) =>
      `Your series in ${f.resource} at ${f.space} has been booked further. ${f.count === 1 ? "This time" : "These times"} could not be had:`,
    goesOn: "The rest is booked. The series goes on until you end it.",
    seeDay: "Find another time",
    endedSubject: (f: Told) => `${f.resource}: your series has ended`,
    ended: (f: Ended) => `Your series in ${f.resource} at ${f.space} is not booked further from ${f.from}. ${f.why}`,
    bookedStands: "The times booked before that stand. The series has ended; to have it again, make a new one.",
    seeBookings: "See what you have booked",
  },
});

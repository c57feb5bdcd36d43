import { sql } from "kysely";
import type { Db, Tx } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { catalogue } from "../../../platform/language/language.ts";
import { writtenMoment } from "../../../platform/language/written-moment.ts";
import { writeLetter } from "../../../platform/mail/index.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { type LetterReader, readersAt } from "../../organizations/index.ts";
import { events as eventsWithHosts, hostIdsOf } from "../queries.ts";
import { toldEvent } from "./event-letter.ts";
import { areRequestsDue, type Requests } from "./requests-due.ts";

type Asked = Requests & { eventId: string; asked: number; registrationIds: string[] };

/** Writes to those who run events about who asks to come: one letter each, with all the events that have something new. */
export async function tellOfRequests({ db, now, settings }: Installation): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const at = now();
    const due = (await requestsAt(tx, at)).filter((requests) => areRequestsDue(requests, at));
    if (due.length === 0) return;
    const ids = due.map(({ eventId }) => eventId);
    const held = await eventsWithHosts(tx).where("e.id", "in", ids).orderBy("e.starts_at").orderBy("e.id").execute();
    const hostIds = [...new Set(held.flatMap(hostIdsOf))];
    const readers = await readersAt(tx, hostIds, ["owner", "manager", "coordinator"], dayIn(at, "Europe/Oslo"));
    const asked = new Map(due.map((one) => [one.eventId, one]));
    for (const own of Map.groupBy(readers, ({ personId }) => personId).values()) {
      const [reader] = own as [LetterReader];
      const run = held.filter((event) => hostIdsOf(event).some((id) => own.some(({ organizationId }) => organizationId === id)));
      const text = texts[reader.language];
      const count = run.reduce((sum, { id }) => sum + (asked.get(id)?.asked ?? 0), 0);
      await writeLetter(tx, { settings, now }, reader, {
        // the person second: so it is found again when somebody is forgotten
        key: `event.requests/${reader.personId}/${at}`,
        subject: text.subject(count),
        lines: run.flatMap((event) => {
          const waiting = asked.get(event.id);
          if (!waiting) return [];
          const until = writtenMoment(waiting.firstUntil, event.time_zone, reader.language);
          return [
            text.asks({ ...toldEvent(event, reader.language), count: waiting.asked, until }),
            { label: text.answer, path: `/events/${event.slug}/registrations` },
          ];
        }),
      });
    }
    await tx.updateTable("events").set({ requests_told_at: at }).where("id", "in", ids).execute();
    const told = due.flatMap(({ registrationIds }) => registrationIds);
    await tx.updateTable("registrations").set({ request_told_at: at }).where("event_id", "in", ids).where("id", "in", told).execute();
  });
}

/** Events of which somebody waits to be let in, with what those who run them do not know. */
async function requestsAt(tx: Db | Tx, at: Temporal.Instant): Promise<Asked[]> {
  return tx
    .selectFrom("registrations as r")
    .innerJoin("events as e", "e.id", "r.event_id")
    .select(["r.event_id as eventId", "e.requests_told_at as toldAt"])
    .select([
      sql<number>`count(*)::integer`.as("asked"),
      sql<number>`(count(*) filter (where r.request_told_at is null))::integer`.as("untold"),
      sql<string[]>`array_agg(r.id)`.as("registrationIds"),
      sql<Temporal.Instant>`min(r.held_until)`.as("firstUntil"),
    ])
    .where("r.state", "=", "held")
    .where("r.asked_at", "is not", null)
    .where("r.held_until", ">", at)
    .where("e.status", "=", "published")
    .groupBy(["r.event_id", "e.requests_told_at"])
    .execute();
}

type Facts = { title: string; when: string; count: number; until: string };

const texts = catalogue({
  nb: {
    subject: (count: number) => (count === 1 ? "Én spør om å få komme" : `${count} spør om å få komme`),
    asks: (f: Facts) =>
      `${f.title}, ${f.when}: ${f.count === 1 ? "én venter" : `${f.count} venter`} på svar. Den første plassen holdes til ${f.until}. Uten svar går den videre.`,
    answer: "Se hvem som spør",
  },
  nn: {
    subject: (count) => (count === 1 ? "Éin spør om å få kome" : `${count} spør om å få kome`),
    asks: (f) =>
      `${f.title}, ${f.when}: ${f.count === 1 ? "éin ventar" : `${f.count} ventar`} på svar. Den fyrste plassen blir halden til ${f.until}. Utan svar går han vidare.`,
    answer: "Sjå kven som spør",
  },
  en: {
    subject: (count) => (count === 1 ? "One asks to come" : `${count} ask to come`),
    asks: (f) =>
      `${f.title}, ${f.when}: ${f.count === 1 ? "one waits" : `${f.count} wait`} to hear from you. The first place is kept until ${f.until}. Unanswered, it goes on.`,
    answer: "See who asks",
  },
});

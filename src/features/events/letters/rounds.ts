import { type SqlBool, sql } from "kysely";
import { z } from "zod";
import type { Installation } from "../../../platform/installation.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { defineJob } from "../../../platform/jobs/job.ts";
import { tryEach } from "../../../platform/jobs/try-each.ts";
import type { Language } from "../../../platform/language/language.ts";
import { type Subscription, subscription } from "../../../platform/outbox/subscription.ts";
import { type EventRow, findEvent } from "../queries.ts";
import { surveyLinks } from "../survey/survey-links.ts";
import { type EventLetter, toldEvent, writeEventLetter } from "./event-letter.ts";
import { eventLetterTexts } from "./letter-texts.ts";
import { ownWordsOf } from "./own-words.ts";
import { type EventReader, readersOfEvent } from "./readers.ts";

const writtenAtOnce = 200;
const dayAhead = Temporal.Duration.from({ hours: 24 });
const changed = z.object({ eventId: z.uuid(), isTold: z.boolean() });

/** Writes to everybody who comes that an event has changed. */
export const tellsOfChange = defineJob("events.tell-of-change", z.object({ eventId: z.uuid(), announcementId: z.uuid() }));

export const changeLetters: Subscription = subscription("events.change-letters", ["event.changed"], async (tx, { id, payload }) => {
  const { eventId, isTold } = changed.parse(payload);
  if (isTold) await enqueue(tx, tellsOfChange, { eventId, announcementId: id });
});

export async function tellOfChange(installation: Installation, given: { eventId: string; announcementId: string }): Promise<void> {
  const event = await findEvent(installation.db, given.eventId);
  if (event?.status !== "published") return;
  await writeToAll(installation, event, ({ language }) => changedLetter(event, language, given.announcementId));
}

export function changedLetter(event: EventRow, language: Language, once: string): EventLetter {
  return { about: "event_changed", once, told: eventLetterTexts[language].event_changed(toldEvent(event, language)), calendar: "kept" };
}

/** Reminds those who come a day ahead; who registered later than that has just been told. */
export async function remind(installation: Installation): Promise<void> {
  const { db, now } = installation;
  const due = await db
    .selectFrom("events")
    .select("id")
    .where("status", "=", "published")
    .where("reminded_at", "is", null)
    .where("starts_at", ">", now())
    .where("starts_at", "<=", now().add(dayAhead))
    .execute();
  await tryEach(due, async ({ id }) => {
    const event = await findEvent(db, id);
    if (!event) return;
    const latest = event.starts_at.subtract(dayAhead);
    await writeToAll(installation, event, ({ language, confirmedAt }) => {
      if (confirmedAt === null || Temporal.Instant.compare(confirmedAt, latest) > 0) return undefined;
      return reminderLetter(event, language);
    });
    await db.updateTable("events").set({ reminded_at: now() }).where("id", "=", id).execute();
  });
}

export function reminderLetter(event: EventRow, language: Language): EventLetter {
  const text = eventLetterTexts[language];
  const told = text.reminder(toldEvent(event, language));
  return { about: "reminder", once: event.starts_at.toString(), told, lines: [text.giveBack], calendar: "kept" };
}

/** Writes, the morning after, to those who came and to those who did not; to nobody where nobody was checked in, since then none knows. */
export async function followUp(installation: Installation): Promise<void> {
  const { db, now } = installation;
  const due = await db
    .selectFrom("events as e")
    .select(["e.id", sql<boolean>`exists (select from tickets k where k.event_id = e.id and k.checked_in_at is not null)`.as("is_known")])
    .where("e.status", "=", "published")
    .where("e.followed_up_at", "is", null)
    .where("e.ends_at", ">", now().subtract({ hours: 24 * 4 }))
    .where(sql<SqlBool>`((e.ends_at at time zone e.time_zone)::date + 1 + time '09:00') at time zone e.time_zone <= ${now()}`)
    .execute();
  await tryEach(due, async ({ id, is_known: isKnown }) => {
    const event = isKnown ? await findEvent(db, id) : undefined;
    if (event) {
      const surveyUrl = await surveyLinks(installation, event);
      await writeToAll(installation, event, (reader) => followUpLetter(event, reader.language, reader.hasCome, surveyUrl(reader)));
    }
    await db.updateTable("events").set({ followed_up_at: now() }).where("id", "=", id).execute();
  });
}

/** Thanks to who came, with the three questions when they are asked; another letter to who did not. */
export function followUpLetter(event: EventRow, language: Language, hasCome: boolean, surveyUrl: string | undefined): EventLetter {
  const text = eventLetterTexts[language];
  const about = hasCome ? "came" : "missed";
  const told = text[about](toldEvent(event, language));
  return { about, once: "", told, lines: hasCome && surveyUrl ? [text.survey, { label: text.answer, url: surveyUrl }] : [] };
}

// some at a time, each in a transaction of its own; begun anew after a crash, it writes to nobody twice
async function writeToAll(
  installation: Installation,
  event: EventRow,
  letterFor: (reader: EventReader) => EventLetter | undefined,
): Promise<void> {
  const own = await ownWordsOf(installation.db, event.id);
  for (let after: string | undefined; ; ) {
    const readers = await readersOfEvent(installation.db, event.id, after, writtenAtOnce);
    const last = readers.at(-1)?.registrationId;
    if (last === undefined) return;
    await installation.db.transaction().execute(async (tx) => {
      for (const reader of readers) {
        const letter = letterFor(reader);
        if (letter) await writeEventLetter(tx, installation, event, reader, letter, own);
      }
    });
    after = last;
  }
}

import type { Installation } from "../../../platform/installation.ts";
import { tryEach } from "../../../platform/jobs/try-each.ts";
import { catalogue, isLanguage, type Language } from "../../../platform/language/language.ts";
import { type LetterPart, sendLetter } from "../../../platform/mail/index.ts";
import { placeOf, toldEvent } from "../letters/event-letter.ts";
import { type EventRow, findEvent } from "../queries.ts";

const writtenAtOnce = 200;

/** Writes to those who are invited to events that are published, once each; who begins anew after a crash writes to nobody twice. */
export async function writeInvitations(installation: Installation): Promise<void> {
  const { db, now } = installation;
  const due = await db
    .selectFrom("event_invitations as i")
    .innerJoin("events as e", "e.id", "i.event_id")
    .select("i.event_id")
    .distinct()
    .where("i.told_at", "is", null)
    .where("e.status", "=", "published")
    .where("e.ends_at", ">", now())
    .execute();
  await tryEach(due, async ({ event_id: eventId }) => {
    while ((await writeSome(installation, eventId)) === writtenAtOnce);
  });
}

async function writeSome(installation: Installation, eventId: string): Promise<number> {
  const { db, now, settings } = installation;
  const event = await findEvent(db, eventId);
  if (!event) return 0;
  return db.transaction().execute(async (tx) => {
    const rows = await tx
      .selectFrom("event_invitations as i")
      .innerJoin("people as p", "p.id", "i.person_id")
      .select(["i.person_id", "p.email", "p.locale"])
      .where("i.event_id", "=", eventId)
      .where("i.told_at", "is", null)
      .orderBy("i.person_id")
      .limit(writtenAtOnce)
      .execute();
    for (const { person_id: personId, email, locale } of rows) {
      const language = isLanguage(locale) ? locale : "nb";
      await sendLetter(tx, {
        key: `event.invitation/${eventId}/${personId}`,
        to: email,
        language,
        ...invitationLetter(installation, event, language),
        from: settings.name,
        at: now(),
      });
    }
    const people = rows.map((row) => row.person_id);
    if (people.length > 0)
      await tx
        .updateTable("event_invitations")
        .set({ told_at: now() })
        .where("event_id", "=", eventId)
        .where("person_id", "in", people)
        .execute();
    return rows.length;
  });
}

/** What somebody is written who is invited. */
export function invitationLetter(
  { settings }: Pick<Installation, "settings">,
  event: EventRow,
  language: Language,
): { subject: string; parts: LetterPart[] } {
  const text = texts[language];
  const facts = { ...toldEvent(event, language), host: event.hosts[0]?.name ?? settings.name };
  const place = placeOf(event);
  const path = `/${language}/events/${event.slug}`;
  return {
    subject: text.subject(facts),
    // an event for the invited is read by whoever is known
    parts: [
      text.invited(facts),
      ...(place ? [text.where(place)] : []),
      { label: text.see, url: `${settings.url}/${language}/sign-in?to=${encodeURIComponent(path)}` },
      text.noThanks,
    ],
  };
}

type Facts = { title: string; when: string; host: string };

const texts = catalogue({
  nb: {
    subject: (f: Facts) => `Du er invitert: ${f.title}`,
    invited: (f: Facts) => `${f.host} inviterer deg til ${f.title}, ${f.when}.`,
    where: (place: string) => `Sted: ${place}`,
    see: "Se invitasjonen",
    noThanks: "Passer det ikke, kan du si nei takk på samme side. Da slipper de å lure.",
  },
  nn: {
    subject: (f) => `Du er invitert: ${f.title}`,
    invited: (f) => `${f.host} inviterer deg til ${f.title}, ${f.when}.`,
    where: (place) => `Stad: ${place}`,
    see: "Sjå invitasjonen",
    noThanks: "Passar det ikkje, kan du seie nei takk på same sida. Då slepp dei å lure.",
  },
  en: {
    subject: (f) => `You are invited: ${f.title}`,
    invited: (f) => `${f.host} invites you to ${f.title}, ${f.when}.`,
    where: (place) => `Place: ${place}`,
    see: "See the invitation",
    noThanks: "If it does not suit you, say no thanks on the same page, so that they know.",
  },
});

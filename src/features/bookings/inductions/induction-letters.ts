import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { catalogue } from "../../../platform/language/language.ts";
import { writtenMoment } from "../../../platform/language/written-moment.ts";
import { writeLetter } from "../../../platform/mail/index.ts";
import { type Announced, type Subscription, subscription } from "../../../platform/outbox/subscription.ts";
import { readersAmong } from "../../organizations/index.ts";
import { textIn } from "../../spaces/index.ts";
import { inductionOfBooking, signUpsOf } from "./queries.ts";

const facts = z.object({ bookingId: z.uuid(), reason: z.string().optional() });

/** Tells those who are signed up that the course has got another time, or is cancelled. */
async function writeInductionLetters(tx: Db, announced: Announced, installation: Installation): Promise<void> {
  const { bookingId, reason } = facts.parse(announced.payload);
  const induction = await inductionOfBooking(tx, bookingId);
  if (!induction) return;
  const signUps = await signUpsOf(tx, induction.space_id, [induction.id]);
  const readers = await readersAmong(
    tx,
    signUps.map(({ person_id }) => person_id),
  );
  const isCancelled = announced.topic === "booking.cancelled";
  for (const reader of readers) {
    const text = words[reader.language];
    const course = textIn(induction.certification_names, reader.language)?.text ?? "";
    const f = { course, space: induction.space_name, when: writtenMoment(induction.starts_at, induction.time_zone, reader.language) };
    await writeLetter(tx, installation, reader, {
      key: `induction/${announced.id}/${reader.personId}`,
      subject: isCancelled ? text.cancelledSubject(f) : text.movedSubject(f),
      lines: [
        isCancelled ? text.cancelled(f) : text.moved(f),
        ...(reason === undefined ? [] : [text.reason(reason)]),
        { label: text.seeCourses, path: `/spaces/${induction.space_slug}/courses` },
      ],
    });
  }
}

/** What people are written to about courses they are signed up for. */
export const inductionLetters: Subscription = subscription(
  "bookings.induction-letters",
  ["booking.cancelled", "booking.moved"],
  writeInductionLetters,
);

type Course = { course: string; space: string; when: string };

const words = catalogue({
  nb: {
    cancelledSubject: (f: Course) => `Kurset ${f.course} er avlyst`,
    cancelled: (f: Course) => `Kurset ${f.course} hos ${f.space} ${f.when} blir ikke holdt.`,
    movedSubject: (f: Course) => `Kurset ${f.course} har fått ny tid`,
    moved: (f: Course) => `Kurset ${f.course} hos ${f.space} er nå ${f.when}. Passer det ikke, så meld deg av.`,
    reason: (reason: string) => `Huset skriver: ${reason}`,
    seeCourses: "Se kursene",
  },
  nn: {
    cancelledSubject: (f: Course) => `Kurset ${f.course} er avlyst`,
    cancelled: (f: Course) => `Kurset ${f.course} hos ${f.space} ${f.when} blir ikkje halde.`,
    movedSubject: (f: Course) => `Kurset ${f.course} har fått ny tid`,
    moved: (f: Course) => `Kurset ${f.course} hos ${f.space} er no ${f.when}. Passar det ikkje, så meld deg av.`,
    reason: (reason: string) => `Huset skriv: ${reason}`,
    seeCourses: "Sjå kursa",
  },
  en: {
    cancelledSubject: (f: Course) => `The course ${f.course} is cancelled`,
    cancelled: (f: Course) => `The course ${f.course} at ${f.space} ${f.when} will not be held.`,
    movedSubject: (f: Course) => `The course ${f.course} has a new time`,
    moved: (f: Course) => `The course ${f.course} at ${f.space} is now ${f.when}. If that does not suit you, give your place back.`,
    reason: (reason: string) => `The space writes: ${reason}`,
    seeCourses: "See the courses",
  },
});

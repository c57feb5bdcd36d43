import { z } from "zod";
import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { catalogue } from "../../../platform/language/language.ts";
import { writtenMoment } from "../../../platform/language/written-moment.ts";
import { writeLetter } from "../../../platform/mail/index.ts";
import { type Announced, type Subscription, subscription } from "../../../platform/outbox/subscription.ts";
import { addDays, momentOf } from "../../../platform/time/day.ts";
import { readersAmong } from "../../organizations/index.ts";
import { findSpace, openingOf, openingOn, textIn } from "../../spaces/index.ts";
import { inductionsBetween } from "./queries.ts";

const facts = z.object({ spaceId: z.uuid(), change: z.literal("space.set_opening_exception"), day: z.iso.date() });

/**
 * Tells whoever teaches a course that the house has shut for its day: the course stands until they move or cancel it, which those who
 * are signed up are told of. People are often let in for a course on a day that is otherwise shut, so nothing is cancelled by itself.
 */
async function writeShutDayLetters(tx: Db, { payload }: Announced, installation: Installation): Promise<void> {
  const { success, data: change } = facts.safeParse(payload);
  const space = success ? await findSpace(tx, change.spaceId) : undefined;
  if (!success || !space) return;
  const { day } = change;
  if (openingOn(await openingOf(tx, space, day), day).closedBecause !== "exception") return;
  const at = (date: string) => momentOf(date, "00:00", space.time_zone);
  const courses = await inductionsBetween(tx, space.id, at(day), at(addDays(day, 1)));
  const readers = await readersAmong(tx, [...new Set(courses.map(({ instructor_id }) => instructor_id))]);
  for (const course of courses) {
    const reader = readers.find(({ personId }) => personId === course.instructor_id);
    if (!reader) continue;
    const text = words[reader.language];
    const f = {
      course: textIn(course.certification_names, reader.language)?.text ?? "",
      space: space.name,
      when: writtenMoment(course.starts_at, space.time_zone, reader.language),
      taken: course.taken,
    };
    await writeLetter(tx, installation, reader, {
      key: `induction.shut-day/${course.id}/${day}`,
      subject: text.subject(f),
      lines: [text.shut(f), text.stands(f), { label: text.seeCourses, path: `/spaces/${space.slug}/courses` }],
    });
  }
}

/** What those who teach are written to when a house shuts for the day of their course. */
export const shutDayLetters: Subscription = subscription("bookings.shut-day-letters", ["space.changed"], writeShutDayLetters);

type Course = { course: string; space: string; when: string; taken: number };

const words = catalogue({
  nb: {
    subject: (f: Course) => `${f.space} er stengt når du holder ${f.course}`,
    shut: (f: Course) => `Huset har stengt dagen for kurset ${f.course}, ${f.when}.`,
    stands: (f: Course) => `Kurset står fortsatt, med ${f.taken} påmeldt. Flytt det, avlys det, eller slipp folk inn selv.`,
    seeCourses: "Se kursene",
  },
  nn: {
    subject: (f: Course) => `${f.space} er stengt når du held ${f.course}`,
    shut: (f: Course) => `Huset har stengt dagen for kurset ${f.course}, ${f.when}.`,
    stands: (f: Course) => `Kurset står framleis, med ${f.taken} påmeld. Flytt det, avlys det, eller slepp folk inn sjølv.`,
    seeCourses: "Sjå kursa",
  },
  en: {
    subject: (f: Course) => `${f.space} is shut when you hold ${f.course}`,
    shut: (f: Course) => `The space has shut for the day of the course ${f.course}, ${f.when}.`,
    stands: (f: Course) => `The course stands, with ${f.taken} signed up. Move it, cancel it, or let people in yourself.`,
    seeCourses: "See the courses",
  },
});

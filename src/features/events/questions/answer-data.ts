import { sql } from "kysely";
import type { Texts } from "../../../platform/database/schema.ts";
import type { PersonalData } from "../../../platform/privacy/personal-data.ts";
import { titleIn } from "../event.ts";
import type { AnswerValue } from "./question.ts";

/** What somebody has answered and agreed to when registering for events. */
export const answerData: PersonalData = {
  name: "event_answers",
  title: { nb: "Svar til arrangementer", nn: "Svar til arrangement", en: "Answers to events" },
  fields: {
    event: { nb: "Arrangement", nn: "Arrangement", en: "Event" },
    question: { nb: "Spørsmål", nn: "Spørsmål", en: "Question" },
    text: { nb: "Det du godtok", nn: "Det du godtok", en: "What you agreed to" },
    version: { nb: "Versjon", nn: "Versjon", en: "Version" },
    answer: { nb: "Svar", nn: "Svar", en: "Answer" },
    answeredAt: { nb: "Svart", nn: "Svart", en: "Answered" },
  },
  async about(db, { personId }) {
    const rows = await db
      .selectFrom("registrations as r")
      .innerJoin("registration_answers as a", (join) => join.onRef("a.event_id", "=", "r.event_id").onRef("a.registration_id", "=", "r.id"))
      .innerJoin("event_questions as q", "q.id", "a.question_id")
      .innerJoin("events as e", "e.id", "r.event_id")
      .select([sql<Texts>`e.titles`.as("titles"), "q.kind", "q.labels", "q.texts", "q.version", "a.answered_at as answeredAt"])
      .select(sql<AnswerValue>`a.value`.as("value"))
      .where("r.person_id", "=", personId)
      .orderBy("a.answered_at")
      .orderBy("q.place_in_order")
      .execute();
    return rows.map(({ titles, kind, labels, texts, version, value, answeredAt }) => ({
      event: titleIn(titles, "nb"),
      question: titleIn(labels, "nb"),
      text: kind === "consent" ? titleIn(texts, "nb") : null,
      version: kind === "consent" ? version : null,
      answer: Array.isArray(value) ? value.join(", ") : value,
      answeredAt,
    }));
  },
  // what colleagues eat, who come on the company's places, is theirs
  async erase(tx, { personId }) {
    await sql`
      delete from registration_answers a using registrations r
      where r.event_id = a.event_id and r.id = a.registration_id and r.person_id = ${personId}::uuid
        and (r.organization_id is null or a.about_id = r.id)`.execute(tx);
  },
};

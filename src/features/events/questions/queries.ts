import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { AnswerValue, Question, QuestionKind } from "./question.ts";

/** What an event asks now, in order. */
export async function questionsOf(db: Db, eventId: string): Promise<Question[]> {
  return (await questionsOfEvents(db, [eventId])).get(eventId) ?? [];
}

/** The same of several events. */
export async function questionsOfEvents(db: Db, eventIds: readonly string[]): Promise<Map<string, Question[]>> {
  if (eventIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("event_questions")
    .select(["event_id as eventId", "id", "key", "version", sql<QuestionKind>`kind`.as("kind"), "labels", "texts", "options"])
    .select(["is_required as isRequired", "is_personal as isPersonal", "is_of_place as isOfPlace"])
    .where("event_id", "in", eventIds)
    .where("ended_at", "is", null)
    .orderBy("place_in_order")
    .execute();
  const questions = Map.groupBy(rows, ({ eventId }) => eventId);
  return new Map(
    [...questions].map(([eventId, own]) => [
      eventId,
      own.map(({ labels, texts, eventId: _, ...row }) => ({ ...row, label: labels, text: texts })),
    ]),
  );
}

export type AnswerRow = { aboutId: string; key: string; kind: QuestionKind; value: AnswerValue };

/** The answers of a registration `r`: to what is asked now, in order. */
export const answersOfRegistration = sql<AnswerRow[]>`coalesce((
  select jsonb_agg(jsonb_build_object('aboutId', a.about_id, 'key', q.key, 'kind', q.kind, 'value', a.value) order by q.place_in_order)
  from registration_answers a join event_questions q on q.id = a.question_id
  where a.event_id = r.event_id and a.registration_id = r.id and q.ended_at is null), '[]')`;

export type ChoiceCount = { questionId: string; choice: string; count: number };

/** How many of those who come answered, and how many chose what; with what is left of answers that were erased. */
export async function answerCountsOf(db: Db, eventId: string): Promise<ChoiceCount[]> {
  const [live, kept] = await Promise.all([
    liveCounts(db, eventId, sql`r.state = 'confirmed'`),
    db
      .selectFrom("event_answer_counts")
      .select(["question_id as questionId", "choice", "answers as count"])
      .where("event_id", "=", eventId)
      .execute(),
  ]);
  return [...live, ...kept];
}

/** Counts of the answers that are there, one of each question and one of each choice. */
export async function liveCounts(db: Db, eventId: string, which: ReturnType<typeof sql>): Promise<ChoiceCount[]> {
  const { rows } = await sql<ChoiceCount>`
    select a.question_id as "questionId", c.choice, count(*)::integer as count
    from registration_answers a
    join registrations r on r.event_id = a.event_id and r.id = a.registration_id
    join event_questions q on q.id = a.question_id
    cross join lateral (
      select '' as choice
      union all
      select chosen from jsonb_array_elements_text(case when jsonb_typeof(a.value) = 'array' then a.value else jsonb_build_array(a.value) end) chosen
      where q.kind not in ('text', 'number')
    ) c
    where a.event_id = ${eventId}::uuid and ${which}
    group by a.question_id, c.choice`.execute(db);
  return rows;
}

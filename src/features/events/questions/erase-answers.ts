import { sql } from "kysely";
import type { Installation } from "../../../platform/installation.ts";
import { liveCounts } from "./queries.ts";

/**
 * Erases answers to personal questions: of events that ended longer ago than they keep them, after counting what those who came
 * chose, and of registrations that were given back. @returns how many
 */
export async function eraseAnswers({ db, now }: Installation): Promise<number> {
  const due = await sql<{ id: string }>`
    select e.id from events e where e.ends_at + make_interval(days => e.answers_kept_days) <= ${now()}
      and e.id in (select a.event_id from registration_answers a join event_questions q on q.id = a.question_id where q.is_personal)`.execute(
    db,
  );
  let erased = 0;
  for (const { id } of due.rows)
    erased += await db.transaction().execute(async (tx) => {
      const counts = await liveCounts(tx, id, sql`q.is_personal and r.state = 'confirmed'`);
      if (counts.length > 0)
        await tx
          .insertInto("event_answer_counts")
          .values(counts.map(({ questionId, choice, count }) => ({ event_id: id, question_id: questionId, choice, answers: count })))
          .onConflict((conflict) =>
            conflict
              .constraint("event_answer_counts_once")
              .doUpdateSet(({ ref }) => ({ answers: sql`event_answer_counts.answers + ${ref("excluded.answers")}` })),
          )
          .execute();
      const { numAffectedRows } = await sql`
        delete from registration_answers a using event_questions q
        where a.event_id = ${id}::uuid and q.id = a.question_id and q.is_personal`.execute(tx);
      return Number(numAffectedRows ?? 0);
    });
  const { numAffectedRows } = await sql`
    delete from registration_answers a using event_questions q, registrations r
    where q.id = a.question_id and q.is_personal and r.event_id = a.event_id and r.id = a.registration_id and r.state = 'cancelled'`.execute(
    db,
  );
  return erased + Number(numAffectedRows ?? 0);
}

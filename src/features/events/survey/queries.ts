import type { Db } from "../../../platform/database/database.ts";
import type { Texts } from "../../../platform/database/schema.ts";
import type { Answer } from "./survey.ts";

/** The survey of an event, when one is asked. */
export async function findSurvey(db: Db, eventId: string): Promise<{ ownQuestion: Texts } | undefined> {
  const row = await db.selectFrom("event_surveys").select("own_question").where("event_id", "=", eventId).executeTakeFirst();
  return row && { ownQuestion: row.own_question as Texts };
}

export async function hasSurvey(db: Db, eventId: string): Promise<boolean> {
  return (await findSurvey(db, eventId)) !== undefined;
}

/** Every answer, in an order that says nothing of when it came. */
export function answersOf(db: Db, eventId: string): Promise<Answer[]> {
  return db
    .selectFrom("survey_answers")
    .select(["was_worth as wasWorth", "would_recommend as wouldRecommend", "words"])
    .where("event_id", "=", eventId)
    .orderBy("id")
    .execute();
}

/** Whether somebody has answered on a ticket. */
export async function isAnswered(db: Db, ticket: { event_id: string; id: string }): Promise<boolean> {
  const row = await db
    .selectFrom("survey_marks")
    .select("ticket_id")
    .where("event_id", "=", ticket.event_id)
    .where("ticket_id", "=", ticket.id)
    .executeTakeFirst();
  return row !== undefined;
}

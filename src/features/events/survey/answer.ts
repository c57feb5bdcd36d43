import type { Installation } from "../../../platform/installation.ts";
import type { SigningKeys } from "../../exchange/index.ts";
import { seeTicket } from "../tickets/see-ticket.ts";
import { findSurvey, isAnswered } from "./queries.ts";
import { surveyRefusals } from "./refusals.ts";
import { type Answer, openDays } from "./survey.ts";

type Standing = "open" | "answered" | "not_open";

/** The questions for whoever came on a ticket, and whether they may be answered. */
export async function seeSurvey({ db, now }: Installation, keys: SigningKeys, token: string) {
  const { ticket, event } = await seeTicket(db, keys, token);
  const [survey, answered] = await Promise.all([findSurvey(db, event.id), isAnswered(db, ticket)]);
  const at = now();
  const isDue =
    ticket.checked_in_at !== null &&
    Temporal.Instant.compare(at, event.ends_at) >= 0 &&
    Temporal.Instant.compare(at, event.ends_at.add({ hours: 24 * openDays })) < 0;
  const standing: Standing = !survey || !isDue ? "not_open" : answered ? "answered" : "open";
  return { ticket, event, ownQuestion: survey?.ownQuestion ?? {}, standing };
}

/**
 * Keeps an answer, and apart from it that the ticket has answered: one each, and nothing says whose. Nothing is written in the log
 * either, since it says who and when. @throws Refusal survey.not_open, survey.already_answered
 */
export async function answerSurvey(installation: Installation, keys: SigningKeys, token: string, answer: Answer): Promise<void> {
  const { ticket, standing } = await seeSurvey(installation, keys, token);
  if (standing === "not_open") throw surveyRefusals.notOpen();
  await installation.db.transaction().execute(async (tx) => {
    const marked = await tx
      .insertInto("survey_marks")
      .values({ event_id: ticket.event_id, ticket_id: ticket.id })
      .onConflict((conflict) => conflict.columns(["event_id", "ticket_id"]).doNothing())
      .returning("ticket_id")
      .executeTakeFirst();
    if (!marked) throw surveyRefusals.alreadyAnswered();
    const { wasWorth, wouldRecommend, words } = answer;
    await tx
      .insertInto("survey_answers")
      // ids made by our own clock would tell the order
      .values({ event_id: ticket.event_id, id: crypto.randomUUID(), was_worth: wasWorth, would_recommend: wouldRecommend, words })
      .execute();
  });
}

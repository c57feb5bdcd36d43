import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { mayChangeRegistration } from "../policy.ts";
import { findRegistration, type RegistrationRow } from "../queries.ts";
import { eventRefusals } from "../refusals.ts";
import { answersOf } from "./present.ts";
import { questionsOf } from "./queries.ts";
import { type AnswerValue, isAnswer, missingAnswers, type Question, wrongAnswers } from "./question.ts";
import { questionRefusals } from "./refusals.ts";

export type ChangedAnswers = Record<string, AnswerValue | null>;

/**
 * Answers what an event asks, for the registration and for other places of it.
 * @returns the registration as it stands. @throws Refusal event.is_over, event.ended, event_question.does_not_fit, event_question.not_answered
 */
export async function changeAnswers(
  { db, now }: Installation,
  actor: Actor,
  id: string,
  given: { answers: ChangedAnswers; tickets: Record<string, ChangedAnswers> },
): Promise<RegistrationRow> {
  const known = await findRegistration(db, id);
  authorize(actor, known !== undefined && mayChangeRegistration(actor, { personId: known.person_id, hostIds: known.host_ids }));
  const [row, at] = [found(known), now()];
  if (row.state === "cancelled") throw eventRefusals.ended();
  if (Temporal.Instant.compare(row.ends_at, at) <= 0) throw eventRefusals.isOver();
  const isByOneself = actor.kind === "person" && actor.personId === row.person_id;
  await db.transaction().execute(async (tx) => {
    await tx.selectFrom("registrations").select("id").where("event_id", "=", row.event_id).where("id", "=", row.id).forUpdate().execute();
    const questions = await questionsOf(tx, row.event_id);
    const ofPlaces = questions.filter(({ isOfPlace }) => isOfPlace);
    const others = row.tickets.slice(1);
    const abouts = [
      { aboutId: row.id, asked: questions, answers: given.answers },
      ...Object.entries(given.tickets).map(([ticketId, answers]) => ({
        aboutId: found(others.find((ticket) => ticket.id === ticketId)).id,
        asked: ofPlaces,
        answers,
      })),
    ];
    const wrong = abouts.flatMap(({ aboutId, asked, answers }) =>
      wrongAnswers(asked, answers, isByOneself).map((one) => (aboutId === row.id ? one : { ...one, ticketId: aboutId })),
    );
    if (wrong.length > 0) throw questionRefusals.doesNotFit({ answers: wrong });
    for (const { aboutId, asked, answers } of abouts) await writeAnswers(tx, row, { aboutId, asked, answers, at, actor });
    // what was required stays answered
    if (row.state === "confirmed" && isByOneself) {
      const written = found(await findRegistration(tx, row.id));
      const missing = missingAnswers(questions, new Set(Object.keys(answersOf(written).answers)));
      const taken = missing.filter(({ key }) => key in given.answers);
      if (taken.length > 0) throw questionRefusals.notAnswered({ answers: taken });
    }
    // what was answered is nobody's business here
    const details = { eventId: row.event_id, keys: [...new Set(abouts.flatMap(({ answers }) => Object.keys(answers)))] };
    const subject = { kind: "registration", id: row.id };
    await audit(tx, { actor, at, action: "registration.answer", subject, organizationId: row.host_ids[0], details });
  });
  return found(await findRegistration(db, row.id));
}

type Written = { aboutId: string; asked: Question[]; answers: ChangedAnswers; at: Temporal.Instant; actor: Actor };

async function writeAnswers(tx: Tx, row: RegistrationRow, { aboutId, asked, answers, at, actor }: Written): Promise<void> {
  const given = asked.flatMap((question) => (question.key in answers ? [{ question, value: answers[question.key] ?? null }] : []));
  const kept = given.filter(({ question, value }) => isAnswer(question.kind, value));
  const gone = given.filter((one) => !kept.includes(one)).map(({ question }) => question.id);
  if (gone.length > 0)
    await tx
      .deleteFrom("registration_answers")
      .where("event_id", "=", row.event_id)
      .where("about_id", "=", aboutId)
      .where("question_id", "in", gone)
      .execute();
  if (kept.length === 0) return;
  await tx
    .insertInto("registration_answers")
    .values(
      kept.map(({ question, value }) => ({
        event_id: row.event_id,
        registration_id: row.id,
        about_id: aboutId,
        question_id: question.id,
        value: JSON.stringify(value),
        answered_at: at,
        answered_by: actor.kind === "person" ? actor.personId : null,
      })),
    )
    .onConflict((conflict) =>
      conflict.constraint("registration_answers_once").doUpdateSet(({ ref }) => ({
        value: ref("excluded.value"),
        answered_at: ref("excluded.answered_at"),
        answered_by: ref("excluded.answered_by"),
      })),
    )
    .execute();
}

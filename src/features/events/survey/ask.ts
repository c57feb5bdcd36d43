import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { Texts } from "../../../platform/database/schema.ts";
import type { Installation } from "../../../platform/installation.ts";
import { mayRunEvent } from "../policy.ts";
import { countsOf, findEvent, hostIdsOf } from "../queries.ts";
import { answersOf, findSurvey } from "./queries.ts";
import { fewestAnswers, resultsOf } from "./survey.ts";

/** Has those who come to an event asked three questions afterwards. Asked anew, the third question is changed. */
export async function askSurvey({ db, now }: Installation, actor: Actor, idOrSlug: string, ownQuestion: Texts): Promise<void> {
  const known = await findEvent(db, idOrSlug);
  authorize(actor, known !== undefined && mayRunEvent(actor, hostIdsOf(known)));
  const [event, at] = [found(known), now()];
  const texts = Object.fromEntries(Object.entries(ownQuestion).filter(([, text]) => text));
  const own_question = JSON.stringify(texts);
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto("event_surveys")
      .values({ event_id: event.id, own_question, asked_at: at, asked_by: actor.personId })
      .onConflict((conflict) => conflict.column("event_id").doUpdateSet({ own_question }))
      .execute();
    const subject = { kind: "event", id: event.id };
    await audit(tx, { actor, at, action: "event.ask_survey", subject, organizationId: hostIdsOf(event)[0] });
  });
}

/** What those who came have answered; nothing of it while they are fewer than five. */
export async function readSurvey(db: Db, actor: Actor, idOrSlug: string) {
  const known = await findEvent(db, idOrSlug);
  authorize(actor, known !== undefined && mayRunEvent(actor, hostIdsOf(known)));
  const event = found(known);
  const [survey, answers, counts] = await Promise.all([findSurvey(db, event.id), answersOf(db, event.id), countsOf(db, event.id)]);
  const isHidden = answers.length < fewestAnswers;
  return {
    isAsked: survey !== undefined,
    ownQuestion: survey?.ownQuestion ?? {},
    came: found(counts).checkedIn,
    answers: answers.length,
    fewestAnswers,
    results: isHidden ? null : resultsOf(answers),
  };
}

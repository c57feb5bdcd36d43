import { sql } from "kysely";
import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import { lockClaims } from "../../../platform/claims/decided-together.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Texts } from "../../../platform/database/schema.ts";
import type { Installation } from "../../../platform/installation.ts";
import { freeSlug, slugOf } from "../../organizations/index.ts";
import { titleIn } from "../event.ts";
import { mayRunEvent } from "../policy.ts";
import { findEvent, hostIdsOf } from "../queries.ts";
import { eventRefusals } from "../refusals.ts";
import { questionsOf } from "./queries.ts";
import type { Question } from "./question.ts";
import { questionRefusals } from "./refusals.ts";

export type NewQuestion = Omit<Question, "id" | "version" | "key">;
type Keyed = NewQuestion & { key: string };

/** Changes what an event asks. @returns the event's id. @throws Refusal event_question.same_key, event.is_over */
export async function changeQuestions(
  { db, now }: Installation,
  actor: Actor,
  idOrSlug: string,
  {
    questions: given,
    answersKeptDays,
  }: { questions: (NewQuestion & { key?: string | undefined })[]; answersKeptDays?: number | undefined },
): Promise<string> {
  const known = await findEvent(db, idOrSlug);
  authorize(actor, known !== undefined && mayRunEvent(actor, hostIdsOf(known)));
  const [event, at] = [found(known), now()];
  const questions = withKeys(given);
  if (new Set(questions.map(({ key }) => key)).size < questions.length) throw questionRefusals.sameKey();
  if (Temporal.Instant.compare(event.ends_at, at) <= 0) throw eventRefusals.isOver();
  await db.transaction().execute(async (tx) => {
    // who registers meanwhile answers the one list or the other
    await lockClaims(tx, event.id);
    await writeQuestions(tx, event.id, questions, at);
    if (answersKeptDays !== undefined)
      await tx.updateTable("events").set({ answers_kept_days: answersKeptDays }).where("id", "=", event.id).execute();
    const details = { keys: questions.map(({ key }) => key), answersKeptDays };
    const subject = { kind: "event", id: event.id };
    await audit(tx, { actor, at, action: "event.change_questions", subject, organizationId: hostIdsOf(event)[0], details });
  });
  return event.id;
}

// "Har du allergier?" is known as "har-du-allergier"
function withKeys(given: (NewQuestion & { key?: string | undefined })[]): Keyed[] {
  const taken = new Set(given.flatMap(({ key }) => key ?? []));
  return given.map((question) => {
    if (question.key !== undefined) return { ...question, key: question.key };
    const base = slugOf(titleIn(question.label, "nb")).slice(0, 36) || "question";
    const key = freeSlug(base, taken);
    taken.add(key);
    return { ...question, key };
  });
}

async function writeQuestions(tx: Tx, eventId: string, questions: Keyed[], at: Temporal.Instant): Promise<void> {
  const before = await questionsOf(tx, eventId);
  const asked = new Map(before.map((question) => [question.key, question]));
  const isSame = (question: Keyed) => {
    const known = asked.get(question.key);
    return known?.kind === question.kind && (known.kind !== "consent" || isSameWording(known, question));
  };
  const goesOn = new Set(questions.filter(isSame).map(({ key }) => key));
  const ended = before.filter(({ key }) => !goesOn.has(key));
  if (ended.length > 0) await endQuestions(tx, eventId, ended, at);
  if (questions.length === 0) return;
  const { rows } = await sql<{ key: string; version: number }>`
    select key, max(version) as version from event_questions where event_id = ${eventId}::uuid group by key`.execute(tx);
  const versions = new Map(rows.map(({ key, version }) => [key, version]));
  await tx
    .insertInto("event_questions")
    .values(
      questions.map((question, index) => ({
        id: goesOn.has(question.key) ? (asked.get(question.key)?.id ?? newId()) : newId(),
        event_id: eventId,
        key: question.key,
        version: goesOn.has(question.key) ? (versions.get(question.key) ?? 1) : (versions.get(question.key) ?? 0) + 1,
        place_in_order: index,
        kind: question.kind,
        labels: JSON.stringify(question.label),
        texts: JSON.stringify(question.text),
        options: question.options,
        is_required: question.isRequired,
        is_personal: question.isPersonal,
        is_of_place: question.isOfPlace,
      })),
    )
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet(({ ref }) => ({
        place_in_order: ref("excluded.place_in_order"),
        labels: ref("excluded.labels"),
        texts: ref("excluded.texts"),
        options: ref("excluded.options"),
        is_required: ref("excluded.is_required"),
        is_personal: ref("excluded.is_personal"),
        is_of_place: ref("excluded.is_of_place"),
      })),
    )
    .execute();
}

// what somebody agreed to stays with its wording; other answers go with their question
async function endQuestions(tx: Tx, eventId: string, ended: Question[], at: Temporal.Instant): Promise<void> {
  const gone = ended.filter(({ kind }) => kind !== "consent").map(({ id }) => id);
  if (gone.length > 0)
    await tx.deleteFrom("registration_answers").where("event_id", "=", eventId).where("question_id", "in", gone).execute();
  await tx
    .updateTable("event_questions")
    .set({ ended_at: at })
    .where(
      "id",
      "in",
      ended.map(({ id }) => id),
    )
    .execute();
}

function isSameWording(one: { label: Texts; text: Texts }, other: { label: Texts; text: Texts }): boolean {
  const wording = ({ label, text }: { label: Texts; text: Texts }) =>
    JSON.stringify([label.nb, label.nn, label.en, text.nb, text.nn, text.en].map((words) => words ?? ""));
  return wording(one) === wording(other);
}

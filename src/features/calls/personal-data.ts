import { sql } from "kysely";
import type { Tx } from "../../platform/database/database.ts";
import type { Texts } from "../../platform/database/schema.ts";
import { forgetLettersAbout } from "../../platform/mail/index.ts";
import { type ErasedSubject, noName, type PersonalData } from "../../platform/privacy/personal-data.ts";
import { textOf } from "./call.ts";
import { removeWhenCommitted } from "./remove-files.ts";

const call = { nb: "Utlysning", nn: "Utlysing", en: "Call" };

/** What somebody has applied for. */
const submissions: PersonalData = {
  name: "submissions",
  title: { nb: "Søknader", nn: "Søknader", en: "Applications" },
  fields: {
    call,
    title: { nb: "Søknaden heter", nn: "Søknaden heiter", en: "Title" },
    state: { nb: "Tilstand", nn: "Tilstand", en: "State" },
    organizationNumber: { nb: "Organisasjonsnummer", nn: "Organisasjonsnummer", en: "Organization number" },
    answers: { nb: "Det du har skrevet", nn: "Det du har skrive", en: "What you have written" },
    deliveredAnswers: { nb: "Det du har levert", nn: "Det du har levert", en: "What you have delivered" },
    files: { nb: "Filer", nn: "Filer", en: "Files" },
    deliveredAt: { nb: "Levert", nn: "Levert", en: "Delivered" },
    outcome: { nb: "Avgjort", nn: "Avgjort", en: "Decided" },
  },
  kept: {
    nb: "At en søknad var der, poengene og hva som ble avgjort, står uten navn, tittel og svar: resultatet av en jury skal kunne etterprøves. Svar, filer og brev blir borte, og det som ikke er avgjort, er trukket.",
    nn: "At ein søknad var der, poenga og kva som vart avgjort, står utan namn, tittel og svar: resultatet av ein jury skal kunne etterprøvast. Svar, filer og brev blir borte, og det som ikkje er avgjort, er trekt.",
    en: "That an application was there, its scores and what was decided stay without name, title and answers: what a jury came to must be open to checking. Answers, files and letters go, and what is not decided is withdrawn.",
  },
  async about(db, { personId }) {
    const rows = await db
      .selectFrom("submissions as s")
      .innerJoin("calls as c", "c.id", "s.call_id")
      .select([sql<Texts>`c.titles`.as("titles"), "s.title", "s.state", "s.organization_number as organizationNumber"])
      .select([
        sql<string>`s.answers::text`.as("answers"),
        sql<string | null>`case when s.delivered_at is not null then s.delivered_answers::text end`.as("deliveredAnswers"),
        sql<string | null>`(select string_agg(f.name, ', ' order by f.added_at) from submission_files f where f.submission_id = s.id)`.as(
          "files",
        ),
        "s.delivered_at as deliveredAt",
        sql<
          string | null
        >`(select d.outcome from call_decisions d where d.submission_id = s.id and d.told_at is not null order by d.number desc limit 1)`.as(
          "outcome",
        ),
      ])
      .where("s.person_id", "=", personId)
      .orderBy("s.created_at")
      .orderBy("s.id")
      .execute();
    return rows.map(({ titles, ...row }) => ({ call: textOf(titles, "nb"), ...row }));
  },
  async erase(tx, { personId }, at) {
    const theirs = await tx.selectFrom("submissions").select("id").where("person_id", "=", personId).execute();
    const ids = theirs.map(({ id }) => id);
    if (ids.length === 0) return;
    const files = await tx.deleteFrom("submission_files").where("submission_id", "in", ids).returning("file_key").execute();
    await removeWhenCommitted(
      tx,
      files.map(({ file_key }) => file_key),
    );
    await forgetLettersAbout(tx, "submission", ids);
    // nobody but themselves ever saw a draft
    await tx.deleteFrom("submissions").where("id", "in", ids).where("delivered_at", "is", null).execute();
    await tx
      .updateTable("submissions")
      .set({ title: noName, delivered_title: noName, organization_number: null, delivered_number: null })
      .set({ answers: "{}", delivered_answers: "{}", erased_at: at })
      .where("id", "in", ids)
      .execute();
    await tx.updateTable("call_decisions").set({ reason: null }).where("submission_id", "in", ids).execute();
    await tx
      .updateTable("submissions as s")
      .set({ state: "withdrawn", withdrawn_at: at })
      .where("s.id", "in", ids)
      .where("s.state", "=", "submitted")
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom("call_decisions as d").select("d.number").whereRef("d.submission_id", "=", "s.id"))),
      )
      .execute();
  },
};

/** What somebody has said as a juror. */
const reviews: PersonalData = {
  name: "reviews",
  title: { nb: "Vurderinger i jury", nn: "Vurderingar i jury", en: "Reviews on a jury" },
  fields: {
    call,
    submission: { nb: "Søknad", nn: "Søknad", en: "Application" },
    conflict: { nb: "Inhabil", nn: "Inhabil", en: "Conflict of interest" },
    conflictReason: { nb: "Hvorfor", nn: "Kvifor", en: "Why" },
    scores: { nb: "Poeng", nn: "Poeng", en: "Scores" },
    comment: { nb: "Kommentar", nn: "Kommentar", en: "Comment" },
    deliveredAt: { nb: "Levert", nn: "Levert", en: "Delivered" },
  },
  kept: {
    nb: "Poengene og om du var inhabil står uten navn, så resultatet kan etterprøves. Det du skrev om hvorfor, og kommentarene, blir borte.",
    nn: "Poenga og om du var inhabil står utan namn, så resultatet kan etterprøvast. Det du skreiv om kvifor, og kommentarane, blir borte.",
    en: "Your scores, and whether you had a conflict of interest, stay without a name, so that the result can be checked. What you wrote about why, and your comments, go.",
  },
  async about(db, { personId }) {
    const rows = await db
      .selectFrom("reviews as r")
      .innerJoin("calls as c", "c.id", "r.call_id")
      .innerJoin("submissions as s", "s.id", "r.submission_id")
      .select([sql<Texts>`c.titles`.as("titles"), "s.delivered_title as submission", "r.conflict", "r.conflict_reason as conflictReason"])
      .select([
        sql<string | null>`(select string_agg(coalesce(k.names->>'nb', k.names->>'en') || ': ' || g.score, ', ' order by k.place_in_order)
          from review_scores g join call_criteria k on k.id = g.criterion_id
          where g.call_id = r.call_id and g.phase = r.phase and g.submission_id = r.submission_id and g.juror_id = r.juror_id)`.as(
          "scores",
        ),
        "r.comment",
        "r.delivered_at as deliveredAt",
      ])
      .where("r.juror_id", "=", personId)
      .orderBy("r.assigned_at")
      .orderBy("r.submission_id")
      .execute();
    return rows.map(({ titles, ...row }) => ({ call: textOf(titles, "nb"), ...row }));
  },
  async erase(tx, subject) {
    const { personId } = subject;
    await tx.updateTable("reviews").set({ comment: null, conflict_reason: null }).where("juror_id", "=", personId).execute();
    await forgetLettersAbout(tx, "review", [personId]);
    await leaveUnreadJuries(tx, subject);
  },
};

// what nobody has judged is for others to judge
async function leaveUnreadJuries(tx: Tx, { personId }: ErasedSubject): Promise<void> {
  await tx.deleteFrom("reviews").where("juror_id", "=", personId).where("declared_at", "is", null).execute();
}

/** What this feature holds about people. A vote is a ticket's: it says which ticket, and that goes with the ticket. */
export const callData: PersonalData[] = [submissions, reviews];

import { sql } from "kysely";
import { givesAddress, mentions, withoutMentions } from "../../platform/privacy/mentions.ts";
import type { PersonalData } from "../../platform/privacy/personal-data.ts";

const notes: PersonalData = {
  name: "programNotes",
  title: { nb: "Notater om selskaper i programmer", nn: "Notat om selskap i program", en: "Notes about companies in programs" },
  fields: {
    writtenAt: { nb: "Når", nn: "Når", en: "When" },
    startup: { nb: "Selskap", nn: "Selskap", en: "Company" },
    text: { nb: "Tekst", nn: "Tekst", en: "Text" },
  },
  about: (db, subject) =>
    db
      .selectFrom("enrollment_notes as n")
      .innerJoin("enrollments as e", "e.id", "n.enrollment_id")
      .innerJoin("organizations as o", "o.id", "e.organization_id")
      .select(["n.written_at as writtenAt", "o.name as startup", "n.text"])
      .where((where) => where.or([where("n.written_by", "=", subject.personId), givesAddress(sql`n.text`, subject)]))
      .orderBy("n.written_at")
      .execute(),
  async erase(tx, subject) {
    await tx.updateTable("enrollment_notes").set({ written_by: null }).where("written_by", "=", subject.personId).execute();
    await tx
      .updateTable("enrollment_notes")
      .set({ text: withoutMentions(sql`text`, subject) })
      .where(mentions(sql`text`, subject))
      .execute();
    for (const column of ["title", "evidence"] as const)
      await tx
        .updateTable("enrollment_milestones")
        .set({ [column]: withoutMentions(sql.ref(column), subject) })
        .where(mentions(sql.ref(column), subject))
        .execute();
  },
};

const advising: PersonalData = {
  name: "programAdvising",
  title: { nb: "Selskaper du er rådgiver for", nn: "Selskap du er rådgivar for", en: "Companies you advise" },
  fields: {
    startup: { nb: "Selskap", nn: "Selskap", en: "Company" },
    program: { nb: "Program", nn: "Program", en: "Program" },
    intake: { nb: "Opptak", nn: "Opptak", en: "Intake" },
  },
  about: (db, { personId }) =>
    db
      .selectFrom("enrollments as e")
      .innerJoin("organizations as o", "o.id", "e.organization_id")
      .innerJoin("programs as p", "p.id", "e.program_id")
      .select(["o.name as startup", "p.slug as program", "e.intake_on as intake"])
      .where("e.adviser_id", "=", personId)
      .orderBy("e.intake_on")
      .execute(),
  async erase(tx, { personId }) {
    await tx.updateTable("enrollments").set({ adviser_id: null }).where("adviser_id", "=", personId).execute();
  },
};

const written: PersonalData = {
  name: "programObservations",
  title: { nb: "Tall du har skrevet om selskaper", nn: "Tal du har skrive om selskap", en: "Figures you wrote about companies" },
  fields: {
    on: { nb: "Dag", nn: "Dag", en: "Day" },
    startup: { nb: "Selskap", nn: "Selskap", en: "Company" },
    status: { nb: "Status", nn: "Status", en: "Status" },
  },
  kept: {
    nb: "Tallene er selskapets, og står. Hvem som skrev dem, glemmes.",
    nn: "Tala er selskapets, og står. Kven som skreiv dei, blir gløymt.",
    en: "The figures are the company's, and stay. Who wrote them is forgotten.",
  },
  about: (db, { personId }) =>
    db
      .selectFrom("observations as w")
      .innerJoin("enrollments as e", "e.id", "w.enrollment_id")
      .innerJoin("organizations as o", "o.id", "e.organization_id")
      .select(["w.observed_on as on", "o.name as startup", "w.status"])
      .where("w.written_by", "=", personId)
      .orderBy("w.observed_on")
      .execute(),
  async erase(tx, { personId }) {
    await tx.updateTable("observations").set({ written_by: null }).where("written_by", "=", personId).execute();
    await tx.updateTable("enrollment_milestones").set({ written_by: null }).where("written_by", "=", personId).execute();
  },
};

/** What this feature holds about people. */
export const programData: PersonalData[] = [notes, advising, written];

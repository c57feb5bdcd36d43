import { sql } from "kysely";
import { givesAddress, mentions, withoutMentions } from "../../platform/privacy/mentions.ts";
import { noName, type PersonalData } from "../../platform/privacy/personal-data.ts";

const hours: PersonalData = {
  name: "projectHours",
  title: { nb: "Timer i prosjekter", nn: "Timar i prosjekt", en: "Hours in projects" },
  fields: {
    project: { nb: "Prosjekt", nn: "Prosjekt", en: "Project" },
    day: { nb: "Dag", nn: "Dag", en: "Day" },
    minutes: { nb: "Minutter", nn: "Minutt", en: "Minutes" },
    rateOre: { nb: "Timesats i øre", nn: "Timesats i øre", en: "Rate by the hour in øre" },
    note: { nb: "Merknad", nn: "Merknad", en: "Note" },
    approvedAt: { nb: "Godkjent", nn: "Godkjent", en: "Approved" },
  },
  kept: {
    nb: "Timene hører til prosjektregnskapet og står uten navn: regnskap skal kunne vises fram i fem år.",
    nn: "Timane høyrer til prosjektrekneskapen og står utan namn: rekneskap skal kunne visast fram i fem år.",
    en: "The hours belong to the accounts of the project and stay without your name: accounts must be kept for five years.",
  },
  about: (db, { personId }) =>
    db
      .selectFrom("project_hours as h")
      .innerJoin("projects as p", "p.id", "h.project_id")
      .select([sql<string>`coalesce(p.titles->>'nb', p.titles->>'nn', p.titles->>'en')`.as("project"), "h.day", "h.minutes"])
      .select(["h.rate_ore as rateOre", "h.note", "h.approved_at as approvedAt"])
      .where("h.person_id", "=", personId)
      .orderBy("h.day")
      .orderBy("h.written_at")
      .execute(),
  async erase(tx, { personId }) {
    await tx.updateTable("project_hours").set({ note: null }).where("person_id", "=", personId).execute();
  },
};

const rates: PersonalData = {
  name: "projectRates",
  title: { nb: "Lønn og satser i prosjekter", nn: "Løn og satsar i prosjekt", en: "Salaries and rates in projects" },
  fields: {
    project: { nb: "Prosjekt", nn: "Prosjekt", en: "Project" },
    from: { nb: "Fra", nn: "Frå", en: "From" },
    yearlySalaryOre: { nb: "Årslønn i øre", nn: "Årsløn i øre", en: "Yearly salary in øre" },
    rateOre: { nb: "Timesats i øre", nn: "Timesats i øre", en: "Rate by the hour in øre" },
  },
  about: (db, { personId }) =>
    db
      .selectFrom("project_rates as r")
      .innerJoin("projects as p", "p.id", "r.project_id")
      .select([sql<string>`coalesce(p.titles->>'nb', p.titles->>'nn', p.titles->>'en')`.as("project"), "r.from_day as from"])
      .select(["r.yearly_salary_ore as yearlySalaryOre", "r.rate_ore as rateOre"])
      .where("r.person_id", "=", personId)
      .orderBy("r.from_day")
      .orderBy("r.written_at")
      .execute(),
  // the hours carry the rate they cost
  async erase(tx, { personId }) {
    await tx.deleteFrom("project_rates").where("person_id", "=", personId).execute();
    await tx.updateTable("projects").set({ lead_person_id: null }).where("lead_person_id", "=", personId).execute();
  },
};

const said: PersonalData = {
  name: "projectTexts",
  title: { nb: "Tekster om prosjekter", nn: "Tekstar om prosjekt", en: "Texts about projects" },
  fields: { text: { nb: "Tekst", nn: "Tekst", en: "Text" } },
  async about(db, subject) {
    const { rows } = await sql<{ text: string }>`
      select narrative as text from report_packs where ${givesAddress(sql`narrative`, subject)}
      union all select narrative from report_pack_answers where ${givesAddress(sql`narrative`, subject)}
      union all select remark from report_pack_answers where ${givesAddress(sql`remark`, subject)}
      union all select text from project_expenses where ${givesAddress(sql`text`, subject)}
      union all select evidence from milestones where ${givesAddress(sql`evidence`, subject)}`.execute(db);
    return rows;
  },
  async erase(tx, subject) {
    const bare = (column: string) => withoutMentions(sql.ref(column), subject);
    const where = (column: string) => mentions(sql.ref(column), subject);
    await tx
      .updateTable("report_packs")
      .set({ narrative: bare("narrative") })
      .where(where("narrative"))
      .execute();
    for (const column of ["narrative", "remark"] as const)
      await tx
        .updateTable("report_pack_answers")
        .set({ [column]: bare(column) })
        .where(where(column))
        .execute();
    await tx.updateTable("report_pack_answers").set({ answered_by: null }).where("answered_by", "=", subject.personId).execute();
    await tx
      .updateTable("project_expenses")
      .set({ text: bare("text") })
      .where(where("text"))
      .execute();
    await tx.updateTable("project_expenses").set({ supplier: noName }).where(where("supplier")).execute();
    for (const column of ["title", "evidence"] as const)
      await tx
        .updateTable("milestones")
        .set({ [column]: bare(column) })
        .where(where(column))
        .execute();
    for (const column of ["title", "summary"] as const)
      await tx
        .updateTable("work_packages")
        .set({ [column]: bare(column) })
        .where(where(column))
        .execute();
    for (const column of ["reason", "agreed_reference"] as const)
      await tx
        .updateTable("funding_changes")
        .set({ [column]: bare(column) })
        .where(where(column))
        .execute();
    await tx.updateTable("funding_changes").set({ changed_by: null }).where("changed_by", "=", subject.personId).execute();
  },
};

/** What this feature holds about people. */
export const projectData: PersonalData[] = [hours, rates, said];

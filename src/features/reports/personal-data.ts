import { sql } from "kysely";
import { givesAddress, mentions, withoutMentions } from "../../platform/privacy/mentions.ts";
import type { PersonalData } from "../../platform/privacy/personal-data.ts";
import { storyConsents } from "./stories/personal-data.ts";

const sharedYears: PersonalData = {
  name: "sharedYears",
  title: { nb: "År du viser andre", nn: "År du viser andre", en: "Years you show others" },
  fields: {
    year: { nb: "År", nn: "År", en: "Year" },
    sharedAt: { nb: "Vist siden", nn: "Vist sidan", en: "Shown since" },
  },
  about: (db, { personId }) =>
    db.selectFrom("shared_years").select(["year", "shared_at as sharedAt"]).where("person_id", "=", personId).orderBy("year").execute(),
  async erase(tx, { personId }) {
    await tx.deleteFrom("shared_years").where("person_id", "=", personId).execute();
  },
};

const written: PersonalData = {
  name: "reportWords",
  title: { nb: "Ord om deg i rapporter", nn: "Ord om deg i rapportar", en: "Words about you in reports" },
  fields: {
    report: { nb: "Rapport", nn: "Rapport", en: "Report" },
    publishedAt: { nb: "Lagt ut", nn: "Lagd ut", en: "Published" },
  },
  kept: {
    nb: "Et utkast mister navnet ditt. Ordene i en rapport som er lagt ut, er frosset med sjekksum og blir stående som de ble gitt ut; fortellinger med bilde tas ut. Be den som ga den ut, om å trekke rapporten om den omtaler deg.",
    nn: "Eit utkast mistar namnet ditt. Orda i ein rapport som er lagd ut, er frosne med sjekksum og blir ståande som dei vart gitt ut; forteljingar med bilete blir tekne ut. Be den som gav han ut, om å trekkje rapporten om han omtaler deg.",
    en: "A draft loses your name. The words of a published report are frozen with a checksum and stay as they were given out; stories with photos are taken out. Ask those who published it to withdraw the report if it speaks of you.",
  },
  async about(db, subject) {
    const words = sql`p.titles::text || p.leads::text || p.parts::text`;
    const { rows } = await sql<{ report: string; publishedAt: Temporal.Instant | null }>`
      select p.slug as report, p.published_at as "publishedAt" from reports p where ${givesAddress(sql`(${words})`, subject)} order by p.slug`.execute(
      db,
    );
    return rows;
  },
  async erase(tx, subject) {
    for (const column of ["titles", "leads", "parts"] as const)
      await tx
        .updateTable("reports")
        .set({ [column]: sql`${withoutMentions(sql`${sql.ref(column)}::text`, subject)}::jsonb` })
        .where("published_at", "is", null)
        .where(mentions(sql`${sql.ref(column)}::text`, subject))
        .execute();
  },
};

/** For whose figures somebody is counted, once a year. The registrations they come from are shown with the events. */
const countedOnce: PersonalData = {
  name: "countedOnce",
  title: { nb: "Hvem som teller deg én gang i året", nn: "Kven som tel deg éin gong i året", en: "Who counts you once a year" },
  fields: {
    organization: { nb: "Arrangør", nn: "Arrangør", en: "Organiser" },
    year: { nb: "År", nn: "År", en: "Year" },
    events: { nb: "Arrangementer", nn: "Arrangement", en: "Events" },
  },
  kept: {
    nb: "Telles med så lenge påmeldingene gjør det, uten navn.",
    nn: "Vert talt med så lenge påmeldingane vert det, utan namn.",
    en: "Counted for as long as the registrations are, without a name.",
  },
  about: (db, { personId }) =>
    db
      .selectFrom("counted_once as c")
      .innerJoin("organizations as o", "o.id", "c.organization_id")
      .select(["o.name as organization", "c.year", sql<number>`(select sum(n) from unnest(c.events) n)::integer`.as("events")])
      .where("c.who_id", "=", personId)
      .where("c.kind", "=", "person")
      .orderBy("c.year")
      .orderBy("o.name")
      .execute(),
  async erase() {
    // no name stands here, and the sums are true only with everybody in them
  },
};

/** What this feature holds about people. Rows of published reports keep no names. */
export const reportData: PersonalData[] = [sharedYears, countedOnce, storyConsents, written];

import { sql } from "kysely";
import type { PersonalData } from "../../platform/privacy/personal-data.ts";

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
export const reportData: PersonalData[] = [sharedYears, countedOnce];

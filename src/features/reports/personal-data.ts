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

/** What this feature holds about people. Rows of published reports keep no names. */
export const reportData: PersonalData[] = [sharedYears, storyConsents];

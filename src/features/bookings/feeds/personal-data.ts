import type { PersonalData } from "../../../platform/privacy/personal-data.ts";

/** The addresses by which a person's own calendar follows their bookings; gone with the person. */
export const feedData: PersonalData = {
  name: "calendarFeeds",
  title: { nb: "Kalenderadresser", nn: "Kalenderadresser", en: "Calendar addresses" },
  fields: {
    shows: { nb: "Viser", nn: "Viser", en: "Shows" },
    createdAt: { nb: "Laget", nn: "Laga", en: "Made" },
  },
  about: (db, { personId }) =>
    db
      .selectFrom("calendar_feeds")
      .select(["shows", "created_at as createdAt"])
      .where("person_id", "=", personId)
      .orderBy("created_at")
      .execute(),
  async erase(tx, { personId }) {
    await tx.deleteFrom("calendar_feeds").where("person_id", "=", personId).execute();
    await tx.updateTable("calendar_feeds").set({ created_by: null }).where("created_by", "=", personId).execute();
  },
};

import type { PersonalData } from "../../../platform/privacy/personal-data.ts";

/** Which calendars a person connected to a house; the house keeps them, and not who did it. */
export const outsideCalendarData: PersonalData = {
  name: "outsideCalendars",
  title: { nb: "Kalendere du har koblet til", nn: "Kalendrar du har kopla til", en: "Calendars you connected" },
  fields: {
    name: { nb: "Navn", nn: "Namn", en: "Name" },
    createdAt: { nb: "Koblet til", nn: "Kopla til", en: "Connected" },
  },
  about: (db, { personId }) =>
    db
      .selectFrom("outside_calendars")
      .select(["name", "created_at as createdAt"])
      .where("created_by", "=", personId)
      .orderBy("created_at")
      .execute(),
  async erase(tx, { personId }) {
    await tx.updateTable("outside_calendars").set({ created_by: null }).where("created_by", "=", personId).execute();
  },
};

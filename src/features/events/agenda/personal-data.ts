import { sql } from "kysely";
import type { Texts } from "../../../platform/database/schema.ts";
import type { PersonalData } from "../../../platform/privacy/personal-data.ts";
import { titleIn } from "../event.ts";

/** Sessions somebody has spoken in, or is to. */
export const speakerData: PersonalData = {
  name: "speaking",
  title: { nb: "Økter du snakker i", nn: "Økter du snakkar i", en: "Sessions you speak in" },
  fields: {
    event: { nb: "Arrangement", nn: "Arrangement", en: "Event" },
    session: { nb: "Økt", nn: "Økt", en: "Session" },
    startsAt: { nb: "Begynner", nn: "Byrjar", en: "Begins" },
    title: { nb: "Tittel", nn: "Tittel", en: "Title" },
    organization: { nb: "Organisasjon", nn: "Organisasjon", en: "Organization" },
  },
  async about(db, { personId }) {
    const rows = await db
      .selectFrom("session_speakers as k")
      .innerJoin("event_sessions as s", (join) => join.onRef("s.event_id", "=", "k.event_id").onRef("s.id", "=", "k.session_id"))
      .innerJoin("events as e", "e.id", "k.event_id")
      .select([sql<Texts>`e.titles`.as("titles"), sql<Texts>`s.titles`.as("sessions"), "s.starts_at as startsAt"])
      .select(["k.title", "k.organization"])
      .where("k.person_id", "=", personId)
      .orderBy("s.starts_at")
      .orderBy("s.id")
      .execute();
    return rows.map(({ titles, sessions, ...row }) => ({ event: titleIn(titles, "nb"), session: titleIn(sessions, "nb"), ...row }));
  },
  async erase(tx, { personId, fullName }) {
    await tx.deleteFrom("session_speakers").where("person_id", "=", personId).execute();
    if (fullName !== undefined) await tx.deleteFrom("session_speakers").where("name", "=", fullName).execute();
  },
};

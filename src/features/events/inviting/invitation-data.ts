import { sql } from "kysely";
import type { Texts } from "../../../platform/database/schema.ts";
import type { PersonalData } from "../../../platform/privacy/personal-data.ts";
import { titleIn } from "../event.ts";

/** What somebody is invited to. */
export const invitationData: PersonalData = {
  name: "event_invitations",
  title: { nb: "Invitasjoner", nn: "Invitasjonar", en: "Invitations" },
  fields: {
    event: { nb: "Arrangement", nn: "Arrangement", en: "Event" },
    invitedAt: { nb: "Invitert", nn: "Invitert", en: "Invited" },
    declinedAt: { nb: "Sa nei takk", nn: "Sa nei takk", en: "Said no thanks" },
  },
  async about(db, { personId }) {
    const rows = await db
      .selectFrom("event_invitations as i")
      .innerJoin("events as e", "e.id", "i.event_id")
      .select([sql<Texts>`e.titles`.as("titles"), "i.invited_at as invitedAt", "i.declined_at as declinedAt"])
      .where("i.person_id", "=", personId)
      .orderBy("i.invited_at")
      .execute();
    return rows.map(({ titles, ...row }) => ({ event: titleIn(titles, "nb"), ...row }));
  },
  async erase(tx, { personId }) {
    await tx.deleteFrom("event_invitations").where("person_id", "=", personId).execute();
  },
};

import { sql } from "kysely";
import { mentions, withoutMentions } from "../../../platform/privacy/mentions.ts";
import type { PersonalData } from "../../../platform/privacy/personal-data.ts";
import { dayIn } from "../../../platform/time/day.ts";

/** What the person has learnt, so that machines may be booked. */
export const certificatesOfPerson: PersonalData = {
  name: "certificates",
  title: { nb: "Kursbevis", nn: "Kursprov", en: "Certificates" },
  fields: {
    certification: { nb: "Kurs", nn: "Kurs", en: "Certification" },
    level: { nb: "Nivå", nn: "Nivå", en: "Level" },
    from: { nb: "Fra", nn: "Frå", en: "From" },
    to: { nb: "Til", nn: "Til", en: "To" },
    grantedAt: { nb: "Gitt", nn: "Gitt", en: "Granted" },
    reason: { nb: "Merknad", nn: "Merknad", en: "Remark" },
  },
  kept: {
    nb: "At noen hadde tatt kurset da maskinen ble brukt, står uten navn: det er slik huset svarer for sikkerheten.",
    nn: "At nokon hadde teke kurset då maskina vart brukt, står utan namn: det er slik huset svarer for tryggleiken.",
    en: "That somebody was certified when a machine was used stays without your name: it is how the house answers for safety.",
  },
  about: (db, { personId }) =>
    db
      .selectFrom("certificates as c")
      .innerJoin("certifications as k", "k.id", "c.certification_id")
      .select(["k.names as certification", "c.level", "c.granted_at as grantedAt", "c.reason"])
      .select([sql<string | null>`lower(c.during)`.as("from"), sql<string | null>`upper(c.during)`.as("to")])
      .where("c.person_id", "=", personId)
      .orderBy("c.granted_at")
      .orderBy("c.id")
      .execute(),
  async erase(tx, subject, at) {
    const today = dayIn(at, "Europe/Oslo");
    const { personId } = subject;
    await tx.deleteFrom("certificates").where("person_id", "=", personId).where(sql<boolean>`lower(during) >= ${today}::date`).execute();
    await tx
      .updateTable("certificates")
      .set({ reason: null, during: sql<string>`during * daterange(null, ${today}::date)` })
      .where("person_id", "=", personId)
      .execute();
    await tx
      .updateTable("certificates")
      .set({ reason: withoutMentions(sql`reason`, subject) })
      .where(mentions(sql`reason`, subject))
      .execute();
  },
};

import { sql } from "kysely";
import { mentions, withoutMentions } from "../../../platform/privacy/mentions.ts";
import type { PersonalData } from "../../../platform/privacy/personal-data.ts";

/** The lists somebody stands on, or stood on. */
export const waitingData: PersonalData = {
  name: "waits",
  title: { nb: "Ventelister", nn: "Ventelister", en: "Waiting lists" },
  fields: {
    space: { nb: "Hus", nn: "Hus", en: "Space" },
    resource: { nb: "Rom", nn: "Rom", en: "Room" },
    wantedFrom: { nb: "Fra", nn: "Frå", en: "From" },
    wantedUntil: { nb: "Til", nn: "Til", en: "To" },
    minutes: { nb: "Minutter", nn: "Minutt", en: "Minutes" },
    title: { nb: "Hva", nn: "Kva", en: "What" },
    askedAt: { nb: "Stilte deg på", nn: "Stilte deg på", en: "Joined" },
    leftAt: { nb: "Gikk av", nn: "Gjekk av", en: "Left" },
    leftBecause: { nb: "Tatt av fordi", nn: "Teken av fordi", en: "Taken off because" },
  },
  about: (db, { personId }) =>
    db
      .selectFrom("booking_waits as w")
      .innerJoin("spaces as s", "s.id", "w.space_id")
      .innerJoin("resources as r", "r.id", "w.resource_id")
      .select(["s.name as space", "r.name as resource", "w.wanted_from as wantedFrom", "w.wanted_until as wantedUntil", "w.minutes"])
      .select(["w.title", "w.asked_at as askedAt", "w.left_at as leftAt", "w.left_because as leftBecause"])
      .where("w.person_id", "=", personId)
      .orderBy("w.asked_at")
      .execute(),
  async erase(tx, subject) {
    await tx.deleteFrom("booking_waits").where("person_id", "=", subject.personId).execute();
    await tx
      .updateTable("booking_waits")
      .set({ title: withoutMentions(sql`title`, subject) })
      .where("title", "is not", null)
      .where(mentions(sql`title`, subject))
      .execute();
  },
};

import type { PersonalData } from "../../../platform/privacy/personal-data.ts";

/** Courses a person was signed up for. */
export const inductionData: PersonalData[] = [
  {
    name: "inductions",
    title: { nb: "Kurs du er påmeldt", nn: "Kurs du er påmeld", en: "Courses you signed up for" },
    fields: {
      space: { nb: "Hus", nn: "Hus", en: "Space" },
      certification: { nb: "Kurs", nn: "Kurs", en: "Course" },
      startsAt: { nb: "Når", nn: "Når", en: "When" },
      signedUpAt: { nb: "Påmeldt", nn: "Påmeld", en: "Signed up" },
      outcome: { nb: "Hvordan det gikk", nn: "Korleis det gjekk", en: "How it went" },
    },
    about: (db, { personId }) =>
      db
        .selectFrom("induction_sign_ups as u")
        .innerJoin("inductions as i", (join) => join.onRef("i.space_id", "=", "u.space_id").onRef("i.id", "=", "u.induction_id"))
        .innerJoin("bookings as b", (join) => join.onRef("b.space_id", "=", "i.space_id").onRef("b.id", "=", "i.booking_id"))
        .innerJoin("spaces as s", "s.id", "i.space_id")
        .innerJoin("certifications as c", "c.id", "i.certification_id")
        .select(["s.name as space", "c.names as certification", "b.starts_at as startsAt", "u.signed_up_at as signedUpAt", "u.outcome"])
        .where("u.person_id", "=", personId)
        .orderBy("u.signed_up_at")
        .execute(),
    // the place stays counted, so that the list of an old course is as long as it was
    async erase(tx, { personId }) {
      await tx.deleteFrom("induction_sign_ups").where("person_id", "=", personId).execute();
    },
  },
];

import { sql } from "kysely";
import { givesAddress, mentions, withoutMentions } from "../../../platform/privacy/mentions.ts";
import type { PersonalData } from "../../../platform/privacy/personal-data.ts";

/** Slots a person took to be helped at a lab. */
export const consultationData: PersonalData[] = [
  {
    name: "appointments",
    title: { nb: "Timer til veiledning", nn: "Timar til rettleiing", en: "Consultation slots" },
    fields: {
      space: { nb: "Hus", nn: "Hus", en: "Space" },
      startsAt: { nb: "Når", nn: "Når", en: "When" },
      about: { nb: "Hva det gjaldt", nn: "Kva det gjaldt", en: "What it was about" },
      bookedAt: { nb: "Tatt", nn: "Teken", en: "Taken" },
      cancelledAt: { nb: "Gitt fra seg", nn: "Gitt frå seg", en: "Given up" },
      reason: { nb: "Grunn", nn: "Grunn", en: "Reason" },
    },
    about: (db, subject) =>
      db
        .selectFrom("appointments as a")
        .innerJoin("spaces as s", "s.id", "a.space_id")
        .select(["s.name as space", "a.starts_at as startsAt", "a.about", "a.booked_at as bookedAt"])
        .select(["a.cancelled_at as cancelledAt", "a.reason"])
        .where((where) =>
          where.or([
            where("a.person_id", "=", subject.personId),
            givesAddress(sql`a.about`, subject),
            givesAddress(sql`a.reason`, subject),
          ]),
        )
        .orderBy("a.starts_at")
        .execute(),
    // what they had ahead is free for others at once; who helped people stays unsaid
    async erase(tx, subject) {
      await tx.deleteFrom("appointments").where("person_id", "=", subject.personId).execute();
      await tx.updateTable("consultations").set({ staff_id: null }).where("staff_id", "=", subject.personId).execute();
      for (const column of ["about", "reason"] as const)
        await tx
          .updateTable("appointments")
          .set({ [column]: withoutMentions(sql.ref(column), subject) })
          .where(mentions(sql.ref(column), subject))
          .execute();
    },
  },
];

import { catalogue } from "../../../platform/language/language.ts";
import type { FeedPart } from "../../bookings/index.ts";
import { appointmentsOfPerson } from "./queries.ts";

/** A person's slots, in their own calendar beside what they have booked. */
export const consultationTimes: FeedPart = async (db, personId, since, language) => {
  const rows = await appointmentsOfPerson(db, personId, since);
  return rows.map((row) => ({
    id: row.id,
    state: "confirmed",
    kind: "consultation",
    title: [words[language].consultation, row.order_title ?? row.about].filter(Boolean).join(": "),
    holder: row.person,
    starts_at: row.starts_at,
    ends_at: row.ends_at,
    version: 1,
    changed_at: row.booked_at,
    resource_name: null,
    space_name: row.space_name,
    space_slug: row.space_slug,
    address: row.address,
    path: `/spaces/${row.space_slug}/consultations`,
  }));
};

const words = catalogue({
  nb: { consultation: "Veiledning" },
  nn: { consultation: "Rettleiing" },
  en: { consultation: "Consultation" },
});

import { sql } from "kysely";
import type { PersonalData } from "../../platform/privacy/personal-data.ts";

const positions: PersonalData = {
  name: "positions",
  title: { nb: "Verv og stillinger", nn: "Verv og stillingar", en: "Positions" },
  fields: {
    organization: { nb: "Organisasjon", nn: "Organisasjon", en: "Organization" },
    role: { nb: "Rolle", nn: "Rolle", en: "Role" },
    title: { nb: "Tittel", nn: "Tittel", en: "Title" },
    from: { nb: "Fra", nn: "Frå", en: "From" },
    to: { nb: "Til", nn: "Til", en: "To" },
  },
  about: (db, { personId }) =>
    db
      .selectFrom("positions")
      .innerJoin("organizations", "organizations.id", "positions.organization_id")
      .select(["organizations.name as organization", "positions.role", "positions.title"])
      .select([sql<string | null>`lower(positions.during)`.as("from"), sql<string | null>`upper(positions.during)`.as("to")])
      .where("positions.person_id", "=", personId)
      .orderBy("positions.id")
      .execute(),
  // an address given as an organization's own contact is the person's as well
  async erase(tx, { personId, email }) {
    await tx.deleteFrom("positions").where("person_id", "=", personId).execute();
    await tx
      .updateTable("organizations")
      .set({ contact_email: null, contact_confirmed_on: null })
      .where("contact_email", "=", email)
      .execute();
  },
};

/** What this feature holds about people, beside the person's own record. */
export const organizationData: PersonalData[] = [positions];

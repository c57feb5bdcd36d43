import type { PersonalData } from "../../platform/privacy/personal-data.ts";
import { certificatesOfPerson } from "./resources/personal-data.ts";

const consents: PersonalData = {
  name: "consents",
  title: { nb: "Ja til husregler", nn: "Ja til husreglar", en: "House rules you agreed to" },
  fields: {
    space: { nb: "Hus", nn: "Hus", en: "Space" },
    version: { nb: "Versjon", nn: "Versjon", en: "Version" },
    consentedAt: { nb: "Når", nn: "Når", en: "When" },
  },
  kept: {
    nb: "At noen sa ja til husreglene, står uten navn, så lenge besøkene står.",
    nn: "At nokon sa ja til husreglane, står utan namn, så lenge besøka står.",
    en: "That somebody agreed to the house rules stays without your name, as long as the visits do.",
  },
  about: (db, { personId }) =>
    db
      .selectFrom("house_rule_consents")
      .innerJoin("spaces", "spaces.id", "house_rule_consents.space_id")
      .select(["spaces.name as space", "house_rule_consents.rules_version as version", "house_rule_consents.consented_at as consentedAt"])
      .where("house_rule_consents.person_id", "=", personId)
      .orderBy("house_rule_consents.consented_at")
      .execute(),
  // an address given as a space's own contact is the person's as well
  async erase(tx, { email }) {
    await tx.updateTable("spaces").set({ contact_email: null, contact_confirmed_on: null }).where("contact_email", "=", email).execute();
  },
};

/** What this feature holds about people. */
export const spaceData: PersonalData[] = [consents, certificatesOfPerson];

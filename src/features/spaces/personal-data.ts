import type { PersonalData } from "../../platform/privacy/personal-data.ts";

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

const certificates: PersonalData = {
  name: "certificates",
  title: { nb: "Kursbevis", nn: "Kursprov", en: "Certificates" },
  fields: {
    certification: { nb: "Kurs", nn: "Kurs", en: "Certification" },
    level: { nb: "Nivå", nn: "Nivå", en: "Level" },
    during: { nb: "Gjelder", nn: "Gjeld", en: "Valid" },
    grantedAt: { nb: "Gitt", nn: "Gitt", en: "Granted" },
    reason: { nb: "Hvorfor det ble trukket tilbake", nn: "Kvifor det vart trekt tilbake", en: "Why it was withdrawn" },
  },
  about: (db, { personId }) =>
    db
      .selectFrom("certificates as g")
      .innerJoin("certifications as c", "c.id", "g.certification_id")
      .select(["c.names as certification", "g.level", "g.during", "g.granted_at as grantedAt", "g.reason"])
      .where("g.person_id", "=", personId)
      .orderBy("g.granted_at")
      .execute(),
  async erase(tx, { personId }) {
    await tx.deleteFrom("certificates").where("person_id", "=", personId).execute();
  },
};

/** What this feature holds about people. */
export const spaceData: PersonalData[] = [consents, certificates];

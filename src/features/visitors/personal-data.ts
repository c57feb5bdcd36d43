import { sql } from "kysely";
import { mentions, withoutMentions } from "../../platform/privacy/mentions.ts";
import type { PersonalData } from "../../platform/privacy/personal-data.ts";
import { noName } from "../../platform/privacy/personal-data.ts";
import { tellOfVisit } from "./tell-of-visit.ts";

const moments = {
  space: { nb: "Hus", nn: "Hus", en: "Space" },
  expectedAt: { nb: "Ventet", nn: "Venta", en: "Expected" },
  arrivedAt: { nb: "Kom", nn: "Kom", en: "Arrived" },
  leftAt: { nb: "Gikk", nn: "Gjekk", en: "Left" },
};

/** Visitors somebody gets or has announced. */
const visitors: PersonalData = {
  name: "visitors",
  title: { nb: "Besøk du får", nn: "Besøk du får", en: "Your visitors" },
  fields: {
    ...moments,
    name: { nb: "Besøkende", nn: "Besøkjande", en: "Visitor" },
    organization: { nb: "Organisasjon", nn: "Organisasjon", en: "Organization" },
  },
  kept: {
    nb: "Hvem som var i huset, står uten ditt navn til huset glemmer besøket. Besøk framover blir avlyst.",
    nn: "Kven som var i huset, står utan namnet ditt til huset gløymer besøket. Besøk framover blir avlyste.",
    en: "Who was in the house stays without your name until the house forgets the visit. Visits ahead are called off.",
  },
  about: (db, { personId }) =>
    db
      .selectFrom("visits as v")
      .innerJoin("spaces as s", "s.id", "v.space_id")
      .select(["s.name as space", "v.expected_at as expectedAt", "v.arrived_at as arrivedAt", "v.left_at as leftAt", "v.name"])
      .select("v.organization_name as organization")
      .where((where) => where.or([where("v.visited_id", "=", personId), where("v.registered_by", "=", personId)]))
      .orderBy("v.expected_at")
      .orderBy("v.id")
      .execute(),
  async erase(tx, subject, at) {
    const { personId } = subject;
    const ahead = await tx
      .updateTable("visits as v")
      .from("spaces as s")
      .set({ cancelled_at: at })
      .whereRef("s.id", "=", "v.space_id")
      .where("v.visited_id", "=", personId)
      .where("v.arrived_at", "is", null)
      .where("v.cancelled_at", "is", null)
      .where("v.expected_at", ">", at)
      .returning(["v.id", "v.space_id", "v.day", "s.organization_id"])
      .execute();
    await tx.updateTable("visits").set({ visited_id: null }).where("visited_id", "=", personId).execute();
    await tx
      .updateTable("visits")
      .set({ asked_for: withoutMentions(sql`asked_for`, subject) })
      .where(mentions(sql`asked_for`, subject))
      .execute();
    await tx.updateTable("visits").set({ registered_by: null }).where("registered_by", "=", personId).execute();
    for (const { id: visitId, space_id: spaceId, day, organization_id: organizationId } of ahead)
      await tellOfVisit(tx, "cancelled", { visitId, spaceId, organizationId, day, by: null, at });
  },
};

/** Visits somebody was invited to, known by the address that is proven to be theirs. */
const visitsMade: PersonalData = {
  name: "visitsMade",
  title: { nb: "Besøk du har vært på", nn: "Besøk du har vore på", en: "Visits you were invited to" },
  fields: moments,
  about: (db, { email }) =>
    db
      .selectFrom("visits as v")
      .innerJoin("spaces as s", "s.id", "v.space_id")
      .select(["s.name as space", "v.expected_at as expectedAt", "v.arrived_at as arrivedAt", "v.left_at as leftAt"])
      .where("v.email", "=", email)
      .orderBy("v.expected_at")
      .orderBy("v.id")
      .execute(),
  async erase(tx, { email }) {
    await tx.updateTable("visits").set({ name: noName, organization_name: null, email: null }).where("email", "=", email).execute();
  },
};

/** Where visitors find somebody by name. */
const kioskNames: PersonalData = {
  name: "kioskNames",
  title: { nb: "Skjermer der besøkende finner deg", nn: "Skjermar der besøkjande finn deg", en: "Kiosks where visitors find you" },
  fields: { space: moments.space, allowedAt: { nb: "Siden", nn: "Sidan", en: "Since" } },
  about: (db, { personId }) =>
    db
      .selectFrom("kiosk_names as k")
      .innerJoin("spaces as s", "s.id", "k.space_id")
      .select(["s.name as space", "k.allowed_at as allowedAt"])
      .where("k.person_id", "=", personId)
      .orderBy("k.allowed_at")
      .orderBy("k.space_id")
      .execute(),
  async erase(tx, { personId }) {
    await tx.deleteFrom("kiosk_names").where("person_id", "=", personId).execute();
  },
};

/** What this feature holds about people. */
export const visitorData: PersonalData[] = [visitors, visitsMade, kioskNames];

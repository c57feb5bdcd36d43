import { sql } from "kysely";
import { mentions, withoutMentions } from "../../platform/privacy/mentions.ts";
import type { PersonalData } from "../../platform/privacy/personal-data.ts";
import { dayIn } from "../../platform/time/day.ts";

const subscriptions: PersonalData = {
  name: "subscriptions",
  title: { nb: "Abonnementer", nn: "Abonnement", en: "Subscriptions" },
  fields: {
    space: { nb: "Hus", nn: "Hus", en: "Space" },
    plan: { nb: "Plan", nn: "Plan", en: "Plan" },
    from: { nb: "Fra", nn: "Frå", en: "From" },
    to: { nb: "Til", nn: "Til", en: "To" },
    paidBy: { nb: "Betales av", nn: "Blir betalt av", en: "Paid by" },
  },
  kept: {
    nb: "Abonnementer som er over, hører til regnskapet og står uten navn.",
    nn: "Abonnement som er over, høyrer til rekneskapen og står utan namn.",
    en: "Past subscriptions belong to the accounts and stay without your name.",
  },
  async about(db, { personId }) {
    const { rows } = await sql<Record<string, unknown>>`
      select h.name as space, p.names as plan, lower(s.during) as "from", upper(s.during) as "to", null as "paidBy"
      from subscriptions s join spaces h on h.id = s.space_id join plans p on p.id = s.plan_id where s.person_id = ${personId}::uuid
      union all
      select h.name, p.names, lower(m.during), upper(m.during), o.name
      from subscription_people m join subscriptions s on s.space_id = m.space_id and s.id = m.subscription_id
      join spaces h on h.id = s.space_id join plans p on p.id = s.plan_id left join organizations o on o.id = s.organization_id
      where m.person_id = ${personId}::uuid
      order by 3`.execute(db);
    return rows;
  },
  async erase(tx, subject, at) {
    const today = dayIn(at, "Europe/Oslo");
    await tx
      .updateTable("subscriptions")
      .set({ during: sql`during * daterange(null, greatest(lower(during) + 1, ${today}::date))`, next_period_on: null })
      .where("person_id", "=", subject.personId)
      .execute();
    await tx
      .updateTable("subscription_people")
      .set({ during: sql`during * daterange(null, ${today}::date)` })
      .where("person_id", "=", subject.personId)
      .execute();
    const said = (column: "notice_reason" | "reason") => mentions(sql.ref(column), subject);
    const bare = (column: "notice_reason" | "reason") => withoutMentions(sql.ref(column), subject);
    await tx
      .updateTable("subscriptions")
      .set({ notice_reason: bare("notice_reason") })
      .where(said("notice_reason"))
      .execute();
    await tx
      .updateTable("subscription_pauses")
      .set({ reason: bare("reason") })
      .where(said("reason"))
      .execute();
    await tx
      .updateTable("charges")
      .set({ reason: bare("reason") })
      .where(said("reason"))
      .execute();
    await tx
      .updateTable("entitlement_entries")
      .set({ reason: bare("reason") })
      .where(said("reason"))
      .execute();
  },
};

const charges: PersonalData = {
  name: "charges",
  title: { nb: "Krav", nn: "Krav", en: "Charges" },
  fields: {
    space: { nb: "Hus", nn: "Hus", en: "Space" },
    day: { nb: "Dag", nn: "Dag", en: "Day" },
    kind: { nb: "For", nn: "For", en: "For" },
    amountOre: { nb: "Øre", nn: "Øre", en: "Øre" },
  },
  kept: {
    nb: "Det du har skyldt et hus, hører til regnskapet og må kunne vises fram i fem år. Det står uten navn.",
    nn: "Det du har skulda eit hus, høyrer til rekneskapen og må kunne visast fram i fem år. Det står utan namn.",
    en: "What you have owed a house belongs to its accounts, which must be kept for five years. It stays without your name.",
  },
  about: (db, { personId }) =>
    db
      .selectFrom("charges")
      .innerJoin("spaces", "spaces.id", "charges.space_id")
      .select(["spaces.name as space", "charges.day", "charges.kind", "charges.amount_ore as amountOre"])
      .where("charges.person_id", "=", personId)
      .orderBy("charges.day")
      .execute(),
  // the name is the person's own record's; what is owed stays as it was written
  async erase() {
    return undefined;
  },
};

const entitlements: PersonalData = {
  name: "entitlements",
  title: { nb: "Det du har brukt av planer", nn: "Det du har brukt av planar", en: "What you have used of plans" },
  fields: {
    space: { nb: "Hus", nn: "Hus", en: "Space" },
    kind: { nb: "Hva", nn: "Kva", en: "What" },
    unit: { nb: "Enhet", nn: "Eining", en: "Unit" },
    amount: { nb: "Antall", nn: "Tal", en: "Amount" },
    writtenAt: { nb: "Når", nn: "Når", en: "When" },
  },
  kept: {
    nb: "Hva som er brukt av en plan, hører til regnskapet og står uten navn.",
    nn: "Kva som er brukt av ein plan, høyrer til rekneskapen og står utan namn.",
    en: "What was used of a plan belongs to the accounts and stays without your name.",
  },
  about: (db, { personId }) =>
    db
      .selectFrom("entitlement_entries as e")
      .innerJoin("spaces as h", "h.id", "e.space_id")
      .select(["h.name as space", "e.kind", "e.unit", "e.amount", "e.written_at as writtenAt"])
      .where("e.person_id", "=", personId)
      .orderBy("e.written_at")
      .orderBy("e.number")
      .execute(),
  async erase() {
    return undefined;
  },
};

/** What this feature holds about people. */
export const planData: PersonalData[] = [subscriptions, entitlements, charges];

import { sql } from "kysely";
import { givesAddress, mentions, withoutMentions } from "../../platform/privacy/mentions.ts";
import { noName, type PersonalData } from "../../platform/privacy/personal-data.ts";

const contact: PersonalData = {
  name: "investorContact",
  title: {
    nb: "Kontakt for kapitalrunder og investorer",
    nn: "Kontakt for kapitalrunder og investorar",
    en: "Contact of raises and investors",
  },
  fields: {
    of: { nb: "For", nn: "For", en: "Of" },
    name: { nb: "Navn", nn: "Namn", en: "Name" },
    email: { nb: "E-post", nn: "E-post", en: "Email" },
    phone: { nb: "Telefon", nn: "Telefon", en: "Phone" },
  },
  async about(db, { email }) {
    const { rows } = await sql<{ of: string; name: string; email: string; phone: string | null }>`
      select o.name as of, r.contact_name as name, r.contact_email as email, r.contact_phone as phone
      from raises r join organizations o on o.id = r.organization_id where lower(r.contact_email) = lower(${email})
      union all select o.name, p.contact_name, p.contact_email, p.contact_phone
      from investor_profiles p join organizations o on o.id = p.organization_id where lower(p.contact_email) = lower(${email})
      order by 1`.execute(db);
    return rows;
  },
  async erase(tx, { email }) {
    const isTheirs = sql<boolean>`lower(contact_email) = lower(${email})`;
    await tx.updateTable("raises").set({ contact_name: noName, contact_email: noName, contact_phone: null }).where(isTheirs).execute();
    await tx
      .updateTable("investor_profiles")
      .set({ contact_name: null, contact_email: null, contact_phone: null })
      .where(isTheirs)
      .execute();
  },
};

const consents: PersonalData = {
  name: "raiseConsents",
  title: {
    nb: "Samtykker du har gitt om kapitalrunder",
    nn: "Samtykke du har gitt om kapitalrunder",
    en: "Consents you gave about raises",
  },
  fields: {
    startup: { nb: "Selskap", nn: "Selskap", en: "Company" },
    tier: { nb: "Hvor mye", nn: "Kor mykje", en: "How much" },
    givenAt: { nb: "Gitt", nn: "Gitt", en: "Given" },
    withdrawnAt: { nb: "Tatt tilbake", nn: "Teke tilbake", en: "Taken back" },
  },
  kept: {
    nb: "Samtykkene er selskapets, og står uten navnet ditt.",
    nn: "Samtykka er selskapets, og står utan namnet ditt.",
    en: "The consents are the company's, and stay without your name.",
  },
  about: (db, { personId }) =>
    db
      .selectFrom("raise_consents as c")
      .innerJoin("raises as r", "r.id", "c.raise_id")
      .innerJoin("organizations as o", "o.id", "r.organization_id")
      .select(["o.name as startup", "c.tier", "c.given_at as givenAt", "c.withdrawn_at as withdrawnAt"])
      .where("c.given_by", "=", personId)
      .orderBy("c.given_at")
      .execute(),
  async erase(tx, { personId }) {
    await tx.updateTable("raise_consents").set({ given_by: null }).where("given_by", "=", personId).execute();
    await tx.updateTable("raise_consents").set({ withdrawn_by: null }).where("withdrawn_by", "=", personId).execute();
  },
};

const notes: PersonalData = {
  name: "investorNotes",
  title: { nb: "Notater om kapitalrunder og møter", nn: "Notat om kapitalrunder og møte", en: "Notes about raises and meetings" },
  fields: { writtenAt: { nb: "Når", nn: "Når", en: "When" }, text: { nb: "Tekst", nn: "Tekst", en: "Text" } },
  async about(db, subject) {
    const { rows } = await sql<{ writtenAt: Temporal.Instant; text: string }>`
      select changed_at as "writtenAt", note as text from raise_interests where changed_by = ${subject.personId}::uuid and note is not null
      union all select written_at, note from introduction_meetings
        where note is not null and written_by = ${subject.personId}::uuid
      union all select asked_at, note from introductions where note is not null and asked_by = ${subject.personId}::uuid
      union all select r.created_at, t.value from raises r, jsonb_each_text(r.texts || r.summaries) t
        where ${givesAddress(sql`t.value`, subject)} order by 1`.execute(db);
    return rows;
  },
  async erase(tx, subject) {
    const bare = withoutMentions(sql`note`, subject);
    const named = mentions(sql`note`, subject);
    await tx.updateTable("raise_interests").set({ changed_by: null }).where("changed_by", "=", subject.personId).execute();
    await tx.updateTable("introduction_meetings").set({ written_by: null }).where("written_by", "=", subject.personId).execute();
    await tx.updateTable("introductions").set({ asked_by: null }).where("asked_by", "=", subject.personId).execute();
    for (const table of ["raise_interests", "introduction_meetings", "introductions"] as const)
      await tx.updateTable(table).set({ note: bare }).where(named).execute();
    await tx
      .updateTable("closings")
      .set({ investor_name: withoutMentions(sql`investor_name`, subject) })
      .where(mentions(sql`investor_name`, subject))
      .execute();
    for (const column of ["summaries", "texts", "terms"] as const)
      await tx
        .updateTable("raises")
        .set({ [column]: sql`${withoutMentions(sql`${sql.ref(column)}::text`, subject)}::jsonb` })
        .where(mentions(sql`${sql.ref(column)}::text`, subject))
        .execute();
  },
};

/** What this feature holds about people. */
export const investorData: PersonalData[] = [contact, consents, notes];

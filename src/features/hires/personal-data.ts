import { sql } from "kysely";
import { enqueueAll } from "../../platform/jobs/enqueue.ts";
import { givesAddress, mentions, withoutMentions } from "../../platform/privacy/mentions.ts";
import type { PersonalData } from "../../platform/privacy/personal-data.ts";
import { eraseContact } from "./forget-hirers.ts";
import { withdraws } from "./jobs.ts";

const hires: PersonalData = {
  name: "hires",
  title: { nb: "Leieforespørsler", nn: "Leigeførespurnader", en: "Requests for hire" },
  fields: {
    space: { nb: "Hus", nn: "Hus", en: "Space" },
    purpose: { nb: "Til hva", nn: "Til kva", en: "What for" },
    startsAt: { nb: "Fra", nn: "Frå", en: "From" },
    endsAt: { nb: "Til", nn: "Til", en: "Until" },
    note: { nb: "Ønsker", nn: "Ønske", en: "Wishes" },
    contactName: { nb: "Navn", nn: "Namn", en: "Name" },
    email: { nb: "E-post", nn: "E-post", en: "E-mail" },
    organizationName: { nb: "Organisasjon", nn: "Organisasjon", en: "Organization" },
    state: { nb: "Tilstand", nn: "Tilstand", en: "State" },
    createdAt: { nb: "Spurt", nn: "Spurt", en: "Asked" },
  },
  kept: {
    nb: "Det som er avtalt og ikke over, står til det er gjort opp. Navn og nummer på en faktura står i fem år etter året.",
    nn: "Det som er avtalt og ikkje over, står til det er gjort opp. Namn og nummer på ein faktura står i fem år etter året.",
    en: "What is agreed and not over stays until it is settled. The name and number on an invoice stay for five years after the year.",
  },
  // the address is proven to be theirs, by the account and by the link of each request
  about: (db, { email }) =>
    db
      .selectFrom("hires as h")
      .innerJoin("spaces as s", "s.id", "h.space_id")
      .select(["s.name as space", "h.purpose", "h.starts_at as startsAt", "h.ends_at as endsAt", "h.note", "h.contact_name as contactName"])
      .select(["h.email", "h.organization_name as organizationName", "h.state", "h.created_at as createdAt"])
      .where("h.email", "=", email.toLowerCase())
      .orderBy("h.created_at")
      .execute(),
  async erase(tx, { email }, at) {
    const theirs = await tx
      .selectFrom("hires")
      .select(["space_id", "id", "state"])
      .where("email", "=", email.toLowerCase())
      .where("state", "<>", "accepted")
      .execute();
    await eraseContact(tx, theirs, at);
    // what the house still considers is taken back, with the time it holds
    const open = theirs.filter(({ state }) => state === "asked" || state === "quoted");
    await enqueueAll(
      tx,
      withdraws,
      open.map(({ id }) => ({ payload: { hireId: id } })),
    );
  },
};

const messages: PersonalData = {
  name: "hireMessages",
  title: { nb: "Meldinger om leie", nn: "Meldingar om leige", en: "Messages about hires" },
  fields: {
    writtenAt: { nb: "Når", nn: "Når", en: "When" },
    text: { nb: "Tekst", nn: "Tekst", en: "Text" },
  },
  about: (db, subject) =>
    db
      .selectFrom("hire_messages")
      .select(["written_at as writtenAt", "text"])
      .where((where) => where.or([where("written_by", "=", subject.personId), givesAddress(sql`text`, subject)]))
      .orderBy("written_at")
      .execute(),
  async erase(tx, subject) {
    await tx
      .updateTable("hire_messages")
      .set({ text: withoutMentions(sql`text`, subject) })
      .where(mentions(sql`text`, subject))
      .execute();
    await tx
      .updateTable("hire_changes")
      .set({ reason: withoutMentions(sql`reason`, subject) })
      .where(mentions(sql`reason`, subject))
      .execute();
  },
};

/** What this feature holds about people. */
export const hireData: PersonalData[] = [hires, messages];

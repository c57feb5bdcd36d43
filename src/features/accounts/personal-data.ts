import { sql } from "kysely";
import { givesAddress, mentions, withoutMentions } from "../../platform/privacy/mentions.ts";
import { noName, type PersonalData } from "../../platform/privacy/personal-data.ts";
import { deviceName } from "./device-name.ts";

const words = {
  name: { nb: "Navn", nn: "Namn", en: "Name" },
  email: { nb: "E-post", nn: "E-post", en: "E-mail" },
  created: { nb: "Registrert", nn: "Registrert", en: "Registered" },
  opened: { nb: "Begynte", nn: "Byrja", en: "Began" },
  ends: { nb: "Slutter", nn: "Sluttar", en: "Ends" },
};

/** The person's own record. An erased person keeps the id, so that what others rely on still points somewhere. */
const person: PersonalData = {
  name: "person",
  title: { nb: "Deg", nn: "Deg", en: "You" },
  fields: {
    name: words.name,
    email: words.email,
    locale: { nb: "Språk", nn: "Språk", en: "Language" },
    visibility: { nb: "Synlighet", nn: "Kven som ser det", en: "Visibility" },
    createdAt: words.created,
  },
  about: (db, { personId }) =>
    db
      .selectFrom("people")
      .select(["name", "email", "locale", "visibility", "created_at as createdAt"])
      .where("id", "=", personId)
      .execute(),
  async erase(tx, { personId }, at) {
    await tx
      .updateTable("people")
      .set((row) => ({
        name: noName,
        email: `erased-${personId}@erased.invalid`,
        visibility: "private",
        erased_at: at,
        version: row("version", "+", 1),
      }))
      .where("id", "=", personId)
      .execute();
  },
};

/** Every way in: logins with their providers and passkeys, sessions, keys, links on their way. */
const logins: PersonalData = {
  name: "logins",
  title: { nb: "Innlogging", nn: "Innlogging", en: "Login" },
  fields: {
    email: words.email,
    providers: { nb: "Innlogging hos andre", nn: "Innlogging hos andre", en: "Login elsewhere" },
    createdAt: words.created,
  },
  about: (db, { personId }) =>
    db
      .selectFrom("logins")
      .select(["email", "created_at as createdAt"])
      .select(
        sql<string[]>`array(select provider_id || ' ' || account_id from login_providers p where p.login_id = logins.id)`.as("providers"),
      )
      .where("person_id", "=", personId)
      .execute(),
  async erase(tx, { personId, email }) {
    await tx.deleteFrom("logins").where("person_id", "=", personId).execute();
    await tx.deleteFrom("login_verifications").where(sql<boolean>`strpos(lower(value), ${email}) > 0`).execute();
  },
};

const passkeys: PersonalData = {
  name: "passkeys",
  title: { nb: "Tilgangsnøkler", nn: "Tilgangsnøklar", en: "Passkeys" },
  fields: { name: words.name, createdAt: words.created },
  about: (db, { personId }) =>
    db
      .selectFrom("passkeys")
      .innerJoin("logins", "logins.id", "passkeys.login_id")
      .select(["passkeys.name", "passkeys.created_at as createdAt"])
      .where("logins.person_id", "=", personId)
      .execute(),
  // they go with the login
  erase: async () => undefined,
};

const sessions: PersonalData = {
  name: "sessions",
  title: { nb: "Økter", nn: "Økter", en: "Sessions" },
  fields: {
    browser: { nb: "Nettleser", nn: "Nettlesar", en: "Browser" },
    system: { nb: "System", nn: "System", en: "System" },
    openedAt: words.opened,
    endsAt: words.ends,
  },
  async about(db, { personId }) {
    const rows = await db
      .selectFrom("sessions")
      .innerJoin("logins", "logins.id", "sessions.login_id")
      .select(["sessions.user_agent", "sessions.created_at", "sessions.expires_at"])
      .where("logins.person_id", "=", personId)
      .execute();
    return rows.map((row) => ({ ...deviceName(row.user_agent), openedAt: row.created_at, endsAt: row.expires_at }));
  },
  erase: async () => undefined,
};

const apiKeys: PersonalData = {
  name: "apiKeys",
  title: { nb: "API-nøkler", nn: "API-nøklar", en: "API keys" },
  fields: {
    name: words.name,
    scopes: { nb: "Omfang", nn: "Omfang", en: "Scopes" },
    createdAt: words.created,
    revokedAt: { nb: "Trukket tilbake", nn: "Trekt tilbake", en: "Revoked" },
  },
  about: (db, { personId }) =>
    db
      .selectFrom("api_keys")
      .select(["name", "scopes", "created_at as createdAt", "revoked_at as revokedAt"])
      .where("person_id", "=", personId)
      .execute(),
  async erase(tx, { personId }) {
    await tx.deleteFrom("api_keys").where("person_id", "=", personId).execute();
  },
};

const letters: PersonalData = {
  name: "letters",
  title: { nb: "Brev til deg", nn: "Brev til deg", en: "Letters to you" },
  fields: {
    subject: { nb: "Emne", nn: "Emne", en: "Subject" },
    createdAt: { nb: "Skrevet", nn: "Skrive", en: "Written" },
    sentAt: { nb: "Sendt", nn: "Sendt", en: "Sent" },
    text: { nb: "Tekst", nn: "Tekst", en: "Text" },
  },
  about: (db, { email }) =>
    db
      .selectFrom("letters")
      .select(["subject", "created_at as createdAt", "sent_at as sentAt", "body_text as text"])
      .where("recipient", "=", email)
      .orderBy("id")
      .execute(),
  // letters to others that name the person are copies of what was sent: they go as well
  async erase(tx, subject) {
    await tx
      .deleteFrom("letters")
      .where((where) => where.or([where("recipient", "=", subject.email), mentions(sql`(subject || ' ' || body_text)`, subject)]))
      .execute();
  },
};

/** What the person did. The log is kept, since others answer for it; it names the person by id only. */
const deeds: PersonalData = {
  name: "deeds",
  title: { nb: "Det du har gjort", nn: "Det du har gjort", en: "What you have done" },
  fields: {
    doneAt: { nb: "Når", nn: "Når", en: "When" },
    action: { nb: "Hva", nn: "Kva", en: "What" },
    subject: { nb: "Med", nn: "Med", en: "To" },
    reason: { nb: "Grunn", nn: "Grunn", en: "Reason" },
  },
  kept: {
    nb: "Loggen over hva som er gjort, står uten navn, fordi andre må kunne svare for det.",
    nn: "Loggen over kva som er gjort, står utan namn, fordi andre må kunne svare for det.",
    en: "The log of what was done stays without your name, because others must be able to answer for it.",
  },
  about: (db, { personId }) =>
    db
      .selectFrom("audit_log")
      .select(["done_at as doneAt", "action", "reason"])
      .select(sql<string>`subject_kind || ' ' || subject_id`.as("subject"))
      .where("actor_person_id", "=", personId)
      .orderBy("done_at", "desc")
      .execute(),
  async erase(tx, subject) {
    await tx
      .updateTable("audit_log")
      .set({
        details: sql`case when ${mentions(sql`details::text`, subject)} then '{}'::jsonb else details end`,
        reason: withoutMentions(sql`reason`, subject),
      })
      .where(mentions(sql`(details::text || ' ' || coalesce(reason, ''))`, subject))
      .execute();
  },
};

/** Copies on their way out or kept to answer alike twice. They carry names in passing and are nobody's to read. */
const copies: PersonalData = {
  name: "copies",
  title: { nb: "Kopier for andre systemer", nn: "Kopiar for andre system", en: "Copies for other systems" },
  fields: { topic: { nb: "Hva", nn: "Kva", en: "What" }, happenedAt: { nb: "Når", nn: "Når", en: "When" } },
  about: (db, subject) =>
    db
      .selectFrom("outbox")
      .select(["topic", "happened_at as happenedAt"])
      .where((where) => where.or([sql<boolean>`payload ->> 'personId' = ${subject.personId}`, givesAddress(sql`payload::text`, subject)]))
      .orderBy("id")
      .execute(),
  async erase(tx, subject) {
    await tx.deleteFrom("webhook_deliveries").where(mentions(sql`body`, subject)).execute();
    await tx.deleteFrom("outbox").where(mentions(sql`payload::text`, subject)).execute();
    await tx
      .deleteFrom("idempotency_keys")
      .where((where) => where.or([where("actor", "=", subject.personId), mentions(sql`body`, subject)]))
      .execute();
  },
};

/** What the platform itself and this feature hold about a person. */
export const accountData: PersonalData[] = [person, logins, passkeys, sessions, apiKeys, letters, deeds, copies];

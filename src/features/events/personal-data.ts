import { sql } from "kysely";
import type { Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/database/id.ts";
import type { Texts } from "../../platform/database/schema.ts";
import { mentions, withoutMentions } from "../../platform/privacy/mentions.ts";
import { type ErasedSubject, noName, type PersonalData } from "../../platform/privacy/personal-data.ts";
import { markUncounted } from "./counting/mark-uncounted.ts";
import { titleIn } from "./event.ts";
import { invitationData } from "./inviting/invitation-data.ts";
import { answerData } from "./questions/answer-data.ts";
import { queueData } from "./queueing/queue-data.ts";

const words = {
  event: { nb: "Arrangement", nn: "Arrangement", en: "Event" },
  startsAt: { nb: "Begynner", nn: "Byrjar", en: "Begins" },
  ticketType: { nb: "Billett", nn: "Billett", en: "Ticket" },
  checkedInAt: { nb: "Sjekket inn", nn: "Sjekka inn", en: "Checked in" },
};

/** What somebody has registered for. */
const registrations: PersonalData = {
  name: "registrations",
  title: { nb: "Påmeldinger", nn: "Påmeldingar", en: "Registrations" },
  fields: {
    event: words.event,
    startsAt: words.startsAt,
    ticketType: words.ticketType,
    quantity: { nb: "Plasser", nn: "Plassar", en: "Places" },
    organization: { nb: "For organisasjonen", nn: "For organisasjonen", en: "For the organization" },
    state: { nb: "Tilstand", nn: "Tilstand", en: "State" },
    priceOre: { nb: "Pris i øre", nn: "Pris i øre", en: "Price in øre" },
    registeredAt: { nb: "Påmeldt", nn: "Påmeld", en: "Registered" },
    tickets: { nb: "Navn på billettene", nn: "Namn på billettane", en: "Names on the tickets" },
    checkedInAt: words.checkedInAt,
  },
  kept: {
    nb: "At noen hadde plassen, og om noen kom, står uten navn: arrangøren teller det, og det som er priset, skal kunne vises fram i fem år. Plasser du selv har framover, blir gitt tilbake; de en organisasjon har, beholder den.",
    nn: "At nokon hadde plassen, og om nokon kom, står utan namn: arrangøren tel det, og det som er prisa, skal kunne visast fram i fem år. Plassar du sjølv har framover, blir gjevne tilbake; dei ein organisasjon har, held han på.",
    en: "That somebody had the place, and whether somebody came, stays without a name: the organiser counts it, and what was priced must be kept for five years. Places you have ahead yourself are given back; those of an organization stay with it.",
  },
  async about(db, { personId }) {
    const rows = await db
      .selectFrom("registrations as r")
      .innerJoin("events as e", "e.id", "r.event_id")
      .innerJoin("ticket_types as t", "t.id", "r.ticket_type_id")
      .leftJoin("organizations as o", "o.id", "r.organization_id")
      .select([
        sql<Texts>`e.titles`.as("titles"),
        "e.starts_at as startsAt",
        "t.name as ticketType",
        "r.quantity",
        "o.name as organization",
      ])
      .select(["r.state", "r.price_ore as priceOre", "r.registered_at as registeredAt"])
      .select([
        sql<string | null>`(select string_agg(k.holder_name, ', ' order by k.id) from tickets k
          where k.event_id = r.event_id and k.registration_id = r.id)`.as("tickets"),
        sql<Temporal.Instant | null>`(select min(k.checked_in_at) from tickets k
          where k.event_id = r.event_id and k.registration_id = r.id)`.as("checkedInAt"),
      ])
      .where("r.person_id", "=", personId)
      .orderBy("e.starts_at")
      .orderBy("r.id")
      .execute();
    return rows.map(({ titles, ...row }) => ({ event: titleIn(titles, "nb"), ...row }));
  },
  // what is ahead is given back by a job, told of the erasure, so that those who wait are asked
  async erase(tx, subject) {
    const { personId } = subject;
    await forgetNames(tx, personId);
    await sql`
      update tickets k set holder_name = ${noName} from registrations r
      where r.event_id = k.event_id and r.id = k.registration_id and r.person_id = ${personId}::uuid and k.holder_name is not null
        and k.holder_email is null and (r.organization_id is null or k.holder_name = ${subject.fullName ?? null}::text)`.execute(tx);
    await tx.deleteFrom("event_invitations").where("person_id", "=", personId).execute();
    await tx.deleteFrom("joint_registrations").where("person_id", "=", personId).execute();
    await eraseReasons(tx, subject);
  },
};

/** Tickets others have given somebody, known by the address that is proven to be theirs. */
const givenTickets: PersonalData = {
  name: "tickets",
  title: { nb: "Billetter du har fått", nn: "Billettar du har fått", en: "Tickets you were given" },
  fields: { ...words, name: { nb: "Navn", nn: "Namn", en: "Name" } },
  async about(db, { email }) {
    const rows = await db
      .selectFrom("tickets as k")
      .innerJoin("events as e", "e.id", "k.event_id")
      .innerJoin("ticket_types as t", "t.id", "k.ticket_type_id")
      .select([sql<Texts>`e.titles`.as("titles"), "e.starts_at as startsAt", "t.name as ticketType"])
      .select(["k.checked_in_at as checkedInAt", "k.holder_name as name"])
      .where("k.holder_email", "=", email)
      .orderBy("e.starts_at")
      .orderBy("k.id")
      .execute();
    return rows.map(({ titles, ...row }) => ({ event: titleIn(titles, "nb"), ...row }));
  },
  async erase(tx, { email }) {
    await tx.updateTable("tickets").set({ holder_name: noName, holder_email: null }).where("holder_email", "=", email).execute();
  },
};

// colleagues who were named without an address are told apart by something that is not made of their names
async function forgetNames(tx: Tx, personId: string): Promise<void> {
  const isNamedOnly = sql`r.person_id = ${personId}::uuid and r.organization_id is null and k.holder_email is null and k.holder_id is not null`;
  const { rows: named } = await sql<{ id: string }>`
    select distinct k.holder_id as id from registrations r join tickets k on k.event_id = r.event_id and k.registration_id = r.id
    where ${isNamedOnly}`.execute(tx);
  if (named.length === 0) return;
  const { rows: events } = await sql<{ id: string }>`
    update tickets k set holder_id = n.new_id
    from registrations r, unnest(${named.map(({ id }) => id)}::uuid[], ${named.map(() => newId())}::uuid[]) n(id, new_id)
    where r.event_id = k.event_id and r.id = k.registration_id and n.id = k.holder_id and ${isNamedOnly} returning k.event_id as id`.execute(
    tx,
  );
  for (const eventId of new Set(events.map(({ id }) => id))) await markUncounted(tx, eventId);
}

// why a check-in was taken back, or an event called off, when the sentence names the person
async function eraseReasons(tx: Tx, subject: ErasedSubject): Promise<void> {
  await tx
    .updateTable("ticket_scans")
    .set({ reason: withoutMentions(sql`reason`, subject) })
    .where("reason", "is not", null)
    .where(mentions(sql`reason`, subject))
    .execute();
  await tx
    .updateTable("ticket_settlements")
    .set({ note: withoutMentions(sql`note`, subject) })
    .where("note", "is not", null)
    .where(mentions(sql`note`, subject))
    .execute();
  await tx
    .updateTable("registrations")
    .set({ ending_reason: withoutMentions(sql`ending_reason`, subject) })
    .where("ending_reason", "is not", null)
    .where(mentions(sql`ending_reason`, subject))
    .execute();
  await tx
    .updateTable("events")
    .set({ cancellation_reason: withoutMentions(sql`cancellation_reason`, subject) })
    .where("cancellation_reason", "is not", null)
    .where(mentions(sql`cancellation_reason`, subject))
    .execute();
}

/** What this feature holds about people. */
export const eventData: PersonalData[] = [registrations, answerData, invitationData, queueData, givenTickets];

import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { isLanguage } from "../../../platform/language/language.ts";
import type { Addressee } from "../../../platform/mail/index.ts";

/** Somebody a registration concerns: whoever registered, or whoever a ticket was given to. */
export interface EventReader extends Addressee {
  registrationId: string;
  /** The ticket that was given them; null for whoever registered. */
  ticketId: string | null;
  confirmedAt: Temporal.Instant | null;
  hasCome: boolean;
}

type Row = Omit<EventReader, "language"> & { locale: string };

const columns = sql`r.id as "registrationId", r.confirmed_at as "confirmedAt"`;

/** Whom a registration concerns, with the language of each; who has no address of their own is reached by whoever registered. */
export async function readersOfRegistration(db: Db, eventId: string, registrationId: string): Promise<EventReader[]> {
  return readers(db, sql`r.event_id = ${eventId}::uuid and r.id = ${registrationId}::uuid`);
}

/** Those who come to an event, some hundred at a time in order of registrations. @param after the last registration seen */
export async function readersOfEvent(db: Db, eventId: string, after: string | undefined, most: number): Promise<EventReader[]> {
  const beyond = after === undefined ? sql`` : sql`and o.id > ${after}::uuid`;
  return readers(
    db,
    sql`r.event_id = ${eventId}::uuid and r.id in (select o.id from registrations o
      where o.event_id = ${eventId}::uuid and o.state = 'confirmed' ${beyond} order by o.id limit ${most})`,
  );
}

/** Whoever a ticket was given to, also when it is no longer valid; nobody, when nobody was, or it is whoever registered. */
export async function readerOfTicket(db: Db, eventId: string, ticketId: string): Promise<EventReader | undefined> {
  const which = sql`r.event_id = ${eventId}::uuid and r.id = (select t.registration_id from tickets t where t.event_id = ${eventId}::uuid and t.id = ${ticketId}::uuid)`;
  return (await readers(db, which, sql`true`)).find((reader) => reader.ticketId === ticketId);
}

const areValid = sql`(not k.is_cancelled or r.state = 'cancelled')`;

async function readers(db: Db, which: ReturnType<typeof sql>, tickets: ReturnType<typeof sql> = areValid): Promise<EventReader[]> {
  const { rows } = await sql<Row>`
    select ${columns}, null::uuid as "ticketId", p.email, p.locale, exists (select from tickets k
        where k.event_id = r.event_id and k.registration_id = r.id and k.checked_in_at is not null) as "hasCome"
      from registrations r join people p on p.id = r.person_id and p.erased_at is null where ${which}
    union all
    select ${columns}, k.id, k.holder_email, coalesce(h.locale, p.locale), k.checked_in_at is not null
      from registrations r join tickets k on k.event_id = r.event_id and k.registration_id = r.id and k.holder_email is not null
        and ${tickets}
      join people p on p.id = r.person_id left join people h on h.email = k.holder_email where ${which} and k.holder_email <> p.email
    order by 1, 3 nulls first`.execute(db);
  return rows.map(({ locale, ...reader }) => ({ ...reader, language: isLanguage(locale) ? locale : "nb" }));
}

import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { ChargeRow } from "../queries.ts";
import type { Standing } from "./standing.ts";

/** What is owed for one registration, entry by entry. */
export interface OwedRow {
  id: string;
  payer: string;
  organization: { id: string; slug: string; number: string | null } | null;
  registeredBy: string;
  email: string;
  ticketType: string;
  places: number;
  standing: Standing;
  vatPercent: number;
  /** Whether whoever leads is registered for VAT is not known: none is counted. */
  isVatUnknown: boolean;
  /** Without VAT. */
  amountOre: number;
  payerId: string;
  /** What whoever pays owes for all of their registrations, with VAT, and how many those are. */
  ofPayer: { rows: number; amountWithVatOre: number };
  charges: (ChargeRow & { writtenAt: string })[];
}

const owed = (eventId: string) => sql`
  select r.id, coalesce(o.name, p.name) as payer, coalesce(r.organization_id, r.person_id) as "payerId",
    case when o.id is not null then jsonb_build_object('id', o.id, 'slug', o.slug, 'number', o.organization_number) end as organization,
    p.name as "registeredBy", p.email, t.name as "ticketType", r.quantity as places, c.vat_percent as "vatPercent", c.is_vat_unknown as "isVatUnknown",
    c.amount as "amountOre", c.charges,
    case when c.amount = 0 then 'reversed' when r.state = 'cancelled' then 'fee' when c.has_reversal then 'reduced' else 'owed' end as standing
  from (
    select x.registration_id, sum(x.amount_ore)::integer as amount, max(x.vat_percent) as vat_percent, bool_or(x.seller_is_vat_registered is null) as is_vat_unknown,
      bool_or(x.kind = 'reversal') as has_reversal,
      jsonb_agg(jsonb_build_object('kind', x.kind, 'amountOre', x.amount_ore, 'code', k.code,
        'writtenAt', to_char(x.written_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by x.written_at, x.amount_ore desc) as charges
    from event_charges x left join tickets k on k.event_id = x.event_id and k.id = x.ticket_id
    where x.event_id = ${eventId}::uuid group by x.registration_id) c
  join registrations r on r.event_id = ${eventId}::uuid and r.id = c.registration_id
  join ticket_types t on t.event_id = ${eventId}::uuid and t.id = r.ticket_type_id
  join people p on p.id = r.person_id left join organizations o on o.id = r.organization_id`;

/** The last row of a page. */
export type OwedAfter = [payer: string, payerId: string, id: string];

/** What is owed for an event, those who pay in order of their names; one more than asked for, if there is one. */
export async function owedFor(db: Db, eventId: string, asked: { limit: number; after: OwedAfter | undefined }): Promise<OwedRow[]> {
  const [payer, payerId, id] = asked.after ?? [];
  const beyond =
    asked.after === undefined
      ? sql`true`
      : sql`(w.payer collate norwegian, w."payerId", w.id) > (${payer}::text, ${payerId}::uuid, ${id}::uuid)`;
  const { rows } = await sql<OwedRow>`
    select * from (
      select o.*, jsonb_build_object('rows', count(*) over (partition by o."payerId"),
        'amountWithVatOre', sum(o."amountOre" + round(o."amountOre" * o."vatPercent" / 100.0)) over (partition by o."payerId")) as "ofPayer"
      from (${owed(eventId)}) o) w
    where ${beyond} order by w.payer collate norwegian, w."payerId", w.id limit ${asked.limit + 1}`.execute(db);
  return rows;
}

/** How many pay for an event, and what each registration comes to with its VAT. */
export async function owedInAll(db: Db, eventId: string) {
  const { rows } = await sql<{ payers: number; amounts: { amountOre: number; vatPercent: number }[] }>`
    select (count(distinct w."payerId") filter (where w."amountOre" <> 0))::integer as payers,
      coalesce(jsonb_agg(jsonb_build_object('amountOre', w."amountOre", 'vatPercent', w."vatPercent")), '[]') as amounts
    from (${owed(eventId)}) w`.execute(db);
  return rows[0] ?? { payers: 0, amounts: [] };
}

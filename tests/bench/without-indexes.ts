import { type Kysely, sql } from "kysely";
import type { Database } from "../../src/platform/database/schema.ts";

type Rule = { name: string; on: string; definition: string; kind: "p" | "u" | "x" | "c" | "f" };
type Index = { name: string; definition: string };

/**
 * Fills tables without keeping their indexes and constraints row by row: they are taken away first and made again afterwards, by
 * which the database checks that every row keeps every rule. It takes one connection's patience away for good.
 */
export async function withoutIndexes(db: Kysely<Database>, tables: string[], fill: () => Promise<unknown>): Promise<void> {
  await sql`select set_config('statement_timeout', '0', false), set_config('maintenance_work_mem', '1GB', false)`.execute(db);
  const { rows: rules } = await sql<Rule>`
    select quote_ident(conname) as name, conrelid::regclass::text as "on", pg_get_constraintdef(oid) as definition, contype as kind from pg_constraint
    where contype in ('p', 'u', 'x', 'c', 'f') and (conrelid = any(${tables}::regclass[]) or (contype = 'f' and confrelid = any(${tables}::regclass[])))
    order by array_position(array['p', 'u', 'x', 'c', 'f'], contype::text)`.execute(db);
  const { rows: indexes } = await sql<Index>`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
    where indrelid = any(${tables}::regclass[]) and not exists (select from pg_constraint where conindid = indexrelid)`.execute(db);
  for (const { name, on } of rules.toReversed()) await sql.raw(`alter table ${on} drop constraint ${name}`).execute(db);
  for (const { name } of indexes) await sql.raw(`drop index ${name}`).execute(db);
  await fill();
  for (const { name, on, definition } of rules) await sql.raw(`alter table ${on} add constraint ${name} ${definition}`).execute(db);
  for (const { definition } of indexes) await sql.raw(definition).execute(db);
}

import { sql } from "kysely";
import type { Db } from "../../src/platform/database/database.ts";

/** A unique, primary or exclusion rule, as a constraint or as an index alone. */
export interface UniqueRule {
  table: string;
  name: string;
  columns: string[];
  /** The first column is compared with =, which an exclusion may do otherwise. */
  operators: string[];
  isPrimary: boolean;
}

export interface ForeignKey {
  table: string;
  name: string;
  to: string;
  columns: string[];
  toColumns: string[];
  onDelete: string;
  onUpdate: string;
}

/** The tables of the migrated schema, by name. */
export async function tablesOf(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`.execute(db);
  return rows.map(({ name }) => name);
}

/** Every rule that keeps two rows from being alike, with its columns in order. An expression stands as an empty name. */
export async function uniqueRulesOf(db: Db): Promise<UniqueRule[]> {
  const { rows } = await sql<UniqueRule>`
    select t.relname as table, i.relname as name, x.indisprimary as "isPrimary",
      array(select coalesce(a.attname, '') from unnest(x.indkey::int2[]) with ordinality k(number, place)
        left join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number and k.number > 0 order by k.place)::text[] as columns,
      case when c.conexclop is null then array[]::text[]
        else array(select o.oprname from unnest(c.conexclop) with ordinality e(operator, place) join pg_operator o on o.oid = e.operator order by e.place)::text[]
      end as operators
    from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
    left join pg_constraint c on c.conindid = i.oid and c.contype in ('p', 'u', 'x')
    where t.relnamespace = 'public'::regnamespace and (x.indisunique or x.indisexclusion) order by 1, 2`.execute(db);
  return rows;
}

export async function foreignKeysOf(db: Db): Promise<ForeignKey[]> {
  const { rows } = await sql<ForeignKey>`
    select t.relname as table, c.conname as name, c.confrelid::regclass::text as to,
      array(select a.attname from unnest(c.conkey) with ordinality k(number, place) join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number order by k.place)::text[] as columns,
      array(select a.attname from unnest(c.confkey) with ordinality k(number, place) join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.number order by k.place)::text[] as "toColumns",
      c.confdeltype::text as "onDelete", c.confupdtype::text as "onUpdate"
    from pg_class t join pg_constraint c on c.conrelid = t.oid where c.contype = 'f' and t.relnamespace = 'public'::regnamespace order by 1, 2`.execute(
    db,
  );
  return rows;
}

/** Names of all constraints and indexes. */
export async function ruleNamesOf(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select conname::text as name from pg_class t join pg_constraint on conrelid = t.oid where relnamespace = 'public'::regnamespace and contype <> 'n'
      and not exists (select from pg_depend where classid = 'pg_constraint'::regclass and objid = pg_constraint.oid and deptype = 'e')
    union select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind = 'i' order by 1`.execute(db);
  return rows.map(({ name }) => name);
}

/** Columns whose number the database makes, and triggers: "orders.id". */
export async function identitiesAndTriggersOf(db: Db): Promise<string[]> {
  const { rows } = await sql<{ what: string }>`
    select t.relname || '.' || a.attname as what from pg_attribute a join pg_class t on t.oid = a.attrelid
      where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and a.attidentity <> ''
    union all select t.relname || '.' || g.tgname from pg_trigger g join pg_class t on t.oid = g.tgrelid
      where t.relnamespace = 'public'::regnamespace and not g.tgisinternal`.execute(db);
  return rows.map(({ what }) => what);
}

/** Functions of ours that are not immutable: they may read tables. */
export async function readingFunctionsOf(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select oid::regprocedure::text as name from pg_proc where pronamespace = 'public'::regnamespace and provolatile <> 'i'
      and not exists (select from pg_depend where classid = 'pg_proc'::regclass and objid = pg_proc.oid and deptype = 'e') order by 1`.execute(
    db,
  );
  return rows.map(({ name }) => name);
}

/** Columns whose default is made up when a row is written, by a sequence, the clock or chance: "orders.made_at". */
export async function changingDefaultsOf(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select t.relname || '.' || a.attname as name from pg_attrdef d join pg_class t on t.oid = d.adrelid
      join pg_attribute a on a.attrelid = t.oid and a.attnum = d.adnum
    where t.relnamespace = 'public'::regnamespace
      and a.attgenerated = '' -- what is made of other columns may only call what never changes
      and pg_get_expr(d.adbin, d.adrelid) ~* '(\\w\\(|current_|localtime|''now'')' order by 1`.execute(db);
  return rows.map(({ name }) => name);
}

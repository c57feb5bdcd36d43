import { type Placement, placements } from "./placement.ts";

/** A foreign key as the database tells of it; `definition` is what follows `add constraint NAME`. */
export interface ForeignKeyFact {
  table: string;
  name: string;
  to: string;
  definition: string;
}

/** What spreads a database: a transaction that either does all or nothing, and what is tidied after it. */
export interface DistributionPlan {
  inTransaction: string[];
  afterwards: string[];
}

/**
 * The statements that put every table in its place. Foreign keys between spread tables are taken away and put back, because
 * neither end can be moved while the other is elsewhere; tables that others point to come first.
 */
export function distributionPlan(databaseName: string, foreignKeys: ForeignKeyFact[]): DistributionPlan {
  const tables = parentsFirst(Object.keys(placements), foreignKeys);
  const references = tables.filter((table) => placeOf(table).place === "reference");
  const spread = tables.filter((table) => isSpread(table));
  const between = foreignKeys.filter(({ table, to }) => isSpread(table) && isSpread(to));
  const onDatabase = `alter database ${quoted(databaseName)} set`;
  return {
    inTransaction: [
      "set local citus.multi_shard_modify_mode = 'sequential'",
      ...between.map(({ table, name }) => `alter table ${table} drop constraint ${name}`),
      ...references.map((table) => `select create_reference_table('${table}')`),
      ...spread.map((table) => distributed(table, spread)),
      ...between.map(({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition}`),
      ...tables.filter(isAtomic).map((table) => `select citus_add_local_table_to_metadata('${table}')`),
      `${onDatabase} citus.multi_shard_modify_mode = 'sequential'`,
      `${onDatabase} citus.max_cached_conns_per_worker = 4`,
    ],
    afterwards: [...references, ...spread].map((table) => `select truncate_local_data_after_distributing_table('${table}')`),
  };
}

function placeOf(table: string): Placement {
  const placement = placements[table];
  if (!placement) throw new Error(`The table ${table} has no place`);
  return placement;
}

function isSpread(table: string): boolean {
  return "group" in placeOf(table);
}

function isAtomic(table: string): boolean {
  const placement = placeOf(table);
  return placement.place === "coordinator" && placement.isAtomic === true;
}

// the first of a group decides where it lies, the others lie beside it
function distributed(table: string, spread: string[]): string {
  const placement = placeOf(table);
  if (!("group" in placement)) throw new Error(`The table ${table} is not spread`);
  const first = spread.find((one) => {
    const other = placeOf(one);
    return "group" in other && other.group === placement.group;
  });
  const key = placement.place === "keyed" ? `'${placement.key}'` : "null";
  return `select create_distributed_table('${table}', ${key}, colocate_with => '${first === table ? "none" : first}')`;
}

function parentsFirst(tables: string[], foreignKeys: ForeignKeyFact[]): string[] {
  const ordered: string[] = [];
  const visit = (table: string) => {
    if (ordered.includes(table)) return;
    for (const key of foreignKeys) if (key.table === table && key.to !== table) visit(key.to);
    ordered.push(table);
  };
  for (const table of tables) visit(table);
  return ordered;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

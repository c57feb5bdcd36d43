import { type Found, isInPlace, isSpread, placeOf } from "./placement.ts";

/** A foreign key as the database tells of it; `definition` is what follows `add constraint NAME`. */
export interface ForeignKeyFact {
  table: string;
  name: string;
  to: string;
  definition: string;
}

/** What is there, and where. */
export interface Layout {
  tables: Map<string, Found>;
  foreignKeys: ForeignKeyFact[];
}

/** What spreads a database: a transaction that either does all or nothing, and what is tidied after it. */
export interface DistributionPlan {
  /** Empty when every table is in its place. */
  inTransaction: string[];
  afterwards: string[];
}

// reads and writes of many keys over one connection a node, which is kept
const settings = { "citus.multi_shard_modify_mode": "'sequential'", "citus.max_cached_conns_per_worker": "4" };

/** Keeps a transaction that reads and writes many keys to one connection a node; first of all in it. */
export const sequentially = "set local citus.multi_shard_modify_mode = 'sequential'";

/** The statements that set up a spread database. */
export function settingsGiven(databaseName: string): string[] {
  return Object.entries(settings).map(([name, value]) => `alter database ${quoted(databaseName)} set ${name} = ${value}`);
}

/** The statements that take back what a spread database is set to. */
export function settingsTakenBack(databaseName: string): string[] {
  return Object.keys(settings).map((name) => `alter database ${quoted(databaseName)} reset ${name}`);
}

/**
 * The statements that put every table in its place that is not there yet. Foreign keys between spread tables are taken away and put
 * back, because neither end can be moved while the other is elsewhere; tables that others point to come first.
 */
export function distributionPlan(databaseName: string, { tables: found, foreignKeys }: Layout): DistributionPlan {
  const tables = parentsFirst([...found.keys()], foreignKeys);
  const isMoved = (table: string) => !isInPlace(table, found.get(table) ?? "plain");
  const moved = tables.filter(isMoved);
  const between = foreignKeys.filter(({ table, to }) => isSpread(table) && isSpread(to) && isMoved(table));
  return {
    inTransaction:
      moved.length === 0
        ? []
        : [
            sequentially,
            ...between.map(({ table, name }) => `alter table ${table} drop constraint ${name}`),
            ...moved.filter(isReference).map((table) => `select create_reference_table('${table}')`),
            ...moved.filter(isSpread).map((table) => distributed(table, firstOfGroup(table, tables, isMoved))),
            ...between.map(({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition}`),
            ...moved.filter(isOnCoordinator).map((table) => `select citus_add_local_table_to_metadata('${table}')`),
            ...settingsGiven(databaseName),
          ],
    afterwards: [...tables.filter(isReference), ...tables.filter(isSpread)].map(
      (table) => `select truncate_local_data_after_distributing_table('${table}')`,
    ),
  };
}

function isReference(table: string): boolean {
  return placeOf(table).place === "reference";
}

function isOnCoordinator(table: string): boolean {
  return placeOf(table).place === "coordinator";
}

// the first of a group decides where it lies, the others lie beside it
function distributed(table: string, first: string): string {
  const placement = placeOf(table);
  const key = placement.place === "keyed" ? `'${placement.key}'` : "null";
  return `select create_distributed_table('${table}', ${key}, colocate_with => '${first === table ? "none" : first}')`;
}

function firstOfGroup(table: string, tables: string[], isMoved: (table: string) => boolean): string {
  const group = tables.filter((other) => groupOf(other) === groupOf(table));
  return group.find((other) => !isMoved(other)) ?? group[0] ?? table;
}

function groupOf(table: string): string | undefined {
  const placement = placeOf(table);
  return "group" in placement ? placement.group : undefined;
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

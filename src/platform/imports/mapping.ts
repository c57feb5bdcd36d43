import { createHash } from "node:crypto";
import type { Db } from "../database/database.ts";
import { proposeMapping, type SheetColumn } from "../sheets/index.ts";
import type { ImportKind } from "./import-kind.ts";
import { importRefusals } from "./refusals.ts";
import type { FileColumn, Mapping } from "./runs.ts";

/** How the columns were matched the last time the organization sent a file with this header; else how we believe they match. */
export async function proposedMapping(
  db: Db,
  kind: ImportKind,
  organizationId: string,
  columns: readonly Pick<SheetColumn, "name" | "title">[],
): Promise<Mapping> {
  const known = await db
    .selectFrom("import_mappings")
    .select("mapping")
    .where("organization_id", "=", organizationId)
    .where("kind", "=", kind.name)
    .where("header_hash", "=", hashOf(columns))
    .executeTakeFirst();
  if (known) return known.mapping as Mapping;
  const sheetColumns = columns.map(({ name, title }, index) => ({ name, title, index, letter: "" }));
  const { matches } = proposeMapping(sheetColumns, kind.columns);
  return Object.fromEntries(matches.map(({ key, column }) => [key, column.name]));
}

/** Keeps a choice for the next file with this header. */
export async function rememberMapping(
  tx: Db,
  given: { kind: string; organizationId: string; header: readonly FileColumn[]; mapping: Mapping; now: Temporal.Instant },
): Promise<void> {
  const mapping = JSON.stringify(given.mapping);
  await tx
    .insertInto("import_mappings")
    .values({ organization_id: given.organizationId, kind: given.kind, header_hash: hashOf(given.header), mapping, used_at: given.now })
    .onConflict((conflict) => conflict.constraint("import_mappings_once").doUpdateSet({ mapping, used_at: given.now }))
    .execute();
}

/** The names of the required columns that are matched to nothing. */
export function missingColumns(kind: ImportKind, mapping: Mapping): string[] {
  return kind.columns.filter(({ key, required }) => required && mapping[key] === undefined).map(({ key }) => key);
}

/** Makes sure that a mapping speaks of columns that are there, each once. @throws Refusal import.unknown_column, import.column_used_twice */
export function checkMapping(kind: ImportKind, header: readonly FileColumn[], mapping: Mapping): void {
  const used = new Set<string>();
  for (const [key, name] of Object.entries(mapping)) {
    if (!kind.columns.some((column) => column.key === key)) throw importRefusals.unknownColumn({ column: key });
    if (!header.some((column) => column.name === name)) throw importRefusals.unknownColumn({ column: name });
    if (used.has(name)) throw importRefusals.columnUsedTwice({ column: name });
    used.add(name);
  }
}

function hashOf(columns: readonly { name: string }[]): string {
  return createHash("sha256")
    .update(JSON.stringify(columns.map(({ name }) => name)))
    .digest("hex");
}

// Writes src/platform/database/schema.ts from the migrated database: `node scripts/database-types.ts`.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startEmbeddedServer } from "../src/platform/database/embedded.ts";
import { migrate } from "../src/platform/database/migrate.ts";

const types: Record<string, string> = {
  uuid: "string",
  text: "string",
  int4: "number",
  int8: "number",
  float8: "number",
  numeric: "string",
  bool: "boolean",
  date: "string",
  time: "string",
  timestamptz: "Temporal.Instant",
  daterange: "string",
  tstzrange: "string",
  cube: "string",
  bytea: "Buffer",
};

const textsPerLanguage = ["texts", "labels", "names", "titles", "leads", "descriptions", "guest_welcome", "arrival", "reasons"];

const folder = mkdtempSync(join(tmpdir(), "romslig-types-"));
const server = await startEmbeddedServer(folder);
try {
  await migrate(server.url, Temporal.Now.instant());
  writeFileSync(join(import.meta.dirname, "../src/platform/database/schema.ts"), await describe(server.url));
} finally {
  await server.stop();
  rmSync(folder, { recursive: true });
}

async function describe(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{
    table_name: string;
    column_name: string;
    udt_name: string;
    is_nullable: string;
    column_default: string | null;
    is_view: boolean;
  }>(`
    select c.table_name, c.column_name, c.udt_name, c.is_nullable, c.column_default, t.table_type = 'VIEW' as is_view
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' order by c.table_name, c.ordinal_position`);
  await client.end();
  const tables = Map.groupBy(rows, (row) => row.table_name);
  const interfaces = [...tables].map(([table, columns]) => {
    const lines = columns.map((column) => {
      if (column.udt_name === "jsonb") {
        const read = textsPerLanguage.includes(column.column_name) && table !== "import_rows" ? "Texts" : "unknown";
        const none = column.is_nullable === "YES" ? " | null" : "";
        const leftOut = none || column.column_default !== null ? " | undefined" : "";
        return `  ${column.column_name}: ColumnType<${read}${read === "Texts" ? none : ""}, string${none}${leftOut}, string${none}>;`;
      }
      const isList = column.udt_name.startsWith("_");
      const type = `${types[column.udt_name.replace(/^_/, "")] ?? "unknown"}${isList ? "[]" : ""}`;
      const nullable = column.is_nullable === "YES" && !column.is_view ? `${type} | null` : type;
      return `  ${column.column_name}: ${column.column_default === null ? nullable : `Generated<${nullable}>`};`;
    });
    return `export interface ${pascal(table)} {\n${lines.join("\n")}\n}\n`;
  });
  const views = [...tables].filter(([, columns]) => columns[0]?.is_view).map(([view]) => `"${view}"`);
  const database = [...tables.keys()].map((table) => `  ${table}: ${pascal(table)};`);
  return `// Written by scripts/database-types.ts from the migrations. Do not edit.
import type { ColumnType, Generated } from "kysely";

/** A text in some or all of our languages, as jsonb. */
export type Texts = Partial<Record<"nb" | "nn" | "en", string>>;

${interfaces.join("\n")}
export interface Database {
${database.join("\n")}
}

/** A table, and no view. */
export type Table = Exclude<keyof Database, ${views.join(" | ")}>;
`;
}

function pascal(name: string): string {
  return name.replace(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
}

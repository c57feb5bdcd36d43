import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { migrationFiles } from "../src/platform/database/migrate.ts";
import { isSpread, placements } from "../src/platform/database/placement.ts";
import { statementsOf } from "../src/platform/database/statements.ts";
import { type TestInstallation, testInstallation } from "./support/installation.ts";
import { changingDefaultsOf } from "./support/schema-facts.ts";

const folder = join(import.meta.dirname, "../database/migrations");
const statements = migrationFiles().flatMap((file) =>
  statementsOf(readFileSync(join(folder, file), "utf8")).map((statement) => ({ file, statement })),
);

let installation: TestInstallation;
beforeAll(async () => {
  installation = await testInstallation();
});
afterAll(() => installation.close());

function whereOne(is: (statement: string) => boolean): string[] {
  return statements.filter(({ statement }) => is(statement)).map(({ file, statement }) => `${file}: ${statement.slice(0, 60)}`);
}

function tableMade(statement: string): string | undefined {
  return /^create table (?:if not exists )?(\w+)/i.exec(statement)?.[1];
}

function isSpreadTable(table: string | undefined): boolean {
  return table !== undefined && table in placements && isSpread(table);
}

/** The parts of an `alter table`: "add column …", "drop constraint …". */
function partsOf(statement: string): string[] {
  if (!/^alter table/i.test(statement)) return [];
  let depth = 0;
  const parts = [""];
  for (const letter of statement) {
    if (letter === "(") depth += 1;
    if (letter === ")") depth -= 1;
    if (letter === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += letter;
  }
  return parts;
}

describe("A migration can be carried out on a spread database", () => {
  test("since a rule is added by a statement of its own", () => {
    expect(whereOne((statement) => partsOf(statement).length > 1 && /add constraint/i.test(statement))).toEqual([]);
    expect(partsOf("alter table a add column b text, add constraint c check (b in ('x', 'y'))")).toHaveLength(2);
  });

  test("since a rule is never renamed, but dropped and added", () => {
    expect(whereOne((statement) => /rename constraint/i.test(statement))).toEqual([]);
  });

  test("since a new table is in its place before it points to spread tables that were there already", () => {
    const madeBy = new Map(statements.flatMap(({ file, statement }) => (tableMade(statement) ? [[tableMade(statement), file]] : [])));
    const pointing = statements.flatMap(({ file, statement }) => {
      const table = tableMade(statement) ?? /^alter table (\w+)/i.exec(statement)?.[1];
      return [...statement.matchAll(/references (\w+)/gi)].map(([, to]) => ({ file, table, to }));
    });

    const wrong = pointing.filter(({ file, table, to }) => madeBy.get(table) === file && madeBy.get(to) !== file && isSpreadTable(to));
    expect(wrong).toEqual([]);
  });

  test("since what a column has by itself is the same on every machine", async () => {
    expect(await changingDefaultsOf(installation.db)).toEqual([]);
  });
});

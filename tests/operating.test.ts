import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

test("every setting stands in the operator's handbook, and no other", () => {
  const source = readFileSync(join(root, "src/platform/settings.ts"), "utf8");
  const handbook = readFileSync(join(root, "docs/operating.md"), "utf8");
  const table = handbook.slice(handbook.indexOf("## Settings"), handbook.indexOf("## Processes"));

  const read = [...source.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map((match) => match[1]);
  const written = [...table.matchAll(/^\| (.+?) \|/gm)].flatMap((row) =>
    [...(row[1] ?? "").matchAll(/`([A-Z_]+)`/g)].map((match) => match[1]),
  );

  expect(read.length).toBeGreaterThan(10);
  expect(written.sort()).toEqual(read.sort());
});

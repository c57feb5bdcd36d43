import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { deedWords } from "./deed-words.ts";

const sources = join(import.meta.dirname, "../..");

test("every deed that is written down somewhere is said in words", () => {
  const written = globSync("**/*.ts", { cwd: sources })
    .filter((file) => !file.includes(".test."))
    .flatMap((file) => [...readFileSync(join(sources, file), "utf8").matchAll(/\baction: (?:\w+ ? )?[^\n]*/g)])
    .flatMap(([line]) => [...line.matchAll(/"([a-z_]+\.[a-z_]+)"/g)].map(([, action]) => action ?? ""));

  expect(written.length).toBeGreaterThan(40);
  expect([...new Set(written)].filter((action) => !(action in deedWords.nb.deeds))).toEqual([]);
});

test("the languages say the same deeds, things and groups", () => {
  const said = (language: "nb" | "nn" | "en") => Object.values(deedWords[language]).map((words) => Object.keys(words).sort());

  expect(said("nn")).toEqual(said("nb"));
  expect(said("en")).toEqual(said("nb"));
});

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

const source = join(import.meta.dirname, "../src");
// a feature may enter only those to its left
const order = [
  "accounts",
  "geography",
  "organizations",
  "memberships",
  "spaces",
  "plans",
  "bookings",
  "hires",
  "production",
  "exchange",
  "displays",
  "visitors",
  "events",
  "calls",
  "programs",
  "investors",
  "projects",
  "billing",
  "library",
  "outreach",
  "collaboration",
  "governance",
  "reports",
];
const emptyWords = /(^|[/-])(utils?|helpers?|common|misc|managers?|services?(?!-worker)|lib|impl)(\.|\/|-|$)/;

const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
const imports = files.flatMap((file) => importsOf(file).map((target) => ({ file, target })));

describe("The dependency rule", () => {
  test("the platform knows no feature and no page", () => {
    const wrong = imports.filter(({ file, target }) => file.startsWith("platform/") && /^(features|interface)\//.test(target));

    expect(wrong).toEqual([]);
  });

  test("the shared interface knows no feature", () => {
    const wrong = imports.filter(({ file, target }) => file.startsWith("interface/") && target.startsWith("features/"));

    expect(wrong).toEqual([]);
  });

  test("a feature enters another only through its index, a page also through its parts, and only leftward", () => {
    const wrong = imports.filter(({ file, target }) => {
      const from = featureOf(file);
      const to = featureOf(target);
      if (!from || !to || from === to || file.endsWith(".test.ts")) return false;
      const isPage = file.includes("/pages/");
      const isPageAskingTypedClient = isPage && target.endsWith("/routes.ts");
      // what pages show of another feature, without the server behind it
      const isDoor = target.endsWith("/index.ts") || (isPage && target.endsWith("/parts.ts"));
      return !isPageAskingTypedClient && (!isDoor || order.indexOf(to) >= order.indexOf(from));
    });

    expect(wrong).toEqual([]);
  });

  test("pages reach the database through the API only", () => {
    const wrong = imports.filter(
      ({ file, target }) => file.includes("/pages/") && /platform\/(database|jobs|mail)\/|\/queries\.ts$/.test(target),
    );

    expect(wrong).toEqual([]);
  });

  test("the server is there without its pages: nothing it starts with reaches a component", () => {
    const reached = new Map<string, string | null>([["main.ts", null]]);
    for (const file of reached.keys())
      for (const target of importsOf(file, "but types")) if (!reached.has(target)) reached.set(target, file);

    const components = [...reached].filter(([file]) => file.endsWith(".tsx")).map(([file, from]) => `${file}, by ${from}`);
    expect(components).toEqual([]);
    expect(reached.size).toBeGreaterThan(300);
  });

  test("every feature has its place in the order", () => {
    const features = new Set(files.map(featureOf).filter((feature) => feature !== undefined));

    expect([...features].filter((feature) => !order.includes(feature))).toEqual([]);
  });
});

test("no file has a name that says nothing", () => {
  expect(files.filter((file) => emptyWords.test(file))).toEqual([]);
});

function importsOf(file: string, which: "all" | "but types" = "all"): string[] {
  const text = file.endsWith(".tsx") || file.endsWith(".ts") ? readFileSync(join(source, file), "utf8") : "";
  const all = [...text.matchAll(/(?:^|\n)\s*(?:import|export)[^;]*?from\s+"(\.[^"]+)"|import\("(\.[^"]+)"\)/g)];
  const found = all.filter(([statement]) => which === "all" || !/^\s*(import|export) type /.test(statement));
  return found.map((match) => relative(source, join(source, dirname(file), match[1] ?? match[2] ?? "")));
}

function featureOf(file: string): string | undefined {
  return /^features\/([^/]+)\//.exec(file)?.[1];
}

// `npm run bench [claims|search|pages]`: figures of this machine, as a table and as JSON on the last line.
import { cpus, totalmem } from "node:os";
import { benchClaims } from "./claims.ts";
import { benchPages } from "./pages.ts";
import { benchSearch } from "./search.ts";

const asked = process.argv.slice(2).filter((word) => !word.startsWith("-"));
const wants = (name: string) => asked.length === 0 || asked.includes(name);
const machine = {
  cores: cpus().length,
  model: cpus()[0]?.model ?? "",
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  date: Temporal.Now.plainDateISO().toString(),
};
const report: Record<string, unknown> = { machine };

process.stdout.write(`${machine.cores} cores (${machine.model}), ${machine.memoryGb} GB, Node ${machine.node}, ${machine.date}\n`);
if (wants("claims")) {
  const claims = await benchClaims();
  show("Claims, 64 connections", claims.results);
  process.stdout.write(`${JSON.stringify(claims.rush)}\n`);
  report.claims = claims;
}
if (wants("search")) {
  const search = await benchSearch(process.argv.includes("--small") ? { passes: 50_000, requests: 1_000 } : {});
  show("Search, 32 connections", search.results);
  report.search = search;
}
if (wants("pages")) {
  const { results, ...facts } = await benchPages();
  show("Public pages, one at a time", results);
  process.stdout.write(`${JSON.stringify(facts)}\n`);
  report.pages = { results, ...facts };
}
process.stdout.write(`${JSON.stringify(report)}\n`);

function show(title: string, rows: Record<string, unknown>[]): void {
  process.stdout.write(`\n${title}\n`);
  console.table(rows);
}

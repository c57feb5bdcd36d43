// `npm run bench [claims|rush|bookings|availability|day|search|pages|door|reports] [--small] [--rows=5000000]`: figures of this machine, as a table and as JSON on the last line.
import { cpus, totalmem } from "node:os";
import { benchAvailability } from "./availability.ts";
import { benchBookings } from "./bookings.ts";
import { benchClaims } from "./claims.ts";
import { benchDay } from "./day.ts";
import { benchEventDoor } from "./event-door.ts";
import { benchPages } from "./pages.ts";
import { benchReports } from "./reports.ts";
import { benchRush } from "./rush.ts";
import { benchSearch } from "./search.ts";

const asked = process.argv.slice(2).filter((word) => !word.startsWith("-"));
const isSmall = process.argv.includes("--small");
const rows = process.argv.find((word) => word.startsWith("--rows="));
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
if (wants("rush")) {
  const rush = await benchRush(isSmall ? { requests: 1_400 } : {});
  show("Registrations, 64 connections", rush.results);
  process.stdout.write(`${JSON.stringify(rush.crowd)}\n`);
  report.rush = rush;
}
if (wants("bookings")) {
  const { results, overlaps } = await benchBookings(isSmall ? { requests: 1_000, inserts: 1_000 } : {});
  show("Bookings, 64 connections, 200 rooms", results);
  process.stdout.write(`${overlaps} overlaps\n`);
  report.bookings = { results, overlaps };
}
if (wants("availability")) {
  const bookings = rows ? Number(rows.slice("--rows=".length)) : 10_000_000;
  const availability = await benchAvailability(isSmall ? { resources: 2_000, bookings: 100_000, requests: 300 } : { bookings });
  show("Free time in a city", availability.results);
  report.availability = availability;
}
if (wants("day")) {
  const day = await benchDay(isSmall ? { resources: 12, requests: 50, visits: 2 } : {});
  show("The day of a house over HTTP, one at a time", [day.page]);
  show("The day of a house on a phone four times slower, milliseconds", day.results);
  report.day = day;
}
if (wants("search")) {
  const search = await benchSearch(isSmall ? { passes: 50_000, requests: 1_000 } : {});
  show("Search, 32 connections", search.results);
  report.search = search;
}
if (wants("pages")) {
  const { results, ...facts } = await benchPages();
  show("Public pages, one at a time", results);
  process.stdout.write(`${JSON.stringify(facts)}\n`);
  report.pages = { results, ...facts };
}
if (wants("door")) {
  const door = await benchEventDoor(isSmall ? { tickets: 1_000, scans: 5 } : {});
  show("A phone at the door of an event", [door]);
  report.door = door;
}
if (wants("reports")) {
  const most = rows ? Number(rows.slice("--rows=".length)) : isSmall ? 100_000 : 1_000_000;
  const reports = await benchReports({ sizes: [most / 10, most] });
  show("The yearly report of a network, milliseconds", reports.results);
  report.reports = reports;
}
process.stdout.write(`${JSON.stringify(report)}\n`);

function show(title: string, rows: Record<string, unknown>[]): void {
  process.stdout.write(`\n${title}\n`);
  console.table(rows);
}

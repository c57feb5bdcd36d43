import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, type Db } from "../src/platform/database/database.ts";
import { newId } from "../src/platform/database/id.ts";
import { addDays, dayIn } from "../src/platform/time/day.ts";
import { seedRush } from "./bench/seed.ts";
import { brokenInvariants } from "./support/invariants.ts";
import { ownDatabase } from "./support/own-database.ts";
import { type RushAnswer, rushClient, type Wish } from "./support/rush-client.ts";
import { type Spawned, spawnRomslig } from "./support/spawned.ts";

const seats = 40;
const guestCount = 180;

let folder: string;
let database: Awaited<ReturnType<typeof ownDatabase>>;
let processes: Spawned[];
let seeded: Awaited<ReturnType<typeof seedRush>>;
let db: Db;
const day = addDays(dayIn(Temporal.Now.instant(), "Europe/Oslo"), 3);

// each process has a data folder of its own, as on machines of their own
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "romslig-scale-out-"));
  chmodSync(folder, 0o755);
  database = await ownDatabase(folder);
  seeded = await seedRush(database.url, { hosts: 2, seats, people: guestCount + 2 });
  ({ db } = connect(database.url, 1));
  processes = await Promise.all(
    ["first", "second", "third"].map((name) =>
      spawnRomslig({
        DATABASE_URL: database.url,
        ROMSLIG_DATA: join(folder, name),
        ROMSLIG_ROLE: "web",
        ROMSLIG_RATE_LIMITS: "0",
        ROMSLIG_SECRET: "the-same-secret-in-every-process-of-one",
      }),
    ),
  );
  await Promise.all(processes.map(({ open }) => open));
}, 120_000);

afterAll(async () => {
  for (const { process: child } of processes) child.kill("SIGTERM");
  await Promise.all(processes.map(({ exited }) => exited));
  await db.destroy();
  await seeded.connections.close();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

function urlOf(index: number): string {
  return processes[index % processes.length]?.url ?? "";
}

function claimOf(guest: number, host: number): Wish {
  return { kind: "claim", personId: seeded.people[guest] ?? "", spaceId: seeded.hosts[host]?.id ?? "", day };
}

function countStates(answers: (RushAnswer | undefined)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answer of answers) {
    const what = answer?.body.state ?? answer?.body.code ?? "no answer";
    counts[what] = (counts[what] ?? 0) + 1;
  }
  return counts;
}

test("three processes on one database admit exactly as many as there are seats, and what each said is true", async () => {
  const guests = rushClient(seeded.key);

  const answers = await Promise.all(Array.from({ length: guestCount }, (_, index) => guests.ask(urlOf(index), claimOf(index, 0))));

  expect(countStates(answers)).toEqual({ held: seats, waiting: guestCount - seats });
  expect(await guests.untrue(db)).toEqual([]);
  expect(await brokenInvariants(db)).toEqual([]);
}, 60_000);

test("a guest who asks in every process at once has one pass, and one who gives it back everywhere gives one seat back", async () => {
  const guests = rushClient(seeded.key);
  const taken = () =>
    db
      .selectFrom("guest_days")
      .select("taken")
      .where("space_id", "=", seeded.hosts[1]?.id ?? "")
      .executeTakeFirst();

  const claims = await Promise.all([0, 1, 2, 3, 4, 5].map((index) => guests.ask(urlOf(index), claimOf(guestCount, 1))));
  const [passId = ""] = guests.told.keys();
  const takenOnce = await taken();
  const cancellations = await Promise.all([0, 1, 2].map((index) => guests.ask(urlOf(index), { kind: "cancellation", passId })));

  expect(new Set(claims.map((answer) => `${answer?.status} ${answer?.body.id} ${answer?.body.state}`))).toEqual(
    new Set([`201 ${passId} held`]),
  );
  expect(takenOnce).toEqual({ taken: 1 });
  expect(cancellations.filter((answer) => answer?.status === 200).length).toBeGreaterThanOrEqual(1);
  expect(await taken()).toEqual({ taken: 0 });
  expect(await brokenInvariants(db)).toEqual([]);
}, 60_000);

test("a request repeated with its idempotency key gets the first answer from every process", async () => {
  const guests = rushClient(seeded.key);
  const headers = { "idempotency-key": newId() };
  const wish = claimOf(guestCount + 1, 1);

  const first = await guests.ask(urlOf(0), wish, headers);
  const others = [await guests.ask(urlOf(1), wish, headers), await guests.ask(urlOf(2), wish, headers)];
  const another = await guests.ask(urlOf(1), claimOf(0, 1), headers);

  expect(first).toMatchObject({ status: 201, body: { state: "held" } });
  expect(others).toEqual([first, first]);
  expect(another?.body.code).toBe("request.key_reused");
}, 60_000);

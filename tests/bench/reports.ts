import { rmSync } from "node:fs";
import { connect, type Db } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { type Seeded, seedNetwork, seedYear } from "./large-year.ts";
import { databaseOf, newDataFolder, startServer } from "./server.ts";

const year = { from: "2025-01-01", to: "2026-01-01" };

/**
 * The yearly report of a network whose year has so many registrations and guest days, half of each: begun (every figure there is, counted
 * for the first time, beside the year before), read, and read when one event of the year has been written to since. At each size.
 */
export async function benchReports({ sizes }: { sizes: readonly number[] }) {
  const folder = newDataFolder();
  const server = await startServer({ ROMSLIG_DATA: folder, ROMSLIG_DEMO: "0", ROMSLIG_ROLE: "web" });
  try {
    return { results: await measureAll(folder, server.port, sizes) };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureAll(folder: string, port: number, sizes: readonly number[]) {
  const open = connect(databaseOf(folder), 2, { answerMilliseconds: 1_800_000 });
  const seeded = await seedNetwork(open.db);
  const results = [];
  let rows = 0;
  for (const size of sizes) {
    await seedYear(open.db, seeded, Math.round((size - rows) / 2));
    rows = size;
    results.push({ rows: size.toLocaleString("en"), ...(await measure(open.db, port, seeded)) });
  }
  await open.close();
  return results;
}

type Answer = { id: string; figures: { metric: string; value: number }[] };

async function measure(db: Db, port: number, { slug, key }: Seeded) {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const ask = async (path: string, init: RequestInit = {}) => {
    const began = performance.now();
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, { headers, ...init });
    const body = (await answer.json()) as Answer;
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(body)}`);
    return { milliseconds: Math.round(performance.now() - began), body };
  };
  const first = await ask(`/organizations/${slug}/reports`, {
    method: "POST",
    body: JSON.stringify({ title: { nb: "Et stort år" }, ...year }),
  });
  const path = `/reports/${first.body.id}`;
  const times: number[] = [];
  for (let time = 0; time < 7; time += 1) times.push((await ask(path)).milliseconds);
  const registered = (body: Answer) => body.figures.find(({ metric }) => metric === "events-registered")?.value ?? 0;
  const before = registered((await ask(path)).body);
  await cancelOne(db);
  const changed = await ask(path);
  if (registered(changed.body) !== before - 1)
    throw new Error(`${before} were registered before one cancelled, ${registered(changed.body)} after`);
  const summer = `/metrics/events-people?organization=${slug}&from=2025-04-01&to=2025-10-01`;
  const halfYear = { first: (await ask(summer)).milliseconds, again: (await ask(summer)).milliseconds };
  const again = times.toSorted((a, b) => a - b);
  return {
    figures: changed.body.figures.length,
    firstComputation: first.milliseconds,
    afterwards: again[3],
    slowestOfSeven: again.at(-1),
    afterOneEventChanged: changed.milliseconds,
    peopleOfHalfAYear: halfYear.first,
    halfAYearAgain: halfYear.again,
  };
}

// somebody gives back a place they had not used, as the program would write it
async function cancelOne(db: Db): Promise<void> {
  const now = Temporal.Now.instant();
  await db.transaction().execute(async (tx) => {
    const { event_id, id } = await tx
      .selectFrom("registrations as r")
      .innerJoin("tickets as k", (join) => join.onRef("k.event_id", "=", "r.event_id").onRef("k.id", "=", "r.id"))
      .select(["r.event_id", "r.id"])
      .where("r.state", "=", "confirmed")
      .where("k.checked_in_at", "is", null)
      .limit(1)
      .executeTakeFirstOrThrow();
    const ended = { state: "cancelled", ended_at: now, ending: "cancelled" };
    await tx.updateTable("registrations").set(ended).where("event_id", "=", event_id).where("id", "=", id).execute();
    await tx.updateTable("tickets").set({ is_cancelled: true }).where("event_id", "=", event_id).where("id", "=", id).execute();
    await tx.insertInto("event_uncounted").values({ event_id, id: newId() }).execute();
  });
}

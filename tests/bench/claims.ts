import { rmSync } from "node:fs";
import { addDays, dayIn } from "../../src/platform/time/day.ts";
import { load, post } from "./load.ts";
import { seedRush } from "./seed.ts";
import { databaseOf, newDataFolder, startServer } from "./server.ts";

const connections = 64;

/**
 * Claims of guest days through the HTTP API with API keys, durable commits, every quota dimension on: decided together,
 * and one transaction each (the baseline), on the same machine in the same run.
 */
export async function benchClaims() {
  const day = addDays(dayIn(Temporal.Now.instant(), "Europe/Oslo"), 3);
  const folder = newDataFolder();
  const options = { ROMSLIG_DATA: folder, ROMSLIG_DEMO: "0", ROMSLIG_ROLE: "web" };
  let server = await startServer(options);
  const { hosts, people, key, connections: seeded } = await seedRush(databaseOf(folder), { hosts: 200, seats: 100_000, people: 60_000 });
  await seeded.close();
  await server.stop();
  let nextPerson = 0;
  const oneDay = () => post(`/api/v1/spaces/${hosts[0]?.id}/day-passes`, key, { day, personId: people[nextPerson++] });
  const manyDays = () => {
    const index = nextPerson++;
    return post(`/api/v1/spaces/${hosts[1 + (index % 198)]?.id}/day-passes`, key, {
      day: addDays(day, index % 10),
      personId: people[index % people.length],
    });
  };

  const results: Record<string, unknown>[] = [];
  for (const [name, largest, requests] of [
    ["one transaction each", "1", 3_000],
    ["decided together", "256", 20_000],
  ] as const) {
    server = await startServer({ ...options, ROMSLIG_LARGEST_BATCH: largest });
    await load(server.port, connections, 500, oneDay);
    const one = await load(server.port, connections, requests, oneDay);
    const many = await load(server.port, connections, Math.round(requests / 2), manyDays);
    results.push(row(`one host-day, ${name}`, one), row(`200 hosts, 10 days, ${name}`, many));
    await server.stop();
  }

  server = await startServer(options);
  const crowd = await seedCrowd(folder);
  // a program that has been up for a while, its crowd's day untouched
  await load(server.port, connections, 4_000, manyDays);
  const rush = await load(
    server.port,
    1_000,
    1_000,
    (index) => post(`/api/v1/spaces/${crowd.host}/day-passes`, key, { day, personId: people[people.length - 1 - index] }),
    true,
  );
  const states = Object.groupBy(rush.bodies, (body) => (JSON.parse(body) as { state?: string }).state ?? "refused");
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  return {
    results,
    rush: {
      held: states.held?.length ?? 0,
      waiting: states.waiting?.length ?? 0,
      refused: states.refused?.length ?? 0,
      seconds: Math.round(rush.seconds * 100) / 100,
      slowestMs: rush.p99,
    },
  };

  async function seedCrowd(dataFolder: string): Promise<{ host: string }> {
    const { connect } = await import("../../src/platform/database/database.ts");
    const open = connect(databaseOf(dataFolder), 1);
    const host = hosts.at(-1)?.id ?? "";
    await open.db
      .updateTable("guest_terms")
      .set({ seats_per_weekday: Array<number>(7).fill(50) })
      .where("space_id", "=", host)
      .execute();
    await open.db.updateTable("guest_days").set({ capacity: 50, taken: 0 }).where("space_id", "=", host).where("day", "=", day).execute();
    await open.db.deleteFrom("day_passes").where("space_id", "=", host).where("day", "=", day).execute();
    await open.close();
    return { host };
  }
}

function row(
  name: string,
  { perSecond, p50, p99, statuses }: { perSecond: number; p50: number; p99: number; statuses: Record<string, number> },
) {
  return {
    name,
    perSecond,
    p50,
    p99,
    statuses: Object.entries(statuses)
      .map(([status, count]) => `${status}: ${count}`)
      .join(" "),
  };
}

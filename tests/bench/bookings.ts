import { rmSync } from "node:fs";
import { sql } from "kysely";
import { createApiKey } from "../../src/features/accounts/index.ts";
import { connect, type Db } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { createPool } from "../../src/platform/database/pool.ts";
import { addDays, dayIn, momentOf } from "../../src/platform/time/day.ts";
import { networkBuilder } from "../support/network.ts";
import { type LoadResult, load, post } from "./load.ts";
import { databaseOf, newDataFolder, startServer } from "./server.ts";

const connections = 64;
const rooms = 200;

/**
 * Bookings through the HTTP API with an API key, durable commits: times nobody else wants, and times that many want; beside bare
 * inserts of one row into the same table over as many connections, in the same run. At the end a query of its own looks for overlaps.
 */
export async function benchBookings({ requests = 10_000, inserts = 10_000 } = {}) {
  const folder = newDataFolder();
  const server = await startServer({ ROMSLIG_DATA: folder, ROMSLIG_DEMO: "0", ROMSLIG_ROLE: "web" });
  const open = connect(databaseOf(folder), 2);
  const { ids, key, spaceId, personId } = await seedRooms(open.db);
  const first = addDays(dayIn(Temporal.Now.instant(), "Europe/Oslo"), 2);
  const at = (hour: number) => momentOf(addDays(first, Math.floor(hour / 24)), "00:00", "UTC").add({ hours: hour % 24 });
  const book = (room: number, hour: number) =>
    post(`/api/v1/resources/${ids[room % rooms]}/bookings`, key, { startsAt: at(hour), endsAt: at(hour + 1) });
  let next = 0;
  const alone = () => {
    const index = next++;
    return book(index, Math.floor(index / rooms));
  };
  // forty rooms and 113 hours that lie ahead of all others: every hour is wanted again and again
  const contested = (index: number) => book((index * 7919) % 40, 24 * 150 + ((index * 104_729) % 113));
  await load(server.port, connections, 1_000, alone);
  const results = [
    row("times nobody else wants", await load(server.port, connections, requests, alone)),
    row("4,520 times, wanted by many", await load(server.port, connections, requests, contested)),
    await bareInserts(databaseOf(folder), { spaceId, resourceId: ids[0] ?? "", personId, inserts }),
  ];
  const overlaps = await countOverlaps(open.db);
  await open.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  return { results, overlaps };
}

async function seedRooms(db: Db) {
  const now = () => Temporal.Now.instant();
  const network = networkBuilder({ db, now });
  const space = await network.space("many-rooms", { isOpenAllDays: true });
  const personId = await network.person("Benk Benkesen");
  await network.membership(space.organizationId, { personId });
  const ids: string[] = [];
  for (let index = 0; index < rooms; index += 1) ids.push(await network.resource(space, `Rom ${index}`, { opens_with_house: false }));
  const { key } = await createApiKey(db, now(), { personId, name: "bench", scopes: ["read", "write"] });
  await sql`analyze`.execute(db);
  return { ids, key, spaceId: space.id, personId };
}

async function bareInserts(
  url: string,
  { spaceId, resourceId, personId, inserts }: { spaceId: string; resourceId: string; personId: string; inserts: number },
) {
  const pool = createPool({ connectionString: url, max: connections });
  const began = performance.now();
  const times: number[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (next++ < inserts) {
        const sent = performance.now();
        const startsAt = Temporal.Now.instant();
        await pool.query({
          name: "bare_insert",
          // what ends at once holds no time, so that only the row itself is measured
          text: `insert into bookings (space_id, id, resource_id, state, person_id, starts_at, ends_at, audience, created_at)
            values ($1, $2, $3, 'cancelled', $4, $5, $6, 'members', $5)`,
          values: [spaceId, newId(), resourceId, personId, startsAt.toString(), startsAt.add({ hours: 1 }).toString()],
        });
        times.push(performance.now() - sent);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  await pool.end();
  times.sort((a, b) => a - b);
  const percentile = (share: number) => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10;
  return {
    name: "bare inserts of one row",
    perSecond: Math.round(times.length / seconds),
    p50: percentile(0.5),
    p99: percentile(0.99),
    statuses: "",
  };
}

/** Pairs of bookings that take the same place at the same moment, told by the bookings themselves and not by what guards them. */
async function countOverlaps(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from bookings a
    join bookings b on b.space_id = a.space_id and b.resource_id = a.resource_id and b.id > a.id and b.state <> 'cancelled'
      and b.starts_at < a.ends_at and a.starts_at < b.ends_at
    where a.state <> 'cancelled'`.execute(db);
  return rows[0]?.count ?? 0;
}

function row(name: string, { perSecond, p50, p99, statuses }: LoadResult) {
  return { name, perSecond, p50, p99, statuses: JSON.stringify(statuses) };
}

import { rmSync } from "node:fs";
import { sql } from "kysely";
import { createApiKey } from "../../src/features/accounts/index.ts";
import { connect, type Db } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { addDays, dayIn } from "../../src/platform/time/day.ts";
import { networkBuilder } from "../support/network.ts";
import { get, load } from "./load.ts";
import { databaseOf, newDataFolder, startServer } from "./server.ts";

const perSpace = 10;
const cities = 20;

/** A room for six for an hour in a city, among `resources` of `resources / 10` houses with `bookings` over two years behind and ahead. */
export async function benchAvailability({ resources = 20_000, bookings = 10_000_000, requests = 2_000 } = {}) {
  const folder = newDataFolder();
  const server = await startServer({ ROMSLIG_DATA: folder, ROMSLIG_DEMO: "0", ROMSLIG_ROLE: "web" });
  const open = connect(databaseOf(folder), 2);
  const today = dayIn(Temporal.Now.instant(), "Europe/Oslo");
  const key = await seedHouses(open.db, resources / perSpace);
  const seeded = await seedBookings(open.db, { resources, bookings, today });
  await open.close();
  const ask = (index: number) => {
    const city = (index * 7919) % cities;
    const [latitude, longitude] = [58 + city * 0.6 + (index % 7) * 0.01, 6 + city * 0.5 + (index % 5) * 0.01];
    const day = addDays(today, 1 + (index % 28));
    const query = `from=${day}T08:00:00Z&to=${day}T12:00:00Z&minutes=60&capacity=6&near=${latitude.toFixed(3)},${longitude.toFixed(3)}&limit=20`;
    return withKey(get(`/api/v1/availability?${query}`), key);
  };
  const results = [];
  for (const connections of [1, 4, 16]) {
    await load(server.port, connections, Math.min(200, requests), ask);
    const { perSecond, p50, p95, p99, statuses } = await load(server.port, connections, requests, ask);
    results.push({ name: `${connections} at once`, perSecond, p50, p95, p99, statuses: JSON.stringify(statuses) });
  }
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  return { resources, bookings: seeded, results };
}

function withKey(request: string, key: string): string {
  return request.replace("\r\nhost:", `\r\nauthorization: Bearer ${key}\r\nhost:`);
}

/** Houses in twenty cities, all in one network, each with ten rooms the network may book. @returns a key of somebody who is a member of one */
async function seedHouses(db: Db, houses: number): Promise<string> {
  const now = Temporal.Now.instant();
  const network = networkBuilder({ db, now: () => now });
  const networkId = await network.organization("the-network", { kinds: ["network"] });
  const [organizations, spaces] = [Array.from({ length: houses }, () => newId()), Array.from({ length: houses }, () => newId())];
  await sql`insert into organizations (id, slug, name, visibility, created_at)
    select id, 'house-' || n, 'House ' || n, 'public', ${now} from unnest(${organizations}::uuid[]) with ordinality o(id, n) returning id`.execute(
    db,
  );
  await sql`insert into memberships (id, organization_id, member_organization_id, during, plan, created_at, confirmed_at)
    select m.id, ${networkId}::uuid, m.house, '[2020-01-01,)', 'member', ${now}, ${now}
    from unnest(${organizations.map(() => newId())}::uuid[], ${organizations}::uuid[]) m(id, house) returning id`.execute(db);
  await sql`insert into spaces (id, organization_id, slug, name, municipality_number, municipality_recorded_on, latitude, longitude, desks, during, created_at)
    select p.id, p.organization, 'space-' || n, 'Space ' || n, '0301', '2026-01-01',
      58 + n % ${cities}::int * 0.6 + (n * 7919 % 100) / 1000.0, 6 + n % ${cities}::int * 0.5 + (n * 104729 % 100) / 1000.0, 20, '[2020-01-01,)', ${now}
    from unnest(${spaces}::uuid[], ${organizations}::uuid[]) with ordinality p(id, organization, n) returning id`.execute(db);
  await sql`insert into opening_hours (space_id, weekday, opens, closes)
    select id, weekday, '08:00', '17:00' from unnest(${spaces}::uuid[]) id, generate_series(1, 7) weekday returning space_id`.execute(db);
  for (let from = 0; from < houses; from += 500) {
    const part = spaces.slice(from, from + 500);
    await sql`insert into resources (id, space_id, kind, name, capacity, booked_by, in_use, created_at)
      select gen_random_uuid(), id, 'meeting_room', 'Rom ' || n, 2 + n, 'network', '[2020-01-01,)', ${now}
      from unnest(${part}::uuid[]) id, generate_series(1, ${perSpace}::int) n returning id`.execute(db);
    await sql`insert into resource_prices (resource_id, audience, unit, amount_ore)
      select id, 'network', 'hour', 20000 from resources where space_id = any(${part}::uuid[]) returning resource_id`.execute(db);
  }
  const personId = await network.person("Benk Benkesen");
  await network.membership(organizations[0] ?? "", { personId });
  const { key } = await createApiKey(db, now, { personId, name: "bench", scopes: ["read"] });
  await sql`analyze`.execute(db);
  return key;
}

// bites that stay below the server's patience with one statement
const bite = 40_000;

/** Hours spread evenly over two years around today, never two at once in one room. @returns how many */
async function seedBookings(
  db: Db,
  { resources, bookings, today }: { resources: number; bookings: number; today: string },
): Promise<number> {
  const each = Math.max(1, Math.round(bookings / resources));
  const days = 730;
  const step = Math.max(1, Math.floor(bite / resources));
  const person = newId();
  for (let from = 0; from < each; from += step) {
    const until = Math.min(each, from + step);
    await sql`with made as materialized (
        select r.space_id, gen_random_uuid() as id, r.id as resource_id,
          ((${today}::date - 365) + (k * ${days}::int / ${each}::int) + make_interval(hours => 7 + (hashtext(r.id::text || k) & 7))) at time zone 'UTC' as starts_at
        from resources r, generate_series(${from}::int, ${until - 1}::int) k
      ), booked as (
        insert into bookings (space_id, id, resource_id, state, person_id, starts_at, ends_at, audience, created_at)
        select space_id, id, resource_id, 'confirmed', ${person}::uuid, starts_at, starts_at + interval '1 hour', 'network', starts_at from made returning id
      ), taken as (
        insert into booked_resources (space_id, booking_id, resource_id, during)
        select space_id, id, resource_id, tstzrange(starts_at, starts_at + interval '1 hour') from made returning booking_id
      )
      select (select count(*) from booked) as bookings, (select count(*) from taken) as taken`.execute(db);
  }
  await sql`vacuum analyze bookings`.execute(db);
  await sql`vacuum analyze booked_resources`.execute(db);
  return each * resources;
}

import { rmSync } from "node:fs";
import { sql } from "kysely";
import { connect, type Db } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { addDays, dayIn } from "../../src/platform/time/day.ts";
import { networkBuilder } from "../support/network.ts";
import { get, load } from "./load.ts";
import { databaseOf, newDataFolder, startServer } from "./server.ts";

/** Nearest free seats for a day among `spaces` spaces with `passes` passes behind them, and again with ten times the passes. */
export async function benchSearch({ spaces = 5_000, passes = 500_000, connections = 32, requests = 3_000 } = {}) {
  const folder = newDataFolder();
  const options = { ROMSLIG_DATA: folder, ROMSLIG_DEMO: "0", ROMSLIG_ROLE: "web" };
  let server = await startServer(options);
  const open = connect(databaseOf(folder), 2);
  const today = dayIn(Temporal.Now.instant(), "Europe/Oslo");
  await seedSpaces(open.db, spaces);
  await seedPasses(open.db, passes, today);
  await open.close();
  await server.stop();
  const results = [];
  for (const total of [passes, passes * 10]) {
    server = await startServer(options);
    if (total > passes) {
      const more = connect(databaseOf(folder), 2);
      await seedPasses(more.db, total - passes, today);
      await more.close();
    }
    const ask = (index: number) => {
      const latitude = (58 + ((index * 7919) % 1300) / 100).toFixed(2);
      const longitude = (5 + ((index * 104_729) % 2500) / 100).toFixed(2);
      return get(`/api/v1/spaces?near=${latitude},${longitude}&day=${addDays(today, 1 + (index % 14))}&seats=1&limit=20`);
    };
    await load(server.port, connections, 300, ask);
    const { perSecond, p50, p95, p99, statuses } = await load(server.port, connections, requests, ask);
    results.push({
      name: `${spaces} spaces, ${total.toLocaleString("en")} passes`,
      perSecond,
      p50,
      p95,
      p99,
      statuses: JSON.stringify(statuses),
    });
    await server.stop();
  }
  rmSync(folder, { recursive: true, force: true });
  return { results };
}

async function seedSpaces(db: Db, count: number): Promise<void> {
  const now = Temporal.Now.instant();
  const network = networkBuilder({ db, now: () => now });
  const organization = await network.organization("many-houses");
  const { id: agreementId } = await network.agreement([]);
  const ids = Array.from({ length: count }, () => newId());
  await sql`insert into spaces (id, organization_id, slug, name, municipality_number, municipality_recorded_on, latitude, longitude, desks, during, created_at)
    select id, ${organization}::uuid, 'space-' || n, 'Space ' || n, '0301', '2026-01-01', 58 + (n * 7919 % 1300) / 100.0, 5 + (n * 104729 % 2500) / 100.0, 20, '[2020-01-01,)', ${now}
    from unnest(${ids}::uuid[]) with ordinality p(id, n)`.execute(db);
  await sql`insert into opening_hours select id, weekday, '08:00', '17:00' from unnest(${ids}::uuid[]) id, generate_series(1, 7) weekday`.execute(
    db,
  );
  await sql`insert into guest_terms (space_id, seats_per_weekday) select id, array[6,6,6,6,6,6,6] from unnest(${ids}::uuid[]) id`.execute(
    db,
  );
  await sql`insert into agreement_acceptances (agreement_id, version, space_id, accepted_at) select ${agreementId}::uuid, 1, id, ${now} from unnest(${ids}::uuid[]) id`.execute(
    db,
  );
  await sql`analyze`.execute(db);
}

async function seedPasses(db: Db, count: number, today: string): Promise<void> {
  for (let from = -1000; from <= 30; from += 50) {
    await sql`insert into guest_days select s.id, ${today}::date + d, 6, (hashtext(s.id::text || d) & 7) % 7
      from spaces s, generate_series(${from}::int, ${Math.min(30, from + 49)}::int) d on conflict do nothing`.execute(db);
  }
  const now = Temporal.Now.instant();
  for (let from = 0; from < count; from += 100_000) {
    await sql`insert into day_passes (space_id, id, day, person_id, home_id, network_id, agreement_id, agreement_version, state, code, holder_name, claimed_at)
      select s.id, gen_random_uuid(), ${today}::date - (random() * 999)::int - 1, gen_random_uuid(), s.organization_id, a.network_id, a.id, 1, 'completed', substr(md5(random()::text), 1, 12), 'Gjest G.', ${now}
      from generate_series(1, ${Math.min(100_000, count - from)}) n
      join (select id, organization_id, row_number() over () as place from spaces) s on s.place = 1 + n % (select count(*) from spaces)
      cross join (select id, network_id from agreements limit 1) a`.execute(db);
  }
  await sql`vacuum analyze day_passes`.execute(db);
  await sql`vacuum analyze guest_days`.execute(db);
}

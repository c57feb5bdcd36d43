import { sql } from "kysely";
import { createApiKey } from "../../src/features/accounts/index.ts";
import type { Db } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { networkBuilder } from "../support/network.ts";
import { withoutIndexes } from "./without-indexes.ts";

/** In how many cities the houses lie. */
export const cities = 20;
const perSpace = 10;
// ten million bookings of 20,000 resources in two years
const perDay = 500 / 730;

/** Houses in twenty cities, all in one network, each with ten rooms the network may book. @returns a key of somebody who is a member of one */
export async function seedHouses(db: Db, resources: number): Promise<string> {
  const houses = resources / perSpace;
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

/** Hours spread evenly over the days around today, never two at once in one room. @returns how many */
export async function seedBookings(
  db: Db,
  { resources, bookings, today }: { resources: number; bookings: number; today: string },
): Promise<number> {
  const each = Math.max(1, Math.round(bookings / resources));
  const days = Math.ceil(each / perDay);
  const person = newId();
  await db.connection().execute(async (one) => {
    await withoutIndexes(one, ["bookings", "booked_resources"], async () => {
      await sql`insert into bookings (space_id, id, resource_id, state, person_id, starts_at, ends_at, audience, created_at)
        select space_id, gen_random_uuid(), id, 'confirmed', ${person}::uuid, starts_at, starts_at + interval '1 hour', 'network', starts_at
        from generate_series(0, ${each - 1}::int) k cross join resources r cross join lateral (
          select ((${today}::date - ${days}::int / 2 + k * ${days}::int / ${each}::int) + make_interval(hours => 7 + (hashtext(r.id::text || k) & 7))) at time zone 'UTC' as starts_at
        ) time on conflict do nothing`.execute(one);
      // room by room: the index that lets none overlap is built tuple by tuple, and would jump from place to place for each
      await sql`insert into booked_resources (space_id, booking_id, resource_id, during)
        select space_id, id, resource_id, tstzrange(starts_at, ends_at) from bookings order by space_id, resource_id, starts_at on conflict do nothing`.execute(
        one,
      );
    });
    await sql`vacuum analyze bookings, booked_resources`.execute(one);
  });
  return each * resources;
}

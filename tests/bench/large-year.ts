import { sql } from "kysely";
import { createApiKey } from "../../src/features/accounts/index.ts";
import { recountLedger } from "../../src/features/exchange/index.ts";
import type { Db } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { networkBuilder } from "../support/network.ts";

const houses = 200;
const companies = 500;
const registrationsOfEvent = 500;

/** A network whose year is filled. */
export interface Seeded {
  networkId: string;
  slug: string;
  spaceIds: string[];
  companyIds: string[];
  /** Of its coordinator. */
  key: string;
}

/** Two hundred houses and five hundred companies, members of one network. */
export async function seedNetwork(db: Db): Promise<Seeded> {
  const now = () => Temporal.Now.instant();
  const network = networkBuilder({ db, now });
  const slug = "many-houses";
  const networkId = await network.organization(slug, { kinds: ["network"] });
  const spaceIds: string[] = [];
  for (let index = 0; index < houses; index += 1) {
    const space = await network.space(`house-${index}`, { isOpenAllDays: true });
    await network.membership(networkId, { organizationId: space.organizationId });
    spaceIds.push(space.id);
  }
  const companyIds: string[] = [];
  for (let index = 0; index < companies; index += 1) {
    const organizationId = await network.organization(`company-${index}`, { kinds: ["company"] });
    await network.membership(networkId, { organizationId });
    companyIds.push(organizationId);
  }
  const coordinator = await network.person("Kari Koordinator");
  await network.position(coordinator, networkId, "coordinator", "[2020-01-01,)");
  const { key } = await createApiKey(db, now(), { personId: coordinator, name: "bench", scopes: ["read", "write"] });
  return { networkId, slug, spaceIds, companyIds, key };
}

/** As many registrations (each with a ticket, four of five used) and as many days in the ledger, over the year. */
export async function seedYear(db: Db, seeded: Seeded, count: number): Promise<void> {
  const { networkId, spaceIds, companyIds } = seeded;
  const now = Temporal.Now.instant();
  const ids = (many: number) => Array.from({ length: many }, () => newId());
  const people = ids(Math.ceil(count / 10));
  await sql`
    insert into people (id, name, email, created_at)
    select id, 'Gjest ' || id, id || '@example.test', ${now} from unnest(${people}::uuid[]) id returning id`.execute(db);
  const events = ids(Math.ceil(count / registrationsOfEvent));
  await sql`
    insert into events (id, slug, titles, descriptions, starts_at, ends_at, time_zone, languages, audience, status, created_at, space_id)
    select id, 'event-' || id, jsonb_build_object('nb', 'Arrangement ' || n), '{}', s, s + interval '2 hours', 'Europe/Oslo', '{nb}', 'public', 'published', ${now},
      (${spaceIds}::uuid[])[1 + n % ${houses}]
    from unnest(${events}::uuid[]) with ordinality e(id, n), lateral (select timestamptz '2025-01-02 09:00+01' + n % 362 * interval '1 day' as s) t
    returning id`.execute(db);
  await sql`
    insert into event_hosts (event_id, organization_id, leads) select id, ${networkId}::uuid, true from unnest(${events}::uuid[]) id
    returning event_id`.execute(db);
  await sql`
    insert into ticket_types (id, event_id, place_in_order, name) select id, id, 0, 'Plass' from unnest(${events}::uuid[]) id returning id`.execute(
    db,
  );
  for (let first = 0; first < events.length; first += 200) {
    await sql`
      with seats as materialized (
        select e.id as event_id, gen_random_uuid() as id, (${people}::uuid[])[1 + (e.n * 7919 + s * 104729) % ${people.length}] as person_id,
          case when s % 3 = 0 then (${companyIds}::uuid[])[1 + (e.n * 31 + s) % 40 * 12] end as organization_id, s
        from unnest(${events.slice(first, first + 200)}::uuid[]) with ordinality e(id, n), generate_series(1, ${registrationsOfEvent}) s),
      registered as (
        insert into registrations (event_id, id, ticket_type_id, quantity, state, person_id, organization_id, registered_at, confirmed_at)
        select event_id, id, event_id, 1, 'confirmed', person_id, organization_id, ${now}, ${now} from seats on conflict do nothing returning id)
      insert into tickets (event_id, id, registration_id, ticket_type_id, code, checked_in_at)
      select event_id, id, id, event_id, id::text, case when s % 5 > 0 then ${now}::timestamptz end
      from seats where id in (select id from registered) returning id`.execute(db);
  }
  const stays = await sql<{ id: string; organization_id: string }>`select id, organization_id from spaces order by id`.execute(db);
  const hosts = stays.rows.map(({ organization_id }) => organization_id);
  const at = stays.rows.map(({ id }) => id);
  for (let first = 0; first < count; first += 100_000)
    await sql`
      insert into ledger_transactions (id, network_id, host_id, home_id, space_id, pass_id, day, days, amount_ore, booked_at)
      select gen_random_uuid(), ${networkId}::uuid, (${hosts}::uuid[])[1 + h], (${hosts}::uuid[])[1 + (h + 1 + n % 20) % ${houses}], (${at}::uuid[])[1 + h],
        gen_random_uuid(), date '2025-01-01' + (n % 365), 1, 0, ${now}
      from (select n, (n::bigint * 7919 % ${houses})::integer as h from generate_series(${first}::integer, ${Math.min(count, first + 100_000) - 1}::integer) n) g
      returning id`.execute(db);
  await db.transaction().execute(recountLedger);
  await sql`analyze`.execute(db);
}

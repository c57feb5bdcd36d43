import { sql } from "kysely";
import { createApiKey } from "../../src/features/accounts/index.ts";
import { connect, type Db } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { networkBuilder } from "../support/network.ts";

/** A network made for the clock: hosts with as many seats as wanted, people who are members of one home, an operator's key. */
export async function seedRush(databaseUrl: string, given: { hosts: number; seats: number; people: number }) {
  const connections = connect(databaseUrl, 4);
  const { db } = connections;
  const now = () => Temporal.Now.instant();
  const network = networkBuilder({ db, now });
  const home = await network.space("home", { isOpenAllDays: true });
  const hosts = [];
  for (let index = 0; index < given.hosts; index += 1)
    hosts.push(await network.space(`host-${index}`, { seats: given.seats, isOpenAllDays: true }));
  await network.agreement([home, ...hosts], { quotas: { person: 31, company: 1_000_000, host: 100_000_000, person_and_host: 31 } });
  const people = await members(db, home.organizationId, given.people);
  const operator = await network.person("Oda Drift");
  await network.position(operator, home.organizationId, "operator", "[2020-01-01,)");
  const { key } = await createApiKey(db, now(), { personId: operator, name: "bench", scopes: ["read", "write"] });
  await sql`analyze`.execute(db);
  return { hosts, people, key, connections };
}

async function members(db: Db, organizationId: string, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  const now = Temporal.Now.instant();
  for (let from = 0; from < count; from += 5_000) {
    const part = ids.slice(from, from + 5_000);
    await sql`insert into people (id, name, email, created_at)
      select id, 'Gjest ' || n, 'gjest.' || n || '@example.test', ${now} from unnest(${part}::uuid[]) with ordinality p(id, place), lateral (select ${from}::int + place as n) x`.execute(
      db,
    );
    await sql`insert into memberships (id, organization_id, member_person_id, during, plan, created_at)
      select m.id, ${organizationId}::uuid, m.person, '[2024-01-01,)', 'flex', ${now} from unnest(${part.map(() => newId())}::uuid[], ${part}::uuid[]) m(id, person)`.execute(
      db,
    );
  }
  return ids;
}

import { sql } from "kysely";
import { connect, type Db } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { networkBuilder } from "../support/network.ts";
import { withoutIndexes } from "./without-indexes.ts";

/** The slug of the house. */
export const house = "huset-med-mange-rom";

const perDay = 8;

/** A house whose every room has eight bookings that day, a few of them the member's own, and as many on each day of the year behind. */
export async function fillDay(
  databaseUrl: string,
  { day, resources, member }: { day: string; resources: number; member: string },
): Promise<void> {
  const open = connect(databaseUrl, 1, { answerMilliseconds: 600_000 });
  const network = networkBuilder({ db: open.db, now: () => Temporal.Now.instant() });
  const space = await network.space(house, { name: "Huset med mange rom", isOpenAllDays: true });
  await network.membership(space.organizationId, { personId: member });
  for (let index = 1; index <= resources; index++) await network.resource(space, `Rom ${index}`, { capacity: 2 + (index % 12) });
  await book(open.db, { day, spaceId: space.id, member });
  await open.db
    .connection()
    .execute(async (one) => withoutIndexes(one, ["bookings", "booked_resources"], () => bookBefore(one, { day, spaceId: space.id })));
  await sql`analyze`.execute(open.db);
  await open.close();
}

// three quarters of an hour, one after another, a quarter of an hour later in every other room
async function book(db: Db, { day, spaceId, member }: { day: string; spaceId: string; member: string }): Promise<void> {
  const rooms = await db.selectFrom("resources").select("id").where("space_id", "=", spaceId).orderBy("id").execute();
  const bookings = rooms.flatMap(({ id }, room) =>
    Array.from({ length: perDay }, (_, place) => ({
      id: newId(),
      room: id,
      minutes: 480 + place * 60 + (room % 2) * 15,
      isMine: (room + place) % 40 === 0,
    })),
  );
  await sql`with made as materialized (
      select b.id, b.room, (${day}::date + make_interval(mins => b.minutes)) at time zone 'Europe/Oslo' as starts_at,
        case when b.mine then ${member}::uuid else (select p.id from people p where p.id <> ${member}::uuid order by md5(p.id::text || b.id::text) limit 1) end as person
      from unnest(${bookings.map(({ id }) => id)}::uuid[], ${bookings.map(({ room }) => room)}::uuid[], ${bookings.map(({ minutes }) => minutes)}::int[],
        ${bookings.map(({ isMine }) => isMine)}::boolean[]) b(id, room, minutes, mine)
    ), booked as (
      insert into bookings (space_id, id, resource_id, state, person_id, title, starts_at, ends_at, audience, created_at)
      select ${spaceId}::uuid, id, room, 'confirmed', person, 'Møte om noe', starts_at, starts_at + interval '45 minutes', 'members', now() from made returning id
    )
    insert into booked_resources (space_id, booking_id, resource_id, during)
    select ${spaceId}::uuid, id, room, tstzrange(starts_at, starts_at + interval '45 minutes') from made returning booking_id`.execute(db);
}

async function bookBefore(db: Db, { day, spaceId }: { day: string; spaceId: string }): Promise<void> {
  await sql`insert into bookings (space_id, id, resource_id, state, person_id, title, starts_at, ends_at, audience, created_at, used_at)
    select b.space_id, gen_random_uuid(), b.resource_id, b.state, b.person_id, b.title, b.starts_at - ago, b.ends_at - ago, b.audience, b.starts_at - ago, b.ends_at - ago
    from bookings b, generate_series(1, 365) days cross join lateral (select make_interval(days => days) as ago) time where b.space_id = ${spaceId}::uuid on conflict do nothing`.execute(
    db,
  );
  await sql`insert into booked_resources (space_id, booking_id, resource_id, during)
    select b.space_id, b.id, b.resource_id, tstzrange(b.starts_at, b.ends_at) from bookings b
    where b.space_id = ${spaceId}::uuid and b.starts_at < ${day}::date on conflict do nothing`.execute(db);
}

import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { addDays } from "../../platform/time/day.ts";
import { isHoliday } from "../../platform/time/holidays.ts";
import { seatsOpened } from "./seats-opened.ts";

export interface SeatsOfDay {
  day: string;
  guestSeats: number;
  guestSeatsLeft: number;
  waiting: number;
  isHoliday: boolean;
}

/** The guest seats of a space on so many days from a day, as they stand now. */
export async function daysAhead(db: Db, spaceId: string, from: string, count: number): Promise<SeatsOfDay[]> {
  const { days, holidays } = calendar(from, count);
  const { rows } = await sql<{ day: string; opened: number; taken: number; waiting: number; is_holiday: boolean }>`
    select k.day, coalesce(g.capacity, ${sql.raw(seatsOpened("k.space_id", "k.day", "k.is_holiday"))}, 0) as opened, coalesce(g.taken, 0) as taken, k.is_holiday,
      (select count(*) from day_passes w where w.space_id = k.space_id and w.day = k.day and w.state = 'waiting' and w.waits_for = 'seat') as waiting
    from (select ${spaceId}::uuid as space_id, day, is_holiday from unnest(${days}::date[], ${holidays}::boolean[]) c(day, is_holiday)) k
    left join guest_days g on g.space_id = k.space_id and g.day = k.day
    order by k.day`.execute(db);
  return rows.map(({ day, opened, taken, waiting, is_holiday }) => ({
    day,
    guestSeats: opened,
    guestSeatsLeft: Math.max(0, opened - taken),
    waiting,
    isHoliday: is_holiday,
  }));
}

/** The same summed over the spaces of a network's agreement. */
export async function networkDaysAhead(db: Db, networkId: string, from: string, count: number) {
  const { days, holidays } = calendar(from, count);
  const { rows } = await sql<{ day: string; seats: number; left_over: number; with_seats: number; spaces: number }>`
    select k.day, coalesce(sum(s.opened), 0)::int as seats, coalesce(sum(greatest(s.opened - s.taken, 0)), 0)::int as left_over,
      count(*) filter (where s.opened > s.taken) as with_seats, count(s.space_id) as spaces
    from unnest(${days}::date[], ${holidays}::boolean[]) k(day, is_holiday)
    left join lateral (
      select a.space_id, coalesce(g.capacity, ${sql.raw(seatsOpened("a.space_id", "k.day", "k.is_holiday"))}, 0) as opened, coalesce(g.taken, 0) as taken
      from (select distinct c.space_id from agreement_acceptances c join agreements ag on ag.id = c.agreement_id
        where ag.network_id = ${networkId}::uuid and (c.withdrawn_on is null or c.withdrawn_on > k.day)) a
      left join guest_days g on g.space_id = a.space_id and g.day = k.day
    ) s on true
    group by k.day order by k.day`.execute(db);
  return rows.map((row) => ({
    day: row.day,
    guestSeats: row.seats,
    guestSeatsLeft: row.left_over,
    spacesWithSeats: row.with_seats,
    spaces: row.spaces,
  }));
}

function calendar(from: string, count: number): { days: string[]; holidays: boolean[] } {
  const days = Array.from({ length: count }, (_, index) => addDays(from, index));
  return { days, holidays: days.map(isHoliday) };
}

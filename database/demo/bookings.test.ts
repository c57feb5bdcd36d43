import { sql } from "kysely";
import { afterEach, describe, expect, test } from "vitest";
import { minutesBetween } from "../../src/features/bookings/booking.ts";
import type { Book } from "../../src/features/bookings/deciding/command.ts";
import { readFacts, standingKey, weekKey } from "../../src/features/bookings/deciding/facts.ts";
import { takeDue } from "../../src/features/bookings/outside/queries.ts";
import { ruleAgainst, weekOf } from "../../src/features/bookings/rules.ts";
import { amountOf, unitOf } from "../../src/features/plans/index.ts";
import { priceOf } from "../../src/features/spaces/index.ts";
import type { Db } from "../../src/platform/database/database.ts";
import { addDays, dayIn, momentOf } from "../../src/platform/time/day.ts";
import type { TestInstallation } from "../../tests/support/installation.ts";
import { brokenInvariants } from "../../tests/support/invariants.ts";
import { demonstration } from "../../tests/support/loaded-network.ts";
import { callers } from "../../tests/support/visitor.ts";
import { calendarAt } from "./calendar.ts";
import { resolveDay } from "./day.ts";
import { refreshDemo } from "./refresh.ts";

const oslo = "Europe/Oslo";
let installation: TestInstallation;

afterEach(() => installation.close());

async function loaded(moment?: string): Promise<Db> {
  installation = await demonstration(moment);
  return installation.db;
}

/** The clock goes on, and the network is brought to that day. @returns whether anything was done */
async function goOnTo(moment: string): Promise<boolean> {
  installation.setClock(moment);
  return await refreshDemo(installation.db, installation.now());
}

describe("The calendars of the demonstration", () => {
  // a Sunday, a Monday morning, a Friday night, Christmas Eve, Easter Monday, and 17 May, which is a Sunday
  test.each([
    "2026-11-22T12:00+01:00",
    "2026-11-23T08:10+01:00",
    "2026-11-27T23:40+01:00",
    "2026-12-24T18:30+01:00",
    "2027-03-29T10:00+02:00",
    "2026-05-17T11:00+02:00",
  ])("on %s obey every rule, and there is life today and tomorrow", async (moment) => {
    const db = await loaded(moment);
    const today = dayIn(installation.now(), oslo);

    expect(await brokenInvariants(db)).toEqual([]);
    expect(await brokenRules()).toEqual([]);
    expect(await writtenAhead()).toBe(0);
    expect(await daysTwice(db)).toEqual([]);
    for (const day of [today, addDays(today, 1)]) {
      const spaces = await busySpaces(day);
      expect(spaces).toEqual(expect.arrayContaining(["bitraf", "blender-collective"]));
    }
    const calendar = calendarAt(installation.now());
    expect(await busySpaces(resolveDay("workday+2", calendar).toString())).toHaveLength(13);
    expect(await waiting()).toEqual([
      ["blender-collective", "Ambolten", "held"],
      ["blender-collective", "Montasjehallen", "pending"],
      ["oslo-international-hub", "Auditoriet", "pending"],
      ["oslo-international-hub", "Ekeberg", "held"],
      ["oslo-international-hub", "Konferansesenteret", "held"],
    ]);
    expect(await aminaAhead()).toHaveLength(2);
    expect(await firstFreeFor("Ambolten", addDays(today, 1))).toBe(201);
  });

  test("show a weekly meeting that is a series with a time left out, and two who stand in line for the auditorium", async () => {
    const db = await loaded("2026-11-24T09:00+01:00");

    const series = await sql<{ name: string; states: string[]; recurrence: string }>`
      select r.name, array_agg(b.state order by b.starts_at) as states, s.recurrence from booking_series s
      join bookings b on b.space_id = s.space_id and b.series_id = s.id join resources r on r.id = s.resource_id
      group by r.name, s.recurrence`.execute(db);
    const line = await sql<{ person: string; name: string; taken: boolean }>`
      select p.name as person, r.name, exists (select from bookings b where b.space_id = w.space_id and b.resource_id = w.resource_id
        and b.state = 'confirmed' and b.starts_at = w.wanted_from and b.ends_at = w.wanted_until) as taken
      from booking_waits w join people p on p.id = w.person_id join resources r on r.id = w.resource_id order by w.asked_at`.execute(db);

    expect(series.rows).toEqual([
      { name: "Fjorden", states: ["confirmed", "confirmed", "cancelled"], recurrence: "FREQ=WEEKLY;BYDAY=MO;COUNT=3" },
    ]);
    expect(line.rows).toEqual([
      { person: "Astrid Kringsjåås", name: "Auditoriet", taken: true },
      { person: "Jørund Kampenes", name: "Auditoriet", taken: true },
    ]);
  });

  test("show a calendar somebody else keeps for the studio, whose times are taken here but for the one that meets a booking", async () => {
    const db = await loaded();

    const times = () =>
      sql<{ starts: string; blocked: string | null; meets: string | null }>`
      select to_char(t.starts_at at time zone 'Europe/Oslo', 'MM-DD HH24:MI') as starts, b.title as blocked, m.title as meets
      from outside_times t left join bookings b on b.kind = 'outside' and b.starts_at = t.starts_at and b.ends_at = t.ends_at
      left join outside_conflicts f on f.time_id = t.id left join bookings m on m.id = f.booking_id
      where t.ends_at > ${installation.now().toString()}::timestamptz order by t.starts_at`.execute(db);
    const first = (await times()).rows;
    const due = await takeDue(db, installation.now().add({ hours: 24 * 365 }), 10);
    installation.setClock("2026-11-23T09:05:00+01:00");
    await book("Smia", "2026-12-09T10:00:00+01:00", "2026-12-09T12:00:00+01:00");
    await goOnTo("2026-11-25T09:00+01:00");
    const next = (await times()).rows.map(({ starts }) => starts);
    const { id } = await db.selectFrom("outside_calendars").select("id").executeTakeFirstOrThrow();
    const manager = await db.selectFrom("people").select("id").where("email", "=", "manager@demo.example").executeTakeFirstOrThrow();
    const { status } = await callers(installation).as(manager.id).delete(`/outside-calendars/${id}`);
    await goOnTo("2026-11-26T09:00+01:00");

    expect(first).toEqual([
      { starts: "11-24 19:30", blocked: "Kveldskurs: lys", meets: null },
      { starts: "11-26 19:30", blocked: "Kveldskurs: portrett", meets: null },
      { starts: "11-27 10:30", blocked: null, meets: "Produktbilder til nettbutikken" },
      { starts: "12-01 19:30", blocked: "Kveldskurs: lys", meets: null },
      { starts: "12-03 19:30", blocked: "Kveldskurs: portrett", meets: null },
    ]);
    expect(due).toEqual([]);
    expect(next).toEqual(expect.arrayContaining(["12-03 19:30", "12-07 19:30"]));
    expect([status, (await times()).rows]).toEqual([204, []]);
  });

  test("show a hall that takes both its rooms with the time to make ready, and a floor that is closed for cleaning", async () => {
    const db = await loaded();

    const { rows: hall } = await sql<{ name: string; place: number; before: number; after: number }>`
      select r.name, t.place, (extract(epoch from b.starts_at - lower(t.during)) / 60)::integer as before,
        (extract(epoch from upper(t.during) - b.ends_at) / 60)::integer as after
      from bookings b join booked_resources t on t.space_id = b.space_id and t.booking_id = b.id join resources r on r.id = t.resource_id
      where b.title = 'Fagdag med lunsj: bygg' and b.starts_at > ${installation.now().toString()}::timestamptz and b.starts_at < '2026-11-25'
      order by r.place_in_order`.execute(db);
    const { rows: floor } = await sql<{ places: number }>`
      select count(*) as places from bookings b join booked_resources t on t.space_id = b.space_id and t.booking_id = b.id
      where b.title = 'Hovedreint' group by b.id`.execute(db);

    const around = { place: 1, before: 30, after: 30 };
    expect(hall).toEqual([
      { name: "Konferansesenteret", ...around },
      { name: "Sal A", ...around },
      { name: "Sal B", ...around },
    ]);
    expect(floor.length).toBeGreaterThan(0);
    expect(floor.every(({ places }) => places === 60)).toBe(true);
  });

  test("are busy in the middle of the week and quiet on Friday, and nobody sits in two rooms at once", async () => {
    const db = await loaded();

    const perDay = await bookingsPerDay(db, "2026-11-23", "2026-11-29");
    const { rows: twice } = await sql<{ name: string }>`
      select distinct p.name from bookings a join bookings b on b.person_id = a.person_id and b.id > a.id and a.starts_at < b.ends_at and b.starts_at < a.ends_at
      join resources r on r.id = a.resource_id join resources o on o.id = b.resource_id join people p on p.id = a.person_id
      where r.kind not in ('desk_pool', 'office', 'machine') and o.kind not in ('desk_pool', 'office', 'machine')`.execute(db);

    const [monday = 0, tuesday = 0, wednesday = 0, thursday = 0, friday = 0, saturday = 0, sunday = 0] = perDay;
    expect(wednesday).toBeGreaterThan(Math.max(monday, friday));
    expect(friday).toBeLessThan(Math.min(monday, tuesday, thursday) / 1.5);
    expect([saturday, sunday].every((count) => count > 4 && count < friday)).toBe(true);
    expect(twice).toEqual([]);
  });
});

describe("As days pass", () => {
  test("a network nobody has touched is filled for the new day, once", async () => {
    const db = await loaded();

    const first = await goOnTo("2026-11-26T09:00+01:00");
    const after = await bookingIds(db);
    const second = await goOnTo("2026-11-26T09:30+01:00");

    expect([first, second]).toEqual([true, false]);
    expect(await bookingIds(db)).toEqual(after);
    expect(await brokenInvariants(db)).toEqual([]);
    expect(await brokenRules()).toEqual([]);
    expect((await busySpaces("2026-12-10")).length).toBe(13);
  });

  test("a network somebody has booked in keeps what they did, and goes on around it", { timeout: 120_000 }, async () => {
    const db = await loaded();
    installation.setClock("2026-11-23T09:05:00+01:00");
    const mine = await book("Smia", "2026-12-09T10:00:00+01:00", "2026-12-09T12:00:00+01:00");
    const late = await book("Ambolten", "2026-12-11T13:00:00+01:00", "2026-12-11T14:00:00+01:00");
    const before = await bookingIds(db);
    const lives: number[] = [];

    for (let day = 1; day <= 6; day += 1) {
      await goOnTo(
        Temporal.Instant.from("2026-11-23T09:00+01:00")
          .add({ hours: 24 * day })
          .toString(),
      );
      lives.push((await busySpaces(dayIn(installation.now(), oslo))).length);
    }
    const after = await bookingIds(db);
    const again = await goOnTo("2026-11-29T21:00+01:00");

    expect([mine.status, late.status]).toEqual([201, 201]);
    expect(after).toEqual(expect.arrayContaining(before));
    expect(after.length).toBeGreaterThan(before.length + 300);
    expect(Math.min(...lives)).toBeGreaterThanOrEqual(2);
    expect(again).toBe(true);
    expect(await bookingIds(db)).toEqual(after);
    expect(await brokenInvariants(db)).toEqual([]);
    expect(await brokenRules()).toEqual([]);
    expect((await waiting()).map(([, , state]) => state)).toEqual(expect.arrayContaining(["held", "pending"]));
    const open = await db
      .selectFrom("bookings")
      .select("id")
      .where("state", "=", "pending")
      .where("starts_at", "<", installation.now())
      .execute();
    expect(open).toEqual([]);
  });

  test.each([false, true])(
    "a network from before there was anything to book gets it at the next start (touched: %s)",
    async (isTouched) => {
      const db = await loaded();
      const screens = () => db.selectFrom("displays").select("name").orderBy("name").execute();
      const [full, allScreens] = [await bookingIds(db), await screens()];
      if (isTouched) await book("Smia", "2026-11-24T08:00:00+01:00", "2026-11-24T08:30:00+01:00");
      for (const table of ["induction_sign_ups", "inductions", "booking_waits"] as const) await db.deleteFrom(table).execute();
      for (const table of ["hire_lines", "hire_messages", "hire_changes", "hire_wishes", "hire_times", "hires"] as const)
        await db.deleteFrom(table).execute();
      for (const table of ["hire_extras", "hire_rooms", "hire_terms"] as const) await db.deleteFrom(table).execute();
      for (const table of ["outside_conflicts", "outside_times", "outside_calendars"] as const) await db.deleteFrom(table).execute();
      for (const table of ["booking_changes", "booked_resources", "bookings", "booking_series", "certificates"] as const)
        await db.deleteFrom(table).execute();
      for (const table of ["displays", "resources", "certification_recognitions", "certifications"] as const)
        await db.deleteFrom(table).execute();

      const isRefreshed = await goOnTo("2026-11-23T09:05+01:00");

      expect(isRefreshed).toBe(true);
      expect((await bookingIds(db)).length).toBe(full.length);
      expect(await screens()).toEqual(allScreens);
      expect(await brokenInvariants(db)).toEqual([]);
      expect(await brokenRules()).toEqual([]);
    },
  );
});

/** Bookings that would have been refused when they were made, or cost something else: judged by what the decision itself reads. */
async function brokenRules(): Promise<string[]> {
  const rows = await installation.db
    .selectFrom("bookings as b")
    .innerJoin("resources as r", "r.id", "b.resource_id")
    .selectAll("b")
    .select("r.name")
    .where("b.kind", "=", "booking")
    .where("b.state", "<>", "cancelled")
    .execute();
  const commands = rows.map(
    (row): Book => ({
      ...{ kind: "book", as: "booking", isHold: false, override: null, seriesId: null, title: null, note: null, organizationId: null },
      bookingId: row.id,
      spaceId: row.space_id,
      resourceId: row.resource_id,
      personId: row.person_id,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      people: row.people,
      by: row.person_id ?? "",
      at: row.created_at,
    }),
  );
  const client = await installation.pipelines.connect();
  const facts = await readFacts(client, commands);
  client.release();
  const covered = await coveredByPlans();
  // a day at a desk covers every desk the person has that day
  const dayOf = ({ space_id, person_id, starts_at }: (typeof rows)[number]) => `${space_id} ${person_id} ${dayIn(starts_at, oslo)}`;
  const isDesk = ({ resource_id }: (typeof rows)[number]) => unitOf(facts.resources.get(resource_id)?.kind ?? "meeting_room") === "day";
  const coveredDays = new Set(rows.filter((row) => isDesk(row) && (covered.get(row.id) ?? 0) > 0).map(dayOf));
  return rows.flatMap((row) => {
    const resource = facts.resources.get(row.resource_id);
    const standing = facts.standings.get(standingKey(row.person_id, row.resource_id, row.starts_at));
    if (!resource || !standing) return [`${row.name} ${row.title}: unknown`];
    const minutes = minutesBetween(row.starts_at, row.ends_at);
    const week = weekOf(row.starts_at, resource.opening.timeZone).from;
    const weekMinutes =
      resource.rules.weeklyMinutes === null ? 0 : (facts.weeks.get(weekKey(row.person_id, row.resource_id, week)) ?? 0) - minutes;
    const wish = { from: row.starts_at, until: row.ends_at, people: row.people, at: row.created_at };
    const refusal = ruleAgainst(wish, resource.rules, resource.opening, { ...standing, weekMinutes }, false)?.code;
    const unit = unitOf(resource.kind);
    const whole = unit === undefined ? 1 : amountOf(unit, { from: row.starts_at, until: row.ends_at }, resource.opening.timeZone);
    const isCoveredDay = isDesk(row) && coveredDays.has(dayOf(row));
    const left = isCoveredDay ? 0 : Math.ceil((minutes * (whole - (covered.get(row.id) ?? 0))) / whole);
    const isPriced =
      row.price_ore === (left === 0 ? 0 : priceOf(resource.prices, standing.booker, left)) && row.audience === standing.booker;
    const isAnswered = row.state !== "pending" || (resource.needsApproval && standing.booker !== "staff");
    const wrong = [refusal, isPriced ? undefined : "price", isAnswered ? undefined : "pending"].filter((code) => code !== undefined);
    return wrong.length === 0 ? [] : [`${row.name} ${row.title} ${row.starts_at} made ${row.created_at}: ${wrong}`];
  });
}

/** What was written as done later than now. */
async function writtenAhead(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from bookings where created_at > ${installation.now().toString()}::timestamptz)
      + (select count(*) from booking_changes where changed_at > ${installation.now().toString()}::timestamptz)
      + (select count(*) from certificates where granted_at > ${installation.now().toString()}::timestamptz) as count`.execute(
    installation.db,
  );
  return rows[0]?.count ?? 0;
}

/** Spaces where something begins on the day. */
async function busySpaces(day: string): Promise<string[]> {
  const { rows } = await sql<{ slug: string }>`
    select distinct s.slug from bookings b join spaces s on s.id = b.space_id
    where b.state <> 'cancelled' and (b.starts_at at time zone 'Europe/Oslo')::date = ${day}::date order by 1`.execute(installation.db);
  return rows.map(({ slug }) => slug);
}

async function waiting() {
  const rows = await installation.db
    .selectFrom("bookings as b")
    .innerJoin("spaces as s", "s.id", "b.space_id")
    .innerJoin("resources as r", "r.id", "b.resource_id")
    .select(["s.slug", "r.name", "b.state"])
    .where("b.state", "in", ["held", "pending"])
    .where((row) => row.or([row("b.held_until", "is", null), row("b.held_until", ">", installation.now())]))
    .where("b.starts_at", ">", installation.now())
    .orderBy("s.slug")
    .orderBy("r.name")
    .execute();
  return rows.map(({ slug, name, state }) => [slug, name, state]);
}

async function bookingsPerDay(db: Db, from: string, to: string): Promise<number[]> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from bookings where (starts_at at time zone 'Europe/Oslo')::date between ${from}::date and ${to}::date
    group by (starts_at at time zone 'Europe/Oslo')::date order by (starts_at at time zone 'Europe/Oslo')::date`.execute(db);
  return rows.map(({ count }) => count);
}

async function bookingIds(db: Db): Promise<string[]> {
  return (await db.selectFrom("bookings").select("id").orderBy("id").execute()).map(({ id }) => id);
}

/** Days of people at a house that more than one of their desks holds or has used. */
async function daysTwice(db: Db) {
  const { rows } = await sql<{ person_id: string; day: string }>`
    select e.person_id, (b.starts_at at time zone ${oslo})::date::text as day from entitlement_entries e
    join bookings b on b.space_id = e.space_id and b.id = e.booking_id where e.unit = 'day'
    group by e.space_id, e.person_id, 2 having -sum(e.amount) > 1`.execute(db);
  return rows;
}

/** What Amina, who is the member one can be, has booked ahead at Blender Collective. */
async function aminaAhead() {
  const { body } = await (await amina()).get("/me/bookings");
  return body.items.filter((item) => item.space.slug === "blender-collective");
}

/** Amina asks for an hour of the room, from eight o'clock on, until she gets one. @returns the last answer */
async function firstFreeFor(name: string, day: string): Promise<number> {
  let status = 0;
  for (let hour = 8; hour < 17 && status !== 201; hour += 1) {
    const from = momentOf(day, `${String(hour).padStart(2, "0")}:00`, oslo);
    status = (await book(name, from.toString(), from.add({ hours: 1 }).toString())).status;
  }
  return status;
}

async function book(name: string, startsAt: string, endsAt: string) {
  const caller = await amina();
  const { body } = await caller.get("/resources?space=blender-collective");
  const room = body.items.find((item) => item.name === name);
  return await caller.post(`/resources/${room?.id}/bookings`, { startsAt, endsAt, title: "Prøve" });
}

async function amina() {
  const person = installation.db.selectFrom("people").select("id").where("email", "=", "member@demo.example");
  return callers(installation).as((await person.executeTakeFirstOrThrow()).id);
}

/** What bookings drew of plans, by booking. */
async function coveredByPlans(): Promise<Map<string, number>> {
  const rows = await installation.db
    .selectFrom("entitlement_entries")
    .select(["booking_id", sql<number>`-sum(amount)`.as("drawn")])
    .where("kind", "=", "held")
    .where("booking_id", "is not", null)
    .groupBy("booking_id")
    .execute();
  return new Map(rows.map(({ booking_id, drawn }) => [booking_id ?? "", Number(drawn)]));
}

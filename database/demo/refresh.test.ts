import { sql } from "kysely";
import { afterEach, describe, expect, test } from "vitest";
import { audit } from "../../src/platform/audit.ts";
import type { Db } from "../../src/platform/database/database.ts";
import { addDays, dayIn } from "../../src/platform/time/day.ts";
import { type TestInstallation, testInstallation } from "../../tests/support/installation.ts";
import { brokenInvariants } from "../../tests/support/invariants.ts";
import { demonstration } from "../../tests/support/loaded-network.ts";
import { loadDemo } from "./load.ts";
import { refreshDemo } from "./refresh.ts";

const monday = Temporal.Instant.from("2026-11-23T09:00+01:00");
let open: TestInstallation | undefined;

afterEach(async () => {
  await open?.close();
  open = undefined;
});

/** The network as it is loaded on the Monday. */
async function loaded(): Promise<Db> {
  open = await demonstration();
  return open.db;
}

describe("A demonstration network nobody has touched", () => {
  test.each(["2026-11-24T09:00+01:00", "2026-11-30T09:00+01:00", "2027-02-14T12:00+01:00"])(
    "is made anew on %s, and people stay signed in",
    async (moment) => {
      const db = await loaded();
      const login = await signIn(db, "member@demo.example");
      const now = Temporal.Instant.from(moment);

      const isRefreshed = await refreshDemo(db, now);

      expect(isRefreshed).toBe(true);
      expect(await brokenInvariants(db)).toEqual([]);
      expect(await lifeAt(db, now)).toEqual({
        guestsToday: 4,
        daysAhead: expect.any(Number),
        lastDayInLedger: expect.any(String),
        open: 0,
      });
      expect((await lifeAt(db, now)).daysAhead).toBeGreaterThan(30);
      expect(await db.selectFrom("logins").select("id").execute()).toEqual([{ id: login }]);
      expect(await doublesInLog(db)).toEqual([]);
    },
  );

  test("is left as it is on the day it was made for", async () => {
    const db = await loaded();
    const before = await passIds(db);

    const isRefreshed = await refreshDemo(db, monday.add({ hours: 2 }));

    expect(isRefreshed).toBe(false);
    expect(await passIds(db)).toEqual(before);
  });

  test("lets in, towards evening, whoever still holds a seat that day", async () => {
    const db = await loaded();

    const isRefreshed = await refreshDemo(db, Temporal.Instant.from("2026-11-23T18:00+01:00"));

    expect(isRefreshed).toBe(true);
    expect(await db.selectFrom("day_passes").select("id").where("day", "=", "2026-11-23").where("state", "=", "held").execute()).toEqual(
      [],
    );
    expect(await brokenInvariants(db)).toEqual([]);
  });

  test("does nothing where there is no demonstration network", async () => {
    open = await testInstallation();

    const isRefreshed = await refreshDemo(open.db, monday);

    expect(isRefreshed).toBe(false);
  });
});

describe("A demonstration network a visitor has worked in", () => {
  test.each(["2026-11-24T09:00+01:00", "2026-11-29T13:00+01:00", "2026-11-30T09:00+01:00", "2027-01-11T09:00+01:00"])(
    "goes on to %s with everything that was done",
    async (moment) => {
      const db = await loaded();
      await touch(db);
      const before = await passIds(db);
      const now = Temporal.Instant.from(moment);

      const isRefreshed = await refreshDemo(db, now);

      expect(isRefreshed).toBe(true);
      expect(await brokenInvariants(db)).toEqual([]);
      const after = await passIds(db);
      expect(before.filter((id) => !after.includes(id))).toEqual([]);
      const life = await lifeAt(db, now);
      expect(life.open).toBe(0);
      expect(life.guestsToday).toBeGreaterThanOrEqual(3);
      expect(life.daysAhead).toBeGreaterThan(20);
      expect(life.lastDayInLedger >= addDays(dayIn(now, "Europe/Oslo"), -4)).toBe(true);
    },
  );

  test("goes on day by day for two weeks and still has guests", { timeout: 120_000 }, async () => {
    const db = await loaded();
    await touch(db);
    const lives = [];

    for (let day = 1; day <= 14; day += 1) {
      const now = monday.add({ hours: 24 * day });
      await refreshDemo(db, now);
      lives.push(await lifeAt(db, now));
    }

    expect(await brokenInvariants(db)).toEqual([]);
    expect(lives.filter(({ guestsToday, daysAhead, open: left }) => guestsToday < 3 || daysAhead < 20 || left > 0)).toEqual([]);
  });

  test("does not give a seat back to somebody who gave it up", async () => {
    open = await testInstallation();
    const { db } = open;
    await loadDemo(db, Temporal.Instant.from("2026-11-21T10:00+01:00"));
    await touch(db);
    const given = await cancelAmina(db, "2026-11-23");

    await refreshDemo(db, Temporal.Instant.from("2026-11-22T10:00+01:00"));

    const passes = await db
      .selectFrom("day_passes")
      .select(["id", "state"])
      .where("person_id", "=", given.person)
      .where("day", "=", "2026-11-23")
      .execute();
    expect(passes).toEqual([{ id: given.id, state: "cancelled" }]);
    expect(await brokenInvariants(db)).toEqual([]);
  });

  test("remembers for good that somebody was there, though all they did was to give a seat back", async () => {
    const db = await loaded();
    const given = await cancelAmina(db, "2026-11-23", true);

    await refreshDemo(db, Temporal.Instant.from("2026-11-24T10:00+01:00"));
    await refreshDemo(db, Temporal.Instant.from("2026-11-25T10:00+01:00"));

    expect(await passIds(db)).toContain(given.id);
    expect(await brokenInvariants(db)).toEqual([]);
  });

  test("moves the days of next steps nobody has changed", async () => {
    const db = await loaded();
    await touch(db);
    const [changed] = await db.selectFrom("candidates").select("id").where("next_step_on", "=", "2026-11-23").orderBy("id").execute();
    await db
      .updateTable("candidates")
      .set({ next_step_on: "2026-11-27", version: 2 })
      .where("id", "=", changed?.id ?? "")
      .execute();

    await refreshDemo(db, Temporal.Instant.from("2026-11-30T09:00+01:00"));

    const today = await db.selectFrom("candidates").select("id").where("next_step_on", "=", "2026-11-30").execute();
    const kept = await db
      .selectFrom("candidates")
      .select("next_step_on")
      .where("id", "=", changed?.id ?? "")
      .execute();
    expect([today.length >= 2, kept]).toEqual([true, [{ next_step_on: "2026-11-27" }]]);
  });
});

async function signIn(db: Db, email: string): Promise<string> {
  const person = await db.selectFrom("people").select(["id", "name"]).where("email", "=", email).executeTakeFirstOrThrow();
  const values = { id: person.id, name: person.name, email, person_id: person.id, created_at: monday, updated_at: monday };
  await db.insertInto("logins").values(values).execute();
  return person.id;
}

async function touch(db: Db): Promise<void> {
  const { id: personId } = await db.selectFrom("people").select("id").where("email", "=", "manager@demo.example").executeTakeFirstOrThrow();
  const actor = {
    kind: "person" as const,
    personId,
    name: "Marte",
    email: "manager@demo.example",
    language: "nb" as const,
    isOperator: false,
    positions: [],
  };
  await audit(db, { actor, at: monday.add({ minutes: 5 }), action: "guest_terms.change", subject: { kind: "space", id: personId } });
}

/** Amina gives her seat of the day back, in time or not: the seat and the day are free, and late the quota stays used. */
async function cancelAmina(db: Db, day: string, isLate = false): Promise<{ id: string; person: string }> {
  const pass = await db
    .selectFrom("day_passes as p")
    .innerJoin("people as a", "a.id", "p.person_id")
    .select(["p.id", "p.space_id", "p.person_id"])
    .where("a.email", "=", "member@demo.example")
    .where("p.day", "=", day)
    .executeTakeFirstOrThrow();
  const { id: pass_id, space_id, person_id } = pass;
  const ended_at = isLate ? monday.add({ minutes: 5 }) : Temporal.Instant.from("2026-11-21T11:00+01:00");
  await db.updateTable("day_passes").set({ state: "cancelled" }).where("space_id", "=", space_id).where("id", "=", pass_id).execute();
  await db.insertInto("day_pass_endings").values({ space_id, pass_id, kind: "cancelled", ended_at, ended_by: person_id }).execute();
  await db.deleteFrom("person_days").where("person_id", "=", person_id).where("day", "=", day).execute();
  const less = (column: "taken" | "used") => sql<number>`${sql.ref(column)} - 1`;
  await db
    .updateTable("guest_days")
    .set({ taken: less("taken") })
    .where("space_id", "=", space_id)
    .where("day", "=", day)
    .execute();
  if (!isLate) {
    const subjects = sql<boolean>`subject_id in (select unnest(quota_subject_ids) from day_passes where id = ${pass_id}) and month = '2026-11-01'`;
    await db
      .updateTable("quota_uses")
      .set({ used: less("used") })
      .where(subjects)
      .execute();
  }
  return { id: pass_id, person: person_id };
}

async function passIds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom("day_passes").select("id").orderBy("id").execute();
  return rows.map(({ id }) => id);
}

/** Deeds that stand more than once. */
async function doublesInLog(db: Db): Promise<unknown[]> {
  return await db
    .selectFrom("audit_log")
    .select(["action", "subject_id", "done_at"])
    .groupBy(["action", "subject_id", "done_at"])
    .having((row) => row.fn.countAll(), ">", 1)
    .execute();
}

/** What a visitor would see: guests of Blender Collective today, passes ahead, how far the ledger goes, and passes of past days left open. */
async function lifeAt(db: Db, now: Temporal.Instant) {
  const today = dayIn(now, "Europe/Oslo");
  const passes = await db
    .selectFrom("day_passes as p")
    .innerJoin("spaces as s", "s.id", "p.space_id")
    .select(["p.day", "p.state", "s.slug"])
    .where("p.state", "in", ["held", "checked_in", "offered", "waiting"])
    .execute();
  const ledger = await db
    .selectFrom("ledger_transactions")
    .select((row) => row.fn.max("day").as("day"))
    .where("day", "<", today)
    .executeTakeFirst();
  return {
    guestsToday: passes.filter(({ day, slug }) => day === today && slug === "blender-collective").length,
    daysAhead: passes.filter(({ day }) => day > today).length,
    lastDayInLedger: ledger?.day ?? "",
    open: passes.filter(({ day }) => day < today).length,
  };
}

import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { readReference } from "../../src/features/geography/index.ts";
import { countJobs, findEnrollments, findProgram, findTargets, survivalOf } from "../../src/features/programs/index.ts";
import type { Db } from "../../src/platform/database/database.ts";
import { addDays, dayIn } from "../../src/platform/time/day.ts";
import { isHoliday } from "../../src/platform/time/holidays.ts";
import { type TestInstallation, testInstallation } from "../../tests/support/installation.ts";
import { brokenInvariants } from "../../tests/support/invariants.ts";
import { demonstration } from "../../tests/support/loaded-network.ts";
import { networkBuilder } from "../../tests/support/network.ts";
import { resolveDay } from "./day.ts";
import { loadDemo } from "./load.ts";

// a Sunday, Christmas Eve, the edges of a quarter, a holiday, and the minutes about midnight
const moments = [
  "2026-11-22T12:00+01:00",
  "2026-12-24T18:30+01:00",
  "2026-10-01T09:00+02:00",
  "2027-03-31T23:50+02:00",
  "2026-05-17T11:00+02:00",
  "2026-11-24T00:10+01:00",
];
let open: TestInstallation | undefined;

afterEach(async () => {
  await open?.close();
  open = undefined;
});

async function installation(): Promise<TestInstallation> {
  open = await testInstallation();
  return open;
}

describe("An empty installation gets the demonstration network", () => {
  test.each(moments)("on %s, and nothing in it contradicts itself", async (moment) => {
    open = await demonstration(moment);
    const { db } = open;
    const now = open.now();

    expect(await brokenInvariants(db)).toEqual([]);
    expect(await laterThan(db, now)).toEqual({});
    expect(await aminasNextPass(db, dayIn(now, "Europe/Oslo"))).toBe(true);
    expect(await passesAhead(db, dayIn(now, "Europe/Oslo"))).toMatchObject({ today: 5, offered: 1, waitingForSeat: 2, waitingForHost: 2 });
  });

  test("once: loading it again changes nothing", async () => {
    open = await demonstration();
    const { db, now } = open;
    const before = await rowCounts(db);

    const again = await loadDemo(db, now().add({ hours: 24 }));

    expect(again).toBe(false);
    expect(await rowCounts(db)).toEqual(before);
  });

  test("once, when two processes begin at the same time", async () => {
    const { db, now } = await installation();

    const loaded = await Promise.all([loadDemo(db, now()), loadDemo(db, now())]);

    expect(loaded.sort()).toEqual([false, true]);
    expect(await brokenInvariants(db)).toEqual([]);
  });

  test("but never where somebody has entered an organization", async () => {
    const { db, now } = await installation();
    await networkBuilder({ db, now }).organization("lyktehuset");

    const isLoaded = await loadDemo(db, now());

    expect(isLoaded).toBe(false);
    const { count } = await db.selectFrom("people").select(db.fn.countAll<number>().as("count")).executeTakeFirstOrThrow();
    expect(count).toBe(0);
  });
});

describe("The network as it was loaded on a Monday", () => {
  let db: Db;
  let close: () => Promise<void>;

  beforeAll(async () => {
    ({ db, close } = await demonstration());
  });

  afterAll(() => close());

  test("has settled the quarter before the last: a fifth fewer days than in the last one, and fewer transfers", async () => {
    const settlements = await db.selectFrom("settlements").select(["id", "during"]).execute();
    const days = await db
      .selectFrom("ledger_transactions")
      .select(["over_quota", "amount_ore"])
      .where("period_id", "is not", null)
      .execute();
    const positions = await named(db, "settlement_positions");
    const transfers = await db.selectFrom("settlement_transfers").select("amount_ore").orderBy("amount_ore", "desc").execute();

    expect(settlements.map(({ during }) => during)).toEqual(["[2026-04-01,2026-07-01)"]);
    expect([days.length, days.filter((day) => day.over_quota).length]).toEqual([270, 19]);
    expect(days.filter((day) => day.over_quota !== day.amount_ore > 0)).toEqual([]);
    expect(positions["657"]).toEqual({ given: 69, received: 20, amount: 325_000 });
    expect(positions["blender-collective"]).toEqual({ given: 17, received: 43, amount: -150_000 });
    expect(Object.keys(positions)).toHaveLength(11);
    expect(transfers).toHaveLength(5);
  });

  test("has counted the last quarter and left it open, with two corrections waiting", async () => {
    const days = await db
      .selectFrom("ledger_transactions as t")
      .leftJoin("ledger_corrections as c", "c.transaction_id", "t.id")
      .select(["t.period_id", "t.over_quota", "c.reason"])
      .where("t.day", ">=", "2026-07-01")
      .where("t.day", "<", "2026-10-01")
      .execute();

    expect(days.length).toBeGreaterThanOrEqual(324);
    expect(days.filter(({ over_quota }) => over_quota)).toHaveLength(41);
    expect(days.filter(({ period_id }) => period_id)).toEqual([]);
    expect(days.flatMap(({ reason }) => reason ?? []).sort()).toEqual([
      "Den dagen var avtalt fri med verten på telefon.",
      "Gjesten kom aldri; innsjekken var ein feil på telefonen vår.",
    ]);
  });

  test("gives Amina, who is a member, a pass for today, and room for more in the month", async () => {
    const passes = await db
      .selectFrom("day_passes as p")
      .innerJoin("people as a", "a.id", "p.person_id")
      .select(["p.day", "p.state", "p.code"])
      .where("a.email", "=", "member@demo.example")
      .where("p.day", "<=", "2026-11-30")
      .where("p.day", ">=", "2026-11-23")
      .orderBy("p.day")
      .execute();

    expect(passes).toEqual([
      { day: "2026-11-23", state: "held", code: "K7M4QX2R" },
      { day: "2026-11-26", state: "waiting", code: expect.stringMatching(/^[0-9A-Z]{8}$/) },
    ]);
  });

  test("has an incubator whose figures come out of its rows: 73 % after five years, over 500 jobs and over half of them on Romerike", async () => {
    const program = await findProgram(db, "business-lillestrom");
    const startups = await findEnrollments(db, { programIds: [program?.id ?? ""] });
    const today = "2026-11-23";

    const survival = survivalOf(startups, { clock: "intake", merged: "censored", today, isSeenWhole: false });
    const region = { name: "Romerike", numbers: program?.regionNumbers ?? [], recordedOn: program?.regionRecordedOn ?? "" };
    const reference = await readReference(db);
    const jobs = countJobs(startups, { asOf: today, borders: today, reference, region });
    const before = countJobs(startups, { asOf: today, borders: "2023-01-01", reference, region });

    expect([
      startups.length,
      startups
        .map(({ intakeOn }) => intakeOn)
        .sort()[0]
        ?.slice(0, 4),
    ]).toEqual([151, "2014"]);
    expect(survival.horizons.find(({ years }) => years === 5)?.survival).toBeCloseTo(0.73, 2);
    expect(jobs.heads.net.least).toBeGreaterThan(500);
    expect(jobs.region?.heads.share?.least).toBeGreaterThan(0.5);
    expect([before.heads.net, before.region?.heads]).toEqual([jobs.heads.net, jobs.region?.heads]);
    expect((await findTargets(db, program?.id ?? "")).map(({ measure, amount }) => [measure, amount])).toEqual([
      ["heads", 150],
      ["heads", 150],
    ]);
  });

  test("has 500 startups of five years at the hub with two houses", async () => {
    const program = await findProgram(db, "international-founders");

    const startups = await findEnrollments(db, { programIds: [program?.id ?? ""] });

    expect([startups.length, startups.every(({ intakeOn }) => "2021-11-23" <= intakeOn && intakeOn <= "2026-11-23")]).toEqual([500, true]);
  });

  test("has a board of 62 candidates with their histories", async () => {
    const stages = await db
      .selectFrom("candidates")
      .select(["stage", db.fn.countAll<number>().as("count")])
      .groupBy("stage")
      .execute();
    const today = await db.selectFrom("candidates").select("id").where("next_step_on", "=", "2026-11-23").execute();

    expect(Object.fromEntries(stages.map(({ stage, count }) => [stage, count]))).toEqual({
      prospect: 21,
      contacted: 12,
      in_dialogue: 9,
      applied: 3,
      member: 11,
      declined: 6,
    });
    expect(today).toHaveLength(3);
  });

  test("shows one pass let in on two phones", async () => {
    const double = await db.selectFrom("scans").select(["device", "settled_as"]).where("counted", "=", false).execute();

    expect(double).toEqual([{ device: "Bakdøra", settled_as: null }]);
  });

  test("has told nobody: no letters wait, and nothing is to be announced", async () => {
    const counts = await rowCounts(db);

    expect([counts.letters, counts.outbox, counts.logins]).toEqual([0, 0, 0]);
  });

  test("has a log of what its people did, each thing in the log of the place it was done", async () => {
    const deeds = await db
      .selectFrom("audit_log as deed")
      .innerJoin("organizations as place", "place.id", "deed.organization_id")
      .innerJoin("people as actor", "actor.id", "deed.actor_person_id")
      .select(["deed.action", "place.slug"])
      .distinct()
      .where("place.slug", "in", ["coworking-norge", "blender-collective"])
      .orderBy("place.slug")
      .orderBy("deed.action")
      .execute();

    expect(deeds).toEqual([
      { slug: "blender-collective", action: "agreement.accept" },
      { slug: "blender-collective", action: "day_pass.check_in" },
      { slug: "coworking-norge", action: "agreement.publish" },
      { slug: "coworking-norge", action: "candidate.add" },
      { slug: "coworking-norge", action: "candidate.move" },
      { slug: "coworking-norge", action: "candidate.note" },
      { slug: "coworking-norge", action: "ledger_correction.ask" },
      { slug: "coworking-norge", action: "settlement.close" },
    ]);
  });

  test("says every text in three languages", async () => {
    const texts = await allTexts(db);

    expect(texts.length).toBeGreaterThan(100);
    expect(texts.filter((text) => !text.nb || !text.nn || !text.en)).toEqual([]);
  });
});

/** What was written down as having happened after the moment it was loaded: nothing may have. */
async function laterThan(db: Db, now: Temporal.Instant) {
  const columns = [
    ["day_passes", "claimed_at"],
    ["day_passes", "held_at"],
    ["day_passes", "checked_in_at"],
    ["day_pass_endings", "ended_at"],
    ["offers", "offered_at"],
    ["scans", "scanned_at"],
    ["duties_done", "done_at"],
    ["ledger_transactions", "booked_at"],
    ["ledger_corrections", "asked_at"],
    ["settlements", "closed_at"],
    ["stage_changes", "changed_at"],
    ["candidate_notes", "written_at"],
    ["house_rule_consents", "consented_at"],
    ["audit_log", "done_at"],
  ];
  const found = await Promise.all(
    columns.map(async ([table = "", column = ""]) => {
      const { rows } = await sql<{ count: number }>`
        select count(*) as count from ${sql.table(table)} where ${sql.ref(column)} > ${now.toString()}::timestamptz`.execute(db);
      return [`${table}.${column}`, rows[0]?.count ?? 0] as const;
    }),
  );
  return Object.fromEntries(found.filter(([, count]) => count > 0));
}

/** Whether Amina, who is the member one can be, holds a seat today, or on the first working day after the days off. */
async function aminasNextPass(db: Db, today: string): Promise<boolean> {
  const next = await db
    .selectFrom("day_passes as p")
    .innerJoin("people as a", "a.id", "p.person_id")
    .select("p.day")
    .where("a.email", "=", "member@demo.example")
    .where("p.state", "=", "held")
    .where("p.day", ">=", today)
    .orderBy("p.day")
    .executeTakeFirst();
  return (
    next?.day ===
    resolveDay("workday+0", { today: Temporal.PlainDate.from(today), isHoliday: (day) => isHoliday(day.toString()) }).toString()
  );
}

async function passesAhead(db: Db, today: string) {
  const passes = await db
    .selectFrom("day_passes as p")
    .innerJoin("spaces as s", "s.id", "p.space_id")
    .select(["p.day", "p.state", "p.waits_for", "s.slug"])
    .where("p.day", ">=", today)
    .where("p.day", "<=", addDays(today, 30))
    .execute();
  return {
    today: passes.filter(({ day, slug }) => day === today && slug === "blender-collective").length,
    offered: passes.filter(({ state }) => state === "offered").length,
    waitingForSeat: passes.filter(({ waits_for }) => waits_for === "seat").length,
    waitingForHost: passes.filter(({ waits_for }) => waits_for === "host").length,
  };
}

async function named(db: Db, table: "settlement_positions") {
  const rows = await db
    .selectFrom(`${table} as p`)
    .innerJoin("organizations as o", "o.id", "p.organization_id")
    .selectAll("p")
    .select("o.slug")
    .execute();
  return Object.fromEntries(rows.map((row) => [row.slug, { given: row.days_given, received: row.days_received, amount: row.amount_ore }]));
}

async function rowCounts(db: Db): Promise<Record<string, number>> {
  const { rows } = await sql<{ counts: Record<string, number> }>`
    select jsonb_object_agg(c.relname, (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I', c.relname), false, true, '')))[1]::text::int) as counts
    from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`.execute(db);
  return rows[0]?.counts ?? {};
}

async function allTexts(db: Db): Promise<{ nb?: string; nn?: string; en?: string }[]> {
  const { rows } = await sql<{ texts: { nb?: string; nn?: string; en?: string } }>`
    select descriptions as texts from organizations where descriptions <> '{}' union all select descriptions from spaces
    union all select guest_welcome from spaces where guest_welcome <> '{}' union all select arrival from spaces where arrival <> '{}'
    union all select texts from house_rules union all select texts from host_duties
    union all select texts from agreement_versions union all select reasons from opening_exceptions`.execute(db);
  return rows.map(({ texts }) => texts);
}

test("labs that are registered for VAT show it on orders, and an order that was stopped is owed what the lab asked for of it", async () => {
  open = await demonstration();
  const { db } = open;

  const orders = await db
    .selectFrom("production_orders as o")
    .innerJoin("spaces as s", "s.id", "o.space_id")
    .leftJoin("charges as c", (join) => join.onRef("c.space_id", "=", "o.space_id").onRef("c.order_id", "=", "o.id"))
    .select(["o.title", "o.quoted_vat_percent", "c.amount_ore", "c.vat_percent", "c.seller_is_vat_registered"])
    .where("s.slug", "=", "fellesverkstedet")
    .where("o.state", "in", ["collected", "stopped"])
    .orderBy("o.title")
    .execute();

  expect(orders.map((one) => Object.values(one))).toEqual([
    ["Buet bokstøtte", 25, 40_000, 25, true],
    ["Kasser til lånehylla", 25, 188_000, 25, true],
  ]);
});

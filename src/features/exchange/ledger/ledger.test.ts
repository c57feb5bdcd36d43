import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { networkBuilder } from "../../../../tests/support/network.ts";
import { callers } from "../../../../tests/support/visitor.ts";
import { newId } from "../../../platform/database/id.ts";
import { bookDay } from "./book-day.ts";
import { lockLedger } from "./lock-ledger.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;
let visitors: ReturnType<typeof callers>;

const thirdQuarter = { from: "2026-07-01", to: "2026-10-01" };
const fourthQuarter = { from: "2026-10-01", to: "2027-01-01" };

beforeEach(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
  visitors = callers(installation);
});
afterEach(() => installation.close());

/** Three houses in one agreement: Unni runs Blender, Randi runs WorkWork, Maret runs Flow, and Ingrid coordinates. */
async function threeHouses() {
  const [blender, workwork, flow] = [await network.space("blender"), await network.space("workwork"), await network.space("flow")];
  const agreement = await network.agreement([blender, workwork, flow]);
  const [unni, randi, maret, ingrid] = [
    await network.person("Unni Lia"),
    await network.person("Randi Skjold"),
    await network.person("Maret Sara"),
    await network.person("Ingrid Berg"),
  ];
  await network.position(unni, blender.organizationId, "manager");
  await network.position(randi, workwork.organizationId, "manager");
  await network.position(maret, flow.organizationId, "manager");
  await network.position(ingrid, agreement.networkId, "coordinator");
  for (const house of [blender, workwork, flow]) await network.membership(agreement.networkId, { organizationId: house.organizationId });
  const amina = await network.member("Amina Larsen", blender);
  return { blender, workwork, flow, agreement, unni, randi, maret, ingrid, amina, path: `/networks/${agreement.networkId}` as const };
}

type Houses = Awaited<ReturnType<typeof threeHouses>>;

/** A day that Amina of Blender was let in at WorkWork. @returns the row in the ledger */
async function visited({ workwork, blender, agreement, amina }: Houses, day: string, priceOre = 0): Promise<string> {
  const id = newId();
  const { db, now } = installation;
  await db
    .insertInto("guest_days")
    .values({ space_id: workwork.id, day, capacity: 4, taken: 1 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto("day_passes")
    .values({
      space_id: workwork.id,
      id,
      day,
      person_id: amina,
      home_id: blender.organizationId,
      network_id: agreement.networkId,
      agreement_id: agreement.id,
      agreement_version: 1,
      state: "completed",
      code: id.slice(-8),
      holder_name: "Amina L.",
      price_ore: priceOre,
      claimed_at: now(),
      checked_in_at: now(),
    })
    .execute();
  await db.transaction().execute((tx) => bookDay(tx, passOf(workwork, blender, agreement.networkId, { id, day, priceOre }), now()));
  const row = await db.selectFrom("ledger_transactions").select("id").where("pass_id", "=", id).executeTakeFirstOrThrow();
  return row.id;
}

type House = { id: string; organizationId: string };

function passOf(host: House, home: House, networkId: string, { id, day, priceOre }: { id: string; day: string; priceOre: number }) {
  return {
    id,
    space_id: host.id,
    host_id: host.organizationId,
    home_id: home.organizationId,
    network_id: networkId,
    day,
    price_ore: priceOre,
  } as Parameters<typeof bookDay>[1];
}

describe("Closing a period", () => {
  test("writes what each is owed and who pays, and is answered the same again", async () => {
    const houses = await threeHouses();
    await visited(houses, "2026-08-04");
    await visited(houses, "2026-08-05", 25_000);
    const ingrid = visitors.as(houses.ingrid);

    const first = await ingrid.post(`${houses.path}/settlements`, thirdQuarter);
    const again = await ingrid.post(`${houses.path}/settlements`, thirdQuarter);

    expect(first.status).toBe(201);
    expect(first.body.totals).toEqual({ days: 2, pairs: 1, overQuota: 1, amountOre: 25_000, debts: 1 });
    expect(first.body.positions).toMatchObject([
      { organization: { slug: "workwork" }, given: 2, received: 0, amountOre: 25_000 },
      { organization: { slug: "blender" }, given: 0, received: 2, amountOre: -25_000 },
    ]);
    expect(first.body.transfers).toMatchObject([{ payer: { slug: "blender" }, receiver: { slug: "workwork" }, amountOre: 25_000 }]);
    expect(again).toMatchObject({ status: 201, body: { id: first.body.id } });
  });

  test("is refused before it is over, and when a part is closed already", async () => {
    const houses = await threeHouses();
    const ingrid = visitors.as(houses.ingrid);
    await ingrid.post(`${houses.path}/settlements`, thirdQuarter);

    const early = await ingrid.post(`${houses.path}/settlements`, fourthQuarter);
    const overlapping = await ingrid.post(`${houses.path}/settlements`, { from: "2026-09-01", to: "2026-11-01" });

    expect(early).toMatchObject({ status: 409, body: { code: "ledger.period_not_over" } });
    expect(overlapping).toMatchObject({ status: 409, body: { code: "ledger.periods_overlap" } });
  });

  test("by two coordinators at once makes one settlement", async () => {
    const houses = await threeHouses();
    await visited(houses, "2026-08-04", 25_000);
    const ingrid = visitors.as(houses.ingrid);

    const answers = await Promise.all([1, 2, 3].map(() => ingrid.post(`${houses.path}/settlements`, thirdQuarter)));

    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await installation.db.selectFrom("settlement_transfers").selectAll().execute()).toHaveLength(1);
  });

  test("waits for a check-in under way and takes it in, and one that comes later goes to the next", async () => {
    const houses = await threeHouses();
    const { workwork, blender, agreement, ingrid } = houses;
    await visited(houses, "2026-08-04");
    const { db, now } = installation;
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let isBooked = () => {};
    const booked = new Promise<void>((resolve) => {
      isBooked = resolve;
    });
    const underWay = db.transaction().execute(async (tx) => {
      await bookDay(tx, passOf(workwork, blender, agreement.networkId, { id: newId(), day: "2026-09-30", priceOre: 0 }), now());
      isBooked();
      await held;
    });

    await booked;
    const closing = visitors.as(ingrid).post(`${houses.path}/settlements`, thirdQuarter);
    const isEarly = await Promise.race([closing.then(() => true), isWaitingForLock().then(() => false)]);
    letGo();
    await underWay;
    const settlement = await closing;
    await db
      .transaction()
      .execute((tx) => bookDay(tx, passOf(workwork, blender, agreement.networkId, { id: newId(), day: "2026-09-29", priceOre: 0 }), now()));
    installation.setClock("2027-01-04T09:00:00+01:00");
    const next = await visitors.as(ingrid).post(`${houses.path}/settlements`, fourthQuarter);

    expect(isEarly).toBe(false);
    expect(settlement.body.totals.days).toBe(2);
    expect(next.body).toMatchObject({ totals: { days: 1 }, lateRows: 1 });
  });

  test("loses no day, however many are booked while it goes on", async () => {
    const houses = await threeHouses();
    const { workwork, blender, agreement, ingrid } = houses;
    const { db, now } = installation;
    const book = (place: number) =>
      db.transaction().execute(async (tx) => {
        const day = `2026-09-${String(1 + (place % 30)).padStart(2, "0")}`;
        await bookDay(tx, passOf(workwork, blender, agreement.networkId, { id: newId(), day, priceOre: 100 }), now());
      });

    await Promise.all([
      ...Array.from({ length: 20 }, (_, place) => book(place)),
      visitors.as(ingrid).post(`${houses.path}/settlements`, thirdQuarter),
      ...Array.from({ length: 20 }, (_, place) => book(place)),
    ]);
    installation.setClock("2027-01-04T09:00:00+01:00");
    await visitors.as(ingrid).post(`${houses.path}/settlements`, fourthQuarter);

    const rows = await db.selectFrom("ledger_transactions").select(["period_id", "amount_ore"]).execute();
    const transfers = await db.selectFrom("settlement_transfers").select("amount_ore").execute();
    expect(rows).toHaveLength(40);
    expect(rows.every(({ period_id }) => period_id !== null)).toBe(true);
    expect(transfers.reduce((sum, { amount_ore }) => sum + amount_ore, 0)).toBe(4000);
  });

  async function isWaitingForLock(): Promise<void> {
    for (;;) {
      const waiting = await installation.db
        .selectFrom("pg_locks" as never)
        .select("granted" as never)
        .where("locktype" as never, "=", "advisory" as never)
        .execute();
      if ((waiting as { granted: boolean }[]).some(({ granted }) => !granted)) return;
    }
  }
});

describe("A correction", () => {
  test("accepted before closing takes the day away, and after it counts in the next period", async () => {
    const houses = await threeHouses();
    const [early, late] = [await visited(houses, "2026-08-04", 25_000), await visited(houses, "2026-08-05", 25_000)];
    const [unni, ingrid] = [visitors.as(houses.unni), visitors.as(houses.ingrid)];
    const asked = await unni.post(`/ledger-transactions/${early}/corrections`, { reason: "Avtalt fri" });
    await ingrid.put(`/corrections/${asked.body.id}/decision`, { accept: true });

    const closed = await ingrid.post(`${houses.path}/settlements`, thirdQuarter);
    const askedLate = await unni.post(`/ledger-transactions/${late}/corrections`, { reason: "Kom aldri" });
    await ingrid.put(`/corrections/${askedLate.body.id}/decision`, { accept: true });
    installation.setClock("2027-01-04T09:00:00+01:00");
    const next = await ingrid.post(`${houses.path}/settlements`, fourthQuarter);
    const again = await ingrid.get(`/settlements/${closed.body.id}`);

    expect(closed.body.totals).toMatchObject({ days: 1, amountOre: 25_000 });
    expect(next.body.totals).toMatchObject({ days: -1, amountOre: -25_000 });
    expect(next.body.transfers).toMatchObject([{ payer: { slug: "workwork" }, receiver: { slug: "blender" }, amountOre: 25_000 }]);
    expect(again.body).toEqual(closed.body);
  });

  test("rejected leaves the day, and is decided once", async () => {
    const houses = await threeHouses();
    const row = await visited(houses, "2026-08-04");
    const ingrid = visitors.as(houses.ingrid);
    const asked = await visitors.as(houses.randi).post(`/ledger-transactions/${row}/corrections`, { reason: "Kom aldri" });

    const rejected = await ingrid.put(`/corrections/${asked.body.id}/decision`, { accept: false, reason: "Skannet 08:52" });
    const turned = await ingrid.put(`/corrections/${asked.body.id}/decision`, { accept: true });

    expect(asked.body.askedBy).toMatchObject({ name: "workwork", isHost: true });
    expect(rejected.body.decision).toMatchObject({ accepted: false, reason: "Skannet 08:52" });
    expect(turned).toMatchObject({ status: 409, body: { code: "ledger.correction_decided" } });
    expect(await installation.db.selectFrom("ledger_transactions").selectAll().execute()).toHaveLength(1);
  });

  test("is asked for once at a time, and not of what is booked back", async () => {
    const houses = await threeHouses();
    const row = await visited(houses, "2026-08-04");
    const unni = visitors.as(houses.unni);
    const first = await unni.post(`/ledger-transactions/${row}/corrections`, { reason: "Avtalt fri" });

    const second = await unni.post(`/ledger-transactions/${row}/corrections`, { reason: "Avtalt fri" });
    await visitors.as(houses.ingrid).put(`/corrections/${first.body.id}/decision`, { accept: true });
    const third = await unni.post(`/ledger-transactions/${row}/corrections`, { reason: "Avtalt fri" });

    expect(second).toMatchObject({ status: 409, body: { code: "ledger.correction_waits" } });
    expect(third).toMatchObject({ status: 409, body: { code: "ledger.already_reversed" } });
  });
});

describe("Who sees what", () => {
  test("a manager sees the days of the own house, and a manager of a third house none of them", async () => {
    const houses = await threeHouses();
    const row = await visited(houses, "2026-08-04");
    const settlement = await visitors.as(houses.ingrid).post(`${houses.path}/settlements`, thirdQuarter);
    const [unni, maret] = [visitors.as(houses.unni), visitors.as(houses.maret)];

    const own = await unni.get(`${houses.path}/ledger?from=2026-07-01&to=2026-10-01`);
    const others = await maret.get(`${houses.path}/ledger?from=2026-07-01&to=2026-10-01`);
    const fairness = await maret.get(`${houses.path}/fairness?from=2026-07-01&to=2026-10-01`);
    const flows = await maret.get(`${houses.path}/flows?from=2026-07-01&to=2026-10-01`);
    const statement = await maret.get(`/settlements/${settlement.body.id}`);
    const asked = await maret.post(`/ledger-transactions/${row}/corrections`, { reason: "Ikke vår" });

    expect(own.body.items).toMatchObject([{ host: { slug: "workwork" }, home: { slug: "blender" }, abilities: { askCorrection: true } }]);
    expect(others.body.items).toEqual([]);
    expect(fairness.body).toMatchObject({ organizations: [], pairs: [], months: [], totals: { days: 0 } });
    expect(flows.body.items).toEqual([]);
    expect(statement.body).toMatchObject({ positions: [], transfers: [], totals: { days: 0 } });
    expect(asked.status).toBe(404);
  });

  test("only the coordinator closes and decides, and outsiders are told there is nothing here", async () => {
    const houses = await threeHouses();
    const row = await visited(houses, "2026-08-04");
    const asked = await visitors.as(houses.unni).post(`/ledger-transactions/${row}/corrections`, { reason: "Avtalt fri" });

    const closing = await visitors.as(houses.unni).post(`${houses.path}/settlements`, thirdQuarter);
    const deciding = await visitors.as(houses.unni).put(`/corrections/${asked.body.id}/decision`, { accept: true });
    const member = await visitors.as(houses.amina).get(`${houses.path}/ledger`);
    const nobody = await visitors.nobody.get(`${houses.path}/ledger`);

    expect([closing.status, deciding.status, member.status, nobody.status]).toEqual([404, 404, 404, 401]);
  });
});

test("the ledger comes as a file, narrowed to a house, and to a manager no further than the own house", async () => {
  const houses = await threeHouses();
  await visited(houses, "2026-08-04", 12_550);
  await visited(houses, "2026-09-01");

  const whole = await visitors.as(houses.ingrid).get(`${houses.path}/ledger.csv?from=2026-07-01&to=2026-09-01`);
  const ofFlow = await visitors.as(houses.ingrid).get(`${houses.path}/ledger.csv?host=${houses.flow.organizationId}`);
  const flows = await visitors.as(houses.maret).get(`${houses.path}/ledger.csv`);
  const workbook = await visitors.as(houses.randi).get(`${houses.path}/ledger.xlsx`);

  const [titles, row, end] = whole.body.split("\r\n");
  expect(titles).toBe("Dag;Pass;Vert får;Hjem skylder;Dager;Pris (kr);Over kvoten;Grunn;Ført;Oppgjør");
  expect(row?.split(";").toSpliced(1, 1)).toEqual(["04.08.2026", "workwork", "blender", "1", "125,5", "ja", "", "23.11.2026 09:00", ""]);
  expect(end).toBe("");
  expect([ofFlow, flows].map(({ body }) => body.split("\r\n").length)).toEqual([2, 2]);
  expect(workbook.body.startsWith("PK")).toBe(true);
});

test("a statement comes as CSV and as a tagged PDF with its fonts", async () => {
  const houses = await threeHouses();
  await visited(houses, "2026-08-04", 25_000);
  const { body } = await visitors.as(houses.ingrid).post(`${houses.path}/settlements`, thirdQuarter);

  const csv = await visitors.as(houses.ingrid).get(`/settlements/${body.id}/statement.csv`);
  const pdf = await visitors.as(houses.ingrid).get(`/settlements/${body.id}/statement.pdf`);

  expect(csv.body).toContain("Overføring;blender;workwork;;;;;250\r\n");
  expect(pdf.headers.get("content-type")).toBe("application/pdf");
  expect(pdf.body).toMatch(/^%PDF-1\.7/);
  expect(pdf.body).toContain("/Lang (nb-NO)");
  expect(pdf.body).toContain("/FontFile2");
});

test("the lock of one network's ledger keeps no other network waiting", async () => {
  const [one, other] = [newId(), newId()];

  await installation.db.transaction().execute(async (tx) => {
    await lockLedger(tx, one, "alone");
    await installation.db.transaction().execute((second) => lockLedger(second, other, "alone"));
  });
});

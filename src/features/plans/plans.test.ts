import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { callers } from "../../../tests/support/visitor.ts";
import { writeUse } from "../bookings/write-use.ts";
import { beginDuePeriods } from "./begin-periods.ts";
import { expireAllowances } from "./expire-allowances.ts";

let installation: TestInstallation;

beforeAll(async () => {
  installation = await testInstallation();
});
beforeEach(() => installation.setClock("2026-11-23T09:00:00+01:00"));
afterAll(() => installation.close());

let houses = 0;

/** A house with a room, its manager Mona, its member Amina, and the company Nordlys that Ola manages. */
async function house() {
  houses += 1;
  const network = networkBuilder(installation);
  const space = await network.space(`naustet-${houses}`);
  const person = (name: string) => network.person(name, { email: `${name}.${houses}@example.test`.toLowerCase() });
  const [mona, amina, ola, kari, sven] = [
    await person("Mona"),
    await person("Amina"),
    await person("Ola"),
    await person("Kari"),
    await person("Sven"),
  ];
  await network.position(mona, space.organizationId, "manager");
  const nordlys = await network.organization(`nordlys-${houses}`, { name: "Nordlys AS", kinds: ["company"] });
  await network.position(ola, nordlys, "manager");
  for (const personId of [amina, kari]) await network.membership(space.organizationId, { personId });
  const room = await network.resource(space, "Fjorden");
  const { as } = callers(installation);
  return {
    space,
    room,
    nordlys,
    ids: { mona, amina, ola, kari, sven },
    mona: as(mona),
    amina: as(amina),
    ola: as(ola),
    kari: as(kari),
    sven: as(sven),
  };
}

const flex = { names: { nb: "Fleks" }, priceOre: 250_000, period: "month", includedDays: 10, includedRoomMinutes: 300, noticeDays: 30 };

async function withFlex(given: Record<string, unknown> = {}) {
  const here = await house();
  const { body: plan } = await here.mona.post(`/spaces/${here.space.slug}/plans`, { ...flex, ...given });
  return { ...here, plan };
}

const turn = async (moment: string) => {
  installation.setClock(moment);
  await beginDuePeriods(installation);
  await expireAllowances(installation);
};

const november = "from=2026-11-01&until=2026-12-01";

describe("A plan", () => {
  test("is made and changed by the managers of the house, and seen by everyone while it is offered", async () => {
    const { space, plan, mona, sven } = await withFlex();

    const changed = await mona.patch(`/plans/${plan.id}`, { priceOre: 270_000, offeredUntil: "2026-11-23" }, { "if-match": '"1"' });
    const late = await mona.patch(`/plans/${plan.id}`, { priceOre: 1 }, { "if-match": '"1"' });
    const forbidden = await sven.patch(`/plans/${plan.id}`, { priceOre: 1 });

    expect([changed.status, changed.body.priceOre, late.status, forbidden.status]).toEqual([200, 270_000, 412, 404]);
    expect((await mona.get(`/spaces/${space.slug}/plans`)).body.items).toHaveLength(1);
    expect((await sven.get(`/spaces/${space.slug}/plans`)).body.items).toHaveLength(1);
    installation.setClock("2026-11-24T09:00:00+01:00");
    expect((await sven.get(`/spaces/${space.slug}/plans`)).body.items).toEqual([]);
  });

  test("that is a pack says how long it lasts", async () => {
    const { space, mona } = await house();

    const answer = await mona.post(`/spaces/${space.slug}/plans`, { names: { nb: "Klippekort" }, priceOre: 1000, period: "once" });

    expect([answer.status, answer.body.code]).toEqual([422, "plan.pack_needs_days"]);
  });
});

describe("A plan that somebody has", () => {
  test("is not changed under them: a new version takes its place, and they keep theirs", async () => {
    const { space, plan, mona, ids } = await withFlex();
    const { body: started } = await mona.post(`/spaces/${space.slug}/subscriptions`, { planId: plan.id, personId: ids.amina });

    const under = await mona.patch(`/plans/${plan.id}`, { priceOre: 300_000 });
    const name = await mona.patch(`/plans/${plan.id}`, { names: { nb: "Fleks 2026" } });
    const next = await mona.post(`/plans/${plan.id}/successors`, { priceOre: 300_000, includedDays: 8 });
    const again = await mona.post(`/plans/${plan.id}/successors`, { priceOre: 1 });

    expect([under.body.code, name.status, next.status, again.body.code]).toEqual(["plan.has_holders", 200, 201, "plan.replaced_already"]);
    const { priceOre, includedDays, includedRoomMinutes, noticeDays, replacesId, offeredFrom } = next.body;
    expect({ priceOre, includedDays, includedRoomMinutes, noticeDays, replacesId, offeredFrom }).toEqual({
      priceOre: 300_000,
      includedDays: 8,
      includedRoomMinutes: 300,
      noticeDays: 30,
      replacesId: plan.id,
      offeredFrom: "2026-11-23",
    });
    await turn("2026-12-23T09:00:00+01:00");
    const charges = await mona.get(`/spaces/${space.slug}/charges?from=2026-11-01&until=2027-01-01`);
    expect(charges.body.items.map(({ amountOre }) => amountOre)).toEqual([250_000, 250_000]);
    expect((await mona.get(`/subscriptions/${started.id}`)).body.until).toBe(null);
  });

  test("is left with notice, at the end of a period, by those who are moved to the new version", async () => {
    const { space, plan, mona, ids } = await withFlex();
    const { body: started } = await mona.post(`/spaces/${space.slug}/subscriptions`, { planId: plan.id, personId: ids.amina });
    installation.setClock("2026-12-01T09:00:00+01:00");

    await mona.post(`/plans/${plan.id}/successors`, { priceOre: 300_000, movesHolders: true });
    await turn("2026-12-23T09:00:00+01:00");
    await turn("2027-01-23T09:00:00+01:00");

    expect((await mona.get(`/subscriptions/${started.id}`)).body.until).toBe("2027-01-23");
    const charges = await mona.get(`/spaces/${space.slug}/charges?from=2026-11-01&until=2027-03-01`);
    expect(charges.body.items.map(({ amountOre, day }) => [amountOre, day])).toEqual([
      [300_000, "2027-01-23"],
      [250_000, "2026-12-23"],
      [250_000, "2026-11-23"],
    ]);
  });
});

describe("A subscription", () => {
  test("that begins today is owed and granted at once, and the next month when it comes, once however often one looks", async () => {
    const { space, plan, mona, amina, ids } = await withFlex();
    const started = await mona.post(`/spaces/${space.slug}/subscriptions`, { planId: plan.id, email: `amina.${houses}@example.test` });
    const first = await amina.get(`/people/${ids.amina}/entitlements`);

    await turn("2026-12-23T09:00:00+01:00");
    await turn("2026-12-23T10:00:00+01:00");

    expect([started.status, started.body.nextPeriodOn]).toEqual([201, "2026-12-23"]);
    expect(first.body.items.map(({ unit, balance, periodFrom, periodUntil }) => [unit, balance, periodFrom, periodUntil])).toEqual([
      ["day", 10, "2026-11-23", "2026-12-23"],
      ["room_minute", 300, "2026-11-23", "2026-12-23"],
    ]);
    const second = await amina.get(`/people/${ids.amina}/entitlements`);
    expect(second.body.items.map(({ unit, balance, periodFrom }) => [unit, balance, periodFrom])).toEqual([
      ["day", 10, "2026-12-23"],
      ["room_minute", 300, "2026-12-23"],
    ]);
    const charges = await mona.get(`/spaces/${space.slug}/charges?from=2026-11-01&until=2027-01-01`);
    expect(charges.body.items.map(({ kind, amountOre, day, owedBy, supply }) => [kind, amountOre, day, owedBy.name, supply])).toEqual([
      ["period", 250_000, "2026-12-23", "Amina", "service"],
      ["period", 250_000, "2026-11-23", "Amina", "service"],
    ]);
    expect(charges.body.sumOre).toBe(500_000);
  });

  test("shows its balance as it was at any moment, and what came of it", async () => {
    const { space, plan, room, mona, amina, ids } = await withFlex();
    const { body: subscription } = await mona.post(`/spaces/${space.slug}/subscriptions`, { planId: plan.id, personId: ids.amina });
    installation.setClock("2026-11-23T10:00:00+01:00");
    await amina.post(`/resources/${room}/bookings`, { startsAt: "2026-11-24T10:00:00+01:00", endsAt: "2026-11-24T12:00:00+01:00" });
    installation.setClock("2026-11-24T12:00:00+01:00");
    await writeUse(installation);

    const at = async (moment: string) => {
      const { body } = await amina.get(`/people/${ids.amina}/entitlements?at=${encodeURIComponent(moment)}`);
      const { held, used, balance } = body.items.find(({ unit }) => unit === "room_minute") ?? {};
      return { held, used, balance };
    };

    expect(await at("2026-11-23T08:30:00Z")).toEqual({ held: 0, used: 0, balance: 300 });
    expect(await at("2026-11-23T10:00:00Z")).toEqual({ held: 120, used: 0, balance: 180 });
    expect(await at("2026-11-24T11:00:00Z")).toEqual({ held: 0, used: 120, balance: 180 });
    const entries = await amina.get(`/subscriptions/${subscription.id}/entitlement-entries?unit=room_minute&periodFrom=2026-11-23`);
    expect(entries.body.items.map(({ kind, amount, person }) => [kind, amount, person])).toEqual([
      ["used", -120, "Amina"],
      ["released", 120, "Amina"],
      ["held", -120, "Amina"],
      ["granted", 300, null],
    ]);
  });

  test("ends at the end of the period that the notice reaches, and nothing is owed or left after that", async () => {
    const { space, plan, mona, amina, ids } = await withFlex();
    const { body: started } = await mona.post(`/spaces/${space.slug}/subscriptions`, { planId: plan.id, personId: ids.amina });

    const ended = await amina.put(`/subscriptions/${started.id}/end`, { reason: "Flytter" });
    const again = await amina.put(`/subscriptions/${started.id}/end`, {});
    await turn("2026-12-23T09:00:00+01:00");
    await turn("2027-01-23T09:00:00+01:00");

    expect([ended.body.until, again.body.code]).toEqual(["2026-12-23", "subscription.ends_already"]);
    expect((await amina.get(`/people/${ids.amina}/entitlements`)).body.items).toEqual([]);
    expect((await mona.get(`/spaces/${space.slug}/charges?from=2026-11-01&until=2027-03-01`)).body.items).toHaveLength(1);
  });

  test("rests for whole periods, in which nothing is owed or included", async () => {
    const { space, plan, room, mona, amina, ids } = await withFlex();
    const { body: started } = await mona.post(`/spaces/${space.slug}/subscriptions`, { planId: plan.id, personId: ids.amina });
    await amina.post(`/resources/${room}/bookings`, { startsAt: "2026-12-28T10:00:00+01:00", endsAt: "2026-12-28T12:00:00+01:00" });

    const paused = await mona.put(`/subscriptions/${started.id}/pause`, { from: "2026-12-01", until: "2027-01-10", reason: "Permisjon" });
    const again = await mona.put(`/subscriptions/${started.id}/pause`, { from: "2026-12-01", until: "2027-01-10" });
    await turn("2026-12-23T09:00:00+01:00");
    const during = (await amina.get(`/people/${ids.amina}/entitlements`)).body.items;
    await turn("2027-01-23T09:00:00+01:00");

    expect(paused.body.pauses).toEqual([{ from: "2026-12-23", until: "2027-01-23", reason: "Permisjon" }]);
    expect(again.body.code).toBe("subscription.paused_already");
    expect(during.map(({ unit, balance }) => [unit, balance])).toEqual([["room_minute", 0]]);
    expect((await amina.get(`/people/${ids.amina}/entitlements`)).body.items.map(({ unit, balance }) => [unit, balance])).toEqual([
      ["day", 10],
      ["room_minute", 300],
    ]);
    const charges = await mona.get(`/spaces/${space.slug}/charges?from=2026-11-01&until=2027-03-01`);
    expect(charges.body.items.map(({ day }) => day)).toEqual(["2027-01-23", "2026-11-23"]);
  });

  test("changes to another plan when the period is over, and its people go along", async () => {
    const { space, plan, mona, ola, kari, ids, nordlys } = await withFlex();
    const { body: more } = await mona.post(`/spaces/${space.slug}/plans`, {
      ...flex,
      names: { nb: "Mer" },
      priceOre: 400_000,
      includedRoomMinutes: 900,
    });
    const { body: started } = await mona.post(`/spaces/${space.slug}/subscriptions`, { planId: plan.id, organization: nordlys, seats: 2 });
    await ola.post(`/subscriptions/${started.id}/people`, { personId: ids.kari });

    const next = await mona.put(`/subscriptions/${started.id}/next-plan`, { planId: more.id });
    const before = (await kari.get(`/people/${ids.kari}/entitlements`)).body.items;
    await turn("2026-12-23T09:00:00+01:00");
    const after = (await kari.get(`/people/${ids.kari}/entitlements`)).body.items;

    expect([next.body.from, next.body.followsId, next.body.people.map(({ name }) => name)]).toEqual(["2026-12-23", started.id, ["Kari"]]);
    expect([before, after].map((items) => items.map(({ unit, balance }) => [unit, balance]))).toEqual([
      [
        ["day", 10],
        ["room_minute", 300],
      ],
      [
        ["day", 10],
        ["room_minute", 900],
      ],
    ]);
    const charges = await mona.get(`/spaces/${space.slug}/charges?from=2026-11-01&until=2027-01-01`);
    expect(charges.body.items.map(({ amountOre, owedBy }) => [amountOre, owedBy.name])).toEqual([
      [400_000, "Nordlys AS"],
      [250_000, "Nordlys AS"],
    ]);
  });
});

describe("A company that pays for its people", () => {
  test("names as many as it pays for, and another when one has left", async () => {
    const { space, plan, mona, ola, ids, nordlys } = await withFlex({ forWhom: "company" });
    const { body: started } = await mona.post(`/spaces/${space.slug}/subscriptions`, { planId: plan.id, organization: nordlys, seats: 1 });

    const first = await ola.post(`/subscriptions/${started.id}/people`, { personId: ids.kari });
    const twice = await ola.post(`/subscriptions/${started.id}/people`, { personId: ids.kari });
    const full = await ola.post(`/subscriptions/${started.id}/people`, { personId: ids.amina });
    const left = await ola.put(`/subscriptions/${started.id}/people/${ids.kari}/end`, { on: "2026-11-25" });
    const early = await ola.post(`/subscriptions/${started.id}/people`, { personId: ids.amina, from: "2026-11-24" });
    const another = await ola.post(`/subscriptions/${started.id}/people`, { personId: ids.amina, from: "2026-11-25" });

    expect([first.status, twice.body.code, full.body.code, left.status, early.body.code, another.status]).toEqual([
      201,
      "subscription.seats_taken",
      "subscription.seats_taken",
      200,
      "subscription.seats_taken",
      201,
    ]);
    expect(another.body.people).toEqual([
      { personId: ids.amina, name: "Amina", from: "2026-11-25", until: null },
      { personId: ids.kari, name: "Kari", from: "2026-11-23", until: "2026-11-25" },
    ]);
  });

  test("pays for what its people use together; each sees the balance, and only one's own bookings by name", async () => {
    const { space, plan, room, mona, ola, amina, kari, ids, nordlys } = await withFlex();
    const { body: started } = await mona.post(`/spaces/${space.slug}/subscriptions`, { planId: plan.id, organization: nordlys, seats: 5 });
    for (const personId of [ids.kari, ids.amina]) await ola.post(`/subscriptions/${started.id}/people`, { personId });
    await kari.post(`/resources/${room}/bookings`, { startsAt: "2026-11-24T10:00:00+01:00", endsAt: "2026-11-24T12:00:00+01:00" });

    const seen = (await amina.get(`/people/${ids.amina}/entitlements`)).body.items.find(({ unit }) => unit === "room_minute");
    const entries = await amina.get(`/subscriptions/${started.id}/entitlement-entries?unit=room_minute&periodFrom=2026-11-23`);

    expect([seen?.balance, seen?.company]).toEqual([180, "Nordlys AS"]);
    expect(entries.body.items.map(({ kind, person, bookingId }) => [kind, person, bookingId])).toEqual([
      ["held", null, null],
      ["granted", null, null],
    ]);
  });

  test("is not given a plan for single people", async () => {
    const { space, plan, mona, nordlys } = await withFlex({ forWhom: "person" });

    const answer = await mona.post(`/spaces/${space.slug}/subscriptions`, { planId: plan.id, organization: nordlys, seats: 2 });

    expect([answer.status, answer.body.title]).toEqual([422, "Planen er bare for enkeltpersoner."]);
  });
});

describe("What was written", () => {
  test("of a charge is met by an entry against it, once", async () => {
    const { space, plan, mona, ids } = await withFlex();
    await mona.post(`/spaces/${space.slug}/subscriptions`, { planId: plan.id, personId: ids.amina });
    const { body: before } = await mona.get(`/spaces/${space.slug}/charges?${november}`);
    const id = before.items[0]?.id;

    const answers = await Promise.all([
      mona.put(`/charges/${id}/reversal`, { reason: "Feil plan" }),
      mona.put(`/charges/${id}/reversal`, { reason: "Feil plan" }),
    ]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { body: after } = await mona.get(`/spaces/${space.slug}/charges?${november}`);
    expect([after.items.map(({ kind, amountOre }) => [kind, amountOre]).sort(), after.sumOre]).toEqual([
      [
        ["period", 250_000],
        ["reversal", -250_000],
      ],
      0,
    ]);
  });

  test("of charges is found by kind and name, and is had as a sheet", async () => {
    const { space, plan, mona, ids, nordlys } = await withFlex();
    await mona.post(`/spaces/${space.slug}/subscriptions`, { planId: plan.id, personId: ids.amina });
    await mona.post(`/spaces/${space.slug}/subscriptions`, { planId: plan.id, organization: nordlys, seats: 2 });

    const asked = async (more: string) => {
      const { body } = await mona.get(`/spaces/${space.slug}/charges?${november}&${more}`);
      return [body.items.map(({ owedBy }) => owedBy.name), body.sumOre];
    };
    const sheet = await mona.ask(`GET /spaces/${space.slug}/charges.csv?${november}&q=nord&form=plain`);

    expect(await asked("q=nordly")).toEqual([["Nordlys AS"], 250_000]);
    expect(await asked("kind=pack")).toEqual([[], 0]);
    expect(new TextDecoder().decode(sheet.bytes)).toContain("Nordlys AS,periode,Fleks,2500");
  });

  test("of a use is given back once, and expires when its period is over", async () => {
    const { space, plan, room, mona, amina, ids } = await withFlex();
    const { body: started } = await mona.post(`/spaces/${space.slug}/subscriptions`, { planId: plan.id, personId: ids.amina });
    await amina.post(`/resources/${room}/bookings`, { startsAt: "2026-11-24T10:00:00+01:00", endsAt: "2026-11-24T12:00:00+01:00" });
    installation.setClock("2026-11-24T12:00:00+01:00");
    await writeUse(installation);
    await turn("2026-12-23T09:00:00+01:00");
    const entries = () => mona.get(`/subscriptions/${started.id}/entitlement-entries?unit=room_minute&periodFrom=2026-11-23`);
    const uses = async () => (await mona.get(`/subscriptions/${started.id}/uses`)).body.items;
    const [used] = await uses();

    const given = await mona.put(`/entitlement-entries/${used?.id}/reversal`, { reason: "Varmen var borte" });
    const again = await mona.put(`/entitlement-entries/${used?.id}/reversal`, { reason: "Varmen var borte" });

    expect([given.status, again.status, again.body.code]).toEqual([200, 409, "reversal.entry_reversed"]);
    expect((await uses()).map(({ amount, isReversed, abilities }) => [amount, isReversed, abilities.reverse])).toEqual([
      [-120, true, false],
    ]);
    expect((await entries()).body.items.slice(0, 3).map(({ kind, amount, balance }) => [kind, amount, balance])).toEqual([
      ["expired", -120, 0],
      ["reversed", 120, 120],
      ["expired", -180, 0],
    ]);
  });

  test("of somebody else's allowances is not there for others", async () => {
    const { space, plan, mona, sven, kari, ids } = await withFlex();
    const { body: started } = await mona.post(`/spaces/${space.slug}/subscriptions`, { planId: plan.id, personId: ids.amina });

    const asked = [`/people/${ids.amina}/entitlements`, `/subscriptions/${started.id}`, `/spaces/${space.slug}/charges?${november}`];
    const answers = await Promise.all([sven, kari].flatMap((who) => asked.map((path) => who.ask(`GET ${path}`))));

    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(404));
    expect((await mona.get(`/people/${ids.amina}/entitlements`)).body.items).toHaveLength(2);
  });
});

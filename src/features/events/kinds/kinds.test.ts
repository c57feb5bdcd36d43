import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventBuilder } from "../../../../tests/support/events.ts";
import { whileClaimsWait } from "../../../../tests/support/held-claims.ts";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { brokenInvariants } from "../../../../tests/support/invariants.ts";
import { drawOn } from "./draw-on.ts";

let installation: TestInstallation;
let build: ReturnType<typeof eventBuilder>;
let held: Awaited<ReturnType<ReturnType<typeof eventBuilder>["held"]>>;
let path: `/events/${string}/ticket-types`;

beforeAll(async () => {
  installation = await testInstallation();
  build = eventBuilder(installation);
  held = await build.held({ size: 1, type: { priceOre: 50_000 } });
  path = `/events/${held.event.id}/ticket-types`;
});
afterAll(() => installation.close());

/** What a visitor reads of the tickets. */
async function seen() {
  const { body } = await build.visitors.nobody.get(`/events/${held.event.id}`);
  return body.ticketTypes as { id: string; name: string; priceOre: number; left: number; needsCode: boolean; closesAt: string | null }[];
}

describe("The kinds of tickets of an event that stands", () => {
  test("are added to, of places it has and of new ones, and sold at once", async () => {
    const office = build.visitors.as(held.marte);

    const dinner = await office.post(path, {
      ...{ name: "Middag", quotas: ["Salen"], newQuotas: [{ name: "Spisesalen", size: 8 }] },
      ...{ priceOre: 40_000, accessCode: "TORSK", opensAt: "2026-11-20T08:00:00Z" },
    });
    const refused = await Promise.all(
      [
        { name: "Middag", quotas: ["Salen"] },
        { name: "Buss", newQuotas: [{ name: "Spisesalen", size: 4 }] },
        { name: "Buss", quotas: ["Bussen"] },
        { name: "Buss" },
        { name: "Buss", quotas: ["Salen"], opensAt: "2026-11-24T08:00:00Z", closesAt: "2026-11-23T08:00:00Z" },
      ].map((kind) => office.post(path, kind)),
    );

    expect(dinner.status).toBe(201);
    expect(dinner.body.items.map(({ name, quotas, accessCode }: Kind) => [name, quotas, accessCode])).toEqual([
      ["Plass", ["Salen"], null],
      ["Middag", ["Salen", "Spisesalen"], "TORSK"],
    ]);
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual([
      [409, "ticket_kind.name_taken"],
      [409, "ticket_kind.quota_name_taken"],
      [400, "event.unknown_quota"],
      [400, "request.invalid"],
      [409, "ticket_kind.closes_before_opening"],
    ]);
    expect((await seen()).map(({ name, left, needsCode }) => [name, left, needsCode])).toEqual([
      ["Plass", 1, false],
      ["Middag", 1, true],
    ]);
    const [ada = ""] = await build.people(["Ada Berg"]);
    const middag = { ticketTypeId: dinner.body.items[1]?.id, accessCode: "TORSK" };
    expect((await build.visitors.as(ada).post(`/events/${held.event.id}/registrations`, middag)).body.state).toBe("confirmed");
  });

  test("stand for who waits: cheaper, not dearer; more places are offered in order at once, at the price they cost then", async () => {
    const office = build.visitors.as(held.marte);
    const [bo = "", eli = ""] = await build.people(["Bo Dahl", "Eli Foss"]);
    const { body: first } = await held.register(bo);
    const { body: second } = await held.register(eli);
    const { body: before } = await office.get(path);
    const plass = `${path}/${held.type.id}` as const;

    const dearer = await office.patch(plass, { priceOre: 60_000 });
    const cheaper = await office.patch(plass, { priceOre: 45_000, memberPriceOre: 20_000, name: "Stol i salen" });
    const stale = await build.visitors.as(held.marte).patch(plass, { mostPlaces: 2 }, { "if-match": `"${before.version}"` });
    const grown = await office.patch(`/events/${held.event.id}`, { quotas: [{ name: "Salen", size: 2 }] });
    const smaller = await office.patch(`/events/${held.event.id}`, { quotas: [{ name: "Salen", size: 1 }] });

    expect(before.items[0]).toMatchObject({ name: "Plass", placesTaken: 0, waitingFor: 2, isUsed: true });
    expect([first.state, second.state]).toEqual(["waiting", "waiting"]);
    expect(dearer).toMatchObject({ status: 409, body: { code: "ticket_kind.price_stands", details: { waiting: 2 } } });
    expect(cheaper.body.items[0]).toMatchObject({ name: "Stol i salen", priceOre: 45_000, memberPriceOre: 20_000 });
    expect([stale.status, grown.status, smaller.body.code]).toEqual([412, 200, "event_change.places_taken"]);
    expect(await held.stateOf(bo, first.id)).toMatchObject({ state: "held", isOffer: true, priceOre: 45_000 });
    expect(await held.stateOf(eli, second.id)).toMatchObject({ state: "waiting", placeInLine: 1 });
  });

  test("are closed for those who come, opened again, and removed when nobody has had them", async () => {
    const office = build.visitors.as(held.marte);
    const { body: made } = await office.post(path, { name: "Tidlig", newQuotas: [{ name: "Loftet", size: 5 }] });
    const early = made.items.at(-1)?.id ?? "";
    const [gro = ""] = await build.people(["Gro Haug"]);
    const take = () => build.visitors.as(gro).post(`/events/${held.event.id}/registrations`, { ticketTypeId: early });

    await office.put(`${path}/${early}/closing`);
    const tooLate = await take();
    await office.patch(`${path}/${early}`, { closesAt: null });
    const inTime = await take();
    const kept = await office.delete(`${path}/${early}`);
    const { body: other } = await office.post(path, { name: "Feil", quotas: ["Loftet"] });
    const gone = await office.delete(`${path}/${other.items.at(-1)?.id}`);

    expect([tooLate.body.code, inTime.body.state, kept.body.code, gone.status]).toEqual([
      "event.sale_over",
      "confirmed",
      "ticket_kind.is_used",
      204,
    ]);
    expect((await seen()).map(({ name }) => name)).toEqual(["Stol i salen", "Middag", "Tidlig"]);
  });
});

test("a kind of ticket takes places of other quotas with those who have one, where there is room, and what comes free is offered", async () => {
  const own = await testInstallation();
  const building = eventBuilder(own);
  const { event, type, marte, register, stateOf } = await building.held({ size: 2 });
  const [office, types] = [building.visitors.as(marte), `/events/${event.id}/ticket-types` as const];
  const [ada = "", bo = "", cy = ""] = await building.people(["Ada Berg", "Bo Dahl", "Cy Eng"]);
  const { body: made } = await office.post(types, {
    name: "Middag",
    newQuotas: [
      { name: "Loftet", size: 1 },
      { name: "Kjelleren", size: 3 },
    ],
  });
  const middag = made.items.at(-1)?.id ?? "";
  await register(ada, { quantity: 2 });
  const { body: waits } = await register(bo);
  const counted = async () =>
    Object.fromEntries((await office.get(types)).body.quotas.map(({ name, taken, waiting }: Quota) => [name, [taken, waiting]]));

  const tooSmall = await office.patch(`${types}/${type.id}`, { quotas: ["Salen", "Loftet"] });
  const none = await office.patch(`${types}/${type.id}`, { quotas: [] });
  const unknown = await office.patch(`${types}/${type.id}`, { quotas: ["Bussen"] });
  const before = await counted();
  const moved = await office.patch(`${types}/${type.id}`, { quotas: ["Kjelleren"], newQuotas: [{ name: "Buss", size: 9 }] });
  // a claim that is decided while it is changed takes places of what it takes of now
  const [crossing] = await whileClaimsWait(
    own,
    event.id,
    [() => building.visitors.as(cy).post(`/events/${event.id}/registrations`, { ticketTypeId: middag, quantity: 1 })],
    (tx) => drawOn(tx, event.id, middag, { quotas: ["Salen"], newQuotas: [] }, 0),
  );
  const after = await counted();
  const [offered, broken] = [await stateOf(bo, waits.id), await brokenInvariants(own.db)];
  await own.close();

  expect([tooSmall.body.code, tooSmall.body.details, none.body.code, unknown.body.code]).toEqual([
    "ticket_kind.quota_full",
    { quota: "Loftet", left: 1, needed: 2 },
    "request.invalid",
    "event.unknown_quota",
  ]);
  expect([moved.status, moved.body.items[0]?.quotas.toSorted(), before]).toEqual([
    200,
    ["Buss", "Kjelleren"],
    { Kjelleren: [0, 0], Loftet: [0, 0], Salen: [2, 1] },
  ]);
  expect([offered.state, crossing.body.state]).toEqual(["held", "confirmed"]);
  expect(after).toEqual({ Buss: [3, 0], Kjelleren: [3, 0], Loftet: [0, 0], Salen: [1, 0] });
  expect(broken).toEqual([]);
});

interface Quota {
  name: string;
  taken: number;
  waiting: number;
}

interface Kind {
  name: string;
  quotas: string[];
  accessCode: string | null;
}

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { brokenInvariants } from "../../../tests/support/invariants.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { queriesDuring } from "../../../tests/support/query-count.ts";
import { callers } from "../../../tests/support/visitor.ts";
import { endLapsed } from "./end-lapsed.ts";
import { eventCalendars } from "./event-calendars.ts";
import { registrationClaims } from "./registering/registration-claims.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;
let visitors: ReturnType<typeof callers>;

beforeEach(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
  visitors = callers(installation);
});
afterEach(async () => {
  expect(await brokenInvariants(installation.db)).toEqual([]);
  await installation.close();
});

const breakfast = {
  title: { nb: "Eiendomsfrokost", en: "Property breakfast" },
  organization: "naustet",
  startsAt: "2026-12-03T08:00:00+01:00",
  endsAt: "2026-12-03T10:00:00+01:00",
};

/** Naustet is managed by Marte, and holds a breakfast with `size` places. */
async function held(given: { size?: number; type?: object; event?: object } = {}) {
  const house = await network.space("naustet", { name: "Naustet" });
  const marte = await network.person("Marte Moen");
  await network.position(marte, house.organizationId, "manager");
  const { body: event } = await visitors.as(marte).post("/events", {
    ...breakfast,
    quotas: [{ name: "Salen", size: given.size ?? 2 }],
    ticketTypes: [{ name: "Plass", quotas: ["Salen"], ...given.type }],
    ...given.event,
  });
  const [type] = event.ticketTypes;
  const register = async (personId: string, wish: object = {}) =>
    visitors.as(personId).post(`/events/${event.id}/registrations`, { ticketTypeId: type?.id, ...wish });
  const stateOf = async (personId: string, id: string) => (await visitors.as(personId).get(`/registrations/${id}`)).body;
  return { house, marte, event, type, register, stateOf };
}

const people = (names: string[]) => Promise.all(names.map((name) => network.person(name)));
const left = async (eventId: string) => (await visitors.nobody.get(`/events/${eventId}`)).body.ticketTypes[0]?.left;

describe("An event", () => {
  test("is held by those who manage the organization, and read by all with what is left of it", async () => {
    const { house, event } = await held();
    const other = await network.person("Ola Nordmann");

    const refused = await visitors.as(other).post("/events", breakfast);
    const read = await visitors.nobody.get(`/events/${event.slug}`);

    expect(refused.status).toBe(404);
    expect(read.body).toMatchObject({
      id: event.id,
      slug: "eiendomsfrokost",
      hosts: [{ id: house.organizationId, leads: true }],
      ticketTypes: [{ name: "Plass", left: 2, waiting: 0, quotas: ["Salen"] }],
      abilities: { run: false, register: true },
    });
  });

  test("that is a draft is there for those who run it, and in no list", async () => {
    const { marte, event } = await held({ event: { status: "draft" } });

    expect((await visitors.nobody.get(`/events/${event.id}`)).status).toBe(404);
    expect((await visitors.as(marte).get(`/events/${event.id}`)).status).toBe(200);
    expect((await visitors.nobody.get("/events")).body.items).toEqual([]);
  });

  test("cannot end before it begins, nor sell tickets of a quota it does not have", async () => {
    const { marte } = await held();

    const backwards = await visitors.as(marte).post("/events", { ...breakfast, endsAt: breakfast.startsAt });
    const unknown = await visitors.as(marte).post("/events", { ...breakfast, ticketTypes: [{ name: "Plass", quotas: ["Loftet"] }] });

    expect([backwards.body.code, unknown.body.code]).toEqual(["event.ends_before_start", "event.unknown_quota"]);
    expect((await visitors.nobody.get("/events")).body.items).toHaveLength(1);
  });
});

describe("Registering", () => {
  test("gives a place with a ticket in one's name, once however often one clicks", async () => {
    const { event, register } = await held();
    const [ada = ""] = await people(["Ada Berg"]);

    const answers = await Promise.all([register(ada), register(ada), register(ada)]);

    expect(answers[0]?.body).toMatchObject({
      state: "confirmed",
      quantity: 1,
      tickets: [{ holder: "Ada Berg" }],
      abilities: { cancel: true },
    });
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await left(event.id)).toBe(1);
  });

  test("for a company takes places whose names come later, and the company owes for them", async () => {
    const { house, event, register } = await held({ size: 10, type: { priceOre: 50_000, memberPriceOre: 30_000 } });
    const company = await network.organization("berg-as");
    const [ada = ""] = await people(["Ada Berg"]);
    await network.position(ada, company, "owner");
    await network.membership(house.organizationId, { organizationId: company });

    const answer = await register(ada, { quantity: 5, organizationId: company });

    expect(answer.body).toMatchObject({ state: "confirmed", priceOre: 150_000 });
    expect(answer.body.tickets.map(({ holder }: { holder: string | null }) => holder)).toEqual([null, null, null, null, null]);
    const charges = await installation.db
      .selectFrom("event_charges")
      .select(["amount_ore", "organization_id", "person_id", "owed_to"])
      .execute();
    expect(charges).toEqual([{ amount_ore: 150_000, organization_id: company, person_id: null, owed_to: house.organizationId }]);
    expect(await left(event.id)).toBe(5);
  });

  test("for a company one has nothing to do with is not allowed", async () => {
    const { register } = await held();
    const company = await network.organization("berg-as");
    const [ada = ""] = await people(["Ada Berg"]);

    expect((await register(ada, { organizationId: company })).status).toBe(404);
  });

  test("is refused before the sale opens, after it has closed, without the code, beyond the most, and when one is not invited", async () => {
    const [ada = ""] = await people(["Ada Berg"]);
    const { marte, register, type } = await held({ type: { accessCode: "SOMMER", mostPlaces: 2 } });
    const ofSale = async (times: object) => {
      const { body } = await visitors.as(marte).post("/events", {
        ...breakfast,
        quotas: [{ name: "Salen", size: 2 }],
        ticketTypes: [{ name: "Plass", quotas: ["Salen"], ...times }],
      });
      return visitors.as(ada).post(`/events/${body.id}/registrations`, { ticketTypeId: body.ticketTypes[0]?.id });
    };
    const invited = await visitors.as(marte).post("/events", {
      ...breakfast,
      audience: "invited",
      quotas: [{ name: "Salen", size: 2 }],
      ticketTypes: [{ name: "Plass", quotas: ["Salen"] }],
    });
    const answers = [
      await ofSale({ opensAt: "2026-11-24T09:00:00+01:00" }),
      await ofSale({ closesAt: "2026-11-23T09:00:00+01:00" }),
      await register(ada, { accessCode: "VINTER" }),
      await register(ada, { accessCode: "SOMMER", quantity: 3 }),
      await visitors.as(ada).post(`/events/${invited.body.id}/registrations`, { ticketTypeId: invited.body.ticketTypes[0]?.id }),
      await visitors.as(ada).post(`/events/${invited.body.id}/registrations`, { ticketTypeId: type?.id }),
    ];

    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [409, "event.not_open_yet"],
      [409, "event.sale_over"],
      [403, "event.wrong_access_code"],
      [400, "event.too_many_places"],
      [404, "access.not_here"],
      [404, "access.not_here"],
    ]);
    expect(answers[0]?.body.title).toContain("24. november");
  });
});

test("an event for the invited takes those whom its organizer registers, and nobody by themselves", async () => {
  const { marte, event, type, register } = await held({ event: { audience: "invited" } });
  const [ada = "", bo = ""] = await people(["Ada Berg", "Bo Dahl"]);

  const alone = await register(bo);
  const asked = await visitors.as(marte).post(`/events/${event.id}/registrations`, { ticketTypeId: type?.id, personId: ada });

  expect([alone.body.code, asked.body.state]).toEqual(["access.not_here", "confirmed"]);
});

describe("The waiting list", () => {
  test("is joined when there are too few places, tells one's number, and is left by oneself", async () => {
    const { register, stateOf, event } = await held();
    const [ada = "", bo = "", cy = "", di = ""] = await people(["Ada Berg", "Bo Dahl", "Cy Eng", "Di Foss"]);
    await register(ada, { quantity: 2 });

    const [first, second, unwilling] = [await register(bo), await register(cy, { quantity: 2 }), await register(di, { wait: false })];
    await visitors.as(bo).put(`/registrations/${first.body.id}/cancellation`);

    expect([first.body.state, second.body.state]).toEqual(["waiting", "waiting"]);
    expect(unwilling.body.code).toBe("event.sold_out");
    expect(await stateOf(cy, second.body.id)).toMatchObject({ state: "waiting", placeInLine: 1, quantity: 2 });
    expect(await stateOf(bo, first.body.id)).toMatchObject({ state: "cancelled", ending: "left_list" });
    expect((await visitors.nobody.get(`/events/${event.id}`)).body.ticketTypes[0]?.waiting).toBe(1);
  });

  test("is asked in its order the moment a place is given back, past those it is too few for", async () => {
    const { register, stateOf, event } = await held();
    const [ada = "", bo = "", cy = "", di = ""] = await people(["Ada Berg", "Bo Dahl", "Cy Eng", "Di Foss"]);
    const own = await register(ada);
    await register(bo);
    const [pair, single] = [await register(cy, { quantity: 2 }), await register(di)];

    await visitors.as(ada).put(`/registrations/${own.body.id}/cancellation`);

    expect(await stateOf(cy, pair.body.id)).toMatchObject({ state: "waiting", placeInLine: 1 });
    expect(await stateOf(di, single.body.id)).toMatchObject({ state: "held", isOffer: true, heldUntil: "2026-11-24T08:00:00Z" });
    expect(await left(event.id)).toBe(0);
  });

  test("gives one place to whoever takes one when it is just one, and another kind to whoever takes that as well", async () => {
    const { marte, stateOf } = await held();
    const { body: event } = await visitors.as(marte).post("/events", {
      ...breakfast,
      title: { nb: "Busstur" },
      quotas: [
        { name: "Torsdag", size: 1 },
        { name: "Fredag", size: 1 },
      ],
      ticketTypes: [
        { name: "Torsdag", quotas: ["Torsdag"] },
        { name: "Fredag", quotas: ["Fredag"] },
      ],
    });
    const [thursday, friday] = event.ticketTypes;
    const [ada = "", bo = "", cy = "", di = ""] = await people(["Ada Berg", "Bo Dahl", "Cy Eng", "Di Foss"]);
    const ask = (personId: string, wish: object) => visitors.as(personId).post(`/events/${event.id}/registrations`, wish);
    const [a, b] = [await ask(ada, { ticketTypeId: thursday?.id }), await ask(bo, { ticketTypeId: friday?.id })];
    const fewer = await ask(cy, { ticketTypeId: thursday?.id, quantity: 2, acceptsFewer: true });
    const either = await ask(di, { ticketTypeId: thursday?.id, otherTypeIds: [friday?.id] });

    await visitors.as(bo).put(`/registrations/${b.body.id}/cancellation`);
    await visitors.as(ada).put(`/registrations/${a.body.id}/cancellation`);

    expect(await stateOf(di, either.body.id)).toMatchObject({ state: "held", ticketType: { name: "Fredag" } });
    expect(await stateOf(cy, fewer.body.id)).toMatchObject({ state: "held", ticketType: { name: "Torsdag" }, quantity: 1 });
  });

  test("passes an offer on when its deadline is over, and the place is one's own when it is taken in time", async () => {
    const { register, stateOf } = await held({ size: 1 });
    const [ada = "", bo = "", cy = ""] = await people(["Ada Berg", "Bo Dahl", "Cy Eng"]);
    const own = await register(ada);
    const [first, second] = [await register(bo), await register(cy)];
    await visitors.as(ada).put(`/registrations/${own.body.id}/cancellation`);

    installation.setClock("2026-11-24T09:00:00+01:00");
    const late = await visitors.as(bo).put(`/registrations/${first.body.id}/confirmation`);
    await endLapsed(installation, registrationClaims(installation.pipelines));
    const taken = await visitors.as(cy).put(`/registrations/${second.body.id}/confirmation`);

    expect(late.body.code).toBe("event.not_held");
    expect(await stateOf(bo, first.body.id)).toMatchObject({ state: "cancelled", ending: "offer_lapsed" });
    expect(taken.body).toMatchObject({ state: "confirmed", tickets: [{ holder: "Cy Eng" }] });
  });
});

describe("The calendar", () => {
  test("is narrowed by space, language and the network whose member holds it, with as many queries for three as for one", async () => {
    const { house, marte, event } = await held();
    const kyst = await network.organization("kyst", { kinds: ["network"] });
    await network.membership(kyst, { organizationId: house.organizationId });
    const again = (title: string, more: object) => visitors.as(marte).post("/events", { ...breakfast, title: { nb: title }, ...more });
    const one = await queriesDuring(installation, (counted) => callers(counted).nobody.get("/events"));
    const { body: here } = await again("Kurs", { space: "naustet", languages: ["en", "nb"] });
    await again("Middag", { languages: ["nn"] });

    const idsOf = async (query: string) => (await visitors.nobody.get(`/events?${query}`)).body.items.map(({ id }: { id: string }) => id);
    expect(await idsOf("space=naustet")).toEqual([here.id]);
    expect(await idsOf("language=en")).toEqual([here.id]);
    expect(await idsOf(`network=${kyst}`)).toHaveLength(3);
    expect(await idsOf("network=naustet")).toContain(event.id);
    expect(await idsOf("network=fjell")).toEqual([]);
    expect(await queriesDuring(installation, (counted) => callers(counted).nobody.get("/events"))).toBe(one);
  });
});

describe("The calendar to follow", () => {
  test("tells what is published, whole or of one organization, and nothing of a draft", async () => {
    const { marte, event } = await held();
    const draft = await visitors.as(marte).post("/events", { ...breakfast, title: { nb: "Hemmelig" }, status: "draft" });
    const calendars = eventCalendars(installation);
    const textOf = async (path: string) => (await calendars.request(path)).text();

    expect(await textOf("/calendars/events.ics")).toContain("SUMMARY:Eiendomsfrokost\r\n");
    expect(await textOf("/calendars/events.ics?organization=fjell")).not.toContain("SUMMARY");
    expect(await textOf("/calendars/events.ics?language=en")).not.toContain("Hemmelig");
    expect(await textOf(`/calendars/events/${event.slug}.ics?language=en`)).toContain("SUMMARY:Property breakfast\r\n");
    expect((await calendars.request(`/calendars/events/${draft.body.slug}.ics`)).status).toBe(404);
  });
});

describe("Who has registered", () => {
  test("is a list, and the same as a file, for those at the door only, with as many queries for three as for one", async () => {
    const { marte, event, register } = await held({ size: 2 });
    const [ada = "", bo = "", cy = ""] = await people(["Ada Berg", "Bo Dahl", "Cy Eng"]);
    const list = `/events/${event.id}/registrations`;
    await register(ada, { quantity: 2 });
    const one = await queriesDuring(installation, (counted) => callers(counted).as(marte).get(list));
    await register(bo);
    await register(cy);

    const { body: file } = await visitors.as(marte).ask(`GET ${list}.csv?form=plain`);
    expect(
      String(file)
        .split(/\r?\n/)
        .map((line) => line.split(",").slice(0, 5).join(",")),
    ).toEqual([
      "Navn,Organisasjon,Billett,Plasser,Tilstand",
      "Ada Berg,,Plass,2,Påmeldt",
      "Bo Dahl,,Plass,1,Venter",
      "Cy Eng,,Plass,1,Venter",
      "",
    ]);
    expect((await visitors.as(ada).get(`${list}.csv`)).status).toBe(404);
    expect(await queriesDuring(installation, (counted) => callers(counted).as(marte).get(list))).toBe(one);
  });
});

test("one's own registrations are told of one event alone, with the number among those who wait for the same places", async () => {
  const { marte, event, register } = await held({ size: 1 });
  const [ada = "", bo = ""] = await people(["Ada Berg", "Bo Dahl"]);
  const { body: trip } = await visitors.as(marte).post("/events", {
    ...breakfast,
    title: { nb: "Busstur" },
    onlineUrl: "https://mote.example/buss",
    quotas: [
      { name: "Torsdag", size: 0 },
      { name: "Fredag", size: 0 },
      { name: "Tavla", size: 1 },
    ],
    ticketTypes: [
      { name: "Torsdag", quotas: ["Torsdag"] },
      { name: "Fredag", quotas: ["Fredag"] },
      { name: "Hjemmefra", quotas: ["Tavla"] },
    ],
  });
  const [thursday, friday, home] = trip.ticketTypes;
  await register(bo);
  await visitors.as(ada).post(`/events/${trip.id}/registrations`, { ticketTypeId: thursday?.id });
  await visitors.as(bo).post(`/events/${trip.id}/registrations`, { ticketTypeId: friday?.id, otherTypeIds: [thursday?.id] });
  await visitors.as(bo).post(`/events/${trip.id}/registrations`, { ticketTypeId: home?.id });

  const own = await visitors.as(bo).get(`/me/registrations?event=${trip.slug}`);
  const elsewhere = await visitors.as(bo).get(`/me/registrations?event=${event.id}`);

  const told = own.body.items.map(({ ticketType, placeInLine, otherTypes, onlineUrl }) => [
    ticketType.name,
    placeInLine,
    otherTypes,
    onlineUrl,
  ]);
  expect(new Set(told)).toEqual(
    new Set([
      ["Fredag", 1, ["Torsdag"], null],
      ["Hjemmefra", null, [], "https://mote.example/buss"],
    ]),
  );
  expect(elsewhere.body.items).toHaveLength(1);
});

test("a registration given back is owed no longer, and nobody else's is touched", async () => {
  const { register, marte, event } = await held({ type: { priceOre: 10_000 } });
  const [ada = "", bo = ""] = await people(["Ada Berg", "Bo Dahl"]);
  const own = await register(ada);

  const foreign = await visitors.as(bo).put(`/registrations/${own.body.id}/cancellation`);
  const twice = [
    await visitors.as(ada).put(`/registrations/${own.body.id}/cancellation`),
    await visitors.as(ada).put(`/registrations/${own.body.id}/cancellation`),
  ];

  expect(foreign.status).toBe(404);
  expect(twice.map(({ status }) => status)).toEqual([200, 409]);
  const charges = await installation.db.selectFrom("event_charges").select(["kind", "amount_ore"]).orderBy("amount_ore").execute();
  expect(charges).toEqual([
    { kind: "reversal", amount_ore: -10_000 },
    { kind: "registration", amount_ore: 10_000 },
  ]);
  expect((await visitors.as(marte).get(`/events/${event.id}/counts`)).body).toMatchObject({
    registered: 0,
    people: 0,
    waiting: 0,
    places: 2,
  });
});

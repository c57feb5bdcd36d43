import fc from "fast-check";
import { expect, test } from "vitest";
import { countedBothWays } from "../../../../../tests/support/both-ways.ts";
import { eventBuilder } from "../../../../../tests/support/events.ts";
import { type TestInstallation, testInstallation } from "../../../../../tests/support/installation.ts";
import { doWhatIsDue } from "../../../../../tests/support/jobs.ts";
import { newId } from "../../../../platform/database/id.ts";
import { metrics } from "../metrics.ts";
import { countedOnce } from "../sources/counted-once.ts";

const before = "2026-12-01T12:00:00+01:00";
const after = "2027-03-01T12:00:00+01:00";
const year = { from: "2026-01-01", to: "2027-01-01" };
const years = [year, { from: "2027-01-01", to: "2028-01-01" }];
const windows = [
  // months that are no year, which are asked for before the years they are of
  { from: "2026-12-01", to: "2027-02-01" },
  { from: "2027-02-01", to: "2027-03-01" },
  ...years,
  // a year so far, whether anything comes after it or not; and what cuts a month
  { from: "2026-01-01", to: "2026-12-15" },
  { from: "2026-12-09", to: "2027-01-08" },
];
const once = metrics.filter(({ id }) => id in countedOnce);
const countsPeople = once.filter(({ id }) => id === "events-people");

/** Naustet holds a breakfast, and a festival of two evenings, the second together with Kaien. Two companies are members of it. */
async function aWorld(installation: TestInstallation) {
  installation.setClock(before);
  const build = eventBuilder(installation);
  const { network, visitors } = build;
  const { event, marte, house } = await build.held({ size: 40 });
  const kaien = await network.organization("kaien");
  const evening = (nb: string, startsAt: string, endsAt: string, more: object = {}) => ({
    ...{
      title: { nb },
      startsAt,
      endsAt,
      quotas: [{ name: "Salen", size: 40 }],
      ticketTypes: [{ name: "Plass", quotas: ["Salen"] }],
      ...more,
    },
  });
  const { body: festival } = await visitors.as(marte).post("/event-parents", {
    ...{ kind: "festival", title: { nb: "Festivalen" }, organization: "naustet" },
    events: [
      evening("Åpning", "2026-12-10T18:00:00+01:00", "2026-12-10T21:00:00+01:00"),
      evening("Fest", "2027-01-05T18:00:00+01:00", "2027-01-05T21:00:00+01:00", { coHosts: ["kaien"] }),
    ],
  });
  const people = await Promise.all(
    ["Ada Berg", "Bo Lind", "Cy Eng", "Dag Moe", "Eva Lie", "Fia Ås"].map((name, place) =>
      network.person(name, { email: `p${place}@example.test` }),
    ),
  );
  const companies = [await network.organization("havbruk"), await network.organization("frakt")];
  for (const organizationId of companies) await network.membership(house.organizationId, { organizationId });
  // one has been there all the time, another leaves between the evenings
  const stays = ["[2020-01-01,)", "[2026-11-15,2026-12-15)"];
  for (const [place, person] of people.entries()) await network.position(person, companies[place % 2] ?? "", "manager", stays[place % 2]);
  const eventIds: string[] = [event.id, ...festival.events.map(({ id }: { id: string }) => id)];
  const typeIds = await Promise.all(eventIds.map(async (id) => (await visitors.as(marte).get(`/events/${id}`)).body.ticketTypes[0].id));
  const hosts = [house.organizationId, kaien];
  return { installation, visitors, eventIds, typeIds, marte, people, companies, hosts, registered: [] as Registered[] };
}

type World = Awaited<ReturnType<typeof aWorld>>;
type Registered = { id: string; person: string; tickets: { id: string }[] };

type Deed =
  | { do: "register"; who: number; event: number; isForCompany: boolean }
  | { do: "cancel" | "check in"; which: number }
  | { do: "name"; which: number; as: number }
  | { do: "move"; event: number; to: string }
  | { do: "erase"; who: number }
  | { do: "call off"; event: number }
  | { do: "ask"; at: string };

const some = fc.nat({ max: 7 });
const oneOf = (weight: number, arbitrary: fc.Arbitrary<Deed>) => ({ weight, arbitrary });
const deed = fc.oneof(
  oneOf(8, fc.record({ do: fc.constant("register"), who: some, event: some, isForCompany: fc.boolean() })),
  oneOf(2, fc.record({ do: fc.constant("check in"), which: some })),
  oneOf(3, fc.record({ do: fc.constant("cancel"), which: some })),
  oneOf(4, fc.record({ do: fc.constant("name"), which: some, as: some })),
  oneOf(
    4,
    fc.record({ do: fc.constant("move"), event: some, to: fc.constantFrom("2026-12-04", "2026-12-20", "2027-01-15", "2027-02-03") }),
  ),
  oneOf(1, fc.record({ do: fc.constant("erase"), who: some })),
  oneOf(1, fc.record({ do: fc.constant("call off"), event: some })),
  oneOf(4, fc.record({ do: fc.constant("ask"), at: fc.constantFrom("2026-12-06T12:00:00Z", "2026-12-21T12:00:00Z", after) })),
);

async function happens(world: World, what: Deed) {
  const { installation, visitors, marte, people, companies, eventIds, typeIds, registered } = world;
  const one = <Item>(list: Item[], index: number): Item | undefined => list[index % Math.max(1, list.length)];
  const chosen = "which" in what ? one(registered, what.which) : undefined;
  const event = "event" in what ? eventIds[what.event % eventIds.length] : undefined;
  if (what.do === "register") {
    const person = one(people, what.who) ?? "";
    const wish = {
      ticketTypeId: typeIds[what.event % eventIds.length],
      ...(what.isForCompany && { organizationId: companies[(what.who % 6) % 2] }),
    };
    const { body, status } = await visitors.as(person).post(`/events/${event}/registrations`, wish);
    if (status === 201) registered.push({ id: body.id, person, tickets: body.tickets });
  }
  if (what.do === "cancel" && chosen) await visitors.as(chosen.person).put(`/registrations/${chosen.id}/cancellation`);
  if (what.do === "check in" && chosen?.tickets[0])
    await visitors.as(marte).put(`/tickets/${chosen.tickets[0].id}/check-in`, { nonce: newId(), scannedAt: installation.now().toString() });
  // by an address that may be somebody's, or by name alone
  if (what.do === "name" && chosen?.tickets[0])
    await visitors.as(chosen.person).put(`/tickets/${chosen.tickets[0].id}/holder`, {
      name: `Named ${what.as}`,
      ...(what.as < 6 && { email: `p${what.as + 2}@example.test` }),
    });
  if (what.do === "move") {
    const moved = await visitors
      .as(marte)
      .patch(`/events/${event}`, { startsAt: `${what.to}T08:00:00+01:00`, endsAt: `${what.to}T10:00:00+01:00` });
    expect([200, 409]).toContain(moved.status);
  }
  if (what.do === "call off") await visitors.as(marte).put(`/events/${event}/cancellation`, { reason: "Storm" });
  if (what.do === "erase") {
    await visitors.as(one(people, what.who) ?? "").post("/me/erasure", { email: `p${what.who % 6}@example.test` });
    await doWhatIsDue(installation);
  }
  if (what.do === "ask") {
    installation.setClock(what.at);
    for (const organizationId of world.hosts)
      await countedBothWays(installation.db, countsPeople, [{ organizationId, ...year, now: installation.now() }]);
    installation.setClock(before);
  }
}

function askedOf({ hosts, installation }: World, over: { from: string; to: string }[], of = hosts) {
  return of.flatMap((organizationId) => over.map((window) => ({ organizationId, ...window, now: installation.now() })));
}

/** Over every window for the house, over the years for who holds an evening with it. */
function everything(world: World) {
  const [house = "", ...others] = world.hosts;
  return countedBothWays(world.installation.db, once, [...askedOf(world, windows, [house]), ...askedOf(world, [year], others)]);
}

test("whatever happens to events and who comes to them, who is counted once is the same as counted anew", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 12, maxLength: 20 }), async (deeds) => {
      const installation = await testInstallation();
      const world = await aWorld(installation);
      for (const what of deeds) await happens(world, what);
      installation.setClock(after);
      const { anew, fromKept } = await everything(world);
      await installation.close();
      expect(fromKept).toEqual(anew);
    }),
    { numRuns: 2, endOnFailure: true },
  );
});

test("an event that is moved to another year, or called off, takes with it who came", async () => {
  const installation = await testInstallation();
  const world = await aWorld(installation);
  const deeds: Deed[] = [
    { do: "register", who: 0, event: 0, isForCompany: true },
    { do: "register", who: 0, event: 1, isForCompany: false },
    { do: "name", which: 0, as: 3 },
    { do: "register", who: 1, event: 1, isForCompany: false },
    { do: "move", event: 0, to: "2027-02-03" },
    { do: "cancel", which: 1 },
    { do: "register", who: 2, event: 2, isForCompany: true },
    { do: "move", event: 2, to: "2026-12-20" },
    { do: "call off", event: 1 },
  ];

  const seen: string[] = [];
  for (const what of deeds) {
    await happens(world, what);
    installation.setClock(after);
    const { anew, fromKept } = await countedBothWays(installation.db, once, askedOf(world, years, world.hosts.slice(0, 1)));
    installation.setClock(before);
    expect([what, fromKept]).toEqual([what, anew]);
    seen.push(JSON.stringify(anew));
  }

  // and what is changed since is asked for first over months that are no year
  await happens(world, { do: "register", who: 4, event: 0, isForCompany: false });
  await happens(world, { do: "move", event: 2, to: "2027-01-15" });
  installation.setClock(after);
  const { anew, fromKept } = await everything(world);
  expect(fromKept).toEqual(anew);
  // each changed some figure, so that what was kept before it was wrong; what is left lies in two years
  expect(deeds.filter((_, index) => seen[index] === seen[index - 1])).toEqual([]);
  const left = await installation.db.selectFrom("counted_once").select(["kind", "year"]).orderBy("year").orderBy("kind").execute();
  await installation.close();
  expect(new Set(left.map(({ kind, year: of }) => `${of} ${kind}`))).toEqual(
    new Set(["2027 company", "2027 festival_person", "2027 person"]),
  );
});

test("figures that are asked for by many at once, while people come and go, are right in the end", async () => {
  const installation = await testInstallation();
  const world = await aWorld(installation);
  const question = { db: installation.db, organizationId: world.hosts[0] ?? "", ...year, language: "nb" as const };
  let isWriting = true;

  // they ask from a day the events are over, which those who register have not come to
  const asks = async () => {
    while (isWriting) await countsPeople[0]?.counts?.({ ...question, now: Temporal.Instant.from("2026-12-31T12:00:00Z") }, undefined);
  };
  const writes = async (event: number) => {
    for (let round = 0; round < 3; round += 1) {
      await Promise.all(world.people.map((_, who) => happens(world, { do: "register", who, event, isForCompany: who % 2 === 0 })));
      await happens(world, { do: "move", event, to: round % 2 === 0 ? "2026-12-22" : "2026-12-08" });
      await Promise.all([0, 2, 5].map((which) => happens(world, { do: "cancel", which })));
    }
  };
  await Promise.all([Promise.all([writes(0), writes(1)]).finally(() => (isWriting = false)), asks(), asks(), asks()]);

  installation.setClock(after);
  const { anew, fromKept } = await countedBothWays(installation.db, once, askedOf(world, [year]));
  const twice = await installation.db
    .selectFrom("counted_events")
    .select("event_id")
    .groupBy(["organization_id", "event_id"])
    .having(({ fn }) => fn.countAll(), ">", 1)
    .execute();
  await installation.close();
  expect(fromKept).toEqual(anew);
  expect(twice).toEqual([]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { countedBothWays } from "../../../../tests/support/both-ways.ts";
import { eventBuilder } from "../../../../tests/support/events.ts";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { doWhatIsDue } from "../../../../tests/support/jobs.ts";
import { newId } from "../../../platform/database/id.ts";
import { countWhatIsOver } from "../../events/counting/count-what-is-over.ts";
import { markUncounted } from "../../events/counting/mark-uncounted.ts";
import { bookDay, reverseDay } from "../../exchange/ledger/book-day.ts";
import { metrics } from "./metrics.ts";

const before = "2026-12-01T12:00:00+01:00";
const after = "2026-12-04T12:00:00+01:00";
const windows = [
  { from: "2026-01-01", to: "2027-01-01" },
  { from: "2026-11-15", to: "2026-12-04" },
];
const kept = metrics.filter(({ counts }) => counts !== undefined);

/** A breakfast that can be registered for, three companies and six people, and three houses that take each other's guests. */
async function aWorld(installation: TestInstallation) {
  installation.setClock(before);
  const build = eventBuilder(installation);
  const { network, visitors } = build;
  const { event, register, marte, house } = await build.held({ size: 9 });
  const people = await Promise.all(
    ["Ada Berg", "Bo Lind", "Cy Eng", "Dag Moe", "Eva Lie", "Fia Ås"].map((name, place) =>
      network.person(name, { email: `p${place}@example.test` }),
    ),
  );
  const companies = [await network.organization("havbruk"), await network.organization("frakt")];
  for (const [place, person] of people.entries()) await network.position(person, companies[place % 2] ?? "", "manager");
  const houses = [house, await network.space("blender"), await network.space("flow")];
  const { networkId } = await network.agreement(houses);
  return { installation, visitors, event, register, marte, people, companies, houses, networkId, registered: [] as Registered[] };
}

type World = Awaited<ReturnType<typeof aWorld>>;
type Registered = { id: string; person: string; tickets: { id: string }[] };
type Pass = Parameters<typeof bookDay>[1];

type Deed =
  | { do: "register"; who: number; quantity: number; isForCompany: boolean }
  | { do: "cancel" | "check in" | "undo" | "reverse"; which: number }
  | { do: "name"; which: number; as: number }
  | { do: "erase"; who: number }
  | { do: "guest"; home: number; day: string };

const place = fc.nat({ max: 5 });
const oneOf = (weight: number, arbitrary: fc.Arbitrary<Deed>) => ({ weight, arbitrary });
const deed = fc.oneof(
  oneOf(5, fc.record({ do: fc.constant("register"), who: place, quantity: fc.integer({ min: 1, max: 2 }), isForCompany: fc.boolean() })),
  oneOf(4, fc.record({ do: fc.constant("check in"), which: place })),
  oneOf(2, fc.record({ do: fc.constant("undo"), which: place })),
  oneOf(2, fc.record({ do: fc.constant("cancel"), which: place })),
  oneOf(3, fc.record({ do: fc.constant("name"), which: place, as: place })),
  oneOf(1, fc.record({ do: fc.constant("erase"), who: place })),
  oneOf(3, fc.record({ do: fc.constant("guest"), home: place, day: fc.constantFrom("2026-11-14", "2026-11-30", "2026-12-02") })),
  oneOf(1, fc.record({ do: fc.constant("reverse"), which: place })),
);

async function happens(world: World, passes: Pass[], what: Deed) {
  const { installation, visitors, register, marte, people, companies, houses, networkId, registered } = world;
  const one = <Item>(list: Item[], index: number): Item | undefined => list[index % Math.max(1, list.length)];
  const scan = { nonce: newId(), scannedAt: "2026-12-03T07:00:00Z" };
  installation.setClock(what.do === "check in" || what.do === "undo" ? "2026-12-03T07:00:00Z" : before);
  const chosen = "which" in what ? one(registered, what.which) : undefined;
  if (what.do === "register") {
    const person = people[what.who] ?? "";
    const wish = { quantity: what.quantity, ...(what.isForCompany && { organizationId: one(companies, what.who) }) };
    const { body, status } = await register(person, wish);
    if (status === 201) registered.push({ id: body.id, person, tickets: body.tickets });
  }
  if (what.do === "cancel" && chosen) await visitors.as(chosen.person).put(`/registrations/${chosen.id}/cancellation`);
  if (what.do === "check in" && chosen?.tickets[0]) await visitors.as(marte).put(`/tickets/${chosen.tickets[0].id}/check-in`, scan);
  if (what.do === "undo" && chosen?.tickets[0])
    await visitors.as(marte).put(`/tickets/${chosen.tickets[0].id}/check-in/undoing`, { nonce: newId() });
  if (what.do === "name" && chosen?.tickets[0])
    await visitors.as(chosen.person).put(`/tickets/${chosen.tickets[0].id}/holder`, {
      name: `Named ${what.as}`,
      ...(what.as < 4 && { email: `p${what.as + 2}@example.test` }),
    });
  if (what.do === "erase") {
    await visitors.as(people[what.who] ?? "").post("/me/erasure", { email: `p${what.who}@example.test` });
    await doWhatIsDue(installation);
  }
  const at = installation.now();
  if (what.do === "guest") {
    const [host, home] = [houses[0], houses[1 + (what.home % 2)]];
    const pass = { id: newId(), space_id: host?.id, host_id: host?.organizationId, home_id: home?.organizationId, network_id: networkId };
    passes.push({ ...pass, day: what.day, price_ore: 0 } as Pass);
    await installation.db.transaction().execute((tx) => bookDay(tx, passes.at(-1) as Pass, at));
  }
  const guest = what.do === "reverse" ? one(passes, what.which) : undefined;
  if (guest) await installation.db.transaction().execute((tx) => reverseDay(tx, guest, at, "Feil dag"));
}

/** Every kept figure of everybody over every window: counted anew, and from what is kept. */
async function bothWays({ installation: { db, now }, houses, networkId }: World, over = windows) {
  const house = houses[0]?.organizationId ?? "";
  const asked = (organizationId: string) => over.map((window) => ({ organizationId, ...window, now: now() }));
  const ofHouse = await countedBothWays(db, kept, asked(house));
  const ofNetwork = await countedBothWays(
    db,
    kept.filter(({ topic }) => topic === "exchange"),
    asked(networkId),
  );
  return { anew: [...ofHouse.anew, ...ofNetwork.anew], fromKept: [...ofHouse.fromKept, ...ofNetwork.fromKept] };
}

test("whatever is written, in whatever order, a figure is the same from what is kept as counted anew", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 14, maxLength: 24 }), async (deeds) => {
      const installation = await testInstallation();
      const world = await aWorld(installation);
      const passes: Pass[] = [];
      for (const [index, what] of deeds.entries()) {
        await happens(world, passes, what);
        installation.setClock(after);
        // asked for in between, so that something is kept which can go stale
        if (index === Math.floor(deeds.length / 2)) await bothWays(world, windows.slice(0, 1));
      }
      const { anew, fromKept } = await bothWays(world);
      await installation.close();
      expect(fromKept).toEqual(anew);
    }),
    { numRuns: 2, endOnFailure: true },
  );
});

test("each kind of write alone makes what is kept be counted again", async () => {
  const installation = await testInstallation();
  const world = await aWorld(installation);
  const passes: Pass[] = [];
  const deeds: Deed[] = [
    { do: "register", who: 0, quantity: 2, isForCompany: true },
    { do: "register", who: 1, quantity: 1, isForCompany: false },
    { do: "name", which: 0, as: 5 },
    { do: "check in", which: 0 },
    { do: "undo", which: 0 },
    { do: "cancel", which: 0 },
    { do: "guest", home: 0, day: "2026-11-30" },
    { do: "reverse", which: 0 },
    { do: "erase", who: 1 },
  ];
  const seen: unknown[] = [];
  for (const what of deeds) {
    await happens(world, passes, what);
    installation.setClock(after);
    const { anew, fromKept } = await bothWays(world, windows.slice(0, 1));
    expect([what.do, fromKept]).toEqual([what.do, anew]);
    seen.push(JSON.stringify(anew));
  }
  await installation.close();
  // each changed some figure, so that what was kept before it was wrong
  expect(deeds.filter((_, index) => seen[index] === seen[index - 1]).map((what) => what.do)).toEqual([]);
});

test("events that are over are counted at night, and those ahead are not", async () => {
  const installation = await testInstallation();
  const world = await aWorld(installation);
  await happens(world, [], { do: "register", who: 0, quantity: 2, isForCompany: true });
  const counted = () => installation.db.selectFrom("event_totals").select(["event_id", "registrations", "places", "came"]).execute();

  await countWhatIsOver(installation);
  const ahead = await counted();
  installation.setClock(after);
  await countWhatIsOver(installation);

  const over = await counted();
  await installation.close();
  expect(ahead).toEqual([]);
  expect(over).toEqual([{ event_id: world.event.id, registrations: 1, places: 2, came: 0 }]);
});

test("what is written while an event is counted is counted the next time", async () => {
  const installation = await testInstallation();
  const world = await aWorld(installation);
  const { body } = await world.register(world.people[0] ?? "", { quantity: 1 });
  installation.setClock(after);
  await bothWays(world);

  await installation.db.transaction().execute(async (tx) => {
    await tx.updateTable("tickets").set({ checked_in_at: installation.now() }).where("registration_id", "=", body.id).execute();
    await markUncounted(tx, world.event.id);
    await markUncounted(tx, world.event.id);
    // another connection counts before this is committed
    await bothWays(world);
  });

  const { anew, fromKept } = await bothWays(world);
  const said = await installation.db.selectFrom("event_uncounted").select("id").execute();
  await installation.close();
  expect(fromKept).toEqual(anew);
  expect(said).toEqual([]);
});

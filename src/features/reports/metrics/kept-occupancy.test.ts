import { expect, test } from "vitest";
import { countedBothWays } from "../../../../tests/support/both-ways.ts";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { networkBuilder } from "../../../../tests/support/network.ts";
import { callers } from "../../../../tests/support/visitor.ts";
import { metrics } from "./metrics.ts";

const booked = "2026-11-24T08:00:00+01:00";
const after = "2026-11-26T12:00:00+01:00";
const window = { from: "2026-11-01", to: "2027-01-01" };
const occupancy = metrics.filter(({ topic }) => topic === "spaces");
const at = (day: string, time: string) => `2026-11-${day}T${time}:00+01:00`;

/** A network of Naustet, where Amina books a room, and Kaien; Naustet is also managed by Nora, who coordinates the network. */
async function aWorld(installation: TestInstallation) {
  installation.setClock(booked);
  const network = networkBuilder(installation);
  const [naustet, kaien] = [await network.space("naustet"), await network.space("kaien")];
  const networkId = await network.organization("nettverket", { kinds: ["network"] });
  await network.membership(networkId, { organizationId: naustet.organizationId });
  const [amina, nora] = [await network.person("Amina Larsen"), await network.person("Nora Ness")];
  await network.membership(naustet.organizationId, { personId: amina });
  await network.position(nora, networkId, "coordinator");
  await network.position(nora, naustet.organizationId, "manager");
  const room = await network.resource(naustet, "Fjorden");
  await network.resource(naustet, "Pultene", { kind: "desk_pool", capacity: 4, places: 4 });
  await network.resource(kaien, "Brygga");
  const visitors = callers(installation);
  return { installation, network, naustet, kaien, networkId, room, amina: visitors.as(amina), nora: visitors.as(nora) };
}

type World = Awaited<ReturnType<typeof aWorld>>;
type Deed = (world: World) => Promise<unknown>;

/** Whatever changes how full houses are. */
const deeds: Record<string, Deed> = {
  "a booking": ({ amina, room }) => amina.post(`/resources/${room}/bookings`, { startsAt: at("24", "10:00"), endsAt: at("24", "11:30") }),
  "another on a day to come": ({ amina, room }) =>
    amina.post(`/resources/${room}/bookings`, { startsAt: at("25", "13:00"), endsAt: at("25", "15:00") }),
  "a booking that is given back": async ({ amina, installation }) => {
    const { id } = await installation.db.selectFrom("bookings").select("id").orderBy("id").limit(1).executeTakeFirstOrThrow();
    await amina.put(`/bookings/${id}/cancellation`, {});
  },
  "a time that was held and never answered": ({ installation: { db } }) =>
    db
      .updateTable("bookings")
      .set({ state: "held", held_until: Temporal.Instant.from("2026-11-26T10:00:00+01:00") })
      .where("id", "=", db.selectFrom("bookings").select("id").orderBy("id", "desc").limit(1))
      .execute(),
  "other hours": ({ installation: { db }, naustet }) =>
    db.updateTable("opening_hours").set({ closes: "20:00" }).where("space_id", "=", naustet.id).where("weekday", "=", 1).execute(),
  "a day that is closed": ({ installation: { db }, naustet }) =>
    db.insertInto("opening_exceptions").values({ space_id: naustet.id, day: "2026-11-20", reasons: "{}" }).execute(),
  "a room taken out of use": ({ installation: { db }, room }) =>
    db.updateTable("resources").set({ in_use: "[2020-01-01,2026-11-25)" }).where("id", "=", room).execute(),
  "more desks": ({ installation: { db } }) => db.updateTable("resources").set({ places: 6 }).where("name", "=", "Pultene").execute(),
  "another municipality": ({ installation: { db }, naustet }) =>
    db.updateTable("spaces").set({ municipality_number: "3205" }).where("id", "=", naustet.id).execute(),
  "another member": ({ network, networkId, kaien }) => network.membership(networkId, { organizationId: kaien.organizationId }),
};

test("whatever changes how full houses are, what is kept is the same as counted anew", async () => {
  const installation = await testInstallation();
  const world = await aWorld(installation);

  const seen: string[] = [];
  for (const [name, happens] of Object.entries(deeds)) {
    installation.setClock(booked);
    await happens(world);
    installation.setClock(after);
    const asked = [{ organizationId: world.networkId, ...window, now: installation.now() }];
    const first = await countedBothWays(installation.db, occupancy, asked);
    const again = await countedBothWays(installation.db, occupancy, asked);
    expect([name, first.fromKept, again.fromKept]).toEqual([name, first.anew, first.anew]);
    seen.push(JSON.stringify(first.anew));
  }

  // and a day that has come
  const next = [{ organizationId: world.networkId, ...window, now: Temporal.Instant.from("2026-11-27T12:00:00+01:00") }];
  const { anew, fromKept } = await countedBothWays(installation.db, occupancy, next);
  const kept = await installation.db.selectFrom("kept_figures").select("metric_id").orderBy("metric_id").execute();
  await installation.close();
  expect(fromKept).toEqual(anew);
  expect(new Set([...seen, JSON.stringify(anew)]).size).toBe(Object.keys(deeds).length + 1);
  expect(kept.map(({ metric_id }) => metric_id)).toEqual(["spaces-desk-occupancy", "spaces-room-occupancy"]);
});

test("whoever coordinates a network sees the rows of the houses they manage, also when the figure is kept", async () => {
  const installation = await testInstallation();
  const world = await aWorld(installation);
  await world.network.membership(world.networkId, { organizationId: world.kaien.organizationId });
  await deeds["a booking"]?.(world);
  installation.setClock(after);

  const figure = () => world.nora.get("/metrics/spaces-room-occupancy?organization=nettverket&from=2026-11-23&to=2026-11-25");
  const [first, again] = [await figure(), await figure()];
  const rows = await world.nora.get("/metrics/spaces-room-occupancy/rows?organization=nettverket&from=2026-11-23&to=2026-11-25");

  await installation.close();
  expect([first.body.n, first.body.hidden]).toEqual([4, 2]);
  expect([again.body.n, again.body.hidden, again.body.value]).toEqual([rows.body.n, rows.body.hidden, first.body.value]);
});

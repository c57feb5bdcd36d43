import { afterEach, beforeEach, expect, test } from "vitest";
import { eventBuilder } from "../../../../tests/support/events.ts";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { doWhatIsDue } from "../../../../tests/support/jobs.ts";

let installation: TestInstallation;
let build: ReturnType<typeof eventBuilder>;

beforeEach(async () => {
  installation = await testInstallation();
  build = eventBuilder(installation);
});
afterEach(() => installation.close());

/** Kyst, managed by Siv, who is not of those who lead. */
async function another() {
  const kyst = await build.network.organization("kyst", { name: "Kyst" });
  const siv = await build.network.person("Siv Strand", { email: "siv@kyst.example" });
  await build.network.position(siv, kyst, "manager");
  return { kyst, siv };
}

const hostsOf = async (id: string) =>
  (await build.visitors.nobody.get(`/events/${id}`)).body.hosts.map(({ name }: { name: string }) => name) as string[];

async function lettersTo(address: string) {
  const rows = await installation.db.selectFrom("letters").select("subject").where("recipient", "=", address).orderBy("subject").execute();
  return rows.map(({ subject }) => subject);
}

test("a co-host's name stands on the event, its people run it, and they are told when it begins and when it ends", async () => {
  const { event, marte } = await build.held();
  const { siv } = await another();
  const office = build.visitors.as(marte);

  const added = await office.post(`/events/${event.id}/co-hosts`, { organization: "kyst" });
  await office.post(`/events/${event.id}/co-hosts`, { organization: "kyst" });
  const runs = await build.visitors.as(siv).get(`/events/${event.id}/registrations`);
  const others = await build.visitors.as(siv).post(`/events/${event.id}/co-hosts`, { organization: "kyst" });

  expect(added.body.items.map(({ name, leads }: { name: string; leads: boolean }) => [name, leads])).toEqual([
    ["Naustet", true],
    ["Kyst", false],
  ]);
  expect([runs.status, others.status, await hostsOf(event.id)]).toEqual([200, 404, ["Naustet", "Kyst"]]);

  // its own people take it off; whoever leads stays
  const leading = await office.delete(`/events/${event.id}/co-hosts/naustet`);
  const removed = await build.visitors.as(siv).delete(`/events/${event.id}/co-hosts/kyst`);
  const after = await build.visitors.as(siv).get(`/events/${event.id}/registrations`);
  await doWhatIsDue(installation);

  expect([leading.body.code, removed.status, after.status, await hostsOf(event.id)]).toEqual(["event_host.leads", 204, 404, ["Naustet"]]);
  expect(await lettersTo("siv@kyst.example")).toEqual([
    "Dere er ikke lenger medarrangør: Eiendomsfrokost",
    "Dere er medarrangør: Eiendomsfrokost",
  ]);
});

test("a co-host whose members the event is for stays when somebody has registered, until it is said for whom it is", async () => {
  const kyst = await build.network.organization("kyst", { name: "Kyst", kinds: ["network"] });
  const { event, marte, register } = await build.held({ event: { audience: "members", coHosts: ["kyst"] } });
  const [ada = ""] = await build.people(["Ada Berg"]);
  await build.network.membership(kyst, { personId: ada });
  const office = build.visitors.as(marte);
  const { body: registered } = await register(ada);

  const early = await office.delete(`/events/${event.id}/co-hosts/kyst`);
  await office.patch(`/events/${event.id}`, { audienceOrganizations: ["naustet", "kyst"] });
  const named = await office.delete(`/events/${event.id}/co-hosts/kyst`);

  expect([registered.state, early.body.code, named.status]).toEqual(["confirmed", "event_host.members_rely", 204]);
});

test("a co-host stays while somebody waits for a ticket with a member's price", async () => {
  await build.network.organization("kyst", { name: "Kyst" });
  const { event, marte, register } = await build.held({
    size: 0,
    type: { priceOre: 100, memberPriceOre: 50 },
    event: { coHosts: ["kyst"] },
  });
  const [ada = ""] = await build.people(["Ada Berg"]);
  const { body: waits } = await register(ada);
  const office = build.visitors.as(marte);

  const early = await office.delete(`/events/${event.id}/co-hosts/kyst`);
  await build.visitors.as(ada).put(`/registrations/${waits.id}/cancellation`);
  const later = await office.delete(`/events/${event.id}/co-hosts/kyst`);

  expect([waits.state, early.body.code, later.status]).toEqual(["waiting", "event_host.prices_rely", 204]);
});

test("a co-host of this one of a series and those that follow, or of none of them any more, is written to once", async () => {
  const { marte, event } = await build.held();
  const { siv } = await another();
  const office = build.visitors.as(marte);
  const { body: series } = await office.post("/event-parents", {
    ...{ kind: "series", title: { nb: "Frokostene" }, organization: "naustet", recurrence: "FREQ=WEEKLY;COUNT=4" },
    events: [{ title: { nb: "Frokost" }, startsAt: "2026-12-07T08:00:00+01:00", endsAt: "2026-12-07T09:00:00+01:00" }],
  });
  const ids: string[] = series.events.map(({ id }: { id: string }) => id);
  const held = async () => ({
    events: await Promise.all(ids.map(async (id) => (await hostsOf(id)).length)),
    series: (await office.get(`/event-parents/${series.id}`)).body.hosts.length,
  });

  const added = await office.post(`/events/${ids[1]}/co-hosts/alike`, { organization: "kyst" });
  const others = await build.visitors.as(siv).post(`/events/${ids[1]}/co-hosts/alike`, { organization: "kyst" });
  const then = await held();
  await office.delete(`/events/${ids[1]}/co-hosts/kyst`);
  // its own people take it off
  const removed = await build.visitors.as(siv).delete(`/events/${ids[2]}/co-hosts/kyst/alike`);
  const alone = await office.post(`/events/${event.id}/co-hosts/alike`, { organization: "kyst" });
  await doWhatIsDue(installation);

  expect([added.body, others.status, then]).toEqual([{ changed: 3 }, 404, { events: [1, 2, 2, 2], series: 2 }]);
  expect([removed.body, await held(), alone.body.code]).toEqual([
    { changed: 2 },
    { events: [1, 1, 1, 1], series: 1 },
    "event_parent.not_of_parent",
  ]);
  expect(await lettersTo("siv@kyst.example")).toEqual([
    "Dere er ikke lenger medarrangør: Frokost",
    "Dere er ikke lenger medarrangør: Frokostene",
    "Dere er medarrangør: Frokostene",
  ]);
});

import { afterEach, beforeEach, expect, test } from "vitest";
import { eventBuilder } from "../../../../tests/support/events.ts";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";

let installation: TestInstallation;
let build: ReturnType<typeof eventBuilder>;

beforeEach(async () => {
  installation = await testInstallation();
  build = eventBuilder(installation);
});
afterEach(() => installation.close());

const breakfast = (day: string, name = "Plass") => ({
  ...{ title: { nb: `Frokost ${day}` }, startsAt: `${day}T08:00:00+01:00`, endsAt: `${day}T09:00:00+01:00` },
  ...{ quotas: [{ name: "Bordet", size: 1 }], ticketTypes: [{ name, quotas: ["Bordet"], priceOre: 10_000 }] },
});

async function parent(given: object) {
  const { marte } = await build.held();
  const office = build.visitors.as(marte);
  const { body } = await office.post("/event-parents", { title: { nb: "Frokost" }, organization: "naustet", ...given });
  const ids: string[] = body.events.map(({ id }: { id: string }) => id);
  const kinds = async () => {
    const read = async (id: string) => (await office.get(`/events/${id}/ticket-types`)).body.items[0];
    return Promise.all(ids.map(read));
  };
  const quotas = async () => {
    const read = async (id: string) => (await office.get(`/events/${id}/ticket-types`)).body;
    return Promise.all(ids.map(read));
  };
  const changeAlike = async (index: number, change: object) => {
    const kind = (await kinds())[index];
    return office.patch(`/events/${ids[index]}/ticket-types/${kind?.id}/alike`, change);
  };
  return { office, ids, kinds, quotas, changeAlike };
}

test("a kind of ticket of a series is changed in this one and those that follow, its sale closing as long before each", async () => {
  const series = { kind: "series", recurrence: "FREQ=WEEKLY;COUNT=3", events: [breakfast("2026-12-07")] };
  const { kinds, changeAlike } = await parent(series);

  const { body } = await changeAlike(1, { priceOre: 15_000, closesAt: "2026-12-13T12:00:00+01:00" });

  expect(body).toEqual({ changed: 2 });
  expect((await kinds()).map(({ priceOre, closesAt }) => [priceOre, closesAt])).toEqual([
    [10_000, null],
    [15_000, "2026-12-13T11:00:00Z"],
    [15_000, "2026-12-20T11:00:00Z"],
  ]);
});

test("of a festival it is changed wherever there is one of its name, or nowhere when one of them refuses", async () => {
  const events = [breakfast("2026-12-07"), breakfast("2026-12-08"), breakfast("2026-12-09", "Middag")];
  const { ids, kinds, changeAlike } = await parent({ kind: "festival", events });

  const done = await changeAlike(1, { name: "Stol", priceOre: 12_000 });
  const [, second] = await kinds();
  const [ada = "", bo = ""] = await build.people(["Ada Berg", "Bo Dahl"]);
  await build.visitors.as(ada).post(`/events/${ids[1]}/registrations`, { ticketTypeId: second?.id });
  await build.visitors.as(bo).post(`/events/${ids[1]}/registrations`, { ticketTypeId: second?.id, wait: true });
  const refused = await changeAlike(0, { priceOre: 20_000 });

  expect(done.body).toEqual({ changed: 2 });
  expect(refused).toMatchObject({ status: 409, body: { code: "ticket_kind.price_stands", details: { event: { id: ids[1] } } } });
  expect((await kinds()).map(({ name, priceOre }) => [name, priceOre])).toEqual([
    ["Stol", 12_000],
    ["Stol", 12_000],
    ["Middag", 10_000],
  ]);
});

test("a name that another kind has already in one of them is refused, and which one is said", async () => {
  const events = [breakfast("2026-12-07"), breakfast("2026-12-08")];
  const { office, ids, changeAlike, kinds } = await parent({ kind: "festival", events });
  await office.post(`/events/${ids[1]}/ticket-types`, { name: "Stol", quotas: ["Bordet"] });

  const refused = await changeAlike(0, { name: "Stol" });

  expect(refused).toMatchObject({ status: 409, body: { code: "ticket_kind.name_taken", details: { event: { id: ids[1] } } } });
  expect((await kinds()).map(({ name }) => name)).toEqual(["Plass", "Plass"]);
});

test("is removed from all where nobody has it, or from none", async () => {
  const series = { kind: "series", recurrence: "FREQ=WEEKLY;COUNT=3", events: [breakfast("2026-12-07")] };
  const { office, ids, kinds } = await parent(series);
  await office.post(`/events/${ids[0]}/ticket-types/alike`, { name: "Middag", newQuotas: [{ name: "Spisesalen", size: 8 }] });
  const { items } = (await office.get(`/events/${ids[0]}/ticket-types`)).body;
  const last = (await kinds())[2];
  const [ada = ""] = await build.people(["Ada Berg"]);
  await build.visitors.as(ada).post(`/events/${ids[2]}/registrations`, { ticketTypeId: last?.id });

  const [refused, done] = [
    await office.delete(`/events/${ids[0]}/ticket-types/${items[0]?.id}/alike`),
    await office.delete(`/events/${ids[0]}/ticket-types/${items[1]?.id}/alike`),
  ];

  expect(refused).toMatchObject({ status: 409, body: { code: "ticket_kind.is_used", details: { event: { id: ids[2] } } } });
  expect(done.body).toEqual({ changed: 3 });
  const left = await Promise.all(ids.map(async (id) => (await office.get(`/events/${id}/ticket-types`)).body.items));
  expect(left.map((each) => each.map(({ name }) => name))).toEqual([["Plass"], ["Plass"], ["Plass"]]);
});

test("an event that stands alone has nothing alike", async () => {
  const { marte, event, type } = await build.held();

  const { body } = await build.visitors.as(marte).patch(`/events/${event.id}/ticket-types/${type.id}/alike`, { priceOre: 100 });

  expect(body.code).toBe("event_parent.not_of_parent");
});

test("a kind of ticket is added to this one of a series and those that follow, and closed in them", async () => {
  const series = { kind: "series", recurrence: "FREQ=WEEKLY;COUNT=3", events: [breakfast("2026-12-07")] };
  const { office, ids, quotas } = await parent(series);
  const middag = { name: "Middag", quotas: ["Bordet"], newQuotas: [{ name: "Kjelleren", size: 4 }], closesAt: "2026-12-13T12:00:00+01:00" };
  const shown = async () =>
    (await quotas()).map(({ items }) => items.map(({ name, closesAt, quotas: drawn }: Shown) => [name, closesAt, drawn.toSorted()]));

  const added = await office.post(`/events/${ids[1]}/ticket-types/alike`, middag);
  const again = await office.post(`/events/${ids[1]}/ticket-types/alike`, middag);
  const afterAdding = await shown();
  const kind = (await quotas())[1]?.items[1];
  const closed = await office.put(`/events/${ids[1]}/ticket-types/${kind?.id}/closing/alike`);
  const closedAgain = await office.put(`/events/${ids[1]}/ticket-types/${kind?.id}/closing/alike`);

  expect(added.body).toEqual({ changed: 2 });
  expect(again.body).toMatchObject({ code: "ticket_kind.name_taken", details: { event: { id: ids[1] } } });
  const plass = ["Plass", null, ["Bordet"]];
  expect(afterAdding).toEqual([
    [plass],
    [plass, ["Middag", "2026-12-13T11:00:00Z", ["Bordet", "Kjelleren"]]],
    [plass, ["Middag", "2026-12-20T11:00:00Z", ["Bordet", "Kjelleren"]]],
  ]);
  expect([closed.body, closedAgain.body]).toEqual([{ changed: 2 }, { changed: 0 }]);
  const now = installation.now().toString();
  expect((await shown()).map((each) => each.map((one: unknown[]) => one[1]))).toEqual([[null], [null, now], [null, now]]);
});

interface Shown {
  name: string;
  closesAt: string | null;
  quotas: string[];
}

import { afterEach, beforeEach, expect, test } from "vitest";
import { eventBuilder } from "../../../../tests/support/events.ts";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { newId } from "../../../platform/database/id.ts";
import type { CountRow } from "./count-rows.ts";

let installation: TestInstallation;
let build: ReturnType<typeof eventBuilder>;

beforeEach(async () => {
  installation = await testInstallation();
  build = eventBuilder(installation);
});
afterEach(() => installation.close());

/** Ada has three places for Berg AS and one of her own, Bo has one and gave it back, Cy has one; Ada and one of Berg's came. */
async function counted() {
  const { marte, event, type, register } = await build.held({ size: 9 });
  const [ada = "", bo = "", cy = ""] = await build.people(["Ada Berg", "Bo Dahl", "Cy Eng"]);
  const berg = await build.network.organization("berg", { name: "Berg AS" });
  await build.network.position(ada, berg, "owner");
  const company = (await register(ada, { quantity: 3, organizationId: berg })).body;
  const own = (await register(ada)).body;
  const bos = (await register(bo)).body;
  await register(cy);
  await build.visitors.as(bo).put(`/registrations/${bos.id}/cancellation`);
  installation.setClock("2026-12-03T07:30:00Z");
  for (const id of [company.tickets[1]?.id, own.tickets[0]?.id])
    await build.visitors.as(marte).put(`/tickets/${id}/check-in`, { nonce: newId(), scannedAt: "2026-12-03T07:30:00Z" });
  installation.setClock("2026-12-03T12:00:00Z");
  const rows = async (count: string, query = "") =>
    (await build.visitors.as(marte).get(`/events/${event.id}/counts/${count}${query}`)).body;
  return { marte, bo, event, type, rows, counts: (await build.visitors.as(marte).get(`/events/${event.id}/counts`)).body };
}

test("as many rows stand behind each count as it says, and their places add up", async () => {
  const { counts, rows } = await counted();

  const of = async (count: string) => (await rows(count)).items as { name: string; organization: string; places: number; came: number }[];
  const told = ({ name, organization, places, came }: Awaited<ReturnType<typeof of>>[number]) => [name, organization, places, came];

  expect((await of("people")).map(told)).toEqual([
    ["Ada Berg", "Berg AS", 4, 2],
    ["Cy Eng", null, 1, 0],
  ]);
  expect((await of("organizations")).map(told)).toEqual([["Berg AS", null, 3, 1]]);
  expect((await of("checked-in")).map(told).toSorted()).toEqual([
    [null, "Berg AS", 1, 1],
    ["Ada Berg", null, 1, 1],
  ]);
  expect((await of("no-shows")).map(told)).toEqual([
    [null, "Berg AS", 1, 0],
    [null, "Berg AS", 1, 0],
    ["Cy Eng", null, 1, 0],
  ]);
  expect([counts.people, counts.organizations, counts.checkedIn, counts.noShows]).toEqual([2, 1, 2, 3]);
});

test("a colleague named on places is one of the people, once however many they hold, and who holds none is not", async () => {
  const { marte, event, register } = await build.held({ size: 9 });
  const [ada = "", bo = ""] = await build.people(["Ada Berg", "Bo Dahl"]);
  const berg = await build.network.organization("berg", { name: "Berg AS" });
  await build.network.position(ada, berg, "owner");
  const company = (await register(ada, { quantity: 3, organizationId: berg })).body.tickets;
  const [own, other] = (await register(bo, { quantity: 2 })).body.tickets;
  const name = (by: string, ticket: { id: string } | undefined, holder: object) =>
    build.visitors.as(by).put(`/tickets/${ticket?.id}/holder`, holder);
  const told = async () => ({
    people: (await build.visitors.as(marte).get(`/events/${event.id}/counts`)).body.people,
    rows: (await build.visitors.as(marte).get(`/events/${event.id}/counts/people`)).body.items.map((row: CountRow) => [
      row.name,
      row.places,
    ]),
  });
  const before = await told();

  for (const ticket of company.slice(0, 2)) await name(ada, ticket, { name: "Cy Eng", email: "cy@example.test" });
  await name(ada, company[2], { name: "Dina Foss" });
  await name(bo, other, { name: "Cy Eng", email: "Cy@example.test" });
  await name(bo, own, { name: "BO DAHL" });

  expect(before).toEqual({
    people: 2,
    rows: [
      ["Ada Berg", 3],
      ["Bo Dahl", 2],
    ],
  });
  expect(await told()).toEqual({
    people: 3,
    rows: [
      ["Bo Dahl", 1],
      ["Cy Eng", 3],
      ["Dina Foss", 1],
    ],
  });
});

test("nobody is told to have stayed away before the event is over", async () => {
  const { rows } = await counted();
  installation.setClock("2026-12-03T08:00:00Z");

  expect((await rows("no-shows")).items).toEqual([]);
});

test("rows come a page at a time, each once, and only to those at the door", async () => {
  const { bo, event, rows } = await counted();

  const first = await rows("no-shows", "?limit=2");
  const rest = await rows("no-shows", `?limit=2&cursor=${first.nextCursor}`);

  expect([first.items.length, rest.items.length, rest.nextCursor]).toEqual([2, 1, null]);
  expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(3);
  expect((await build.visitors.as(bo).get(`/events/${event.id}/counts/people`)).status).toBe(404);
});

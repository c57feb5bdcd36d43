import { afterEach, beforeEach, expect, test } from "vitest";
import { eventBuilder } from "../../../../../tests/support/events.ts";
import { type TestInstallation, testInstallation } from "../../../../../tests/support/installation.ts";
import { brokenInvariants } from "../../../../../tests/support/invariants.ts";
import { newId } from "../../../../platform/database/id.ts";

let installation: TestInstallation;
let build: ReturnType<typeof eventBuilder>;

beforeEach(async () => {
  installation = await testInstallation();
  build = eventBuilder(installation);
});
afterEach(async () => {
  expect(await brokenInvariants(installation.db)).toEqual([]);
  await installation.close();
});

/** Two doors without a network let somebody in on Ada's ticket; the later one is heard of first. */
async function usedTwice() {
  const { marte, event, register } = await build.held({ size: 4 });
  const [ada = "", bo = ""] = await build.people(["Ada Berg", "Bo Dahl"]);
  const [{ body: hers }, { body: his }] = [await register(ada), await register(bo)];
  const ticket = hers.tickets[0]?.id ?? "";
  installation.setClock("2026-12-03T08:00:00+01:00");
  const office = build.visitors.as(marte);
  const south = { nonce: newId(), scannedAt: "2026-12-03T06:56:00Z", door: "Sør" };
  const north = { nonce: newId(), scannedAt: "2026-12-03T06:50:00Z", door: "Nord" };
  for (const scan of [south, north]) await office.put(`/tickets/${ticket}/check-in`, scan);
  const doubles = async () => (await office.get(`/events/${event.id}/doubles`)).body.items;
  const atDoor = async () => (await office.get(`/events/${event.id}/arrivals?scannedTwice=true`)).body.items;
  const settle = (body: { stands: string; as: "same_person" | "someone_else" | "mistake"; note?: string }) =>
    office.put(`/tickets/${ticket}/double-settlement`, body);
  return { office, event, ticket, other: his.tickets[0]?.id ?? "", south, north, doubles, atDoor, settle, bo };
}

test("whoever receives says which admission stands and what the other was; the scans stay, and the door is quiet", async () => {
  const { office, event, south, north, doubles, atDoor, settle } = await usedTwice();
  const [before, seen] = [await doubles(), await atDoor()];

  const settled = await settle({ stands: north.nonce, as: "someone_else", note: "Kopi på telefonen" });

  expect(before.map(({ scans, settlement }) => [scans.map(({ door, stands }) => [door, stands]), settlement])).toEqual([
    [
      [
        ["Nord", false],
        ["Sør", true],
      ],
      null,
    ],
  ]);
  expect([seen.length, settled.status, (await atDoor()).length]).toEqual([1, 204, 0]);
  expect(await doubles()).toMatchObject([
    {
      scans: [
        { nonce: north.nonce, stands: true },
        { nonce: south.nonce, stands: false },
      ],
      settlement: { as: "someone_else", note: "Kopi på telefonen", settledBy: "Marte Moen" },
    },
  ]);
  const [arrival] = (await office.get(`/events/${event.id}/arrivals?q=Ada`)).body.items;
  expect(arrival).toMatchObject({ checkedInAt: "2026-12-03T06:50:00Z", doubles: [] });
  expect((await office.get(`/events/${event.id}/counts`)).body.checkedIn).toBe(1);
  const rows = await installation.db.selectFrom("ticket_scans").select(["door", "counted"]).orderBy("door").execute();
  expect(rows).toEqual([
    { door: "Nord", counted: false },
    { door: "Sør", counted: true },
  ]);
});

test("it is settled anew by another entry, and must be settled again when the ticket is used once more", async () => {
  const { office, ticket, south, north, doubles, atDoor, settle } = await usedTwice();
  await settle({ stands: north.nonce, as: "someone_else" });

  installation.setClock("2026-12-03T08:05:00+01:00");
  await settle({ stands: south.nonce, as: "same_person" });
  const anew = await doubles();
  installation.setClock("2026-12-03T08:10:00+01:00");
  await office.put(`/tickets/${ticket}/check-in`, { nonce: newId(), scannedAt: "2026-12-03T07:09:00Z", door: "Øst" });

  expect(anew).toMatchObject([{ settlement: { as: "same_person" }, scans: [{ stands: false }, { stands: true }] }]);
  expect([(await doubles())[0]?.settlement, (await atDoor()).length]).toEqual([null, 1]);
  expect((await installation.db.selectFrom("ticket_settlements").select("settled_as").execute()).length).toBe(2);
});

test("a ticket used once has nothing to settle, another's scan does not stand, and who does not receive settles nothing", async () => {
  const { office, other, north, settle, ticket, bo } = await usedTwice();
  const once = { nonce: newId(), scannedAt: "2026-12-03T06:40:00Z" };
  await office.put(`/tickets/${other}/check-in`, once);

  const none = await office.put(`/tickets/${other}/double-settlement`, { stands: once.nonce, as: "mistake" });
  const foreign = await settle({ stands: once.nonce, as: "mistake" });
  const guest = await build.visitors.as(bo).put(`/tickets/${ticket}/double-settlement`, { stands: north.nonce, as: "mistake" });

  expect([none, foreign, guest].map(({ status, body }) => [status, body?.code])).toEqual([
    [409, "ticket_double.is_none"],
    [404, "access.not_here"],
    [404, "access.not_here"],
  ]);
});

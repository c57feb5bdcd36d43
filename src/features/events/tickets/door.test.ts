import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { eventBuilder } from "../../../../tests/support/events.ts";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { brokenInvariants } from "../../../../tests/support/invariants.ts";
import { newId } from "../../../platform/database/id.ts";

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

const morning = "2026-12-03T07:55:00Z";

/** A breakfast on its morning, with Ada registered and Heidi at the desk. */
async function openDoors(given: Parameters<typeof build.held>[0] = {}) {
  const breakfast = await build.held(given);
  const [ada = "", heidi = ""] = await build.people(["Ada Berg", "Heidi Hus"]);
  await build.network.position(heidi, breakfast.house.organizationId, "host");
  const registration = (await breakfast.register(ada)).body;
  const ticket = registration.tickets[0]?.id ?? "";
  installation.setClock(morning);
  const door = build.visitors.as(heidi);
  const scan = (door = "Hovedinngangen", scannedAt = morning) => ({ nonce: newId(), scannedAt, door });
  return { ...breakfast, ada, heidi, registration, ticket, door, scan };
}

describe("At the door of an event", () => {
  test("a scan lets somebody in, once however often it is sent", async () => {
    const { ticket, door, scan, event } = await openDoors();
    const seen = scan();

    const answers = [await door.put(`/tickets/${ticket}/check-in`, seen), await door.put(`/tickets/${ticket}/check-in`, seen)];

    const scans = [{ scannedAt: morning, door: "Hovedinngangen", isCounted: true }];
    for (const { body } of answers)
      expect(body).toMatchObject({ holder: "Ada Berg", kind: "Plass", checkedInAt: morning, isDouble: false, isOnTheDay: true, scans });
    expect((await door.get(`/events/${event.id}/counts`)).body).toMatchObject({
      registered: 1,
      checkedIn: 1,
      noShows: null,
      noShowRate: null,
    });
  });

  test("the same ticket at two doors at once lets one in, and both scans are kept and told", async () => {
    const { ticket, door, scan, event } = await openDoors();
    const [north, south] = [scan("Nord"), scan("Sør", "2026-12-03T07:56:00Z")];

    const answers = await Promise.all([north, south].map((seen) => door.put(`/tickets/${ticket}/check-in`, seen)));

    expect(answers.map(({ body }) => body.isDouble).toSorted()).toEqual([false, true]);
    const [arrival] = (await door.get(`/events/${event.id}/arrivals`)).body.items;
    expect(arrival?.doubles.map(({ door, scannedAt }) => [door, scannedAt])).toEqual([
      ["Nord", morning],
      ["Sør", "2026-12-03T07:56:00Z"],
    ]);
    expect(arrival?.doubles.filter(({ isCounted }) => isCounted)).toHaveLength(1);
    expect((await door.get(`/events/${event.id}/counts`)).body.checkedIn).toBe(1);
  });

  test("who goes out is let in again without a double, and a second coming taken back leaves the first", async () => {
    const { ticket, door, scan } = await openDoors();
    await door.put(`/tickets/${ticket}/check-in`, scan());
    await door.put(`/tickets/${ticket}/check-out`, scan("Nord", "2026-12-03T07:56:00Z"));

    const again = await door.put(`/tickets/${ticket}/check-in`, scan("Nord", "2026-12-03T07:57:00Z"));
    const undone = await door.put(`/tickets/${ticket}/check-in/undoing`, { nonce: newId() });
    const outside = await door.put(`/tickets/${ticket}/check-out`, scan());

    expect(again.body).toMatchObject({ isDouble: false, checkedInAt: morning, leftAt: null });
    expect(undone.body).toMatchObject({ checkedInAt: morning, leftAt: "2026-12-03T07:56:00Z" });
    expect(outside.body.code).toBe("ticket.not_inside");
  });

  test("a check-in is taken back by an entry of its own, and what was scanned stays", async () => {
    const { ticket, door, scan, event } = await openDoors();
    await door.put(`/tickets/${ticket}/check-in`, scan());
    const undoing = { nonce: newId(), reason: "Feil person" };

    const undone = [
      await door.put(`/tickets/${ticket}/check-in/undoing`, undoing),
      await door.put(`/tickets/${ticket}/check-in/undoing`, undoing),
    ];

    for (const { status, body } of undone) expect([status, body.checkedInAt, body.scans.length]).toEqual([200, null, 1]);
    expect((await door.get(`/events/${event.id}/counts`)).body.checkedIn).toBe(0);
    expect(await installation.db.selectFrom("ticket_scans").select(["kind", "reason"]).orderBy("kind").execute()).toEqual([
      { kind: "check_in", reason: null },
      { kind: "undo", reason: "Feil person" },
    ]);
  });

  test("a ticket given back, one that is held, a scan from tomorrow and a nonce of another are refused", async () => {
    const { ada, registration, ticket, door, scan, register } = await openDoors({ size: 3 });
    const [bo = "", cy = ""] = await build.people(["Bo Dahl", "Cy Eng"]);
    const [held, other] = [(await register(bo, { hold: true })).body, (await register(cy)).body];
    const used = scan();
    await door.put(`/tickets/${other.tickets[0]?.id}/check-in`, used);
    const ahead = await door.put(`/tickets/${ticket}/check-in`, scan("Nord", "2026-12-04T08:00:00Z"));
    const reused = await door.put(`/tickets/${ticket}/check-in`, used);
    await build.visitors.as(ada).put(`/registrations/${registration.id}/cancellation`);

    const answers = [
      ahead,
      reused,
      await door.put(`/tickets/${ticket}/check-in`, scan()),
      await door.put(`/tickets/${held.tickets[0]?.id}/check-in`, scan()),
      await build.visitors.as(cy).put(`/registrations/${other.id}/cancellation`),
    ];

    expect(answers.map(({ body }) => body.code)).toEqual([
      "ticket.scanned_ahead",
      "ticket.nonce_reused",
      "ticket.not_valid",
      "ticket.not_valid",
      "event.ticket_used",
    ]);
  });

  test("a place is either given back or come in on, never both, when it happens at once", async () => {
    const { ada, registration, ticket, door, scan } = await openDoors();

    const [cancelled, checkedIn] = await Promise.all([
      build.visitors.as(ada).put(`/registrations/${registration.id}/cancellation`),
      door.put(`/tickets/${ticket}/check-in`, scan()),
    ]);

    expect([cancelled.status, checkedIn.status].toSorted()).toEqual([200, 409]);
  });

  test("a scan on another day than the event's is told, so that the door decides", async () => {
    const { ticket, door, scan } = await openDoors();
    installation.setClock("2026-12-02T08:00:00Z");

    const early = await door.put(`/tickets/${ticket}/check-in`, scan("Nord", "2026-12-02T08:00:00Z"));

    expect(early.body).toMatchObject({ isOnTheDay: false, checkedInAt: "2026-12-02T08:00:00Z" });
  });

  test("only those who receive for a host see who comes and let them in", async () => {
    const { ada, ticket, scan, event, type } = await openDoors();

    const stranger = build.visitors.as(ada);
    const walkIn = { ...scan(), ticketTypeId: type?.id, name: "Bo Dahl", email: "bo@example.test" };
    const statuses = [
      await stranger.get(`/events/${event.id}/arrivals`),
      await stranger.post(`/events/${event.id}/arrivals`, walkIn),
      await stranger.put(`/tickets/${ticket}/check-in`, scan()),
      await stranger.put(`/tickets/${ticket}/check-out`, scan()),
      await stranger.put(`/tickets/${ticket}/check-in/undoing`, { nonce: newId() }),
    ].map(({ status }) => status);

    expect(statuses).toEqual([404, 404, 404, 404, 404]);
  });

  test("who comes without a ticket is registered and let in when there is a place, and not past the list", async () => {
    const { event, type, door, scan, register } = await openDoors({ size: 2 });
    const walkIn = { ...scan(), ticketTypeId: type?.id, name: "Bo Dahl", email: "Bo@Example.test" };

    const answers = [await door.post(`/events/${event.id}/arrivals`, walkIn), await door.post(`/events/${event.id}/arrivals`, walkIn)];
    const full = await door.post(`/events/${event.id}/arrivals`, { ...walkIn, nonce: newId(), name: "Cy Eng", email: "cy@example.test" });

    expect(answers.map(({ status, body }) => [status, body.holder, body.isDouble])).toEqual([
      [201, "Bo Dahl", false],
      [201, "Bo Dahl", false],
    ]);
    expect(answers[0]?.body.id).toBe(answers[1]?.body.id);
    expect(full.body.code).toBe("event.sold_out");
    expect((await door.get(`/events/${event.id}/arrivals`)).body.items.map(({ holder, checkedInAt }) => [holder, checkedInAt])).toEqual([
      ["Ada Berg", null],
      ["Bo Dahl", morning],
    ]);
    expect((await register((await build.people(["Di Foss"]))[0] ?? "")).body.state).toBe("waiting");
  });

  test("who waits is not let past the list, and who was offered a place takes it at the door", async () => {
    const { ada, registration, event, type, door, scan, register } = await openDoors({ size: 1 });
    const [bo = ""] = await build.people(["Bo Dahl"]);
    await register(bo);
    const walkIn = () => ({ ...scan(), ticketTypeId: type?.id, name: "Bo Dahl", email: "bo.dahl@example.test" });
    const before = await door.post(`/events/${event.id}/arrivals`, walkIn());
    await build.visitors.as(ada).put(`/registrations/${registration.id}/cancellation`);

    const offered = await door.post(`/events/${event.id}/arrivals`, walkIn());

    expect(before.body.code).toBe("event.sold_out");
    expect([offered.status, offered.body.holder, offered.body.checkedInAt]).toEqual([201, "Bo Dahl", morning]);
  });

  test("who stayed away is counted when it is over, and how full it was", async () => {
    const { event, door, scan, ticket, register, marte } = await openDoors({ size: 4 });
    await register((await build.people(["Bo Dahl"]))[0] ?? "");
    await door.put(`/tickets/${ticket}/check-in`, scan());
    installation.setClock("2026-12-03T12:00:00+01:00");

    const { body } = await build.visitors.as(marte).get(`/events/${event.id}/counts`);

    expect(body).toEqual({
      invited: 0,
      registered: 2,
      held: 0,
      waiting: 0,
      people: 2,
      organizations: 0,
      places: 4,
      checkedIn: 1,
      noShows: 1,
      fill: 0.5,
      noShowRate: 0.5,
    });
  });
});

describe("A ticket's name", () => {
  test("is given later for a company's place, or to a colleague, and the new token says it", async () => {
    const { event, ada, registration, ticket } = await openDoors();

    const { body } = await build.visitors.as(ada).put(`/tickets/${ticket}/holder`, { name: "Bo Dahl", email: "bo@example.test" });

    expect(body.tickets).toMatchObject([{ id: ticket, holder: "Bo Dahl" }]);
    expect(body.tickets[0]?.token).not.toBe(registration.tickets[0]?.token);
    expect(body.event.id).toBe(event.id);
  });

  test("is for whoever registered to give, and for nobody once somebody has come in", async () => {
    const { ada, heidi, ticket, door, scan } = await openDoors();
    const naming = { name: "Bo Dahl" };
    const stranger = await build.visitors.as(heidi).put(`/tickets/${ticket}/holder`, naming);
    await door.put(`/tickets/${ticket}/check-in`, scan());

    const late = await build.visitors.as(ada).put(`/tickets/${ticket}/holder`, naming);

    expect([stranger.status, late.body.code]).toEqual([404, "ticket.already_used"]);
  });

  test("a phone keeps the whole list, finds by name, company and code, and hears what was scanned since", async () => {
    const { ticket, door, scan, event, register } = await openDoors({ size: 3 });
    const [bo = ""] = await build.people(["Bo Dahl"]);
    const bos = (await register(bo)).body.tickets[0];
    const holders = async (query: string) =>
      (await door.get(`/events/${event.id}/arrivals?${query}`)).body.items.map(({ holder }) => holder);

    await door.put(`/tickets/${ticket}/check-in`, scan());
    await door.put(`/tickets/${ticket}/check-in`, scan("Sør"));

    const { body: all } = await door.get(`/events/${event.id}/arrivals`);
    expect([all.total, all.counts]).toEqual([2, { invited: 0, registered: 2, checkedIn: 1, inside: 1, people: 2, organizations: 0 }]);
    expect(await Promise.all(["q=DAHL", `q=${bos?.code}`, "q=100%25", "limit=1", "scannedTwice=true"].map(holders))).toEqual([
      ["Bo Dahl"],
      ["Bo Dahl"],
      [],
      ["Ada Berg"],
      ["Ada Berg"],
    ]);
    expect(await holders(`since=${all.readAt}`)).toEqual(["Ada Berg"]);
    expect(await holders("since=2026-12-03T09:00:00Z")).toEqual([]);
  });
});

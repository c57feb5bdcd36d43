import ICAL from "ical.js";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { networkBuilder } from "../../../../tests/support/network.ts";
import { callers } from "../../../../tests/support/visitor.ts";
import { feedFiles } from "./feed-files.ts";
import { writeCalendar } from "./ical.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;

beforeAll(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
});
beforeEach(() => installation.setClock("2026-11-23T09:00:00+01:00"));
afterAll(() => installation.close());

let houses = 0;

async function house() {
  houses += 1;
  const space = await network.space(`strøm-${houses}`.replace("ø", "o"), { name: "Strømhuset" });
  const amina = await network.person("Amina Larsen", { email: `amina.${houses}@feed.test` });
  const vera = await network.person("Vera Vert", { email: `vera.${houses}@feed.test` });
  await network.membership(space.organizationId, { personId: amina });
  await network.position(vera, space.organizationId, "host");
  const room = await network.resource(space, "Fjorden");
  const { as } = callers(installation);
  return { space, room, ids: { amina, vera }, amina: as(amina), vera: as(vera) };
}

const times = { startsAt: "2026-11-24T10:00:00+01:00", endsAt: "2026-11-24T11:30:00+01:00" };

/** What another program's calendar reads at the address. */
async function opened(address: string, headers: Record<string, string> = {}) {
  const response = await feedFiles(installation, []).request(new URL(address).pathname, { headers });
  const text = await response.text();
  const read = () => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  return { status: response.status, headers: response.headers, text, events: response.status === 200 ? read() : [] };
}

async function addressOf(who: Awaited<ReturnType<typeof house>>["amina"], of: string, subjectId: string, shows = "everything") {
  const { body } = await who.post("/calendar-feeds", { of, subjectId, shows });
  return body.address;
}

describe("A member's own calendar", () => {
  test("tells what is booked, where and when, to another program's reader", async () => {
    const { room, amina, ids } = await house();
    const { body: booking } = await amina.post(`/resources/${room}/bookings`, { ...times, title: "Møte; om alt, og\nmer" });

    const { events, headers } = await opened(await addressOf(amina, "person", ids.amina));

    expect(headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(
      events.map(({ uid, summary, location, startDate, endDate, sequence }) => ({
        uid,
        summary,
        location,
        from: startDate.toJSDate().toISOString(),
        until: endDate.toJSDate().toISOString(),
        sequence,
      })),
    ).toEqual([
      {
        uid: `${booking.id}@localhost`,
        summary: "Møte; om alt, og\nmer",
        location: "Fjorden, Strømhuset",
        from: "2026-11-24T09:00:00.000Z",
        until: "2026-11-24T10:30:00.000Z",
        sequence: 0,
      },
    ]);
  });

  test("keeps the booking's name when it is moved, says that it is newer, and drops what is cancelled", async () => {
    const { room, amina, ids } = await house();
    const { body: booking } = await amina.post(`/resources/${room}/bookings`, times);
    const address = await addressOf(amina, "person", ids.amina);
    const before = await opened(address);
    installation.setClock("2026-11-23T10:00:00+01:00");
    await amina.patch(`/bookings/${booking.id}`, { startsAt: "2026-11-24T12:00:00+01:00" });

    const moved = await opened(address);
    await amina.put(`/bookings/${booking.id}/cancellation`, {});
    const cancelled = await opened(address);

    const told = ({ events }: typeof moved) =>
      events.map((event) => [event.uid, event.sequence, String(event.component.getFirstPropertyValue("last-modified"))]);
    expect([told(before), told(moved), told(cancelled)]).toEqual([
      [[`${booking.id}@localhost`, 0, "2026-11-23T08:00:00Z"]],
      [[`${booking.id}@localhost`, 1, "2026-11-23T09:00:00Z"]],
      [],
    ]);
  });

  test("is not sent again when nothing has changed", async () => {
    const { room, amina, ids } = await house();
    await amina.post(`/resources/${room}/bookings`, times);
    const address = await addressOf(amina, "person", ids.amina);
    const etag = (await opened(address)).headers.get("etag") ?? "";

    const same = await opened(address, { "if-none-match": etag });
    await amina.post(`/resources/${room}/bookings`, { startsAt: "2026-11-25T10:00:00+01:00", endsAt: "2026-11-25T11:00:00+01:00" });
    const other = await opened(address, { "if-none-match": etag });

    expect([same.status, same.text, other.status, other.events.length]).toEqual([304, "", 200, 2]);
  });

  test("opens at its newest address only, and no longer when it is removed", async () => {
    const { amina, ids } = await house();
    const [first, second] = [await addressOf(amina, "person", ids.amina), await addressOf(amina, "person", ids.amina)];
    const { body: kept } = await amina.get(`/calendar-feeds?of=person&subjectId=${ids.amina}`);

    const renewed = [(await opened(first)).status, (await opened(second)).status];
    await amina.delete(`/calendar-feeds/${kept.items[0].id}`);
    const removed = (await opened(second)).status;

    expect([kept.items.length, renewed, removed]).toEqual([1, [404, 200], 404]);
    expect(JSON.stringify(await installation.db.selectFrom("calendar_feeds").selectAll().execute())).not.toContain(
      second.split("/").at(-1)?.slice(0, 32),
    );
  });
});

describe("The calendar of a room", () => {
  test("tells the desk who has it, and others only that it is taken, a part of a hall that is booked as well", async () => {
    const { space, amina, vera } = await house();
    const hall = await network.resource(space, "Salen", { kind: "auditorium" });
    const part = await network.resource(space, "Salen A", { part_of: hall });
    await amina.post(`/resources/${hall}/bookings`, { ...times, title: "Hemmelig styremøte", note: "Hysj" });

    const desk = await opened(await addressOf(vera, "resource", part));
    const taken = await opened(await addressOf(vera, "resource", part, "free_busy"));

    expect(desk.events.map(({ summary }) => summary)).toEqual(["Salen: Hemmelig styremøte – Amina Larsen"]);
    expect(taken.events.map(({ summary, startDate }) => [summary, startDate.toString()])).toEqual([["Opptatt", "2026-11-24T09:00:00Z"]]);
    expect(taken.text).not.toMatch(/Hemmelig|Amina|Hysj|Salen:/);
  });
});

test("an address nobody was given opens nothing", async () => {
  const tries = ["x", "a".repeat(32), "%00", "..%2f.."].map((secret) => opened(`http://localhost/calendars/${secret}.ics`));

  expect((await Promise.all(tries)).map(({ status }) => status)).toEqual([404, 404, 404, 404]);
});

test("a long line of Sámi letters is folded between letters, and read whole", () => {
  const summary = "Čáhcesuolu ŋuolfi — ".repeat(12).trim();
  const at = Temporal.Instant.from("2026-10-25T00:30:00Z");
  const written = writeCalendar("Kalender", [
    { uid: "a@b", sequence: 0, changedAt: at, startsAt: at, endsAt: at.add({ hours: 2 }), summary, isTentative: true },
  ]);

  const [event] = new ICAL.Component(ICAL.parse(written)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));

  expect(written.split("\r\n").filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  // the night clocks go back: two hours are two hours
  expect([event?.summary, event?.duration.toSeconds()]).toEqual([summary, 7200]);
});

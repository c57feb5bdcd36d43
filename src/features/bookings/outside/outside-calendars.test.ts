import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { brokenInvariants } from "../../../../tests/support/invariants.ts";
import { doWhatIsDue } from "../../../../tests/support/jobs.ts";
import { networkBuilder } from "../../../../tests/support/network.ts";
import { calendar, google } from "../../../../tests/support/outside-calendars.ts";
import { outsideServer } from "../../../../tests/support/outside-server.ts";
import { callers } from "../../../../tests/support/visitor.ts";
import { feedFiles } from "../feeds/feed-files.ts";
import { readDueCalendars } from "./read-due.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;
let server: Awaited<ReturnType<typeof outsideServer>>;

beforeAll(async () => {
  installation = await testInstallation({ ROMSLIG_WEBHOOKS_TO_LOOPBACK: "1" });
  network = networkBuilder(installation);
  server = await outsideServer();
});
beforeEach(async () => {
  installation.setClock("2026-11-23T09:00:00+01:00");
  // those of other tests would be read along
  await installation.db.deleteFrom("outside_calendars").execute();
  server.asked.length = 0;
});
afterAll(async () => {
  await server.close();
  await installation.close();
});

let houses = 0;

async function house() {
  houses += 1;
  const space = await network.space(`kaia-${houses}`, { name: "Kaia" });
  const amina = await network.person("Amina Larsen", { email: `amina.${houses}@outside.test` });
  const mona = await network.person("Mona Leder", { email: `mona.${houses}@outside.test` });
  const vera = await network.person("Vera Vert", { email: `vera.${houses}@outside.test` });
  await network.membership(space.organizationId, { personId: amina });
  await network.position(mona, space.organizationId, "manager");
  await network.position(vera, space.organizationId, "host");
  const room = await network.resource(space, "Fjorden");
  const { as } = callers(installation);
  return { space, room, amina: as(amina), mona: as(mona), vera: as(vera), email: `mona.${houses}@outside.test` };
}

type House = Awaited<ReturnType<typeof house>>;

const oslo = (day: string, time: string) => `${day}T${time}:00+01:00`;
const tuesday = "2026-11-24";
const stamp = (day: string, time: string) => `${day}T${time}`.replaceAll(/[-:]/g, "").concat("00");

/** A busy time of another calendar, "10:00" to "11:00" on a day in Oslo. */
function event(uid: string, from: string, until: string, { day = tuesday, lines = [] as string[] } = {}): string[] {
  const at = (time: string) => `;TZID=Europe/Oslo:${stamp(day, time)}`;
  return ["BEGIN:VEVENT", `UID:${uid}`, `DTSTART${at(from)}`, `DTEND${at(until)}`, "SUMMARY:Hemmelig", ...lines, "END:VEVENT"];
}

async function connected({ mona, room }: Pick<House, "mona" | "room">, ...events: string[][]) {
  server.serves(calendar(...events.flat()));
  const { status, body } = await mona.post(`/resources/${room}/outside-calendars`, {
    name: "Outlook",
    address: `${server.url}/s3cret/basic.ics`,
  });
  expect(status).toBe(201);
  return body;
}

async function readAgain(...events: string[][]) {
  server.serves(calendar(...events.flat()));
  installation.setClock(installation.now().add({ minutes: 16 }).toString());
  await readDueCalendars(installation, new AbortController().signal);
}

/** What takes time in a house on a day, as those at its desk see it. */
async function day({ space, vera }: Pick<House, "space" | "vera">, on = tuesday): Promise<string[]> {
  const { body } = await vera.get(`/spaces/${space.slug}/bookings?from=${on}T00:00:00Z&to=${on}T23:00:00Z`);
  const clock = (moment: string) =>
    Temporal.Instant.from(moment).toZonedDateTimeISO("Europe/Oslo").toPlainTime().toString({ smallestUnit: "minute" });
  return body.items.map((one: { resource: { name: string }; kind: string; startsAt: string; endsAt: string }) =>
    [one.resource.name, one.kind, `${clock(one.startsAt)}–${clock(one.endsAt)}`].join(" "),
  );
}

function book(who: House["amina"], room: string, from: string, until: string) {
  return who.post(`/resources/${room}/bookings`, { startsAt: oslo(tuesday, from), endsAt: oslo(tuesday, until) });
}

async function conflicts({ mona, space }: Pick<House, "mona" | "space">): Promise<string[]> {
  const { body } = await mona.get(`/spaces/${space.slug}/calendar-conflicts`);
  return body.items.map(
    (one: { resource: { name: string }; startsAt: string; booking: { resource: string; startsAt: string; holder: string | null } }) =>
      `${one.resource.name} ${one.startsAt} meets ${one.booking.resource} ${one.booking.startsAt} ${one.booking.holder}`,
  );
}

async function letters(recipient: string): Promise<string[]> {
  const rows = await installation.db
    .selectFrom("letters")
    .select("subject")
    .where("recipient", "=", recipient)
    .where("letter_key", "like", "outside_calendar.%")
    .orderBy("id")
    .execute();
  return rows.map(({ subject }) => subject);
}

describe("What is taken in another calendar is taken here", () => {
  test("from the moment it is connected, and nobody can book it", async () => {
    const home = await house();

    const added = await connected(home, event("a", "10:00", "11:00"), event("b", "13:00", "14:30"));
    const refused = await book(home.amina, home.room, "10:30", "11:30");
    const beside = await book(home.amina, home.room, "11:00", "12:00");

    expect(added).toMatchObject({ name: "Outlook", times: 2, conflicts: 0, failure: null, readAt: "2026-11-23T08:00:00Z" });
    expect([refused.status, refused.body.code, beside.status]).toEqual([409, "booking.taken", 201]);
    expect(await day(home)).toEqual(["Fjorden outside 10:00–11:00", "Fjorden booking 11:00–12:00", "Fjorden outside 13:00–14:30"]);
  });

  test("its hall and its parts with it", async () => {
    const home = await house();
    const part = await network.resource(home.space, "Fjorden innerst", { part_of: home.room });
    const other = await network.resource(home.space, "Marka");

    await connected(home, event("a", "10:00", "11:00"));
    const answers = [await book(home.amina, part, "10:00", "11:00"), await book(home.amina, other, "10:00", "11:00")];

    expect(answers.map(({ status }) => status)).toEqual([409, 201]);
  });

  test("and a part's own calendar takes the hall", async () => {
    const home = await house();
    const part = await network.resource(home.space, "Fjorden innerst", { part_of: home.room });

    await connected({ ...home, room: part }, event("a", "10:00", "11:00"));

    expect((await book(home.amina, home.room, "10:30", "11:30")).status).toBe(409);
  });

  test("with ten o'clock at ten o'clock, whatever the clocks did in October", async () => {
    installation.setClock("2026-10-12T08:00:00+02:00");
    const home = await house();
    server.serves(google);

    await home.mona.post(`/resources/${home.room}/outside-calendars`, { name: "Google", address: `${server.url}/basic.ics` });

    const weeks = ["2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09"];
    expect(await Promise.all(weeks.map((on) => day(home, on)))).toEqual([
      ["Fjorden outside 10:00–11:30"],
      ["Fjorden outside 13:00–14:00"],
      [],
      ["Fjorden outside 10:00–11:30"],
    ]);
  });

  test("and is kept there: here it is neither moved nor given back", async () => {
    const home = await house();
    await connected(home, event("a", "10:00", "11:00"));
    const { body } = await home.vera.get(`/spaces/${home.space.slug}/bookings?from=${tuesday}T00:00:00Z&to=${tuesday}T23:00:00Z`);
    const [block] = body.items;

    const moved = await home.vera.patch(`/bookings/${block.id}`, { startsAt: oslo(tuesday, "15:00") });
    const ended = await home.vera.put(`/bookings/${block.id}/cancellation`, {});

    expect([moved.body.code, ended.body.code]).toEqual(["booking.kept_elsewhere", "booking.kept_elsewhere"]);
    expect(block.abilities).toEqual({ move: false, cancel: false, confirm: false, checkIn: false, approve: false });
  });

  test("but not what it is about, unless that is asked for", async () => {
    const home = await house();
    const titled = await house();
    await connected(home, event("a", "10:00", "11:00"));
    server.serves(calendar(...event("a", "10:00", "11:00")));
    const address = `${server.url}/basic.ics`;
    await titled.mona.post(`/resources/${titled.room}/outside-calendars`, { name: "Outlook", address, keepsTitles: true });

    const seen = async ({ space, vera, amina }: House) => {
      const path = `/spaces/${space.slug}/bookings?from=${tuesday}T00:00:00Z&to=${tuesday}T23:00:00Z` as const;
      return [(await vera.get(path)).body.items[0].title, (await amina.get(path)).body.items[0].title];
    };

    expect([await seen(home), await seen(titled)]).toEqual([
      [null, null],
      ["Hemmelig", null],
    ]);
    const kept = await installation.db.selectFrom("outside_times").select("title").where("space_id", "=", home.space.id).execute();
    expect(kept).toEqual([{ title: null }]);
  });
});

describe("An outside calendar's event that arrives after the booking", () => {
  test("is a conflict told once, the booking stands, and the rest of its time is taken", async () => {
    const home = await house();
    await book(home.amina, home.room, "10:00", "11:00");

    const added = await connected(home, event("a", "09:00", "12:00"));
    await readAgain(event("a", "09:00", "12:00"));

    expect(added).toMatchObject({ times: 1, conflicts: 1 });
    expect(await day(home)).toEqual(["Fjorden outside 09:00–10:00", "Fjorden booking 10:00–11:00", "Fjorden outside 11:00–12:00"]);
    expect(await conflicts(home)).toEqual([`Fjorden 2026-11-24T08:00:00Z meets Fjorden 2026-11-24T09:00:00Z Amina Larsen`]);
    expect(await letters(home.email)).toEqual(["Fjorden: en tid er tatt to ganger"]);
  });

  test("takes the time when the booking is given back, before anybody in line is offered it", async () => {
    const home = await house();
    const { body: booking } = await book(home.amina, home.room, "10:00", "11:00");
    await connected(home, event("a", "09:00", "12:00"));
    const waiting = await home.vera.post(`/resources/${home.room}/waits`, {
      startsAt: oslo(tuesday, "10:00"),
      endsAt: oslo(tuesday, "11:00"),
    });

    await home.amina.put(`/bookings/${booking.id}/cancellation`, {});
    await doWhatIsDue(installation);

    expect(waiting.status).toBe(201);
    expect(await day(home)).toEqual(["Fjorden outside 09:00–12:00"]);
    expect(await conflicts(home)).toEqual([]);
  });

  test("meets the hall it is a part of, and maintenance", async () => {
    const home = await house();
    const part = await network.resource(home.space, "Fjorden innerst", { part_of: home.room });
    await book(home.amina, home.room, "10:00", "11:00");
    await home.vera.put(`/resources/${part}/outage`, { note: "Lekkasje", until: oslo(tuesday, "09:00") });

    await connected({ ...home, room: part }, event("a", "08:00", "12:00"));

    expect((await conflicts(home)).map((one) => one.split(" meets ")[1])).toEqual([
      "Fjorden innerst 2026-11-23T08:00:00Z null",
      "Fjorden 2026-11-24T09:00:00Z Amina Larsen",
    ]);
  });

  test("leaves time that is only held for a form alone, and is told of when it is booked", async () => {
    const home = await house();
    const held = await home.amina.post(`/resources/${home.room}/bookings`, {
      startsAt: oslo(tuesday, "10:00"),
      endsAt: oslo(tuesday, "11:00"),
      hold: true,
    });

    await connected(home, event("a", "10:00", "11:00"));
    const before = await conflicts(home);
    await home.amina.put(`/bookings/${held.body.id}/confirmation`);
    await readAgain(event("a", "10:00", "11:00"));

    expect([before, (await conflicts(home)).length, (await letters(home.email)).length]).toEqual([[], 1, 1]);
  });

  test("does not stand in the way of a machine that breaks", async () => {
    const home = await house();
    await connected(home, event("a", "10:00", "11:00"));

    const broken = await home.vera.put(`/resources/${home.room}/outage`, { note: "Lekkasje", until: oslo(tuesday, "10:30") });

    expect(broken.status).toBe(200);
    expect(await day(home)).toEqual(["Fjorden maintenance 09:00–10:30", "Fjorden outside 10:30–11:00"]);
    expect(await conflicts(home)).toHaveLength(1);
  });
});

describe("At the next reading", () => {
  test("an event that was moved has its new time, and one that is gone gives its time back", async () => {
    const home = await house();
    await connected(home, event("a", "10:00", "11:00"), event("b", "13:00", "14:00"), event("c", "15:00", "16:00"));
    const before = await blocks(home);

    await readAgain(event("a", "11:00", "12:00"), event("c", "15:00", "16:00"));

    expect(await day(home)).toEqual(["Fjorden outside 11:00–12:00", "Fjorden outside 15:00–16:00"]);
    // what is the same is not written anew
    expect((await blocks(home)).filter((id) => before.includes(id))).toHaveLength(1);
  });

  test("nothing is sent again that has not changed, but all is read anew once a day, since the days ahead are others", async () => {
    const home = await house();
    const far = event("far", "10:00", "11:00", { day: "2027-05-25" });
    server.serves(calendar(...event("a", "10:00", "11:00"), ...far), '"one"');
    const address = `${server.url}/basic.ics`;
    await home.mona.post(`/resources/${home.room}/outside-calendars`, { name: "Outlook", address });
    const asked = async (moment: string) => {
      installation.setClock(moment);
      await readDueCalendars(installation, new AbortController().signal);
      return [server.asked.at(-1)?.["if-none-match"], (await day(home, "2027-05-25")).length];
    };

    const [soon, nextDay] = [await asked("2026-11-23T09:20:00+01:00"), await asked("2026-11-24T09:20:00+01:00")];

    expect([soon, nextDay]).toEqual([
      ['"one"', 0],
      [undefined, 1],
    ]);
  });

  test("a calendar that fails keeps what was known, says why and since when, and is asked less and less often", async () => {
    const home = await house();
    await connected(home, event("a", "10:00", "11:00"));
    server.answers((_, response) => void response.writeHead(503).end());

    const tries: unknown[] = [];
    for (const moment of ["09:16", "09:20", "09:46", "10:46"]) {
      installation.setClock(oslo("2026-11-23", moment));
      await readDueCalendars(installation, new AbortController().signal);
      const { body } = await home.mona.get(`/spaces/${home.space.slug}/outside-calendars`);
      const [{ failure, failures, readAt, nextReadAt }] = body.items;
      tries.push([failure, failures, readAt, nextReadAt]);
    }

    expect(tries).toEqual([
      ["wrong_answer", 1, "2026-11-23T08:00:00Z", "2026-11-23T08:46:00Z"],
      ["wrong_answer", 1, "2026-11-23T08:00:00Z", "2026-11-23T08:46:00Z"],
      ["wrong_answer", 2, "2026-11-23T08:00:00Z", "2026-11-23T09:46:00Z"],
      ["wrong_answer", 3, "2026-11-23T08:00:00Z", "2026-11-23T11:46:00Z"],
    ]);
    expect(await day(home)).toEqual(["Fjorden outside 10:00–11:00"]);
  });

  test.each([
    ["a page to sign in at", "<!doctype html>", "not_a_calendar"],
    ["one that means harm", calendar(...event("a", "10:00", "11:00", { lines: ["RRULE:FREQ=SECONDLY"] })), "too_much"],
  ])("%s changes nothing", async (_, body, failure) => {
    const home = await house();
    await connected(home, event("a", "10:00", "11:00"));
    server.serves(body);

    installation.setClock("2026-11-23T09:16:00+01:00");
    await readDueCalendars(installation, new AbortController().signal);

    const listed = await home.mona.get(`/spaces/${home.space.slug}/outside-calendars`);
    expect([listed.body.items[0].failure, await day(home)]).toEqual([failure, ["Fjorden outside 10:00–11:00"]]);
  });

  test("an empty one gives everything back", async () => {
    const home = await house();
    await connected(home, event("a", "10:00", "11:00"));

    await readAgain();

    expect(await day(home)).toEqual([]);
  });

  test("one asked for by hand is read at once, and not twice in a moment", async () => {
    const home = await house();
    const { id } = await connected(home, event("a", "10:00", "11:00"));
    server.serves(calendar(...event("a", "12:00", "13:00")));

    const asked: number[] = [];
    for (const moment of ["09:00:05", "09:01:00", "09:01:05"]) {
      installation.setClock(`2026-11-23T${moment}+01:00`);
      await home.mona.put(`/outside-calendars/${id}/reading`);
      asked.push(server.asked.length);
    }

    expect([asked, await day(home)]).toEqual([[1, 2, 2], ["Fjorden outside 12:00–13:00"]]);
  });

  test("what is over stays as it was", async () => {
    const home = await house();
    await connected(home, event("a", "10:00", "11:00"));
    installation.setClock(oslo(tuesday, "12:00"));

    await readAgain(event("b", "10:00", "14:00"));

    expect(await day(home)).toEqual(["Fjorden outside 10:00–11:00", "Fjorden outside 11:00–14:00"]);
  });
});

describe("A calendar is connected", () => {
  test("by its manager alone, and its address is shown to nobody", async () => {
    const home = await house();
    const { id } = await connected(home, event("a", "10:00", "11:00"));

    const listed = await home.mona.get(`/spaces/${home.space.slug}/outside-calendars`);
    const others = await Promise.all([
      home.vera.get(`/spaces/${home.space.slug}/outside-calendars`),
      home.amina.get(`/spaces/${home.space.slug}/calendar-conflicts`),
      home.vera.delete(`/outside-calendars/${id}`),
    ]);

    expect(listed.body.items[0].address).toBe(`127.0.0.1:${server.port}/…`);
    expect(others.map(({ status }) => status)).toEqual([404, 404, 404]);
    const written = await Promise.all(
      (["audit_log", "outbox"] as const).map((table) => installation.db.selectFrom(table).selectAll().execute()),
    );
    expect(JSON.stringify([listed.body, written])).not.toContain("s3cret");
  });

  test("once to a room, at an address that can be reached, and not to a pool of desks", async () => {
    const home = await house();
    await connected(home, event("a", "10:00", "11:00"));
    const pool = await network.resource(home.space, "Landskapet", { kind: "desk_pool", places: 12 });
    const add = (room: string, address: string) => home.mona.post(`/resources/${room}/outside-calendars`, { name: "X", address });

    const answers = [
      await add(home.room, `${server.url}/s3cret/basic.ics`),
      await add(home.room, "ftp://calendar.example/a.ics"),
      await add(home.room, "https://mona:passord@calendar.example/a.ics"),
      await add(pool, `${server.url}/b.ics`),
    ];

    expect(answers.map(({ body }) => body.code)).toEqual([
      "outside_calendar.known",
      "outside_calendar.address_not_public",
      "outside_calendar.address_not_public",
      "outside_calendar.not_of_pool",
    ]);
  });

  test("and away again with all the time it took, which others may then have", async () => {
    const home = await house();
    await book(home.amina, home.room, "10:00", "11:00");
    const { id } = await connected(home, event("a", "09:00", "12:00"));

    const removed = await home.mona.delete(`/outside-calendars/${id}`);

    expect([removed.status, await day(home), await conflicts(home)]).toEqual([204, ["Fjorden booking 10:00–11:00"], []]);
    expect((await book(home.amina, home.room, "11:00", "12:00")).status).toBe(201);
  });

  test("even when it cannot be read yet", async () => {
    const home = await house();
    server.answers((_, response) => void response.writeHead(404).end());

    const { status, body } = await home.mona.post(`/resources/${home.room}/outside-calendars`, { name: "X", address: server.url });

    expect([status, body.failure, body.readAt, body.times]).toEqual([201, "not_found", null, 0]);
  });

  test("our own feed of the room takes nothing, read back", async () => {
    const home = await house();
    await book(home.amina, home.room, "10:00", "11:00");
    const { body: feed } = await home.vera.post("/calendar-feeds", { of: "resource", subjectId: home.room, shows: "everything" });
    const own = await (await feedFiles(installation, []).request(new URL(feed.address).pathname)).text();

    server.serves(own);
    const { body } = await home.mona.post(`/resources/${home.room}/outside-calendars`, { name: "Oss", address: server.url });

    expect(own).toContain("BEGIN:VEVENT");
    expect([body.failure, body.times, await day(home)]).toEqual([null, 0, ["Fjorden booking 10:00–11:00"]]);
  });
});

test("whoever books while a calendar is read has either the time or a polite no, and nothing overlaps", async () => {
  const home = await house();
  const rooms = await Promise.all(["Marka", "Skogen"].map((name) => network.resource(home.space, name, { part_of: home.room })));
  const hours = Array.from({ length: 9 }, (_, at) => `${String(at + 8).padStart(2, "0")}:00`);
  const events = hours.slice(0, -1).map((hour, at) => event(`e${at}`, hour, hours[at + 1] ?? "17:00"));
  server.serves(calendar(...events.flat()));
  const calendarOf = (room: string, name: string) =>
    home.mona.post(`/resources/${room}/outside-calendars`, { name, address: `${server.url}/${name}` });

  const answers = await Promise.all([
    ...rooms.flatMap((room) => hours.slice(0, -1).map((hour, at) => book(home.amina, room, hour, hours[at + 1] ?? "17:00"))),
    calendarOf(home.room, "hall"),
    ...rooms.map((room, at) => calendarOf(room, `part${at}`)),
  ]);

  expect(answers.filter(({ status }) => ![201, 409].includes(status))).toEqual([]);
  expect(await brokenInvariants(installation.db)).toEqual([]);
  expect(installation.failures).toEqual([]);
});

async function blocks({ space }: Pick<House, "space">): Promise<string[]> {
  const rows = await installation.db
    .selectFrom("bookings")
    .select("id")
    .where("space_id", "=", space.id)
    .where("kind", "=", "outside")
    .execute();
  return rows.map(({ id }) => id);
}

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { doWhatIsDue } from "../../../tests/support/jobs.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { callers } from "../../../tests/support/visitor.ts";
import { crontab } from "../../jobs.ts";
import { enqueue } from "../../platform/jobs/enqueue.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;
let houses = 0;

beforeAll(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
});
beforeEach(() => installation.setClock(monday("09:00")));
afterAll(() => installation.close());

function monday(time: string): string {
  return `2026-11-23T${time}:00+01:00`;
}

/** A house with Fjorden, whose door has a screen; Amina is a member, and Mari manages it. */
async function houseWithScreen(
  given: { room?: Parameters<typeof network.resource>[2]; screen?: { showsTitles?: boolean; takesBookings?: boolean } } = {},
) {
  houses += 1;
  const space = await network.space(`hus-${houses}`, { name: "Fjordhuset" });
  const [amina, mari] = [
    await network.person("Amina Larsen", { email: `amina.${houses}@example.test` }),
    await network.person("Mari Moe", { email: `mari.${houses}@example.test` }),
  ];
  await network.membership(space.organizationId, { personId: amina });
  await network.position(mari, space.organizationId, "manager");
  const room = await network.resource(space, "Fjorden", given.room);
  const { as, nobody } = callers(installation);
  const added = await as(mari).post(`/spaces/${space.slug}/displays`, {
    kind: "door",
    name: "Ved døra",
    resourceId: room,
    ...given.screen,
  });
  const secret = secretIn(added.body.url);
  const book = async (from: string, until: string, title = "Styremøte") =>
    (await as(amina).post(`/resources/${room}/bookings`, { startsAt: monday(from), endsAt: monday(until), title })).body.id as string;
  const screen = async () => (await nobody.get(`/displays/${secret}`)).body;
  const door = async () => (await screen()).rooms[0];
  return { space, room, display: added.body, secret, amina: as(amina), mari: as(mari), nobody, book, screen, door };
}

const secretIn = (url: string) => url.split("/").at(-1) ?? "";

/** Every job of the clock's whose minute is each. */
async function theMinutePasses(): Promise<void> {
  for (const { kind, payload } of crontab.filter(({ at }) => at === "* * * * *")) await enqueue(installation.db, kind, payload);
  await doWhatIsDue(installation);
}

describe("A door", () => {
  test("is free until the next one comes, taken until the last of those who follow on each other leaves, and closed with the house", async () => {
    const { book, door } = await houseWithScreen();
    await book("10:00", "11:00");
    await book("11:00", "11:30");

    const free = await door();
    installation.setClock(monday("10:30"));
    const taken = await door();
    installation.setClock(monday("12:00"));
    const after = await door();
    installation.setClock(monday("17:00"));
    const closed = await door();

    expect([free, taken, after, closed].map(({ state, until }) => [state, until])).toEqual([
      ["free", "2026-11-23T09:00:00Z"],
      ["taken", "2026-11-23T10:30:00Z"],
      ["free", "2026-11-23T16:00:00Z"],
      ["closed", "2026-11-24T07:00:00Z"],
    ]);
    expect(taken.current).toMatchObject({ startsAt: "2026-11-23T09:00:00Z", endsAt: "2026-11-23T10:00:00Z" });
    expect(taken.next).toMatchObject([{ startsAt: "2026-11-23T10:00:00Z" }]);
  });

  test("tells no title unless the house shows titles and whoever booked lets it be read, and never a name", async () => {
    const hidden = await houseWithScreen();
    const shown = await houseWithScreen({ screen: { showsTitles: true } });
    for (const { book, amina } of [hidden, shown]) {
      const id = await book("09:00", "10:00", "Løyndom");
      await book("10:00", "11:00", "Hemmelig");
      await amina.put(`/bookings/${id}/shown-title`, { shown: true });
    }

    const [one, other] = [JSON.stringify(await hidden.screen()), await shown.screen()];

    expect(one).not.toMatch(/Løyndom|Hemmelig|Amina|Larsen/);
    expect(other.rooms[0].current?.title).toBe("Løyndom");
    expect(JSON.stringify(other)).not.toMatch(/Hemmelig|Amina|Larsen/);
  });

  test("of a part of a hall is taken with the hall, and cannot check in for it", async () => {
    const { space, room, amina, door } = await houseWithScreen();
    const hall = await network.resource(space, "Salen", { kind: "auditorium", capacity: 80, needs_check_in: true });
    await installation.db.updateTable("resources").set({ part_of: hall, needs_check_in: true }).where("id", "=", room).execute();
    await amina.post(`/resources/${hall}/bookings`, { startsAt: monday("09:00"), endsAt: monday("10:00") });

    expect(await door()).toMatchObject({ state: "taken", checkIn: null, takeUntil: [] });
  });

  test("of a hall is taken while one of its rooms is", async () => {
    const { space, room, amina, door, nobody, secret } = await houseWithScreen();
    const part = await network.resource(space, "Salen A", { part_of: room });
    await amina.post(`/resources/${part}/bookings`, { startsAt: monday("09:00"), endsAt: monday("09:30") });

    const shown = await door();
    const asked = await nobody.post(`/displays/${secret}/bookings`, { until: monday("09:45") });

    expect([shown.state, shown.until, asked.body.code]).toEqual(["taken", "2026-11-23T08:30:00Z", "booking.taken"]);
  });
});

describe("Whoever stands at a free door", () => {
  test("takes the room from that minute for a quarter to an hour, and then it is taken", async () => {
    const { door, nobody, secret, amina, room } = await houseWithScreen();
    installation.setClock("2026-11-23T09:07:30+01:00");
    const { takeUntil } = await door();

    const took = await nobody.post(`/displays/${secret}/bookings`, { until: takeUntil[0] });
    const late = await amina.post(`/resources/${room}/bookings`, { startsAt: monday("09:15"), endsAt: monday("10:00") });

    expect(takeUntil).toEqual(["2026-11-23T08:30:00Z", "2026-11-23T08:45:00Z", "2026-11-23T09:00:00Z"]);
    expect([took.status, took.body.rooms[0].state, took.body.rooms[0].until]).toEqual([201, "taken", "2026-11-23T08:30:00Z"]);
    expect(late.body.code).toBe("booking.taken");
    const booking = await installation.db.selectFrom("bookings").selectAll().where("resource_id", "=", room).executeTakeFirstOrThrow();
    expect(booking).toMatchObject({ kind: "at_door", person_id: null, booked_by: null, price_ore: 0, state: "confirmed" });
    expect(booking.starts_at.toString()).toBe("2026-11-23T08:07:00Z");
  });

  test("is offered no longer than until the next one comes, and nobody goes past that", async () => {
    const { door, nobody, secret, book } = await houseWithScreen();
    await book("09:30", "10:00");

    const { takeUntil } = await door();
    const past = await nobody.post(`/displays/${secret}/bookings`, { until: monday("09:45") });
    const long = await nobody.post(`/displays/${secret}/bookings`, { until: monday("10:15") });

    expect(takeUntil).toEqual(["2026-11-23T08:15:00Z", "2026-11-23T08:30:00Z"]);
    expect([past.body.code, long.body.code]).toEqual(["booking.taken", "booking.too_long"]);
  });

  test.each([
    ["the house answers first", { room: { needs_approval: true } }],
    ["only staff book", { room: { booked_by: "staff" } }],
    ["it is to be booked beforehand", { room: { notice_minutes: 60 } }],
    ["the house keeps the screen to telling", { screen: { takesBookings: false } }],
  ])("does not take it where %s", async (_, given) => {
    const { door, nobody, secret } = await houseWithScreen(given);

    const { takeUntil } = await door();
    const asked = await nobody.post(`/displays/${secret}/bookings`, { until: monday("09:30") });

    expect([takeUntil, asked.status, asked.body.code]).toEqual([[], 403, "booking.not_at_door"]);
  });

  test("does not take it outside the opening hours, nor over their end", async () => {
    const { nobody, secret, door } = await houseWithScreen();
    installation.setClock(monday("16:40"));

    const { takeUntil } = await door();
    const over = await nobody.post(`/displays/${secret}/bookings`, { until: monday("17:15") });

    expect([takeUntil, over.body.code]).toEqual([["2026-11-23T16:00:00Z"], "booking.closed"]);
  });
});

describe("Whoever has the room", () => {
  test("hands it back at the door, and the rest is free from that minute", async () => {
    const { door, nobody, secret } = await houseWithScreen();
    const [until] = (await door()).takeUntil.slice(-1);
    await nobody.post(`/displays/${secret}/bookings`, { until });
    installation.setClock(monday("09:20"));
    const { bookingId } = (await door()).handBack ?? {};

    const left = await nobody.put(`/displays/${secret}/hand-back`, { bookingId });
    const again = await nobody.put(`/displays/${secret}/hand-back`, { bookingId });
    const next = await nobody.post(`/displays/${secret}/bookings`, { until: "2026-11-23T09:00:00Z" });

    expect([left.status, left.body.rooms[0].state, left.body.rooms[0].handBack]).toEqual([200, "free", null]);
    expect([again.body.code, next.status]).toEqual(["booking.ended", 201]);
  });

  test("pays for what was used, unless a booking must be given back some time before", async () => {
    const answers = [];
    for (const cancel_by_minutes of [0, 60]) {
      installation.setClock(monday("09:00"));
      const { room, book, nobody, secret } = await houseWithScreen({ room: { needs_check_in: true, cancel_by_minutes } });
      const price = { resource_id: room, audience: "members", unit: "hour", amount_ore: 60_000 };
      await installation.db.insertInto("resource_prices").values(price).execute();
      const id = await book("10:00", "11:00");
      installation.setClock(monday("10:05"));
      await nobody.put(`/displays/${secret}/check-in`, { bookingId: id });
      installation.setClock(monday("10:30"));

      await nobody.put(`/displays/${secret}/hand-back`, { bookingId: id });
      installation.setClock(monday("11:01"));
      await theMinutePasses();

      const charges = await installation.db.selectFrom("charges").select("amount_ore").where("booking_id", "=", id).execute();
      answers.push(charges.map(({ amount_ore }) => amount_ore));
    }

    expect(answers).toEqual([[30_000], [60_000]]);
  });

  test("is waited for: what is left is offered to the first in line", async () => {
    const { space, room, amina, book, nobody, secret } = await houseWithScreen({ room: { needs_check_in: true } });
    const bente = await network.person("Bente Moe", { email: `bente.${houses}@example.test` });
    await network.membership(space.organizationId, { personId: bente });
    const { as } = callers(installation);
    const id = await book("10:00", "12:00");
    await as(bente).post(`/resources/${room}/waits`, { startsAt: monday("11:00"), endsAt: monday("12:00") });
    installation.setClock(monday("10:00"));
    await amina.put(`/bookings/${id}/check-in`, {});
    installation.setClock(monday("10:30"));

    await nobody.put(`/displays/${secret}/hand-back`, { bookingId: id });
    await doWhatIsDue(installation);

    expect((await as(bente).get("/me/waits")).body.items.map(({ state }) => state)).toEqual(["offered"]);
  });

  test("is not turned out: nobody hands back what nobody has come to, what is not now, or what is behind another door", async () => {
    const [here, there] = [await houseWithScreen({ room: { needs_check_in: true } }), await houseWithScreen()];
    const id = await here.book("10:00", "11:00");
    const early = await here.nobody.put(`/displays/${here.secret}/hand-back`, { bookingId: id });
    installation.setClock(monday("10:05"));
    const missing = await here.nobody.put(`/displays/${here.secret}/hand-back`, { bookingId: id });
    await here.nobody.put(`/displays/${here.secret}/check-in`, { bookingId: id });
    const elsewhere = await there.nobody.put(`/displays/${there.secret}/hand-back`, { bookingId: id });

    expect([early.body.code, missing.body.code, elsewhere.status]).toEqual(["booking.wrong_state", "booking.wrong_state", 404]);
    expect((await here.door()).handBack).toEqual({ bookingId: id });
  });
});

describe("A door that asks for check-in", () => {
  const asks = { room: { needs_check_in: true } };

  test("is released after nobody came", async () => {
    const { book, door, amina } = await houseWithScreen(asks);
    const id = await book("10:00", "11:00");
    installation.setClock(monday("10:01"));
    await theMinutePasses();
    const waiting = await door();

    installation.setClock(monday("10:10"));
    await theMinutePasses();

    expect(waiting).toMatchObject({ state: "taken", checkIn: { bookingId: id, by: "2026-11-23T09:10:00Z" } });
    expect(await door()).toMatchObject({ state: "free", current: null, checkIn: null });
    expect((await amina.get(`/bookings/${id}`)).body.state).toBe("cancelled");
  });

  test("keeps the time of whoever checks in on the screen", async () => {
    const { book, door, nobody, secret } = await houseWithScreen(asks);
    const id = await book("10:00", "11:00");
    installation.setClock(monday("10:05"));

    const checkedIn = await nobody.put(`/displays/${secret}/check-in`, { bookingId: id });
    installation.setClock(monday("10:10"));
    await theMinutePasses();

    expect([checkedIn.status, checkedIn.body.rooms[0].checkIn]).toEqual([200, null]);
    expect(await door()).toMatchObject({ state: "taken", checkIn: null });
  });

  test("checks nobody in to what is booked behind another door", async () => {
    const one = await houseWithScreen(asks);
    const other = await houseWithScreen(asks);
    const id = await one.book("09:00", "10:00");

    const answer = await other.nobody.put(`/displays/${other.secret}/check-in`, { bookingId: id });

    expect([answer.status, (await one.amina.get(`/bookings/${id}`)).body.checkedInAt]).toEqual([404, null]);
  });
});

describe("A screen on the wall", () => {
  test("shows every room and how many guests come, and of no one who", async () => {
    const { space, mari, nobody, book, amina } = await houseWithScreen();
    const pool = await network.resource(space, "Landskapet", { kind: "desk_pool", capacity: 3, places: 3 });
    const home = await network.space(`hjem-${houses}`);
    await network.agreement([space, home]);
    const guest = await network.member(`Jonas Vik ${houses}`, home);
    await callers(installation).as(guest).post(`/spaces/${space.slug}/day-passes`, { day: "2026-11-23" });
    await book("09:00", "10:00");
    await amina.post(`/resources/${pool}/bookings`, { startsAt: monday("09:00"), endsAt: monday("10:00") });
    const { body } = await mari.post(`/spaces/${space.slug}/displays`, { kind: "wall", name: "Resepsjonen" });

    const wall = (await nobody.get(`/displays/${secretIn(body.url)}`)).body;

    expect(wall.guests).toBe(1);
    expect(
      wall.rooms.map(({ name, state, placesFree, takeUntil }: (typeof wall.rooms)[number]) => [name, state, placesFree, takeUntil]),
    ).toEqual([
      ["Fjorden", "taken", 0, []],
      ["Landskapet", "free", 2, []],
    ]);
    expect(JSON.stringify(wall)).not.toMatch(/Jonas|Amina|Styremøte/);
  });
});

describe("The address of a screen", () => {
  test("is kept as a hash, and told to nobody twice", async () => {
    const { space, mari, secret } = await houseWithScreen();

    const listed = await mari.get(`/spaces/${space.slug}/displays`);

    expect(secret.length).toBeGreaterThan(22);
    expect(JSON.stringify(listed.body)).not.toContain(secret);
    const kept = await installation.db.selectFrom("displays").selectAll().where("space_id", "=", space.id).execute();
    expect(kept.map(({ secret_hash }) => secret_hash.includes(Buffer.from(secret)))).toEqual([false]);
  });

  test("shows nothing any more when the house has given a new one, or has taken the screen down", async () => {
    const { space, mari, nobody, secret, display } = await houseWithScreen();
    const path = `/spaces/${space.slug}/displays/${display.id}` as const;

    const renewed = secretIn((await mari.put(`${path}/address`)).body.url);
    const answers = [await nobody.get(`/displays/${secret}`), await nobody.get(`/displays/${renewed}`)];
    await mari.delete(path);
    answers.push(await nobody.get(`/displays/${renewed}`), await nobody.post(`/displays/${renewed}/bookings`, { until: monday("09:30") }));

    expect(answers.map(({ status }) => status)).toEqual([404, 200, 404, 404]);
  });

  test("is given by managers of the house alone, for its own rooms alone", async () => {
    const { space, amina, mari } = await houseWithScreen();
    const elsewhere = await houseWithScreen();
    const asked = { kind: "door", name: "Ny" };

    const byMember = await amina.post(`/spaces/${space.slug}/displays`, { ...asked, resourceId: elsewhere.room });
    const ofOther = await mari.post(`/spaces/${space.slug}/displays`, { ...asked, resourceId: elsewhere.room });
    const ofNone = await mari.post(`/spaces/${space.slug}/displays`, asked);
    const notTheirs = await mari.put(`/spaces/${space.slug}/displays/${elsewhere.display.id}/address`);

    expect([byMember.status, ofOther.body.code, ofNone.body.code, notTheirs.status]).toEqual([
      404,
      "display.room_elsewhere",
      "display.room_of_door",
      404,
    ]);
  });
});

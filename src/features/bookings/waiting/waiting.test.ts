import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { secondInstallation, type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { doWhatIsDue, tellAllAgain } from "../../../../tests/support/jobs.ts";
import { networkBuilder } from "../../../../tests/support/network.ts";
import { callers } from "../../../../tests/support/visitor.ts";
import { bookingClaims } from "../deciding/booking-claims.ts";
import { expireHolds } from "../expire-holds.ts";
import { offerTimes } from "./offer-times.ts";

let installation: TestInstallation;

beforeEach(async () => {
  installation = await testInstallation();
});
afterEach(() => installation.close());

const tuesday = (time: string) => `2026-11-24T${time}:00+01:00`;
const times = (from: string, to: string) => ({ startsAt: tuesday(from), endsAt: tuesday(to) });
const tenToEleven = times("10:00", "11:00");

/** A room Henrik has from ten to eleven; Amina and Bente want it too, and Sven is a stranger. Bente reads nynorsk. */
async function takenRoom() {
  const network = networkBuilder(installation);
  const space = await network.space("naustet", { name: "Naustet" });
  const [amina, bente, henrik, sven] = [
    await network.person("Amina Larsen", { email: "amina@example.test" }),
    await network.person("Bente Moe", { email: "bente@example.test", locale: "nn" }),
    await network.person("Henrik Lie", { email: "henrik@example.test" }),
    await network.person("Sven Fremmed", { email: "sven@example.test" }),
  ];
  for (const personId of [amina, bente, henrik]) await network.membership(space.organizationId, { personId });
  const room = await network.resource(space, "Fjorden");
  const { as } = callers(installation);
  const taken = (await as(henrik).post(`/resources/${room}/bookings`, tenToEleven)).body.id;
  const join = (who: ReturnType<typeof as>, body: object = tenToEleven) => who.post(`/resources/${room}/waits`, body);
  const free = async () => {
    await as(henrik).put(`/bookings/${taken}/cancellation`, {});
    await doWhatIsDue(installation);
  };
  const stateOf = async (who: ReturnType<typeof as>) => (await who.get("/me/waits")).body.items.map(({ state }) => state);
  return { network, space, room, taken, join, free, stateOf, amina: as(amina), bente: as(bente), henrik: as(henrik), sven: as(sven) };
}

const letters = async () =>
  (await installation.db.selectFrom("letters").select(["recipient", "subject"]).orderBy("id").execute()).map(
    ({ recipient, subject }) => `${recipient}: ${subject}`,
  );

test("A member is put in line by the desk, and by nobody else, and is told", async () => {
  const { network, space, join, free, stateOf, amina, bente } = await takenRoom();
  const vera = await network.person("Vera Vert", { email: "vera@example.test" });
  await network.position(vera, space.organizationId, "host");
  const { as } = callers(installation);
  const { id: personId } = await installation.db
    .selectFrom("people")
    .select("id")
    .where("name", "=", "Bente Moe")
    .executeTakeFirstOrThrow();

  const foreign = await join(amina, { ...tenToEleven, personId });
  const unknown = await join(as(vera), { ...tenToEleven, personId: "01980000-0000-7000-8000-000000000000" });
  const [put, again] = [await join(as(vera), { ...tenToEleven, personId }), await join(as(vera), { ...tenToEleven, personId })];
  const told = await letters();
  await free();

  expect([foreign.status, unknown.status, put.status, again.body.id]).toEqual([404, 404, 201, put.body.id]);
  expect([await stateOf(as(vera)), await stateOf(bente)]).toEqual([[], ["offered"]]);
  expect(told).toEqual(["bente@example.test: Du står på lista for Fjorden tysdag 24. november kl. 10:00"]);
});

describe("A time that comes free", () => {
  test("is held for the first in line until a deadline, and nobody else can have it", async () => {
    const { room, join, free, amina, bente, henrik } = await takenRoom();
    const [first, second] = [await join(amina), await join(bente)];

    await free();

    const [mine] = (await amina.get("/me/waits")).body.items;
    expect([first.status, first.body.state, first.body.place, second.body.place]).toEqual([201, "waiting", 1, 2]);
    expect([mine?.state, mine?.place, mine?.offer]).toEqual([
      "offered",
      null,
      {
        bookingId: first.body.id,
        startsAt: "2026-11-24T09:00:00Z",
        endsAt: "2026-11-24T10:00:00Z",
        // half of the 25 hours that are left
        heldUntil: "2026-11-23T20:30:00Z",
      },
    ]);
    expect((await henrik.post(`/resources/${room}/bookings`, tenToEleven)).body.code).toBe("booking.taken");
    expect((await bente.get("/me/waits")).body.items.map(({ state, place }) => [state, place])).toEqual([["waiting", 1]]);
    expect(await letters()).toEqual(["amina@example.test: Fjorden er blitt ledig tirsdag 24. november kl. 10:00"]);
  });

  test("is theirs when they take it", async () => {
    const { join, free, stateOf, amina } = await takenRoom();
    const { id } = (await join(amina)).body;
    await free();

    const taken = await amina.put(`/bookings/${id}/confirmation`);
    installation.setClock("2026-11-23T23:00:00+01:00");
    await expireHolds(installation, bookingClaims(installation.pipelines));

    expect([taken.body.state, taken.body.isMine, await stateOf(amina)]).toEqual(["confirmed", true, []]);
  });

  test("passes on when it is declined, and in the language of the next", async () => {
    const { join, free, stateOf, amina, bente } = await takenRoom();
    const { id } = (await join(amina)).body;
    await join(bente);
    await free();

    const left = await amina.put(`/waits/${id}/cancellation`);
    await doWhatIsDue(installation);

    expect([left.body.state, await stateOf(amina), await stateOf(bente)]).toEqual(["left", [], ["offered"]]);
    expect((await letters()).at(-1)).toBe("bente@example.test: Fjorden har vorte ledig tysdag 24. november kl. 10:00");
  });

  test("passes on when the deadline is over, and is given back when the list is empty", async () => {
    const { room, join, free, stateOf, amina, bente, henrik } = await takenRoom();
    await join(amina);
    await join(bente);
    await free();

    installation.setClock("2026-11-23T21:31:00+01:00");
    await expireHolds(installation, bookingClaims(installation.pipelines));
    await doWhatIsDue(installation);
    const passed = [await stateOf(amina), await stateOf(bente)];
    installation.setClock("2026-11-24T08:00:00+01:00");
    await expireHolds(installation, bookingClaims(installation.pipelines));
    await doWhatIsDue(installation);

    expect([passed, await stateOf(bente)]).toEqual([[[], ["offered"]], []]);
    expect((await henrik.post(`/resources/${room}/bookings`, tenToEleven)).status).toBe(201);
    expect((await letters()).slice(1)).toEqual([
      "amina@example.test: Fjorden tirsdag 24. november kl. 10:00 gikk videre",
      "bente@example.test: Fjorden har vorte ledig tysdag 24. november kl. 10:00",
      "bente@example.test: Fjorden tysdag 24. november kl. 10:00 gjekk vidare",
    ]);
  });

  test("because a booking was moved away is offered too", async () => {
    const { join, taken, stateOf, amina, henrik } = await takenRoom();
    await join(amina);

    await henrik.patch(`/bookings/${taken}`, times("13:00", "14:00"));
    await doWhatIsDue(installation);

    expect(await stateOf(amina)).toEqual(["offered"]);
  });

  test("in the whole hall comes free in its rooms", async () => {
    const { network, space, stateOf, amina, henrik } = await takenRoom();
    const hall = await network.resource(space, "Salen", { kind: "auditorium", capacity: 80 });
    const part = await network.resource(space, "Salen A", { part_of: hall });
    const { body } = await henrik.post(`/resources/${hall}/bookings`, tenToEleven);
    await amina.post(`/resources/${part}/waits`, tenToEleven);

    await henrik.put(`/bookings/${body.id}/cancellation`, {});
    await doWhatIsDue(installation);

    expect(await stateOf(amina)).toEqual(["offered"]);
  });

  test("is offered once, also by two processes at once and when everything is told again", async () => {
    const { space, join, taken, amina, bente, henrik, stateOf } = await takenRoom();
    await join(amina);
    await join(bente);
    const other = secondInstallation(installation);
    await henrik.put(`/bookings/${taken}/cancellation`, {});

    const offered = await Promise.all([installation, other].map((one) => offerTimes(one, bookingClaims(one.pipelines), space.id)));
    await doWhatIsDue(installation);
    await tellAllAgain(installation);
    await doWhatIsDue(installation);
    await other.close();

    expect([offered.sort(), await stateOf(amina), await stateOf(bente)]).toEqual([[0, 1], ["offered"], ["waiting"]]);
    expect(await letters()).toHaveLength(1);
  });
});

describe("Who stands in line", () => {
  test("may want so many minutes within a longer time, and gets the first of it that comes free", async () => {
    const { room, join, free, amina, henrik } = await takenRoom();
    for (const [from, to] of [
      ["09:00", "10:00"],
      ["11:00", "12:00"],
    ] as const)
      await henrik.post(`/resources/${room}/bookings`, times(from, to));
    await join(amina, { ...times("09:00", "12:00"), minutes: 45 });

    await free();

    const [mine] = (await amina.get("/me/waits")).body.items;
    expect([mine?.offer?.startsAt, mine?.offer?.endsAt]).toEqual(["2026-11-24T09:00:00Z", "2026-11-24T09:45:00Z"]);
  });

  test("keeps the place when the list is joined again, and leaves it by oneself", async () => {
    const { join, free, stateOf, amina, bente } = await takenRoom();
    const [first, , again] = [await join(amina), await join(bente), await join(amina)];

    await amina.put(`/waits/${first.body.id}/cancellation`);
    await free();

    expect([again.body.id === first.body.id, again.body.place]).toEqual([true, 1]);
    expect([await stateOf(amina), await stateOf(bente)]).toEqual([[], ["offered"]]);
  });

  test("keeps the place while a rule stands against it: the next one is asked", async () => {
    const { network, space, stateOf, amina, bente, henrik } = await takenRoom();
    const quiet = await network.resource(space, "Stilla", { weekly_minutes: 60 });
    const { body } = await henrik.post(`/resources/${quiet}/bookings`, tenToEleven);
    for (const who of [amina, bente]) await who.post(`/resources/${quiet}/waits`, tenToEleven);
    await amina.post(`/resources/${quiet}/bookings`, times("13:00", "14:00"));

    await henrik.put(`/bookings/${body.id}/cancellation`, {});
    await doWhatIsDue(installation);

    expect([await stateOf(amina), await stateOf(bente)]).toEqual([["waiting"], ["offered"]]);
  });

  test("is one who could book it were it free: not a stranger, not outside opening hours, not for what is free already", async () => {
    const { join, amina, sven } = await takenRoom();

    const answers = [
      await join(amina, times("14:00", "15:00")),
      await join(amina, { ...times("09:00", "12:00"), minutes: 60 }),
      await join(sven),
      await join(amina, times("22:00", "23:00")),
      await join(amina, { startsAt: tuesday("11:00"), endsAt: tuesday("10:00") }),
      await join(amina, { ...tenToEleven, minutes: 90 }),
    ];

    expect(answers.map(({ body }) => body.code)).toEqual([
      "waiting.free",
      "waiting.free",
      "booking.not_for_you",
      "booking.closed",
      "booking.backwards",
      "waiting.too_wide",
    ]);
  });

  test("is not taken off a list by others", async () => {
    const { join, stateOf, amina, bente } = await takenRoom();
    const { id } = (await join(amina)).body;

    const tried = await bente.put(`/waits/${id}/cancellation`);

    expect([tried.status, await stateOf(amina)]).toEqual([404, ["waiting"]]);
  });
});

describe("The desk", () => {
  test("sees who waits for a day in the order they came, with what they want and what is offered", async () => {
    const { network, space, join, free, amina, bente, bente: member } = await takenRoom();
    const mari = await network.person("Mari Vert", { email: "mari@example.test" });
    await network.position(mari, space.organizationId, "host");
    const desk = callers(installation).as(mari);
    await join(amina, { ...tenToEleven, title: "Styremøte", people: 6 });
    installation.setClock("2026-11-23T09:05:00+01:00");
    await join(bente, { ...tenToEleven, minutes: 30 });
    await free();
    const window = "from=2026-11-24T00:00:00Z&to=2026-11-25T00:00:00Z";

    const line = await desk.get(`/spaces/naustet/waits?${window}`);
    const first = await desk.get(`/spaces/naustet/waits?${window}&limit=1`);
    const rest = await desk.get(`/spaces/naustet/waits?${window}&limit=1&cursor=${first.body.nextCursor}`);
    const otherDay = await desk.get("/spaces/naustet/waits?from=2026-11-25T00:00:00Z&to=2026-11-26T00:00:00Z");
    const other = await member.get(`/spaces/naustet/waits?${window}`);

    expect(
      line.body.items.map(({ person, state, place, minutes, title, people }) => [person.name, state, place, minutes, title, people]),
    ).toEqual([
      ["Amina Larsen", "offered", null, 60, "Styremøte", 6],
      ["Bente Moe", "waiting", 1, 30, null, null],
    ]);
    expect([...first.body.items, ...rest.body.items]).toEqual(line.body.items);
    expect([otherDay.body.items, other.status]).toEqual([[], 404]);
  });

  test("takes somebody off a list with a reason they read, and what they were offered passes on", async () => {
    const { network, space, join, free, stateOf, amina, bente } = await takenRoom();
    const mari = await network.person("Mari Vert", { email: "mari@example.test" });
    await network.position(mari, space.organizationId, "host");
    const desk = callers(installation).as(mari);
    const { id } = (await join(amina)).body;
    await join(bente);
    await free();

    const without = await desk.put(`/waits/${id}/removal`, { reason: "" });
    const off = await desk.put(`/waits/${id}/removal`, { reason: "Møtet er flyttet" });
    const again = await desk.put(`/waits/${id}/removal`, { reason: "Igjen" });
    await doWhatIsDue(installation);

    const told = await installation.db.selectFrom("letters").selectAll().where("recipient", "=", "amina@example.test").execute();
    expect([without.status, off.status, off.body.state, again.status]).toEqual([400, 200, "left", 200]);
    expect([await stateOf(amina), await stateOf(bente)]).toEqual([[], ["offered"]]);
    expect(told.map(({ subject }) => subject).toSorted()).toEqual([
      "Du står ikke lenger på lista for Fjorden",
      "Fjorden er blitt ledig tirsdag 24. november kl. 10:00",
    ]);
    expect(JSON.stringify(told)).toContain("Møtet er flyttet");
    expect((await bente.put(`/waits/${id}/removal`, { reason: "Min" })).status).toBe(404);
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { networkBuilder } from "../../../../tests/support/network.ts";
import { callers } from "../../../../tests/support/visitor.ts";
import { StaleFacts } from "../../../platform/claims/decided-together.ts";
import { connect } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import { type BookingClaims, bookingClaims } from "../deciding/booking-claims.ts";
import type { Book, End } from "../deciding/command.ts";
import { decide } from "../deciding/decide.ts";
import { readFacts } from "../deciding/facts.ts";
import { writeOutcome } from "../deciding/write.ts";

let installation: TestInstallation;
const opened: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  installation = await testInstallation();
  opened.push(installation);
});
afterAll(() => Promise.all(opened.map((each) => each.close())));

const at = (time: string) => `2026-11-24T${time}:00+01:00`;
const times = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });
const tenToEleven = times("10:00", "11:00");

/** A house with a room, where Henrik has ten to eleven and Amina and then Bente wait for it. Mari works at the desk. Nothing is offered until somebody asks. */
async function house(slug: string, resource: object = {}) {
  const network = networkBuilder(installation);
  const space = await network.space(slug);
  const member = async (name: string) => {
    const personId = await network.person(name, { email: `${name}.${slug}@example.test`.toLowerCase() });
    await network.membership(space.organizationId, { personId });
    return personId;
  };
  const [amina, bente, henrik, sara] = [await member("Amina"), await member("Bente"), await member("Henrik"), await member("Sara")];
  const mari = await network.person("Mari", { email: `mari.${slug}@example.test` });
  await network.position(mari, space.organizationId, "host");
  const room = await network.resource(space, "Fjorden", resource);
  const { as } = callers(installation);
  const taken = (await as(henrik).post(`/resources/${room}/bookings`, tenToEleven)).body.id;
  const waits = [];
  for (const person of [amina, bente]) waits.push((await as(person).post(`/resources/${room}/waits`, tenToEleven)).body.id);
  const free = () => as(henrik).put(`/bookings/${taken}/cancellation`, {});
  const book = (person: string, body: object = tenToEleven) => as(person).post(`/resources/${room}/bookings`, body);
  const stateOf = async (person: string) => (await as(person).get("/me/waits")).body.items.map(({ state }) => state);
  return { network, space, room, taken, waits, free, book, stateOf, as, amina, bente, henrik, sara, mari };
}

function wish(spaceId: string, resourceId: string, personId: string): Book {
  return {
    kind: "book",
    as: "booking",
    bookingId: newId(),
    spaceId,
    resourceId,
    personId,
    startsAt: Temporal.Instant.from(at("10:00")),
    endsAt: Temporal.Instant.from(at("11:00")),
    isHold: false,
    by: personId,
    at: installation.now(),
    organizationId: null,
    title: null,
    note: null,
    people: null,
    override: null,
    seriesId: null,
  };
}

function givenBack(spaceId: string, bookingId: string): End {
  return { kind: "end", bookingId, spaceId, as: "cancelled", from: ["confirmed"], by: null, reason: null, at: installation.now() };
}

const holders = (spaceId: string) =>
  installation.db
    .selectFrom("bookings")
    .select(["id", "state", "person_id"])
    .where("space_id", "=", spaceId)
    .where("state", "<>", "cancelled")
    .execute();

describe("Time given back that somebody waits for", () => {
  test("goes to the first in line, whoever is quicker", async () => {
    const { free, book, stateOf, as, room, amina, bente, sara } = await house("first");
    await free();

    const [quick, inLine] = [await book(sara), await book(bente)];
    const longer = await book(sara, times("09:00", "10:30"));
    const waiting = await as(sara).post(`/resources/${room}/waits`, tenToEleven);

    expect([quick, inLine, longer].map(({ body }) => body.code)).toEqual(["booking.taken", "booking.taken", "booking.taken"]);
    expect([await stateOf(amina), await stateOf(bente)]).toEqual([["offered"], ["waiting"]]);
    expect([waiting.status, waiting.body.place]).toEqual([201, 2]);
  });

  test("is booked by the first in line without waiting for the offer", async () => {
    const { free, book, amina } = await house("oneself");
    await free();

    expect((await book(amina)).status).toBe(201);
  });

  test("is not had by moving or stretching a booking into it either", async () => {
    const { free, book, as, sara } = await house("moved");
    const { id } = (await book(sara, times("08:00", "09:00"))).body;
    await free();

    const moved = await as(sara).patch(`/bookings/${id}`, tenToEleven);
    const stretched = await as(sara).patch(`/bookings/${id}`, times("08:00", "10:30"));
    const earlier = await as(sara).patch(`/bookings/${id}`, times("09:00", "10:00"));

    expect([moved.body.code, stretched.body.code, earlier.status]).toEqual(["booking.taken", "booking.taken", 200]);
  });

  test("is not had with the hall it is a part of", async () => {
    const { network, space, as, amina, henrik, sara, stateOf } = await house("hall");
    const hall = await network.resource(space, "Salen");
    const part = await network.resource(space, "Salen A", { part_of: hall });
    const { id } = (await as(henrik).post(`/resources/${part}/bookings`, times("13:00", "14:00"))).body;
    await as(amina).post(`/resources/${part}/waits`, times("13:00", "14:00"));
    await as(henrik).put(`/bookings/${id}/cancellation`, {});

    const whole = await as(sara).post(`/resources/${hall}/bookings`, times("13:30", "15:00"));

    expect([whole.body.code, (await stateOf(amina)).toSorted()]).toEqual(["booking.taken", ["offered", "waiting"]]);
  });

  test("goes to the next when the deadline of an offer is over, before anybody has cleared it away", async () => {
    const { free, book, stateOf, amina, bente, sara } = await house("lapsed");
    await free();
    await book(sara);
    const before = installation.now();
    installation.setClock("2026-11-23T21:31:00+01:00");

    const tried = await book(sara);
    const states = [await stateOf(amina), await stateOf(bente)];
    installation.setClock(before.toString());

    expect([tried.body.code, states]).toEqual(["booking.taken", [[], ["offered"]]]);
  });

  test("is for others when those in line cannot have it by a rule, or have left", async () => {
    const { free, book, as, waits, amina, bente, sara } = await house("rule", { weekly_minutes: 60 });
    await book(amina, times("14:00", "15:00"));
    await as(bente).put(`/waits/${waits[1]}/cancellation`);
    await free();

    expect((await book(sara)).status).toBe(201);
  });

  test("is taken by the desk when it says why, and by maintenance", async () => {
    const [silent, telling, repairing] = [await house("silent"), await house("telling"), await house("repairing")];
    for (const { free } of [silent, telling, repairing]) await free();

    const answers = [
      await silent.book(silent.mari),
      await telling.book(telling.mari, { ...tenToEleven, overrideReason: "The mayor is here" }),
      await repairing.book(repairing.mari, { ...tenToEleven, kind: "maintenance" }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([409, 201, 201]);
  });

  test("is the desk's to take with a reason given after it was first refused: nobody is offered it before they have said why", async () => {
    const { free, book, stateOf, amina, mari, sara } = await house("second-thought");
    await free();

    const first = await book(mari);
    const waiting = await stateOf(amina);
    const second = await book(mari, { ...tenToEleven, overrideReason: "The mayor is here" });
    const others = await book(sara);

    expect([first.status, first.body.code, waiting]).toEqual([409, "booking.others_wait", ["waiting"]]);
    expect([second.status, others.body.code]).toEqual([201, "booking.taken"]);
  });

  test("is the desk's to move a booking to, by the same two steps", async () => {
    const { free, book, as, stateOf, amina, mari, sara } = await house("second-move");
    const { id } = (await book(sara, times("08:00", "09:00"))).body;
    await free();

    const first = await as(mari).patch(`/bookings/${id}`, tenToEleven);
    const waiting = await stateOf(amina);
    const second = await as(mari).patch(`/bookings/${id}`, { ...tenToEleven, overrideReason: "Two groups change rooms" });

    expect([first.body.code, waiting, second.status]).toEqual(["booking.others_wait", ["waiting"], 200]);
  });

  test("is never had by others under a rush from several processes", async () => {
    const houses = [await house("rush-1"), await house("rush-2"), await house("rush-3"), await house("rush-4")];
    const processes = Array.from({ length: 3 }, () => {
      const connections = connect(installation.databaseUrl, 4);
      opened.push(connections);
      return bookingClaims(connections.pipelines);
    });

    const answers = await Promise.all(
      houses.map(async ({ space, room, taken, bente, henrik, sara }, index) => {
        const crowd = () =>
          processes.flatMap((claims) => [bente, henrik, sara].map((person) => claims.submit(wish(space.id, room, person))));
        const claims = processes[index % 3] as BookingClaims;
        const early = crowd();
        const ended = claims.submit(givenBack(space.id, taken));
        const during = crowd();
        await ended;
        return Promise.all([...early, ...during, ...crowd()]);
      }),
    );

    const done = answers.flat().filter(({ kind }) => kind === "done");
    const held = await Promise.all(houses.map(({ space }) => holders(space.id)));
    expect(done).toEqual([]);
    expect(held).toEqual(houses.map(({ waits, amina }) => [{ id: waits[0], state: "held", person_id: amina }]));
  });

  test("is kept for who joined the line after the facts were read", async () => {
    const { space, room, free, as, amina, bente, henrik, sara, waits } = await house("meanwhile");
    for (const [index, person] of [amina, bente].entries()) await as(person).put(`/waits/${waits[index]}/cancellation`);
    await free();
    const client = await installation.pipelines.connect();
    const command = wish(space.id, room, sara);
    const outcome = decide([command], await readFacts(client, [command]));

    const { id } = (await as(henrik).post(`/resources/${room}/bookings`, tenToEleven)).body;
    await as(bente).post(`/resources/${room}/waits`, tenToEleven);
    await as(henrik).put(`/bookings/${id}/cancellation`, {});
    await client.query("begin");
    const written = await writeOutcome(client, outcome).catch((error: unknown) => error);
    await client.query("rollback");
    client.release();

    expect(written).toBeInstanceOf(StaleFacts);
  });
});

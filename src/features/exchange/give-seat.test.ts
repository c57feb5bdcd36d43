import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { brokenInvariants } from "../../../tests/support/invariants.ts";
import { doWhatIsDue } from "../../../tests/support/jobs.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { callers } from "../../../tests/support/visitor.ts";
import { newId } from "../../platform/database/id.ts";
import { findActor } from "../accounts/index.ts";
import { dayPassClaims } from "./claims/day-pass-claims.ts";
import { newPassCode } from "./day-pass.ts";

const today = "2026-11-23";
let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;
let visitors: ReturnType<typeof callers>;

beforeEach(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
  visitors = callers(installation);
});
afterEach(async () => {
  expect(await brokenInvariants(installation.db)).toEqual([]);
  await installation.close();
});

/** WorkWork has one seat today, and Sara has it. Eirik and Jonas wait, in that order. Henrik stands at the desk. */
async function fullDay(given: { quotas?: Record<string, number> } = {}) {
  const host = await network.space("workwork", { name: "WorkWork", seats: 1 });
  const home = await network.space("blender-collective", { name: "Blender Collective", seats: 3 });
  const flow = await network.space("flow", { name: "Flow" });
  await network.agreement([host, home, flow], given);
  const henrik = await network.person("Henrik Dahl");
  await network.position(henrik, host.organizationId, "host");
  const guest = async (name: string, space = "workwork", day = today) => {
    const personId = await network.member(name, home);
    return { personId, ...(await claim(personId, space, day)) };
  };
  const [sara, eirik, jonas] = [await guest("Sara Nes"), await guest("Eirik Sand"), await guest("Jonas Vik")];
  const give = (pass: { id: string }, gift: Record<string, unknown> = {}) =>
    visitors.as(henrik).put(`/day-passes/${pass.id}/seat`, { nonce: newId(), ...gift });
  return { host, home, henrik, sara, eirik, jonas, guest, give };
}

async function claim(personId: string, space: string, day = today): Promise<{ id: string; state: string }> {
  return (await visitors.as(personId).post(`/spaces/${space}/day-passes`, { day })).body;
}

async function states(...passes: { id: string }[]): Promise<(string | undefined)[]> {
  const rows = await installation.db.selectFrom("day_passes").select(["id", "state"]).execute();
  return passes.map(({ id }) => rows.find((row) => row.id === id)?.state);
}

async function seatsToday(): Promise<unknown> {
  return installation.db
    .selectFrom("guest_days")
    .innerJoin("spaces", "spaces.id", "guest_days.space_id")
    .select(["capacity", "taken"])
    .where("spaces.slug", "=", "workwork")
    .where("day", "=", today)
    .executeTakeFirst();
}

async function gifts() {
  return installation.db
    .selectFrom("audit_log")
    .select(["actor_person_id", "subject_id", "reason", "details"])
    .where("action", "=", "day_pass.give_seat")
    .execute();
}

describe("A host gives a seat to a guest who waits at the door", () => {
  test("the one that was offered to them, and they are in", async () => {
    const { sara, eirik, jonas, give } = await fullDay();
    await visitors.as(sara.personId).put(`/day-passes/${sara.id}/cancellation`);

    const given = await give(eirik);

    expect(given).toMatchObject({ status: 200, body: { state: "checked_in", isDouble: false, abilities: { giveSeat: false } } });
    expect(await states(eirik, jonas)).toEqual(["checked_in", "waiting"]);
    expect(await seatsToday()).toEqual({ capacity: 1, taken: 1 });
  });

  test("not on a full day, unless the host says which seat and why", async () => {
    const { sara, eirik, give } = await fullDay();

    const plain = await give(eirik);
    const unexplained = [await give(eirik, { addSeat: true }), await give(eirik, { insteadOf: sara.id, reason: " " })];

    expect([plain.status, plain.body.code]).toEqual([409, "exchange.no_seat_to_give"]);
    expect(unexplained.map(({ status, body }) => [status, body.errors[0].field])).toEqual([
      [400, "reason"],
      [400, "reason"],
    ]);
    expect(await states(sara, eirik)).toEqual(["held", "waiting"]);
    expect(await gifts()).toEqual([]);
  });

  test("one more, which the day keeps: given back, it is the next one's on the list", async () => {
    const { eirik, jonas, guest, give, henrik } = await fullDay();

    const given = await give(eirik, { addSeat: true, reason: "Vi har en stol til" });
    const seats = await seatsToday();
    const late = await guest("Mari Thorsen");
    await visitors.as(henrik).put(`/day-passes/${eirik.id}/check-in/undoing`, { nonce: newId() });
    await visitors.as(eirik.personId).put(`/day-passes/${eirik.id}/cancellation`);

    expect(given.body.state).toBe("checked_in");
    expect(seats).toEqual({ capacity: 2, taken: 2 });
    expect(late.state).toBe("waiting");
    expect(await seatsToday()).toEqual({ capacity: 2, taken: 2 });
    expect(await states(eirik, jonas, late)).toEqual(["cancelled", "offered", "waiting"]);
    expect(await gifts()).toEqual([
      {
        actor_person_id: henrik,
        subject_id: eirik.id,
        reason: "Vi har en stol til",
        details: { day: today, hasAddedSeat: true },
      },
    ]);
  });

  test("the one of a guest who did not come, who has cancelled too late and is told why", async () => {
    const { sara, eirik, jonas, give, henrik } = await fullDay();
    await doWhatIsDue(installation);

    const given = await give(jonas, { insteadOf: sara.id, reason: "Sara var ikke kommet klokka elleve" });
    await doWhatIsDue(installation);

    expect(given.body.state).toBe("checked_in");
    expect(await states(sara, eirik, jonas)).toEqual(["cancelled", "waiting", "checked_in"]);
    expect(await seatsToday()).toEqual({ capacity: 1, taken: 1 });
    const [ending] = await installation.db.selectFrom("day_pass_endings").select(["kind", "ended_by", "reason"]).execute();
    expect(ending).toEqual({ kind: "cancelled", ended_by: henrik, reason: "Sara var ikke kommet klokka elleve" });
    const used = (await visitors.as(sara.personId).get(`/me/quotas?month=${today}`)).body.items[0];
    expect(used.daysUsed).toBe(1);
    const letters = await installation.db
      .selectFrom("letters")
      .select("body_text")
      .where("recipient", "=", "sara.nes@example.test")
      .execute();
    expect(letters.filter(({ body_text }) => body_text.includes("Verten skriver: Sara var ikke kommet klokka elleve"))).toHaveLength(1);
  });

  test("and nobody loses a seat for a guest who may not have the day", async () => {
    const { sara, eirik, guest, give } = await fullDay({ quotas: { person: 1 } });
    await claim(eirik.personId, "flow", "2026-11-24");
    const elsewhere = await guest("Mari Thorsen");
    await claim(elsewhere.personId, "flow");

    const refused = [];
    for (const pass of [eirik, elsewhere]) {
      for (const gift of [{ insteadOf: sara.id }, { addSeat: true }]) {
        const { body } = await give(pass, { ...gift, reason: "Kom ikke" });
        refused.push([body.code, body.title]);
      }
    }

    expect(refused).toEqual([
      ...Array(2).fill([
        "exchange.quota_used",
        "Eirik Sand har brukt 1 av 1 dager i november. Neste dag avtaler gjest og vert seg imellom.",
      ]),
      ...Array(2).fill([
        "exchange.other_pass_that_day",
        "Mari Thorsen har allerede et pass et annet sted denne dagen, og må melde avbud der først.",
      ]),
    ]);
    expect(await states(sara, eirik, elsewhere)).toEqual(["held", "waiting", "waiting"]);
    expect(await seatsToday()).toEqual({ capacity: 1, taken: 1 });
  });

  test("never the seat of a guest who is in, or of another day or house", async () => {
    const { sara, eirik, guest, give, henrik } = await fullDay();
    await visitors.as(henrik).put(`/day-passes/${sara.id}/check-in`, { nonce: newId(), scannedAt: "2026-11-23T07:50:00Z" });
    const [tomorrow, elsewhere] = [await guest("Mari Thorsen", "workwork", "2026-11-24"), await guest("Ola Berg", "flow")];

    const codes = [];
    for (const { id } of [sara, tomorrow, elsewhere, { id: newId() }])
      codes.push((await give(eirik, { insteadOf: id, reason: "Kom ikke" })).body.code);

    expect(codes).toEqual(["exchange.wrong_state", "exchange.wrong_day", "exchange.wrong_day", "access.not_here"]);
    expect(await states(sara, tomorrow, elsewhere, eirik)).toEqual(["checked_in", "held", "held", "waiting"]);
  });

  test("once, however often it is sent", async () => {
    const { eirik, give } = await fullDay();
    const gift = { nonce: newId(), addSeat: true, reason: "En stol til" };

    const answers = [await give(eirik, gift), await give(eirik, gift)];

    expect(answers.map(({ status, body }) => [status, body.state, body.isDouble])).toEqual(Array(2).fill([200, "checked_in", false]));
    expect(await seatsToday()).toEqual({ capacity: 2, taken: 2 });
    expect(await gifts()).toHaveLength(1);
    expect(await installation.db.selectFrom("ledger_transactions").select("id").execute()).toHaveLength(1);
  });

  test("today, and to nobody whose pass has ended", async () => {
    const { sara, eirik, guest, give } = await fullDay();
    await guest("Mari Thorsen", "workwork", "2026-11-24");
    const tomorrow = await guest("Ola Berg", "workwork", "2026-11-24");
    await visitors.as(eirik.personId).put(`/day-passes/${eirik.id}/cancellation`);
    await visitors.as(sara.personId).put(`/day-passes/${sara.id}/cancellation`);

    const codes = [(await give(tomorrow)).body.code, (await give(eirik)).body.code];

    expect(codes).toEqual(["exchange.wrong_day", "exchange.wrong_state"]);
  });

  test("one more, in the same moment as somebody else joins the list", async () => {
    const { home, host, henrik, eirik } = await fullDay();
    const mari = await network.member("Mari Thorsen", home);
    const claims = dayPassClaims(installation.pipelines);
    const by = await findActor(installation.db, henrik, today);
    if (!by) throw new Error("Nobody stands at the desk");
    const of = { spaceId: host.id, day: today, at: installation.now() };
    const given = { by, addsSeat: true, reason: "En stol til" };
    const alone = { wait: true, beyondQuota: false, isPastList: false, message: null, rulesVersion: null };

    // submitted in one turn of the loop, they are one batch
    const answers = await Promise.all([
      claims.submit({ kind: "offer", passId: eirik.id, personId: eirik.personId, given, ...of }),
      claims.submit({ kind: "claim", passId: newId(), code: newPassCode(), personId: mari, ...alone, ...of }),
    ]);

    expect(answers).toMatchObject([
      { kind: "done", pass: { state: "held" } },
      { kind: "done", pass: { state: "waiting", waitsFor: "seat" } },
    ]);
    expect(claims.counts.batches).toBe(1);
    expect(await seatsToday()).toEqual({ capacity: 2, taken: 2 });
  });

  test("and in a rush of hosts and guests no seat is given twice", async () => {
    const { guest, give, home, sara } = await fullDay();
    const waiting = [];
    for (let number = 0; number < 12; number += 1) waiting.push(await guest(`Gjest ${"abcdefghijkl"[number]}`));
    const late = await Promise.all(Array.from("mnopqr", (letter) => network.member(`Gjest ${letter}`, home)));

    await Promise.all([
      ...waiting.map((pass, number) =>
        give(pass, number % 2 === 0 ? { addSeat: true, reason: "En stol til" } : { insteadOf: sara.id, reason: "Kom ikke" }),
      ),
      ...late.map((person) => claim(person, "workwork")),
    ]);

    const inside = (await states(...waiting)).filter((state) => state === "checked_in").length;
    const added = (await gifts()).filter(({ details }) => (details as { hasAddedSeat: boolean }).hasAddedSeat).length;
    expect(inside).toBe(added + 1);
    expect(await states(sara)).toEqual(["cancelled"]);
    expect(await seatsToday()).toEqual({ capacity: 1 + added, taken: 1 + added });
  });
});

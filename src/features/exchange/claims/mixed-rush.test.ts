import { sql } from "kysely";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { brokenInvariants } from "../../../../tests/support/invariants.ts";
import { networkBuilder } from "../../../../tests/support/network.ts";
import type { SignedIn } from "../../../platform/access/actor.ts";
import { connect } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import { Refusal } from "../../../platform/refusal/refusal.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { findActor } from "../../accounts/index.ts";
import { endMembership } from "../../memberships/end-membership.ts";
import { acceptGuest, takeOffer } from "../accept-day-pass.ts";
import { changeGuestTerms } from "../change-guest-terms.ts";
import { checkIn, undoCheckIn } from "../check-in.ts";
import { claimDayPass } from "../claim-day-pass.ts";
import { cancelDayPass, refuseGuest } from "../end-day-pass.ts";
import { endLostPasses } from "../end-lost-passes.ts";
import { giveSeat } from "../give-seat.ts";
import { lapseAnswers } from "../lapse-answers.ts";
import { offerSeats } from "../offer-seats.ts";
import { type DayPassClaims, dayPassClaims } from "./day-pass-claims.ts";

let installation: TestInstallation;
const opened: { close(): Promise<void> }[] = [];

beforeEach(async () => {
  installation = await testInstallation();
  opened.push(installation);
});
afterAll(() => Promise.all(opened.map((each) => each.close())));

/** What another process works with: its own connections, its own gathering. */
function process(): { claims: DayPassClaims; installation: TestInstallation } {
  const connections = connect(installation.databaseUrl, 4);
  opened.push(connections);
  return { claims: dayPassClaims(connections.pipelines), installation: { ...installation, ...connections, close: installation.close } };
}

// the same numbers every time, so that what fails fails again
function dice(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

async function asked(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

async function signedIn(personId: string): Promise<SignedIn> {
  const actor = await findActor(installation.db, personId, dayIn(installation.now(), "Europe/Oslo"));
  if (!actor) throw new Error("Nobody has this id");
  return actor;
}

const days = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"];

/** Three houses with few seats, one of which is asked first, a company among the members, and twenty-four people. */
async function town() {
  const network = networkBuilder(installation);
  const home = await network.space("blender");
  const hosts = [
    await network.space("workwork", { seats: 2 }),
    await network.space("flow", { seats: 3 }),
    await network.space("beta", { seats: 2, askFirst: true }),
  ];
  const quotas = { person: 3, company: 8, host: 9, person_and_host: 2 };
  await network.agreement([home, ...hosts], { quotas });
  const company = await network.organization("fjordkode", { kinds: ["company"] });
  await network.membership(home.organizationId, { organizationId: company });
  const boss = await network.person("Vera Vert");
  for (const { organizationId } of [home, ...hosts]) await network.position(boss, organizationId, "manager");
  const guests: { actor: SignedIn; membershipId: string | undefined }[] = [];
  for (const index of Array.from({ length: 24 }, (_, number) => number)) {
    const person = await network.person(`Gjest ${"abcdefghijklmnopqrstuvwx"[index]}`);
    const isEmployed = index % 3 === 0;
    if (isEmployed) await network.position(person, company, "staff");
    const membershipId = isEmployed ? undefined : await network.membership(home.organizationId, { personId: person });
    guests.push({ actor: await signedIn(person), membershipId });
  }
  return { home, hosts, guests, boss: await signedIn(boss) };
}

describe("Everything at once, from several processes", () => {
  test.each([20261122, 7, 4711])(
    "leaves seats, days, quotas, ledger and list as the passes say (seed %i)",
    async (seed) => {
      const { home, hosts, guests, boss } = await town();
      const processes = [process(), process(), process()];
      const chance = dice(seed);
      const oneOf = <Thing>(things: Thing[]) => things[chance(things.length)] as Thing;
      const anyPass = async (states: string[]) => {
        const rows = await installation.db
          .selectFrom("day_passes")
          .select(["id", "person_id"])
          .where("state", "in", states)
          .orderBy("id")
          .execute();
        return rows.length > 0 ? oneOf(rows) : undefined;
      };
      const holderOf = (pass: { person_id: string }) => guests.find(({ actor }) => actor.personId === pass.person_id)?.actor as SignedIn;
      const deeds: ((at: ReturnType<typeof process>) => Promise<string | undefined>)[] = [
        (at) => {
          const request = { space: oneOf(hosts).id, day: oneOf(days), wait: chance(5) > 0, beyondQuota: false };
          return asked(claimDayPass(at.installation, at.claims, oneOf(guests).actor, request));
        },
        async (at) => {
          const pass = await anyPass(["waiting", "offered", "held"]);
          return pass && asked(cancelDayPass(at.installation, at.claims, holderOf(pass), pass.id));
        },
        async (at) => {
          const pass = await anyPass(["offered"]);
          return pass && asked(takeOffer(at.installation, holderOf(pass), pass.id));
        },
        async (at) => {
          const pass = await anyPass(["waiting"]);
          const says = chance(2) === 0;
          return (
            pass &&
            asked(says ? acceptGuest(at.installation, boss, pass.id) : refuseGuest(at.installation, at.claims, boss, pass.id, "fullt"))
          );
        },
        async (at) => {
          const pass = await anyPass(["held", "checked_in"]);
          return (
            pass && asked(checkIn(at.installation, boss, pass.id, { nonce: newId(), scannedAt: installation.now(), reason: "kom tidlig" }))
          );
        },
        async (at) => {
          const pass = await anyPass(["checked_in"]);
          return pass && asked(undoCheckIn(at.installation, boss, pass.id, { nonce: newId(), reason: "feil person" }));
        },
        (at) => {
          const terms = {
            seatsPerWeekday: Array<number>(7).fill(1 + chance(4)),
            askFirst: chance(3) === 0,
            closedDays: chance(3) === 0 ? [oneOf(days)] : [],
          };
          return asked(changeGuestTerms(at.installation, at.claims, boss, oneOf(hosts).id, terms, undefined));
        },
        async (at) => {
          const { membershipId } = oneOf(guests);
          if (!membershipId || chance(4) > 0) return undefined;
          const code = await asked(
            endMembership(at.installation, boss, membershipId, { to: oneOf(days), reason: "flytter", version: undefined }),
          );
          await asked(endLostPasses(at.installation, at.claims, home.organizationId));
          return code;
        },
        async (at) => {
          const pass = await anyPass(["waiting", "offered"]);
          const absent = await anyPass(["held"]);
          const how = oneOf([{ addSeat: false }, { addSeat: true }, { addSeat: false, insteadOf: absent?.id }]);
          return pass && asked(giveSeat(at.installation, at.claims, boss, pass.id, { nonce: newId(), reason: "står i døra", ...how }));
        },
      ];
      const weights = [0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 8];

      const refused = await Promise.all(
        Array.from({ length: 16 }, async (_, lane) => {
          const codes: (string | undefined)[] = [];
          for (let turn = 0; turn < 20; turn += 1) {
            codes.push(await deeds[oneOf(weights)]?.(processes[lane % 3] as ReturnType<typeof process>));
          }
          return codes;
        }),
      );
      const before = await brokenInvariants(installation.db);
      const [{ claims } = process()] = processes;
      await endLostPasses(installation, claims, home.organizationId);
      await lapseAnswers(installation, claims);

      // until the jobs of the next minute have run, only a membership that ended in the same moment may still have its pass
      expect(before.filter((line) => !line.startsWith("whoever has an active pass is a member"))).toEqual([]);
      expect(await brokenInvariants(installation.db)).toEqual([]);
      expect(await offersLeft(claims)).toBe(0);
      expect(new Set(refused.flat())).toContain("exchange.other_pass_that_day");
    },
    20_000,
  );
});

describe("A seat that comes free", () => {
  test("is offered to who waited for it elsewhere that day, once their other pass is given back", async () => {
    const network = networkBuilder(installation);
    const [host, other, home] = [
      await network.space("workwork", { seats: 1 }),
      await network.space("flow"),
      await network.space("blender"),
    ];
    await network.agreement([host, other, home]);
    const [amina, jonas] = [await network.member("Amina Larsen", home), await network.member("Jonas Vik", home)];
    const { claims } = process();
    const day = "2026-11-25";
    const take = async (person: string, space: string) =>
      (await claimDayPass(installation, claims, await signedIn(person), { space, day, wait: true, beyondQuota: false })).pass;
    const held = await take(amina, "workwork");
    const waiting = await take(jonas, "workwork");
    const elsewhere = await take(jonas, "flow");
    await cancelDayPass(installation, claims, await signedIn(amina), held.id);
    expect(await stateOf(waiting.id)).toBe("waiting");

    await cancelDayPass(installation, claims, await signedIn(jonas), elsewhere.id);

    expect(await stateOf(waiting.id)).toBe("offered");
  });

  test("is not offered to who has used the quota up, also by a day given back too late", async () => {
    const network = networkBuilder(installation);
    const [host, home] = [await network.space("workwork", { seats: 1 }), await network.space("blender")];
    await network.agreement([host, home], { quotas: { person_and_host: 2 } });
    const [amina, jonas] = [await network.member("Amina Larsen", home), await network.member("Jonas Vik", home)];
    const { claims } = process();
    const take = async (person: string, day: string) =>
      (await claimDayPass(installation, claims, await signedIn(person), { space: "workwork", day, wait: true, beyondQuota: false })).pass;
    const held = await take(amina, "2026-11-25");
    const waiting = await take(jonas, "2026-11-25");
    const today = await take(jonas, "2026-11-23");
    await cancelDayPass(installation, claims, await signedIn(jonas), today.id);
    await take(jonas, "2026-11-24");

    await cancelDayPass(installation, claims, await signedIn(amina), held.id);

    expect(await stateOf(waiting.id)).toBe("waiting");
    expect(await brokenInvariants(installation.db)).toEqual([]);
  });

  test("is not taken again when the host closed the day in between", async () => {
    const network = networkBuilder(installation);
    const [host, home] = [await network.space("workwork", { seats: 2 }), await network.space("blender")];
    await network.agreement([host, home]);
    const [amina, jonas] = [await network.member("Amina Larsen", home), await network.member("Jonas Vik", home)];
    const vera = await network.person("Vera Vert");
    await network.position(vera, host.organizationId, "manager");
    const { claims } = process();
    const request = { space: "workwork", day: "2026-11-25", wait: true, beyondQuota: false };
    const { pass } = await claimDayPass(installation, claims, await signedIn(amina), request);
    const closed = { seatsPerWeekday: Array<number>(7).fill(2), askFirst: false, closedDays: [request.day] };
    await changeGuestTerms(installation, claims, await signedIn(vera), "workwork", closed, undefined);

    await cancelDayPass(installation, claims, await signedIn(amina), pass.id);
    const refused = await asked(claimDayPass(installation, claims, await signedIn(jonas), request));

    expect(refused).toBe("exchange.closed_day");
    const day = await installation.db
      .selectFrom("guest_days")
      .select(["capacity", "taken"])
      .where("space_id", "=", host.id)
      .executeTakeFirst();
    expect(day).toEqual({ capacity: 0, taken: 0 });
  });

  test("while its last guest waits for it to be offered is not lost when that guest leaves the list", async () => {
    const network = networkBuilder(installation);
    const [host, home] = [await network.space("workwork", { seats: 1 }), await network.space("blender")];
    await network.agreement([host, home]);
    const [amina, jonas, sara] = [
      await network.member("Amina Larsen", home),
      await network.member("Jonas Vik", home),
      await network.member("Sara Moe", home),
    ];
    const { claims } = process();
    const request = { space: "workwork", day: "2026-11-25", wait: true, beyondQuota: false };
    const [held, first, second] = [
      await claimDayPass(installation, claims, await signedIn(amina), request),
      await claimDayPass(installation, claims, await signedIn(jonas), request),
      await claimDayPass(installation, claims, await signedIn(sara), request),
    ];

    await Promise.all([
      cancelDayPass(installation, claims, await signedIn(amina), held.pass.id),
      asked(cancelDayPass(installation, process().claims, await signedIn(jonas), first.pass.id)),
    ]);

    expect(await stateOf(second.pass.id)).toBe("offered");
  });
});

async function stateOf(passId: string): Promise<string | undefined> {
  return (await installation.db.selectFrom("day_passes").select("state").where("id", "=", passId).executeTakeFirst())?.state;
}

/** How many seats are free to somebody who waits: each is offered, and there should be none. */
async function offersLeft(claims: DayPassClaims): Promise<number> {
  const { rows } = await sql<{ space_id: string; day: string }>`
    select distinct space_id, day from day_passes where state = 'waiting' and waits_for = 'seat'`.execute(installation.db);
  let offered = 0;
  for (const { space_id, day } of rows) offered += await offerSeats(installation, claims, space_id, day);
  return offered;
}

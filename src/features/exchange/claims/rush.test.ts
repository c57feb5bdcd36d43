import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { networkBuilder } from "../../../../tests/support/network.ts";
import { found } from "../../../platform/access/authorize.ts";
import { StaleFacts } from "../../../platform/claims/decided-together.ts";
import { connect } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import { findActor } from "../../accounts/index.ts";
import { newPassCode } from "../day-pass.ts";
import { offerSeats } from "../offer-seats.ts";
import type { Claim, Offer, Release } from "./command.ts";
import { type DayPassClaims, dayPassClaims } from "./day-pass-claims.ts";
import { decide } from "./decide.ts";
import { readFacts } from "./facts.ts";
import { writeOutcome } from "./write.ts";

const tuesday = "2026-11-24";
let installation: TestInstallation;
const opened: { close(): Promise<void> }[] = [];

beforeEach(async () => {
  installation = await testInstallation();
  opened.push(installation);
});
afterEach(() => Promise.all(opened.splice(0).map((each) => each.close())));

/** Claims of another process: its own connections, its own gathering. */
function process(): DayPassClaims {
  const connections = connect(installation.databaseUrl, 4);
  opened.push(connections);
  return dayPassClaims(connections.pipelines);
}

function claim(personId: string, spaceId: string, given: Partial<Claim> = {}): Claim {
  return {
    kind: "claim",
    passId: newId(),
    code: newPassCode(),
    spaceId,
    day: tuesday,
    personId,
    wait: true,
    beyondQuota: false,
    isPastList: false,
    message: null,
    rulesVersion: null,
    at: installation.now(),
    ...given,
  };
}

function release(passId: string, spaceId: string, personId: string, day = tuesday): Release {
  return {
    kind: "release",
    passId,
    spaceId,
    day,
    personId,
    ending: "cancelled",
    keepsQuota: false,
    from: ["waiting", "offered", "held"],
    by: null,
    reason: null,
    at: installation.now(),
  };
}

async function seats(spaceId: string, day = tuesday) {
  return installation.db
    .selectFrom("guest_days")
    .select(["capacity", "taken"])
    .where("space_id", "=", spaceId)
    .where("day", "=", day)
    .executeTakeFirst();
}

async function people(count: number, home: { organizationId: string }): Promise<string[]> {
  const network = networkBuilder(installation);
  return Promise.all(
    Array.from({ length: count }, (_, index) =>
      network.member(
        `Gjest ${"abcdefghij"[index % 10]}${"abcdefghij"[Math.floor(index / 10) % 10]}${"abcdefghij"[Math.floor(index / 100)]}`,
        home,
      ),
    ),
  );
}

describe("A rush on the guest seats of one day", () => {
  test("admits exactly as many as there are seats, whatever the number of processes, and puts the rest on the list", async () => {
    const network = networkBuilder(installation);
    const host = await network.space("workwork", { seats: 7 });
    const home = await network.space("blender");
    await network.agreement([host, home]);
    const guests = await people(60, home);
    const processes = [process(), process(), process()];

    const answers = await Promise.all(guests.map((guest, index) => (processes[index % 3] as DayPassClaims).submit(claim(guest, host.id))));

    const states = answers.map((answer) => (answer.kind === "done" ? answer.pass.state : answer.kind));
    expect(states.filter((state) => state === "held")).toHaveLength(7);
    expect(states.filter((state) => state === "waiting")).toHaveLength(53);
    expect(await seats(host.id)).toEqual({ capacity: 7, taken: 7 });
  });

  test("sets out no seat for whoever is given one when a seat has been given back since the day was read", async () => {
    const network = networkBuilder(installation);
    const host = await network.space("workwork", { seats: 1 });
    const home = await network.space("blender");
    await network.agreement([host, home]);
    const [amina = "", jonas = ""] = await people(2, home);
    const claims = process();
    const held = claim(amina, host.id);
    const waiting = claim(jonas, host.id);
    await claims.submit(held);
    await claims.submit(waiting);
    const actor = found(await findActor(installation.db, amina, tuesday));
    const given = { by: actor, addsSeat: true, reason: "Vi har en stol til" };
    const gift: Offer = {
      kind: "offer",
      passId: waiting.passId,
      spaceId: host.id,
      day: tuesday,
      personId: jonas,
      given,
      at: installation.now(),
    };
    const client = await installation.pipelines.connect();

    const stale = decide([gift], await readFacts(client, [gift]));
    await claims.submit(release(held.passId, host.id, amina));
    await client.query("begin");
    const written = writeOutcome(client, stale);

    await expect(written).rejects.toThrow(StaleFacts);
    await client.query("rollback");
    client.release();
    expect(await claims.submit(gift)).toMatchObject({ kind: "done", pass: { state: "held" } });
    expect(await seats(host.id)).toEqual({ capacity: 1, taken: 1 });
  });

  test("refuses those who do not want to wait", async () => {
    const network = networkBuilder(installation);
    const host = await network.space("workwork", { seats: 1 });
    const home = await network.space("blender");
    await network.agreement([host, home]);
    const [amina = "", jonas = ""] = await people(2, home);
    const claims = process();

    const first = await claims.submit(claim(amina, host.id, { wait: false }));
    const second = await claims.submit(claim(jonas, host.id, { wait: false }));

    expect(first).toMatchObject({ kind: "done", pass: { state: "held" } });
    expect(second).toMatchObject({ kind: "refused", refusal: { code: "exchange.day_full" } });
  });

  test("gives a person who clicks ten times one pass, and the same answer each time", async () => {
    const network = networkBuilder(installation);
    const host = await network.space("workwork", { seats: 7 });
    const home = await network.space("blender");
    await network.agreement([host, home]);
    const amina = await network.member("Amina Larsen", home);
    const processes = [process(), process()];

    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => (processes[index % 2] as DayPassClaims).submit(claim(amina, host.id))),
    );

    const ids = new Set(answers.map((answer) => (answer.kind === "done" ? answer.pass.id : answer.kind)));
    expect(ids.size).toBe(1);
    expect(await seats(host.id)).toEqual({ capacity: 7, taken: 1 });
  });

  test("lets a person hold one host a day, when two are claimed at once", async () => {
    const network = networkBuilder(installation);
    const [host, other, home] = [await network.space("workwork"), await network.space("flow"), await network.space("blender")];
    await network.agreement([host, other, home]);
    const amina = await network.member("Amina Larsen", home);

    const answers = await Promise.all([process().submit(claim(amina, host.id)), process().submit(claim(amina, other.id))]);

    expect(answers.map((answer) => (answer.kind === "refused" ? answer.refusal.code : answer.kind)).sort()).toEqual([
      "done",
      "exchange.other_pass_that_day",
    ]);
  });

  test("never counts a fifth day twice: five days a month stay five across hosts and processes", async () => {
    const network = networkBuilder(installation);
    const home = await network.space("blender");
    const hosts = await Promise.all(
      ["workwork", "flow", "beta", "fabrikken", "coworks", "dock", "salten", "hub"].map((slug) => network.space(slug)),
    );
    await network.agreement([home, ...hosts], { quotas: { person: 5, host: 50, company: 9, person_and_host: 2 } });
    const amina = await network.member("Amina Larsen", home);
    const days = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-30"];

    const answers = await Promise.all(days.map((day, index) => process().submit(claim(amina, hosts[index]?.id ?? "", { day }))));

    expect(answers.map((answer) => (answer.kind === "refused" ? answer.refusal.code : answer.kind)).sort()).toEqual([
      "done",
      "done",
      "done",
      "done",
      "done",
      "exchange.quota_used",
    ]);
  });
});

describe("Quotas", () => {
  test.each([
    ["person", { person: 1 }],
    ["company", { company: 1 }],
    ["host", { host: 1 }],
    ["person_and_host", { person_and_host: 1 }],
  ])("counted per %s are kept alone", async (dimension, quotas) => {
    const network = networkBuilder(installation);
    const [host, home] = [await network.space("workwork"), await network.space("blender")];
    await network.agreement([host, home], { quotas });
    const company = await network.organization("fjordkode", { kinds: ["company"] });
    await network.membership(home.organizationId, { organizationId: company });
    const kari = await network.person("Kari Nes");
    await network.position(kari, company, "staff");
    const claims = process();

    const first = await claims.submit(claim(kari, host.id));
    const second = await claims.submit(claim(kari, host.id, { day: "2026-11-25" }));

    expect(first).toMatchObject({ kind: "done", pass: { state: "held" } });
    expect(second).toMatchObject({ kind: "refused", refusal: { code: "exchange.quota_used", details: { dimension } } });
  });

  test("are given back with the seat, so that the day can be used elsewhere", async () => {
    const network = networkBuilder(installation);
    const [host, home] = [await network.space("workwork"), await network.space("blender")];
    await network.agreement([host, home], { quotas: { person: 1, host: 9, person_and_host: 1 } });
    const amina = await network.member("Amina Larsen", home);
    const claims = process();
    const held = await claims.submit(claim(amina, host.id));
    const passId = held.kind === "done" ? held.pass.id : "";

    await claims.submit(release(passId, host.id, amina));
    const again = await claims.submit(claim(amina, host.id, { day: "2026-11-25" }));

    expect(again).toMatchObject({ kind: "done", pass: { state: "held" } });
    expect(await seats(host.id)).toEqual({ capacity: 4, taken: 0 });
  });
});

describe("A seat given back", () => {
  test("is given back once, when four phones cancel at the same time", async () => {
    const network = networkBuilder(installation);
    const [host, home] = [await network.space("workwork", { seats: 2 }), await network.space("blender")];
    await network.agreement([host, home]);
    const [amina = "", jonas = ""] = await people(2, home);
    const held = await process().submit(claim(amina, host.id));
    await process().submit(claim(jonas, host.id));
    const passId = held.kind === "done" ? held.pass.id : "";

    const answers = await Promise.all([1, 2, 3, 4].map(() => process().submit(release(passId, host.id, amina))));

    expect(answers.filter(({ kind }) => kind === "done")).toHaveLength(1);
    expect(await seats(host.id)).toEqual({ capacity: 2, taken: 1 });
  });

  test("goes to the first on the list who can take it", async () => {
    const network = networkBuilder(installation);
    const [host, other, home] = [
      await network.space("workwork", { seats: 1 }),
      await network.space("flow"),
      await network.space("blender"),
    ];
    await network.agreement([host, other, home]);
    const [amina = "", jonas = "", sara = ""] = await people(3, home);
    const claims = process();
    const held = await claims.submit(claim(amina, host.id));
    await claims.submit(claim(jonas, host.id));
    const third = await claims.submit(claim(sara, host.id));
    await claims.submit(claim(jonas, other.id));

    await claims.submit(release(held.kind === "done" ? held.pass.id : "", host.id, amina));
    const offered = await offerSeats(installation, claims, host.id, tuesday);

    const rows = await installation.db
      .selectFrom("day_passes")
      .select(["id", "state"])
      .where("space_id", "=", host.id)
      .where("state", "=", "offered")
      .execute();
    expect(offered).toBe(1);
    expect(rows).toEqual([{ id: third.kind === "done" ? third.pass.id : "", state: "offered" }]);
  });
});

test("many people claiming and cancelling at random from several processes leave seats, days and quotas as the passes say", async () => {
  const network = networkBuilder(installation);
  const home = await network.space("blender");
  const hosts = await Promise.all(["workwork", "flow", "beta"].map((slug) => network.space(slug, { seats: 3 })));
  await network.agreement([home, ...hosts], { quotas: { person: 3, host: 12, person_and_host: 2 } });
  const guests = await people(30, home);
  const days = ["2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-30"];
  const processes = [process(), process()];
  let seed = 20261122;
  const chance = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };

  await Promise.all(
    Array.from({ length: 400 }, async () => {
      const claims = processes[chance(2)] as DayPassClaims;
      const [guest = "", host, day = tuesday] = [guests[chance(guests.length)], hosts[chance(3)], days[chance(days.length)]];
      const cancels = chance(3) === 0;
      const answer = await claims.submit(claim(guest, host?.id ?? "", { day }));
      if (answer.kind === "done" && cancels) await claims.submit(release(answer.pass.id, answer.pass.spaceId, guest, day));
    }),
  );

  expect(await wrongCounts()).toEqual([]);
});

async function wrongCounts(): Promise<unknown[]> {
  const active = sql`(p.state in ('offered', 'held', 'checked_in') or (p.state = 'waiting' and p.waits_for = 'host'))`;
  const { rows } = await sql`
    select 'seats' as wrong from guest_days g
      where g.taken <> (select count(*) from day_passes p where p.space_id = g.space_id and p.day = g.day and ${active})
    union all
    select 'person days' from (select person_id, day, pass_id from person_days) d
      full join (select p.person_id, p.day, p.id from day_passes p where ${active}) a on a.id = d.pass_id and a.person_id = d.person_id and a.day = d.day
      where a.id is null or d.pass_id is null
    union all
    select 'quotas' from quota_uses q
      where q.used <> (select count(*) from day_passes p, unnest(p.quota_ids, p.quota_subject_ids) t(quota_id, subject_id)
        where ${active} and t.quota_id = q.quota_id and t.subject_id = q.subject_id and date_trunc('month', p.day)::date = q.month)`.execute(
    installation.db,
  );
  return rows;
}

import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { connect, type Db } from "../src/platform/database/database.ts";
import { addDays, dayIn } from "../src/platform/time/day.ts";
import { seedRush } from "./bench/seed.ts";
import { databaseUrlOf, endForsakenDatabase, postmasterOf } from "./support/data-folder.ts";
import { brokenInvariants } from "./support/invariants.ts";
import { mailServer } from "./support/mail-server.ts";
import { rushClient, type Wish } from "./support/rush-client.ts";
import { type Spawned, spawnRomslig } from "./support/spawned.ts";

const kills = 20;
const claimsEach = 24;
const cancellationsEach = 6;
const registrationsEach = 12;
const places = 120;

let folder: string;
let mail: Awaited<ReturnType<typeof mailServer>>;
let running: Spawned | undefined;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "romslig-faults-"));
  chmodSync(folder, 0o755);
  mail = await mailServer();
});

afterEach(async () => {
  running?.process.kill("SIGTERM");
  await running?.exited;
  running = undefined;
  endForsakenDatabase(folder);
  await mail.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<string> {
  running = await spawnRomslig({ ROMSLIG_DATA: folder, ROMSLIG_RATE_LIMITS: "0", SMTP_URL: mail.url });
  await running.open;
  return running.url;
}

async function end(): Promise<void> {
  running?.process.kill("SIGKILL");
  await running?.exited;
}

function killDatabase(): void {
  const postmaster = postmasterOf(folder);
  if (!postmaster) throw new Error("There is no database to kill");
  process.kill(postmaster.id, "SIGKILL");
}

/**
 * Three hosts with fewer seats than guests, and an event with fewer places than want to come; in each round other people, who ask on
 * several days and register, and some who give back.
 */
async function seed(url: string) {
  const { hosts, people, key, connections } = await seedRush(databaseUrlOf(folder), { hosts: 3, seats: 25, people: kills * claimsEach });
  await connections.close();
  const firstDay = addDays(dayIn(Temporal.Now.instant(), "Europe/Oslo"), 3);
  const guests = rushClient(key);
  const event = await makeEvent(url, key);
  const wishesOf = (round: number): Wish[] => [
    ...people
      .slice(round * claimsEach, (round + 1) * claimsEach)
      .flatMap((personId, index): Wish[] => [
        { kind: "claim", personId, spaceId: hosts[index % hosts.length]?.id ?? "", day: addDays(firstDay, (index + round) % 3) },
        ...(index < registrationsEach ? [{ kind: "registration" as const, personId, ...event }] : []),
      ]),
    ...guests.registered(1).map((registrationId): Wish => ({ kind: "registration_cancellation", registrationId })),
    ...guests.held(cancellationsEach).map((passId): Wish => ({ kind: "cancellation", passId })),
  ];
  return { guests, wishesOf };
}

async function makeEvent(url: string, key: string): Promise<{ eventId: string; ticketTypeId: string }> {
  const startsAt = Temporal.Now.instant().add({ hours: 24 * 30 });
  const answer = await fetch(`${url}/api/v1/events`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify({
      title: { nb: "Festival" },
      organization: "home",
      startsAt,
      endsAt: startsAt.add({ hours: 3 }),
      quotas: [{ name: "Salen", size: places }],
      ticketTypes: [{ name: "Plass", quotas: ["Salen"] }],
    }),
  });
  const { id: eventId, ticketTypes } = (await answer.json()) as { id: string; ticketTypes: { id: string }[] };
  return { eventId, ticketTypeId: ticketTypes[0]?.id ?? "" };
}

async function inDatabase<Result>(read: (db: Db) => Promise<Result>): Promise<Result> {
  const { db, close } = connect(databaseUrlOf(folder), 1);
  try {
    return await read(db);
  } finally {
    await close();
  }
}

async function untilReady(url: string): Promise<void> {
  const ask = async () => {
    const { status } = await fetch(`${url}/readyz`).catch((cause) => {
      throw new Error(`The program does not answer: ${running?.said().error}`, { cause });
    });
    return status;
  };
  await expect.poll(ask, { timeout: 60_000, interval: 20 }).toBe(200);
}

// what got no answer is asked again until it has one, as a person would
async function askAgain(url: string, guests: ReturnType<typeof rushClient>, unanswered: Wish[]): Promise<void> {
  for (let left = unanswered; left.length > 0; ) {
    await untilReady(url);
    left = await guests.rush(url, left);
  }
}

/** Everything that was told and is not so, and every rule that does not hold. */
function whatIsWrong(guests: ReturnType<typeof rushClient>): Promise<string[]> {
  return inDatabase(async (db) => [...(await guests.untrue(db)), ...(await brokenInvariants(db))]);
}

type Behind = { announcements: number; jobs: number; letters: number };

async function waitingBehind(db: Db): Promise<Behind> {
  const { rows } = await sql<Behind>`select
    (select count(*)::int from outbox where taken_at is null) as announcements,
    (select count(*)::int from graphile_worker._private_jobs where run_at <= now() or last_error is not null or locked_at is not null) as jobs,
    (select count(*)::int from letters where taken_at is null) as letters`.execute(db);
  return rows[0] as Behind;
}

// what a killed worker had taken is let go after a quarter of a minute, and what failed is tried again with growing pauses
async function untilAllIsDoneBehind(): Promise<void> {
  await inDatabase((db) =>
    expect.poll(() => waitingBehind(db), { timeout: 120_000, interval: 100 }).toEqual({ announcements: 0, jobs: 0, letters: 0 }),
  );
}

/** Whoever stands twice at the event, and who has a place and no letter about it, or more than one; and that it did not fill up. */
function wrongRegistrations(): Promise<unknown[]> {
  return inDatabase(async (db) => {
    const { rows } = await sql`
      select 'twice' as what, person_id::text as who from registrations where state <> 'cancelled' group by event_id, person_id having count(*) > 1
      union all
      select concat(count(l.id), ' letters'), r.id::text from registrations r left join letters l on l.letter_key like 'registration.confirmed/' || r.id || '/%'
      where r.state = 'confirmed' group by r.id having count(l.id) <> 1
      union all
      select 'registered', count(*)::text from registrations having count(*) <= ${places}`.execute(db);
    return rows;
  });
}

/** Passes that were held with another number of letters about it than one, and letters that came twice or for no reason. */
async function wrongLetters(): Promise<unknown[]> {
  return inDatabase(async (db) => {
    const { rows } = await sql`
      select p.id as pass, count(distinct o.id) as announcements, count(l.id) as letters
      from day_passes p
      left join outbox o on o.topic = 'day_pass.held' and o.payload ->> 'passId' = p.id::text
      left join letters l on l.letter_key like 'day_pass.held/' || o.id || '/%'
      where p.held_at is not null
      group by p.id having count(distinct o.id) <> 1 or count(l.id) <> 1
      union all
      select min(id::text)::uuid, 0, count(*) from letters group by recipient, subject having count(*) > 1`.execute(db);
    const written = new Set((await db.selectFrom("letters").select("id").execute()).map(({ id }) => id));
    const arrivals = Object.groupBy(mail.letterIds, (id) => id);
    return [...rows, ...Object.entries(arrivals).filter(([id, each]) => each?.length !== 1 || !written.has(id))];
  });
}

describe("In the middle of a rush", () => {
  test("the program is killed twenty times: what was told is true of guest days and of an event, nobody has a seat or a place twice, and every letter is sent once at most", {
    timeout: 600_000,
  }, async () => {
    let url = await start();
    const { guests, wishesOf } = await seed(url);
    const wrong: string[][] = [];

    for (let round = 0; round < kills; round++) {
      const unanswered = await guests.rush(url, wishesOf(round), {
        onAnswer: (count) => {
          if (count === 1 + round) running?.process.kill("SIGKILL");
        },
      });
      await end();
      url = await start();
      // a seat given back in the last moment is offered by the next minute's sweep, which is waited for at the end
      wrong.push((await whatIsWrong(guests)).filter((each) => !each.startsWith("nobody waits for a")));
      await askAgain(url, guests, unanswered);
    }
    await untilAllIsDoneBehind();

    expect(wrong.flat()).toEqual([]);
    await expect.poll(() => whatIsWrong(guests), { timeout: 150_000, interval: 500 }).toEqual([]);
    expect(await wrongLetters()).toEqual([]);
    expect(await wrongRegistrations()).toEqual([]);
    expect(mail.letterIds.length).toBeGreaterThan(kills);
  });

  test("the database is killed twenty times: it comes back by itself, and so do the guests, the jobs and the letters", {
    timeout: 600_000,
  }, async () => {
    const url = await start();
    const { guests, wishesOf } = await seed(url);
    const wrong: string[][] = [];
    let killed = 0;

    for (let round = 0; round < kills; round++) {
      const unanswered = await guests.rush(url, wishesOf(round), {
        onAnswer: (count) => {
          if (count !== 1 + round) return;
          killDatabase();
          killed += 1;
        },
      });
      await askAgain(url, guests, unanswered);
      wrong.push((await whatIsWrong(guests)).filter((each) => !each.startsWith("nobody waits for a")));
    }
    await untilAllIsDoneBehind();

    expect(killed).toBe(kills);
    expect(wrong.flat()).toEqual([]);
    await expect.poll(() => whatIsWrong(guests), { timeout: 150_000, interval: 500 }).toEqual([]);
    expect([...guests.statuses.keys()].filter((status) => ![200, 201, 409, 503].includes(status))).toEqual([]);
    expect(await wrongLetters()).toEqual([]);
    expect(await wrongRegistrations()).toEqual([]);
    expect(mail.letterIds.length).toBeGreaterThan(kills);
    running?.process.kill("SIGTERM");
    expect(await running?.exited).toBe(0);
  });
});

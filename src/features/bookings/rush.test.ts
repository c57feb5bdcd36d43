import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { connect } from "../../platform/database/database.ts";
import { newId } from "../../platform/database/id.ts";
import { type BookingClaims, bookingClaims } from "./deciding/booking-claims.ts";
import type { Book } from "./deciding/command.ts";

let installation: TestInstallation;
const opened: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  installation = await testInstallation();
  opened.push(installation);
});
afterAll(() => Promise.all(opened.map((each) => each.close())));

/** What another process works with: its own connections, its own gathering. */
function process(): BookingClaims {
  const connections = connect(installation.databaseUrl, 4);
  opened.push(connections);
  return bookingClaims(connections.pipelines);
}

// the same numbers every time, so that what fails fails again
function dice(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

async function town(slug: string) {
  const network = networkBuilder(installation);
  const space = await network.space(slug);
  const whole = await network.resource(space, "Salen");
  const parts = [await network.resource(space, "A", { part_of: whole }), await network.resource(space, "B", { part_of: whole })];
  const pool = await network.resource(space, "Pultene", { kind: "desk_pool", capacity: 3, places: 3 });
  const buffered = await network.resource(space, "Stilla", { buffer_after_minutes: 15 });
  const people = [];
  for (const name of ["Amina", "Henrik", "Sara", "Mari", "Ola", "Kari"]) {
    const personId = await network.person(name, { email: `${name}.${slug}@example.test`.toLowerCase() });
    await network.membership(space.organizationId, { personId });
    people.push(personId);
  }
  return { space, resources: [whole, ...parts, pool, buffered], people };
}

function wish(spaceId: string, resourceId: string, personId: string, startMinutes: number, minutes: number): Book {
  const startsAt = Temporal.Instant.from("2026-11-24T08:00:00+01:00").add({ minutes: startMinutes });
  const rest = { organizationId: null, title: null, note: null, people: null, override: null, seriesId: null };
  return {
    kind: "book",
    as: "booking",
    bookingId: newId(),
    spaceId,
    resourceId,
    personId,
    startsAt,
    endsAt: startsAt.add({ minutes }),
    isHold: false,
    by: personId,
    at: installation.now(),
    ...rest,
  };
}

/** Pairs that overlap where they must not, found without the constraint: by whole and part, place and buffers. */
async function overlaps(spaceId: string) {
  const { rows } = await sql<{ pairs: number }>`
    select count(*) as pairs from booked_resources a join booked_resources b
      on a.space_id = b.space_id and a.resource_id = b.resource_id and a.place = b.place and a.booking_id < b.booking_id and a.during && b.during
    where a.space_id = ${spaceId}::uuid`.execute(installation.db);
  return rows[0]?.pairs;
}

/** Bookings whose taken time is not what their state says. */
async function adrift(spaceId: string) {
  const { rows } = await sql<{ id: string }>`
    select b.id from bookings b
    where b.space_id = ${spaceId}::uuid
      and (b.state = 'cancelled') = exists (select from booked_resources t where t.space_id = b.space_id and t.booking_id = b.id)`.execute(
    installation.db,
  );
  return rows;
}

describe("From several processes at once", () => {
  test("a room wanted by forty is given to one, whichever process they ask", async () => {
    const { space, resources, people } = await town("forty");
    const processes = [process(), process(), process()];

    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        processes[index % 3]?.submit(wish(space.id, resources[4] as string, people[index % people.length] as string, 60, 60)),
      ),
    );

    expect(answers.filter((answer) => answer?.kind === "done")).toHaveLength(1);
    expect(answers.filter((answer) => answer?.kind === "refused" && answer.refusal.code === "booking.taken")).toHaveLength(39);
  });

  test.each([20261129, 7, 4711])(
    "booking, moving and cancelling at random leaves no overlap, and no time kept for nothing (seed %i)",
    async (seed) => {
      const { space, resources, people } = await town(`random-${seed}`);
      const processes = [process(), process(), process()];
      const chance = dice(seed);
      const made: string[] = [];

      for (let round = 0; round < 12; round++) {
        const work = Array.from({ length: 30 }, (_, index) => {
          const claims = processes[index % 3] as BookingClaims;
          const [start, minutes] = [chance(32) * 15, 15 * (1 + chance(8))];
          const old = made[chance(made.length)];
          const by = people[0] as string;
          if (old && chance(4) === 0)
            return claims.submit({
              kind: "end",
              bookingId: old,
              spaceId: space.id,
              as: "cancelled",
              from: ["confirmed"],
              by,
              reason: null,
              at: installation.now(),
            });
          if (old && chance(3) === 0) {
            const { startsAt, endsAt } = wish(space.id, "", by, start, minutes);
            return claims.submit({
              kind: "move",
              bookingId: old,
              spaceId: space.id,
              startsAt,
              endsAt,
              override: null,
              by,
              at: installation.now(),
            });
          }
          return claims.submit(
            wish(space.id, resources[chance(resources.length)] as string, people[chance(people.length)] as string, start, minutes),
          );
        });
        for (const answer of await Promise.all(work)) if (answer.kind === "done") made.push(answer.booking.id);
      }

      expect(made.length).toBeGreaterThan(60);
      expect([await overlaps(space.id), await adrift(space.id)]).toEqual([0, []]);
    },
  );
});

import { afterEach, expect, test } from "vitest";
import { audit } from "../../src/platform/audit.ts";
import type { Db } from "../../src/platform/database/database.ts";
import { dayIn } from "../../src/platform/time/day.ts";
import { type TestInstallation, testInstallation } from "../../tests/support/installation.ts";
import { brokenInvariants } from "../../tests/support/invariants.ts";
import { loadDemo } from "./load.ts";
import { refreshDemo } from "./refresh.ts";

let open: TestInstallation | undefined;

afterEach(() => open?.close());

test("there is an event today on whichever day one looks, Christmas Day too, whether or not somebody has done anything", async () => {
  open = await testInstallation();
  const { db } = open;
  const days: Record<string, number> = {};
  const count = async (now: Temporal.Instant) => {
    days[dayIn(now, "Europe/Oslo")] = await eventsOn(db, now);
  };
  const sunday = Temporal.Instant.from("2026-12-20T10:00+01:00");
  await loadDemo(db, sunday);
  await count(sunday);

  const [tuesday, christmas] = [sunday.add({ hours: 48 }), sunday.add({ hours: 24 * 5 })];
  await refreshDemo(db, tuesday);
  await count(tuesday);
  await touch(db, tuesday.add({ minutes: 5 }));
  await refreshDemo(db, christmas);
  await count(christmas);

  expect(days).toEqual({ "2026-12-20": 1, "2026-12-22": 1, "2026-12-25": 1 });
  expect(await brokenInvariants(db)).toEqual([]);
});

/** How many lunches there are that day. */
async function eventsOn(db: Db, now: Temporal.Instant): Promise<number> {
  const events = await db
    .selectFrom("events")
    .select("id")
    .where("slug", "=", `felleslunsj-${dayIn(now, "Europe/Oslo")}`)
    .execute();
  return events.length;
}

async function touch(db: Db, at: Temporal.Instant): Promise<void> {
  const { id } = await db.selectFrom("people").select("id").where("email", "=", "member@demo.example").executeTakeFirstOrThrow();
  const actor = {
    ...{ kind: "person" as const, personId: id, name: "Amina", email: "member@demo.example", language: "nb" as const },
    ...{ isOperator: false, positions: [] },
  };
  await audit(db, { actor, at, action: "profile.change", subject: { kind: "person", id } });
}

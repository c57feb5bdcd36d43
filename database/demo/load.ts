import { sql } from "kysely";
import { z } from "zod";
import type { Db, Tx } from "../../src/platform/database/database.ts";
import { enqueue } from "../../src/platform/jobs/enqueue.ts";
import { insertActivity } from "./activity.ts";
import { calendarAt } from "./calendar.ts";
import { insertAgreement } from "./insert-agreement.ts";
import { insertDisplays } from "./insert-displays.ts";
import { insertOrganizations } from "./insert-organizations.ts";
import { insertPeople } from "./insert-people.ts";
import { insertPrograms } from "./insert-programs.ts";
import { insertResources } from "./insert-resources.ts";
import { insertSpaces } from "./insert-spaces.ts";
import { readNetwork } from "./network.ts";
import { readDemo } from "./read.ts";
import { insertReports } from "./year/insert-reports.ts";
import { insertYear } from "./year/insert-year.ts";
import { publishesReports } from "./year/publish-reports.ts";

const made = z.object({ day: z.iso.date(), at: z.string() });
// any number will do, as long as every process asks for the same
const demoLock = 4_017_005;

/** Whether the demonstration network can be loaded: it goes only into an installation where nobody has entered anything. */
export async function isEmpty(db: Db): Promise<boolean> {
  const organization = await db.selectFrom("organizations").select("id").limit(1).executeTakeFirst();
  const person = await db.selectFrom("people").select("id").limit(1).executeTakeFirst();
  return !organization && !person;
}

/**
 * Fills an empty installation (migrated, with municipalities) with the demonstration network as of today, in one transaction.
 * Several processes may call it at once; one does the work. @returns whether anything was loaded
 */
export async function loadDemo(db: Db, now: Temporal.Instant): Promise<boolean> {
  if (!(await isEmpty(db))) return false;
  return await db.transaction().execute(async (tx) => {
    await lockDemo(tx);
    if (!(await isEmpty(tx))) return false;
    const demo = readDemo();
    const organizations = await insertOrganizations(tx, demo, now);
    const people = await insertPeople(tx, demo, organizations, now);
    const spaces = await insertSpaces(tx, demo, organizations, now);
    await insertAgreement(tx, demo, { organizations, people, spaces }, now);
    await insertResources(tx, demo, await readNetwork(tx, demo), now);
    await insertDisplays(tx, demo, now);
    await insertPrograms(tx, demo, await readNetwork(tx, demo), now);
    await insertYear(tx, demo, now);
    await insertReports(tx, demo, await readNetwork(tx, demo), now);
    await enqueue(tx, publishesReports, {});
    await insertActivity(tx, demo, now);
    await rememberMade(tx, { day: calendarAt(now).today.toString(), at: now.toString() });
    return true;
  });
}

/** Waits for another process that loads or refreshes the network. */
export async function lockDemo(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(demoLock)})`.execute(tx);
}

/** The day the network stands at, and the moment it was made: what came after that was done by others. */
export type Made = z.infer<typeof made>;

/** Undefined when there is no demonstration network in this installation. */
export async function demoMade(db: Db): Promise<Made | undefined> {
  const fact = await db.selectFrom("installation_facts").select("value").where("name", "=", "demo").executeTakeFirst();
  return fact && made.parse(fact.value);
}

/** Writes it down. */
export async function rememberMade(tx: Tx, given: Made): Promise<void> {
  const value = JSON.stringify(given);
  await tx
    .insertInto("installation_facts")
    .values({ name: "demo", value })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
    .execute();
}

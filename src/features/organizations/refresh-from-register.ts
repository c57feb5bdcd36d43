import { audit } from "../../platform/audit.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Installation } from "../../platform/installation.ts";
import { dayIn } from "../../platform/time/day.ts";
import { eraseRegisterEntry, keepRegisterAnswer } from "./keep-register-entry.ts";
import {
  createRegisterClient,
  type Feed,
  feeds,
  type RegisterAnswer,
  type RegisterClient,
  type RegisterUpdate,
} from "./register-client.ts";

/** What a refresh did. `isComplete` is false when the register went away in between; the next run goes on from there. */
export type RegisterRefresh = { read: number; refreshed: number; erased: number; isComplete: boolean };

type Ours = { id: string; number: string };
type Answered = Ours & { answer: Exclude<RegisterAnswer, { kind: "away" }> | "erase" };

const pageSize = 1000;
// those added while the register was away, at most so many a night
const mostMissing = 200;

/**
 * Brings what we keep of the register up to date: first organizations it has never been asked about, then everything the two
 * update feeds say since the last time. Each page is written together with how far it reached, so that a run that is
 * killed goes on at the last id + 1 and does nothing twice. A job calls it nightly.
 */
export async function refreshFromRegister(
  installation: Installation,
  client: RegisterClient = createRegisterClient({ baseUrl: installation.settings.registerUrl }),
): Promise<RegisterRefresh> {
  const total: RegisterRefresh = { read: 0, refreshed: 0, erased: 0, isComplete: true };
  const positions = await Promise.all(feeds.map((feed) => startOf(installation, client, feed)));
  if (!add(total, await askAboutMissing(installation, client)).isComplete) return total;
  for (const [place, feed] of feeds.entries()) {
    let next = positions[place];
    while (next !== undefined && next !== null && total.isComplete) {
      const updates: RegisterUpdate[] | undefined = await client.updates(feed, next, pageSize);
      if (updates === undefined) return { ...total, isComplete: false };
      const done = await follow(installation, client, feed, updates);
      add(total, done);
      const last = updates.at(-1)?.id;
      next = updates.length < pageSize || last === undefined ? null : last + 1;
    }
    if (next === undefined) total.isComplete = false;
  }
  installation.log.info("register_refreshed", { ...total });
  return total;
}

// The first time, the feed begins where the oldest entry was fetched.
async function startOf({ db, now }: Installation, client: RegisterClient, feed: Feed): Promise<number | null | undefined> {
  const fact = await db.selectFrom("installation_facts").select("value").where("name", "=", factOf(feed)).executeTakeFirst();
  if (fact) return Number(fact.value) + 1;
  const oldest = await db.selectFrom("register_entries").select("fetched_at").orderBy("fetched_at").limit(1).executeTakeFirst();
  return client.firstUpdateSince(feed, oldest?.fetched_at ?? now());
}

async function askAboutMissing(installation: Installation, client: RegisterClient): Promise<RegisterRefresh> {
  const missing = await installation.db
    .selectFrom("organizations as o")
    .leftJoin("register_entries as r", "r.organization_id", "o.id")
    .select(["o.id", "o.organization_number as number"])
    .where("o.organization_number", "is not", null)
    .where((where) =>
      where.or([where("r.organization_id", "is", null), where("r.organization_number", "<>", where.ref("o.organization_number"))]),
    )
    .orderBy("o.created_at", "desc")
    .limit(mostMissing)
    .$narrowType<{ number: string }>()
    .execute();
  const answered: Answered[] = [];
  for (const ours of missing) {
    const answer = await client.find(ours.number, today(installation));
    if (answer.kind === "away") return { ...(await keep(installation, answered)), isComplete: false };
    answered.push({ ...ours, answer });
  }
  return keep(installation, answered);
}

// A page of a feed: asks about those that are ours, and stops before the first the register does not answer for.
async function follow(installation: Installation, client: RegisterClient, feed: Feed, updates: RegisterUpdate[]): Promise<RegisterRefresh> {
  const ours = await organizationsWith(
    installation.db,
    updates.map(({ organizationNumber }) => organizationNumber),
  );
  const answered = new Map<string, Answered>();
  let reached: number | undefined;
  let isComplete = true;
  for (const update of updates) {
    const organization = ours.get(update.organizationNumber);
    if (organization && update.change === "Fjernet") answered.set(organization.id, { ...organization, answer: "erase" });
    else if (organization && typeof answered.get(organization.id)?.answer !== "object") {
      const answer = await client.find(organization.number, today(installation));
      isComplete = answer.kind !== "away";
      if (answer.kind === "away") break;
      answered.set(organization.id, { ...organization, answer });
    }
    reached = update.id;
  }
  return { ...(await keep(installation, [...answered.values()], reached === undefined ? undefined : { feed, reached })), isComplete };
}

async function keep(installation: Installation, answered: Answered[], how?: { feed: Feed; reached: number }): Promise<RegisterRefresh> {
  const at = installation.now();
  await installation.db.transaction().execute(async (tx) => {
    for (const { id, number, answer } of answered) {
      if (answer === "erase") await eraseRegisterEntry(tx, id, number);
      else await keepRegisterAnswer(tx, id, number, answer, at);
      const action = isErased(answer) ? "organization.erase_register_entry" : "organization.refresh_register_entry";
      await audit(tx, { actor: "system", at, action, subject: { kind: "organization", id }, organizationId: id });
    }
    if (how === undefined) return;
    const value = JSON.stringify(how.reached);
    await tx
      .insertInto("installation_facts")
      .values({ name: factOf(how.feed), value })
      .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
      .execute();
  });
  const erased = answered.filter(({ answer }) => isErased(answer)).length;
  return { read: answered.length, refreshed: answered.length - erased, erased, isComplete: true };
}

function isErased(answer: Answered["answer"]): boolean {
  return answer === "erase" || answer.kind === "gone";
}

async function organizationsWith(db: Db, numbers: string[]): Promise<Map<string, Ours>> {
  if (numbers.length === 0) return new Map();
  const rows = await db
    .selectFrom("organizations")
    .select(["id", "organization_number as number"])
    .where("organization_number", "in", [...new Set(numbers)])
    .$narrowType<{ number: string }>()
    .execute();
  return new Map(rows.map((row) => [row.number, row]));
}

function add(total: RegisterRefresh, more: RegisterRefresh): RegisterRefresh {
  total.read += more.read;
  total.refreshed += more.refreshed;
  total.erased += more.erased;
  total.isComplete &&= more.isComplete;
  return total;
}

function factOf(feed: Feed): string {
  return `register_feed_${feed}`;
}

function today({ now }: Installation) {
  return dayIn(now(), "Europe/Oslo");
}

import { sql } from "kysely";
import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Texts } from "../../platform/database/schema.ts";
import type { Installation } from "../../platform/installation.ts";
import { dayIn } from "../../platform/time/day.ts";
import { mayReceiveGuests } from "./policy.ts";
import { presentFacts } from "./present-pass.ts";
import { findHost, passes } from "./queries.ts";

interface Duty {
  id: string;
  texts: Texts;
  isDone: boolean;
}

interface ScanSeen {
  nonce: string;
  scannedAt: string;
  device: string | null;
  isCounted: boolean;
  settledAs: string | null;
}

/** Everyone with a pass for a host's day, those who wait too, with what is to be done for them and how they were let in. */
export async function arrivals(
  { db, now }: Installation,
  actor: Actor,
  space: string,
  given: { day?: string | undefined; after?: string | undefined; limit: number },
) {
  const host = found(await findHost(db, space));
  authorize(actor, mayReceiveGuests(actor, host.organization_id));
  const day = given.day ?? dayIn(now(), host.time_zone);
  const rows = await passes(db)
    .select(
      sql<boolean>`not exists (select from day_passes before where before.space_id = p.space_id and before.person_id = p.person_id and before.day < p.day and before.state in ('checked_in', 'completed'))`.as(
        "is_first_visit",
      ),
    )
    .where("p.space_id", "=", host.id)
    .where("p.day", "=", day)
    .where("p.state", "not in", ["cancelled", "refused"])
    .$if(given.after !== undefined, (query) => query.where("p.id", ">", given.after ?? ""))
    .orderBy("p.id")
    .limit(given.limit + 1)
    .execute();
  const ids = rows.map(({ id }) => id);
  const [duties, scans] = await Promise.all([dutiesOf(db, host.id, ids), scansOf(db, host.id, ids)]);
  return {
    rows,
    present: (row: (typeof rows)[number]) => ({
      ...presentFacts(row, actor, now()),
      isFirstVisit: row.is_first_visit,
      duties: duties.map(({ done_for, ...duty }) => ({ ...duty, isDone: done_for.includes(row.id) })),
      scans: scans.get(row.id) ?? [],
    }),
  };
}

async function dutiesOf(db: Db, spaceId: string, passIds: string[]): Promise<(Omit<Duty, "isDone"> & { done_for: string[] })[]> {
  const rows = await db
    .selectFrom("host_duties")
    .select(["id", "texts"])
    .where("space_id", "=", spaceId)
    .orderBy("place_in_order")
    .execute();
  const done =
    passIds.length === 0
      ? []
      : await db
          .selectFrom("duties_done")
          .select(["duty_id", "pass_id"])
          .where("space_id", "=", spaceId)
          .where("pass_id", "in", passIds)
          .where("is_done", "=", true)
          .execute();
  return rows.map(({ id, texts }) => ({ id, texts, done_for: done.filter(({ duty_id }) => duty_id === id).map(({ pass_id }) => pass_id) }));
}

async function scansOf(db: Db, spaceId: string, passIds: string[]): Promise<Map<string, ScanSeen[]>> {
  if (passIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("scans")
    .select(["pass_id", "nonce", "scanned_at", "device", "counted", "settled_as"])
    .where("space_id", "=", spaceId)
    .where("pass_id", "in", passIds)
    .where("kind", "=", "check_in")
    .orderBy("scanned_at")
    .execute();
  const seen = rows.map((row) => ({
    passId: row.pass_id,
    scan: { nonce: row.nonce, scannedAt: row.scanned_at.toString(), device: row.device, isCounted: row.counted, settledAs: row.settled_as },
  }));
  return new Map([...Map.groupBy(seen, ({ passId }) => passId)].map(([passId, all]) => [passId, all.map(({ scan }) => scan)]));
}

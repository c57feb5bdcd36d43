import { sql } from "kysely";
import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Texts } from "../../platform/database/schema.ts";
import type { Installation } from "../../platform/installation.ts";
import { dayIn } from "../../platform/time/day.ts";
import { tellDesk } from "./live-guests.ts";
import { mayReceiveGuests } from "./policy.ts";
import { presentFacts } from "./present-pass.ts";
import { findHost, findPass, passes } from "./queries.ts";

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

/** Ticks or unticks what a host did for a guest. */
export async function doDuty({ db, now }: Installation, actor: Actor, passId: string, dutyId: string, isDone: boolean): Promise<void> {
  const pass = found(await findPass(db, passId));
  authorize(actor, mayReceiveGuests(actor, pass.host_id));
  const duty = { space_id: pass.space_id, pass_id: pass.id, duty_id: dutyId };
  found(await db.selectFrom("host_duties").select("id").where("space_id", "=", pass.space_id).where("id", "=", dutyId).executeTakeFirst());
  await db.transaction().execute(async (tx) => {
    const changed = isDone
      ? await tx
          .insertInto("duties_done")
          .values({ ...duty, done_at: now(), done_by: actor.personId })
          .onConflict((conflict) => conflict.doNothing())
          .returning("duty_id")
          .execute()
      : await tx
          .deleteFrom("duties_done")
          .where("space_id", "=", duty.space_id)
          .where("pass_id", "=", duty.pass_id)
          .where("duty_id", "=", dutyId)
          .returning("duty_id")
          .execute();
    // ticked already, by another phone or by the same one sending again
    if (changed.length === 0) return;
    await audit(tx, {
      actor,
      at: now(),
      action: isDone ? "day_pass.do_duty" : "day_pass.undo_duty",
      subject: { kind: "day_pass", id: pass.id },
      organizationId: pass.host_id,
      details: { dutyId },
    });
    await tellDesk(tx, pass.space_id, { passId: pass.id, day: pass.day });
  });
}

/** Says what a double admission was: the same person seen by two phones, or somebody else with a copied code. */
export async function settleScan(
  { db, now }: Installation,
  actor: Actor,
  space: string,
  nonce: string,
  as: "same_person" | "someone_else",
): Promise<void> {
  const host = found(await findHost(db, space));
  authorize(actor, mayReceiveGuests(actor, host.organization_id));
  await db.transaction().execute(async (tx) => {
    const scan = await tx
      .selectFrom("scans")
      .select(["pass_id", "settled_as"])
      .where("space_id", "=", host.id)
      .where("nonce", "=", nonce)
      .where("counted", "=", false)
      .forUpdate()
      .executeTakeFirst();
    const { pass_id: passId, settled_as: before } = found(scan);
    if (before === as) return;
    await tx
      .updateTable("scans")
      .set({ settled_at: now(), settled_as: as })
      .where("space_id", "=", host.id)
      .where("nonce", "=", nonce)
      .execute();
    const subject = { kind: "day_pass", id: passId };
    await audit(tx, { actor, at: now(), action: "day_pass.settle_scan", subject, organizationId: host.organization_id, details: { as } });
    await tellDesk(tx, host.id, { passId, day: dayIn(now(), host.time_zone) });
  });
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

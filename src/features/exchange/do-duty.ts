import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Tx } from "../../platform/database/database.ts";
import type { Installation } from "../../platform/installation.ts";
import { tellDesk } from "./live-guests.ts";
import { mayReceiveGuests } from "./policy.ts";
import { findPass } from "./queries.ts";

/** A line of the checklist, ticked or unticked, and when: a phone without a connection sends it later. */
interface Tick {
  dutyId: string;
  isDone: boolean;
  doneAt: Temporal.Instant;
}

/** Ticks or unticks what a host did for a guest. Sent twice it is done once. */
export async function doDuty({ db, now }: Installation, actor: Actor, passId: string, tick: Tick): Promise<void> {
  const pass = found(await findPass(db, passId));
  authorize(actor, mayReceiveGuests(actor, pass.host_id));
  const ofDuty = db.selectFrom("host_duties").select("id").where("space_id", "=", pass.space_id).where("id", "=", tick.dutyId);
  found(await ofDuty.executeTakeFirst());
  // a phone may be ahead of time
  const doneAt = Temporal.Instant.compare(tick.doneAt, now()) > 0 ? now() : tick.doneAt;
  await db.transaction().execute(async (tx) => {
    const line = { space_id: pass.space_id, pass_id: pass.id, duty_id: tick.dutyId };
    const isNew = await (tick.isDone ? ticked(tx, { ...line, done_at: doneAt, done_by: actor.personId }) : unticked(tx, line));
    if (!isNew) return;
    await audit(tx, {
      actor,
      at: now(),
      action: tick.isDone ? "day_pass.do_duty" : "day_pass.undo_duty",
      subject: { kind: "day_pass", id: pass.id },
      organizationId: pass.host_id,
      details: { dutyId: tick.dutyId },
    });
    await tellDesk(tx, pass.space_id, { passId: pass.id, day: pass.day });
  });
}

type Line = { space_id: string; pass_id: string; duty_id: string };

async function ticked(tx: Tx, line: Line & { done_at: Temporal.Instant; done_by: string }): Promise<boolean> {
  const row = await tx
    .insertInto("duties_done")
    .values(line)
    .onConflict((conflict) => conflict.doNothing())
    .returning("duty_id")
    .executeTakeFirst();
  return row !== undefined;
}

async function unticked(tx: Tx, { space_id, pass_id, duty_id }: Line): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("duties_done")
    .where("space_id", "=", space_id)
    .where("pass_id", "=", pass_id)
    .where("duty_id", "=", duty_id)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

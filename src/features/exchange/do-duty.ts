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

/** Ticks or unticks what a host did for a guest. Sent twice it is done once; what was done last counts, whichever is sent last. */
export async function doDuty({ db, now }: Installation, actor: Actor, passId: string, tick: Tick): Promise<void> {
  const pass = found(await findPass(db, passId));
  authorize(actor, mayReceiveGuests(actor, pass.host_id));
  const ofDuty = db.selectFrom("host_duties").select("id").where("space_id", "=", pass.space_id).where("id", "=", tick.dutyId);
  found(await ofDuty.executeTakeFirst());
  // a phone may be ahead of time
  const doneAt = Temporal.Instant.compare(tick.doneAt, now()) > 0 ? now() : tick.doneAt;
  await db.transaction().execute(async (tx) => {
    const line = { space_id: pass.space_id, pass_id: pass.id, duty_id: tick.dutyId };
    const wasDone = await isDone(tx, line);
    if (!(await keep(tx, { ...line, is_done: tick.isDone, done_at: doneAt, done_by: actor.personId })) || wasDone === tick.isDone) return;
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

async function isDone(tx: Tx, { space_id, pass_id, duty_id }: Line): Promise<boolean> {
  const row = await tx
    .selectFrom("duties_done")
    .select("is_done")
    .where("space_id", "=", space_id)
    .where("pass_id", "=", pass_id)
    .where("duty_id", "=", duty_id)
    .forUpdate()
    .executeTakeFirst();
  return row?.is_done ?? false;
}

// whether nothing was done later
async function keep(tx: Tx, line: Line & { is_done: boolean; done_at: Temporal.Instant; done_by: string }): Promise<boolean> {
  const row = await tx
    .insertInto("duties_done")
    .values(line)
    .onConflict((conflict) =>
      conflict
        .constraint("duties_done_once")
        .doUpdateSet((given) => ({
          is_done: given.ref("excluded.is_done"),
          done_at: given.ref("excluded.done_at"),
          done_by: given.ref("excluded.done_by"),
        }))
        .whereRef("excluded.done_at", ">=", "duties_done.done_at"),
    )
    .returning("duty_id")
    .executeTakeFirst();
  return row !== undefined;
}

import type { Actor, SignedIn } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Db, Tx } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { type Day, dayIn } from "../../../platform/time/day.ts";
import { speaksFor } from "../policy.ts";
import { findRaise, type RaiseRow } from "./queries.ts";

export interface OnRaise {
  tx: Tx;
  raise: RaiseRow;
  actor: SignedIn;
  at: Temporal.Instant;
  today: Day;
}

type Done = { action: string; details?: Record<string, unknown> };

/** A raise whole, for those who speak for the startup. */
export async function ownRaise(db: Db, actor: Actor, id: string): Promise<RaiseRow> {
  const known = await findRaise(db, id);
  authorize(actor, known !== undefined && speaksFor(actor, known.organization.id));
  return found(known);
}

/** Does something to a raise as somebody who speaks for the startup, in one transaction, and writes it in the startup's log. */
export async function onRaise(
  { db, now }: Installation,
  actor: Actor,
  id: string,
  act: (given: OnRaise) => Promise<Done | undefined>,
): Promise<void> {
  await ownRaise(db, actor, id);
  authorize(actor, true);
  const at = now();
  await db.transaction().execute(async (tx) => {
    await lockRaise(tx, id);
    const raise = found(await findRaise(tx, id));
    const done = await act({ tx, raise, actor, at, today: dayIn(at, "Europe/Oslo") });
    if (!done) return;
    const { action, details } = done;
    await audit(tx, {
      actor,
      at,
      action,
      subject: { kind: "raise", id },
      organizationId: raise.organization.id,
      ...(details && { details }),
    });
  });
}

/** Whoever decides what somebody is told of a raise waits for whoever is deciding it. */
export async function lockRaise(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom("raises").select("id").where("id", "=", id).forUpdate().execute();
}

import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Tx } from "../../platform/database/database.ts";
import { sameVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import { announce } from "../../platform/outbox.ts";
import { dayIn } from "../../platform/time/day.ts";
import { mayManageSpace } from "./policy.ts";
import { presentSettings, presentSpace } from "./present.ts";
import { findSpace, hostDuties, lastChange, lockSpace, spaceFacts } from "./queries.ts";
import type { SpaceRow } from "./space.ts";

/** Who edits which space, and the version they read; undefined when they do not care. */
export type Edit = { actor: Actor; space: string; expected?: number | undefined };

/** What an edit is called in the log, what it is about, and whether it moves when the space is open. */
export type Edited<Result> = { action: string; details?: Record<string, unknown>; movesOpening?: boolean; result: Result };

/**
 * One edit by somebody who manages the space: locked, authorized, held against the version they read, written, counted, logged,
 * and, when it moves the opening, announced as `space.changed` to those who keep guest days. All in one transaction.
 */
export async function editSpace<Result>(
  { db, now }: Installation,
  { actor, space, expected }: Edit,
  write: (tx: Tx, space: SpaceRow, at: Temporal.Instant) => Promise<Edited<Result>>,
): Promise<Result> {
  const at = now();
  return await db.transaction().execute(async (tx) => {
    const row = found(await lockSpace(tx, space));
    authorize(actor, mayManageSpace(actor, row));
    if (expected !== undefined && expected !== row.version) sameVersion(expected, row, await whole(tx, row, actor, at));
    const { action, details = {}, movesOpening = false, result } = await write(tx, row, at);
    await tx
      .updateTable("spaces")
      .set({ version: row.version + 1 })
      .where("id", "=", row.id)
      .execute();
    await audit(tx, { actor, at, action, subject: { kind: "space", id: row.id }, organizationId: row.organization_id, details });
    if (movesOpening)
      await announce(tx, [
        { at, topic: "space.changed", organizationIds: [row.organization_id], payload: { spaceId: row.id, change: action, ...details } },
      ]);
    return result;
  });
}

/** The space as the actor may see it now. @throws Refusal access.not_here when there is none */
export async function spaceSeenBy({ db, now }: Installation, { actor, space }: Pick<Edit, "actor" | "space">) {
  const row = found(await findSpace(db, space));
  return presentSpace(await spaceFacts(db, row, dayIn(now(), row.time_zone)), actor, now());
}

async function whole(tx: Tx, row: SpaceRow, actor: Actor, at: Temporal.Instant) {
  const facts = await spaceFacts(tx, row, dayIn(at, row.time_zone));
  return { ...presentSpace(facts, actor, at), ...presentSettings(row, await hostDuties(tx, row.id), await lastChange(tx, row.id)) };
}

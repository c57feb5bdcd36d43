import { sql } from "kysely";
import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Installation } from "../../platform/installation.ts";
import { announce } from "../../platform/outbox.ts";
import { type Day, dayIn } from "../../platform/time/day.ts";
import { lockOrganization } from "./change-organization.ts";
import { mayEndPosition } from "./policy.ts";
import { countHolders, findPosition, type PositionRow } from "./position-queries.ts";
import { findOrganization } from "./queries.ts";
import { organizationRefusals } from "./refusals.ts";

// any number will do, as long as every process asks for the same
const operatorsLock = 4_017_011;

/**
 * Ends a position now: its last day was yesterday. One that began today or has not begun leaves no day to keep, so its row
 * goes and the log remembers. Owners are counted while the organization is held, so that the last two cannot leave at once.
 * @throws Refusal organization.last_owner, organization.last_operator
 */
export async function endPosition({ db, now }: Installation, actor: Actor, idOrSlug: string, positionId: string): Promise<void> {
  const at = now();
  const today = dayIn(at, "Europe/Oslo");
  const organization = found(await findOrganization(db, actor, idOrSlug, today));
  const position = found(await findPosition(db, organization.id, positionId, today));
  authorize(actor, mayEndPosition(actor, organization, position));

  await db.transaction().execute(async (tx) => {
    if (position.role === "operator") await sql`select pg_advisory_xact_lock(${sql.lit(operatorsLock)})`.execute(tx);
    await lockOrganization(tx, organization.id);
    if (isHeld(position, today)) {
      if (position.role === "operator" && (await countHolders(tx, "operator", today)) === 1) throw organizationRefusals.lastOperator();
      if (position.role === "owner" && !actor.isOperator && (await countHolders(tx, "owner", today, organization.id)) === 1)
        throw organizationRefusals.lastOwner();
    }
    const row = { id: position.id };
    if (position.from !== null && position.from >= today) await tx.deleteFrom("positions").where("id", "=", row.id).execute();
    else
      await tx
        .updateTable("positions")
        .set({ during: sql`daterange(lower(during), ${today}::date)`, version: sql`version + 1` })
        .where("id", "=", row.id)
        .execute();
    const details = { role: position.role, personId: position.personId, from: position.from };
    await audit(tx, {
      actor,
      at,
      action: "position.end",
      subject: { kind: "position", id: row.id },
      organizationId: organization.id,
      details,
    });
    await announce(tx, [{ at, topic: "position.ended", organizationIds: [organization.id], payload: { positionId: row.id, ...details } }]);
  });
}

function isHeld({ from, to }: PositionRow, today: Day): boolean {
  return (from === null || from <= today) && (to === null || to > today);
}

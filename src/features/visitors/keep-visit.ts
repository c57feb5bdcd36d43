import type { Updateable } from "kysely";
import type { Actor, SignedIn } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { Db, Tx } from "../../platform/database/database.ts";
import type { Visits } from "../../platform/database/schema.ts";
import { mayKeepVisit } from "./policy.ts";
import { findVisit, findVisitIn, type VisitRow } from "./queries.ts";
import { visitRefusals } from "./refusals.ts";
import { stateOf } from "./visit.ts";

export type Given = { actor: Actor; id: string };

/** The visit, for those who keep it. */
export async function keptVisit(db: Db, { actor, id }: Given): Promise<{ visit: VisitRow; actor: SignedIn }> {
  const visit = found(await findVisit(db, id));
  authorize(actor, mayKeepVisit(actor, visit));
  return { visit, actor };
}

/** The same, held so that nobody else changes it meanwhile. */
export async function heldVisit(tx: Tx, given: Given): Promise<{ visit: VisitRow; actor: SignedIn }> {
  const { visit, actor } = await keptVisit(tx, given);
  return { visit: found(await holdVisit(tx, visit.space_id, visit.id)), actor };
}

/** A visit of a house as it is when nobody else can change it. */
export async function holdVisit(tx: Tx, spaceId: string, id: string): Promise<VisitRow | undefined> {
  await tx.selectFrom("visits").select("id").where("space_id", "=", spaceId).where("id", "=", id).forUpdate().execute();
  return findVisitIn(tx, spaceId, id);
}

export async function saveVisit(tx: Tx, visit: VisitRow, changes: Updateable<Visits>): Promise<void> {
  await tx
    .updateTable("visits")
    .set({ ...changes, version: visit.version + 1 })
    .where("space_id", "=", visit.space_id)
    .where("id", "=", visit.id)
    .execute();
}

export function momentsOf({ day, arrived_at: arrivedAt, left_at: leftAt, cancelled_at: cancelledAt }: VisitRow) {
  return { day, arrivedAt, leftAt, cancelledAt };
}

/** @throws Refusal visit.wrong_state */
export function requireState(visit: VisitRow, states: readonly string[], today: string): void {
  if (!states.includes(stateOf(momentsOf(visit), today))) throw visitRefusals.wrongState();
}

/** How a visit stands in the log: by its id, without a name. */
export function loggedAs({ id, organization_id: organizationId }: VisitRow) {
  return { subject: { kind: "visit", id }, organizationId };
}

export function toldOf({ id: visitId, space_id: spaceId, organization_id: organizationId, day }: VisitRow) {
  return { visitId, spaceId, organizationId, day };
}

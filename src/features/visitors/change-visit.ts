import { audit } from "../../platform/audit.ts";
import { sameVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import { dayIn } from "../../platform/time/day.ts";
import { dayToBe, requireBooking, takeInvitation } from "./announce-visit.ts";
import { type Given, heldVisit, keptVisit, loggedAs, momentsOf, requireState, saveVisit, toldOf } from "./keep-visit.ts";
import { visitRefusals } from "./refusals.ts";
import { tellOfVisit } from "./tell-of-visit.ts";
import { stateOf } from "./visit.ts";

export interface VisitChanges {
  name?: string | undefined;
  organization?: string | null | undefined;
  email?: string | null | undefined;
  expectedAt?: Temporal.Instant | undefined;
  bookingId?: string | null | undefined;
}

/**
 * Changes who comes and when, until they have come; whoever has an address is told.
 * @throws Refusal visit.wrong_state, visit.past, visit.too_far, visit.booking_elsewhere, request.changed_meanwhile, request.too_many
 */
export async function changeVisit(installation: Installation, given: Given, changes: VisitChanges, expected: number | undefined) {
  const { db, now } = installation;
  const at = now();
  const { actor } = await keptVisit(db, given);
  if (changes.email) await takeInvitation(installation, actor);
  await db.transaction().execute(async (tx) => {
    const { visit } = await heldVisit(tx, given);
    sameVersion(expected, visit);
    const today = dayIn(at, visit.time_zone);
    requireState(visit, ["expected"], today);
    const expectedAt = changes.expectedAt ?? visit.expected_at;
    const day = dayToBe(expectedAt, visit, today);
    const bookingId = changes.bookingId === undefined ? visit.booking_id : changes.bookingId;
    const house = { id: visit.space_id, time_zone: visit.time_zone };
    if (bookingId !== null) await requireBooking(tx, bookingId, { house, visitedId: visit.visited_id, day });
    await saveVisit(tx, visit, {
      ...(changes.name !== undefined && { name: changes.name }),
      ...(changes.organization !== undefined && { organization_name: changes.organization || null }),
      ...(changes.email !== undefined && { email: changes.email || null }),
      expected_at: expectedAt,
      day,
      booking_id: bookingId,
    });
    await audit(tx, { actor, at, action: "visit.change", ...loggedAs(visit), details: { fields: Object.keys(changes) } });
    await tellOfVisit(tx, "changed", { ...toldOf(visit), day, by: actor.personId, at });
  });
}

/** Calls a visit off; whoever has an address is told. Once is enough. @throws Refusal visit.wrong_state */
export async function cancelVisit({ db, now }: Installation, given: Given): Promise<void> {
  const at = now();
  await db.transaction().execute(async (tx) => {
    const { visit, actor } = await heldVisit(tx, given);
    if (visit.cancelled_at !== null) return;
    requireState(visit, ["expected"], dayIn(at, visit.time_zone));
    await saveVisit(tx, visit, { cancelled_at: at });
    await audit(tx, { actor, at, action: "visit.cancel", ...loggedAs(visit) });
    await tellOfVisit(tx, "cancelled", { ...toldOf(visit), by: actor.personId, at });
  });
}

/** Lets a visitor in whom one has met. Once is enough. @throws Refusal visit.wrong_state, visit.not_today */
export async function letIn({ db, now }: Installation, given: Given): Promise<void> {
  const at = now();
  await db.transaction().execute(async (tx) => {
    const { visit, actor } = await heldVisit(tx, given);
    const today = dayIn(at, visit.time_zone);
    if (stateOf(momentsOf(visit), today) === "arrived") return;
    requireState(visit, ["expected"], today);
    if (visit.day !== today) throw visitRefusals.notToday();
    await saveVisit(tx, visit, { arrived_at: at });
    await audit(tx, { actor, at, action: "visit.let_in", ...loggedAs(visit) });
    await tellOfVisit(tx, "arrived", { ...toldOf(visit), by: actor.personId, at });
  });
}

/** Signs a visitor out who has left. Once is enough. @throws Refusal visit.wrong_state */
export async function signOut({ db, now }: Installation, given: Given): Promise<void> {
  const at = now();
  await db.transaction().execute(async (tx) => {
    const { visit, actor } = await heldVisit(tx, given);
    if (visit.left_at !== null) return;
    requireState(visit, ["arrived"], dayIn(at, visit.time_zone));
    await saveVisit(tx, visit, { left_at: at, left_by: "desk" });
    await audit(tx, { actor, at, action: "visit.sign_out", ...loggedAs(visit) });
    await tellOfVisit(tx, "left", { ...toldOf(visit), by: actor.personId, at });
  });
}

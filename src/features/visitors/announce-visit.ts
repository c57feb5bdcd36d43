import type { Actor, SignedIn } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/database/id.ts";
import { type CountedTries, countedTries } from "../../platform/http/counted-tries.ts";
import { requestRefusals } from "../../platform/http/request-refusals.ts";
import type { Installation } from "../../platform/installation.ts";
import type { Language } from "../../platform/language/language.ts";
import { addDays, dayIn } from "../../platform/time/day.ts";
import { findBooking } from "../bookings/index.ts";
import { newPassCode } from "../exchange/index.ts";
import { findSpace, type SpaceRow } from "../spaces/index.ts";
import { mayReceiveVisitors } from "./policy.ts";
import { findWorker } from "./queries.ts";
import { visitRefusals } from "./refusals.ts";
import { tellOfVisit } from "./tell-of-visit.ts";
import { horizonDays } from "./visit.ts";

export interface NewVisit {
  name: string;
  organization?: string | undefined;
  email?: string | undefined;
  /** What the visitor is written to in. */
  language: Language;
  expectedAt: Temporal.Instant;
  /** Whom the visit is for; whoever announces it when left out. */
  visitedId?: string | undefined;
  bookingId?: string | undefined;
}

/** So many letters to strangers one person may cause: two hundred, and then one in four minutes. */
export function invitations(installation: Installation): CountedTries {
  return countedTries(installation, "visits.invitation", { burst: 200, perSecond: 1 / 240 });
}

/**
 * Announces a visitor of one's own; the desk announces anybody's. Whoever is given an address is sent an invitation.
 * @throws Refusal visit.past, visit.too_far, visit.not_a_member, visit.booking_elsewhere; request.too_many
 */
export async function announceVisit(
  installation: Installation,
  { actor, space }: { actor: Actor; space: string },
  written: NewVisit,
): Promise<{ id: string }> {
  const { db, now } = installation;
  const [id, at] = [newId(), now()];
  const house = found(await findSpace(db, space));
  const today = dayIn(at, house.time_zone);
  authorize(actor, (await worksIn(db, house, actor, today)) || mayReceiveVisitors(actor, house));
  const visitedId = written.visitedId ?? actor.personId;
  authorize(actor, visitedId === actor.personId || mayReceiveVisitors(actor, house));
  if (written.email !== undefined) await takeInvitation(installation, actor);
  return await db.transaction().execute(async (tx) => {
    const day = dayToBe(written.expectedAt, house, today);
    if (!(await findWorker(tx, { organizationId: house.organization_id, personId: visitedId, day: today })))
      throw visitRefusals.notAMember();
    if (written.bookingId !== undefined) await requireBooking(tx, written.bookingId, { house, visitedId, day });
    await tx
      .insertInto("visits")
      .values({
        space_id: house.id,
        id,
        name: written.name,
        organization_name: written.organization || null,
        email: written.email || null,
        language: written.language,
        visited_id: visitedId,
        booking_id: written.bookingId ?? null,
        day,
        expected_at: written.expectedAt,
        code: newPassCode(),
        is_announced: true,
        registered_by: actor.personId,
        created_at: at,
      })
      .execute();
    const { organization_id: organizationId } = house;
    await audit(tx, { actor, at, action: "visit.announce", subject: { kind: "visit", id }, organizationId, details: { day } });
    await tellOfVisit(tx, "announced", { visitId: id, spaceId: house.id, organizationId, day, by: actor.personId, at });
    return { id };
  });
}

/** Counts a letter to somebody outside. @throws Refusal request.too_many */
export async function takeInvitation(installation: Installation, actor: SignedIn): Promise<void> {
  const seconds = await invitations(installation).take(actor.personId);
  if (seconds > 0) throw requestRefusals.tooMany({ seconds });
}

/** The day of a visit in the house. @throws Refusal visit.past, visit.too_far */
export function dayToBe(expectedAt: Temporal.Instant, house: { time_zone: string }, today: string): string {
  const day = dayIn(expectedAt, house.time_zone);
  if (day < today) throw visitRefusals.past();
  if (day > addDays(today, horizonDays)) throw visitRefusals.tooFar();
  return day;
}

/** @throws Refusal visit.booking_elsewhere */
export async function requireBooking(
  tx: Tx,
  bookingId: string,
  { house, visitedId, day }: { house: { id: string; time_zone: string }; visitedId: string | null; day: string },
): Promise<void> {
  const booking = await findBooking(tx, bookingId);
  const isTheirs = booking?.space_id === house.id && booking.person_id === visitedId && booking.state !== "cancelled";
  if (!booking || !isTheirs || dayIn(booking.starts_at, house.time_zone) !== day) throw visitRefusals.bookingElsewhere();
}

/** Whether the actor works in the house today. */
export async function worksIn(db: Installation["db"], house: Pick<SpaceRow, "organization_id">, actor: Actor, day: string) {
  if (actor.kind !== "person") return false;
  const { organization_id: organizationId } = house;
  return (await findWorker(db, { organizationId, personId: actor.personId, day })) !== undefined;
}

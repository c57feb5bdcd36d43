import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { sameVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import { answerFor } from "./answer-of.ts";
import type { BookingClaims } from "./deciding/booking-claims.ts";
import type { Booking } from "./deciding/command.ts";
import { mayChangeBooking, mayRunDay } from "./policy.ts";
import { presentBooking } from "./present.ts";
import { findBooking } from "./queries.ts";
import { bookingRefusals } from "./refusals.ts";

export interface Moving {
  id: string;
  startsAt?: Temporal.Instant | undefined;
  endsAt?: Temporal.Instant | undefined;
  overrideReason?: string | undefined;
  expected: number | undefined;
}

/**
 * Gives a booking another time, by the same rules as a new one. With the start alone it keeps its length.
 * @throws Refusal any of `booking`, request.changed_meanwhile
 */
export async function moveBooking({ db, now }: Installation, claims: BookingClaims, actor: Actor, moving: Moving): Promise<Booking> {
  const row = found(await findBooking(db, moving.id));
  const parties = { personId: row.person_id, organizationId: row.organization_id, hostId: row.host_id };
  authorize(actor, mayChangeBooking(actor, parties));
  if (row.kind === "hire") throw bookingRefusals.ofHire();
  if (moving.overrideReason !== undefined) authorize(actor, mayRunDay(actor, row.host_id));
  sameVersion(moving.expected, row, presentBooking(row, actor, now()));
  const startsAt = moving.startsAt ?? row.starts_at;
  const endsAt = moving.endsAt ?? startsAt.add(row.ends_at.since(row.starts_at));
  return answerFor(
    db,
    actor.personId,
    row.person_id,
    await claims.submit({
      kind: "move",
      bookingId: row.id,
      spaceId: row.space_id,
      startsAt,
      endsAt,
      override: moving.overrideReason ?? null,
      isAtDesk: mayRunDay(actor, row.host_id),
      by: actor.personId,
      at: now(),
    }),
  );
}

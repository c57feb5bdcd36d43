import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { isAtDesk } from "../../organizations/index.ts";
import { certificationRefusals, findCertification, findSpace } from "../../spaces/index.ts";
import { answerOf } from "../answer-of.ts";
import type { BookingClaims } from "../deciding/booking-claims.ts";
import { houseOf } from "../queries.ts";
import { mayTeach } from "./policy.ts";
import { inductionRefusals } from "./refusals.ts";
import type { NewInduction } from "./shapes.ts";

/**
 * Sets up a course: its time is booked for the one who teaches, by every rule of a booking, and people can sign up.
 * @returns its id. @throws Refusal any of `booking`, induction.instructor_elsewhere, induction.other_lab, certification.no_such_level
 */
export async function addInduction(
  { db, now }: Installation,
  claims: BookingClaims,
  actor: Actor,
  spaceIdOrSlug: string,
  given: NewInduction,
): Promise<string> {
  const at = now();
  const space = found(await findSpace(db, spaceIdOrSlug));
  const hostId = space.organization_id;
  authorize(actor, mayTeach(actor, hostId));
  const house = found(await houseOf(db, given.resourceId));
  if (house.spaceId !== space.id) found(undefined);
  const certification = found(await findCertification(db, given.certificationId));
  if (certification.organization_id !== hostId) throw inductionRefusals.otherLab();
  if (given.level > certification.levels) throw certificationRefusals.noSuchLevel({ levels: certification.levels });
  const instructorId = given.instructorId ?? actor.personId;
  const startsAt = Temporal.Instant.from(given.startsAt);
  if (!(await isAtDesk(db, instructorId, hostId, dayIn(startsAt, space.time_zone)))) throw inductionRefusals.instructorElsewhere();
  const booking = answerOf(
    await claims.submit({
      kind: "book",
      bookingId: newId(),
      spaceId: space.id,
      resourceId: given.resourceId,
      as: "booking",
      personId: instructorId,
      organizationId: null,
      startsAt,
      endsAt: Temporal.Instant.from(given.endsAt),
      title: certification.names.nb ?? certification.names.nn ?? certification.names.en ?? null,
      note: given.note ?? null,
      people: null,
      isHold: false,
      override: given.overrideReason ?? null,
      seriesId: null,
      by: actor.personId,
      at,
    }),
  );
  const { level, places, note } = given;
  const id = newId();
  // should this fail, the time stays booked for the one who teaches, and can be given back in the calendar
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto("inductions")
      .values({
        space_id: space.id,
        id,
        booking_id: booking.id,
        certification_id: certification.id,
        level,
        instructor_id: instructorId,
        places,
        note: note ?? null,
        created_at: at,
        created_by: actor.personId,
      })
      .execute();
    const details = { bookingId: booking.id, certificationId: certification.id, level, places };
    await audit(tx, { actor, at, action: "induction.add", subject: { kind: "induction", id }, organizationId: hostId, details });
  });
  return id;
}

import type { Actor } from "../../../platform/access/actor.ts";
import { found } from "../../../platform/access/authorize.ts";
import type { Installation } from "../../../platform/installation.ts";
import { addDays, type Day, dayIn, momentOf } from "../../../platform/time/day.ts";
import { findSpace, openingOf } from "../../spaces/index.ts";
import { daysAhead, daysBetween, slotsOn } from "./consultation.ts";
import { presentSlot } from "./present.ts";
import { appointmentsOf, consultationsOf, exceptionsOf } from "./queries.ts";

const usualDays = 28;

/** The slots of a lab from a day until another, the soonest first. Those of a day that is taken out since are not there. */
export async function listSlots(
  { db, now }: Pick<Installation, "db" | "now">,
  actor: Actor,
  spaceIdOrSlug: string,
  query: { from?: Day | undefined; until?: Day | undefined },
) {
  const at = now();
  const space = found(await findSpace(db, spaceIdOrSlug));
  const from = query.from ?? dayIn(at, space.time_zone);
  const asked = query.until ?? addDays(from, usualDays);
  const furthest = addDays(from, daysAhead);
  const until = asked < furthest ? asked : furthest;
  const moment = (day: Day) => momentOf(day, "00:00", space.time_zone);
  const opening = await openingOf(db, space, from);
  const exceptions = await exceptionsOf(db, space.id, from);
  const taken = await appointmentsOf(db, space.id, moment(from), moment(until));
  const slots = (await consultationsOf(db, space.id, from)).flatMap((row) => {
    const without = new Set(exceptions.filter((one) => one.consultation_id === row.id).map((one) => one.day));
    const own = taken.filter((one) => one.consultation_id === row.id);
    const held = daysBetween(from, until).flatMap((day) => slotsOn(row, day, without, opening));
    // somebody took it before the house shut for the day: the desk, and whoever comes, must still see it
    const shut = own.filter((one) => !held.some((slot) => slot.startsAt.equals(one.starts_at)));
    return [
      ...held.map((slot) => ({ slot, row, isHeld: true, taken: own.filter((one) => one.starts_at.equals(slot.startsAt)) })),
      ...shut.map((one) => ({ slot: { startsAt: one.starts_at, endsAt: one.ends_at }, row, isHeld: false, taken: [one] })),
    ];
  });
  return slots
    .toSorted((a, b) => Temporal.Instant.compare(a.slot.startsAt, b.slot.startsAt))
    .map((one) => presentSlot(one, actor, at))
    .filter((slot) => slot.isHeld || slot.people !== null || slot.appointmentId !== null);
}

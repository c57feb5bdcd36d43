import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { lockClaims } from "../../../platform/claims/decided-together.ts";
import { constraintName } from "../../../platform/database/constraint-name.ts";
import type { Installation } from "../../../platform/installation.ts";
import { Refusal } from "../../../platform/refusal/refusal.ts";
import { changeWithin, type EventChange } from "../changing/change-event.ts";
import { kindRefusals } from "../kinds/refusals.ts";
import { mayRunEvent } from "../policy.ts";
import { type EventRow, findEvent, hostIdsOf } from "../queries.ts";
import { eventRefusals } from "../refusals.ts";
import type { RegistrationClaims } from "../registering/registration-claims.ts";
import { eventsOfParent } from "./queries.ts";
import { parentRefusals } from "./refusals.ts";

/**
 * Changes an event of a series and those that follow it, all or none: the times move as many days, to the same time of the clock.
 * Those that were called off stay as they are. A refusal names the event that refuses. @returns how many were changed. @throws Refusal event_parent.not_of_series, any of `event_change`
 */
export async function changeFollowing(
  { db, now }: Installation,
  claims: RegistrationClaims,
  actor: Actor,
  idOrSlug: string,
  change: Omit<EventChange, "status">,
): Promise<number> {
  const known = await findEvent(db, idOrSlug);
  authorize(actor, known !== undefined && mayRunEvent(actor, hostIdsOf(known)));
  const [event, at] = [found(known), now()];
  if (event.parent?.kind !== "series") throw parentRefusals.notOfSeries();
  const following = (await eventsOfParent(db, event.parent.id)).filter((one) => isFrom(one, event));
  await db.transaction().execute(async (tx) => {
    await lockClaims(tx, ...following.map(({ id }) => id));
    for (const one of following)
      await naming(one, () => changeWithin(tx, actor, one.id, { ...change, ...timesFor(one, event, change) }, undefined, at));
  });
  if (change.quotas !== undefined) await Promise.all(following.map(({ id }) => claims.submit({ kind: "offer", eventId: id, at })));
  return following.length;
}

/** Whether an event of a series that is not called off is this one or comes after it. */
export function isFrom({ starts_at, status }: EventRow, event: EventRow): boolean {
  return status !== "cancelled" && Temporal.Instant.compare(starts_at, event.starts_at) >= 0;
}

/** What one of several refuses says which one it is. */
export async function naming({ id, slug, titles, starts_at, time_zone }: EventRow, change: () => Promise<unknown>): Promise<void> {
  try {
    await change();
  } catch (error) {
    const refusal = error instanceof Refusal ? error : keptByDatabase(error);
    if (!refusal) throw error;
    const event = { id, slug, title: titles, startsAt: starts_at.toString(), timeZone: time_zone };
    throw new Refusal(refusal.code, refusal.definition, { ...refusal.details, event });
  }
}

function keptByDatabase(error: unknown): Refusal | undefined {
  const name = constraintName(error);
  const all = [...Object.values(kindRefusals), ...Object.values(eventRefusals)];
  return name === undefined ? undefined : all.find(({ definition }) => definition.constraint === name)?.();
}

type Times = Pick<EventChange, "startsAt" | "endsAt">;

/** Where the times of one come to lie when those of another become something else. */
export function timesFor(one: Pick<EventRow, "starts_at" | "ends_at" | "time_zone">, moved: typeof one, to: Times): Times {
  return {
    ...(to.startsAt && { startsAt: shifted(one.starts_at, moved.starts_at, to.startsAt, one.time_zone) }),
    ...(to.endsAt && { endsAt: shifted(one.ends_at, moved.ends_at, to.endsAt, one.time_zone) }),
  };
}

/** A moment moved as another is: by as many days, to the same time of the clock. */
export function shifted(moment: Temporal.Instant, from: Temporal.Instant, to: Temporal.Instant, timeZone: string): Temporal.Instant {
  const [own, before, after] = [moment, from, to].map((at) => at.toZonedDateTimeISO(timeZone)) as [
    Temporal.ZonedDateTime,
    Temporal.ZonedDateTime,
    Temporal.ZonedDateTime,
  ];
  const days = after.toPlainDate().since(before.toPlainDate()).days;
  return own.toPlainDate().add({ days }).toZonedDateTime({ timeZone, plainTime: after.toPlainTime() }).toInstant();
}

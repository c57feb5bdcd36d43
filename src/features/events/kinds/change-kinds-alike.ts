import type { Actor } from "../../../platform/access/actor.ts";
import { found } from "../../../platform/access/authorize.ts";
import { lockClaims } from "../../../platform/claims/decided-together.ts";
import type { Installation } from "../../../platform/installation.ts";
import { isFrom, naming, shifted } from "../parents/change-following.ts";
import { eventsOfParent } from "../parents/queries.ts";
import { parentRefusals } from "../parents/refusals.ts";
import { mayRunEvent } from "../policy.ts";
import { type EventRow, hostIdsOf } from "../queries.ts";
import { changeKindOf, type KindChange } from "./change-kind.ts";
import { findKind, findKindNamed } from "./queries.ts";
import { runnable, writeWithin } from "./within-event.ts";

/**
 * Changes a kind of ticket of an event and the kinds of the same name beside it, all or none: of a series from this event on, of a festival
 * in all its events that are not over. Only those the actor runs. A refusal names the event that refuses.
 * @returns in how many it was changed. @throws Refusal event_parent.not_of_parent, any of `ticket_kind`
 */
export async function changeKindsAlike(
  { db, now }: Installation,
  actor: Actor,
  { idOrSlug, typeId }: { idOrSlug: string; typeId: string },
  change: KindChange,
): Promise<number> {
  const event = await runnable(db, actor, idOrSlug);
  const at = now();
  if (event.parent === null) throw parentRefusals.notOfParent();
  const { name } = found(await findKind(db, event.id, typeId));
  const isSeries = event.parent.kind === "series";
  const isAlike = (one: EventRow) => (isSeries ? isFrom(one, event) : one.status !== "cancelled" && isAhead(one, at));
  const beside = (await eventsOfParent(db, event.parent.id)).filter((one) => isAlike(one) && mayRunEvent(actor, hostIdsOf(one)));
  let changed = 0;
  await db.transaction().execute(async (tx) => {
    await lockClaims(tx, ...beside.map(({ id }) => id));
    for (const one of beside)
      await naming(one, async () => {
        const own = await findKindNamed(tx, one.id, name);
        if (!own) return;
        const given = isSeries ? { ...change, ...periodFor(one, event, change) } : change;
        const isDone = await writeWithin(tx, actor, { id: one.id }, at, () => changeKindOf(tx, one.id, own.id, given));
        if (isDone) changed += 1;
      });
  });
  return changed;
}

function isAhead({ ends_at }: EventRow, at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(ends_at, at) > 0;
}

/** When the sale of one of a series opens and closes: as many days before it as of the one that is changed. */
function periodFor(one: EventRow, event: EventRow, { opensAt, closesAt }: KindChange): Pick<KindChange, "opensAt" | "closesAt"> {
  const beside = (moment: Temporal.Instant) => shifted(one.starts_at, event.starts_at, moment, one.time_zone);
  return { ...(opensAt && { opensAt: beside(opensAt) }), ...(closesAt && { closesAt: beside(closesAt) }) };
}

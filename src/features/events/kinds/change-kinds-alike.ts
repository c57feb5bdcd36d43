import type { Actor } from "../../../platform/access/actor.ts";
import { found } from "../../../platform/access/authorize.ts";
import { lockClaims } from "../../../platform/claims/decided-together.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { naming, shifted } from "../parents/change-following.ts";
import { eventsAlike } from "../parents/events-alike.ts";
import { mayRunEvent } from "../policy.ts";
import { type EventRow, hostIdsOf } from "../queries.ts";
import { addKindTo, type NewKind } from "./add-kind.ts";
import { changeKindOf, closeKindOf, type KindChange, offersAfter, removeKindOf } from "./change-kind.ts";
import { findKind, findKindNamed } from "./queries.ts";
import { type KindDeed, runnable, writeWithin } from "./within-event.ts";

type Kind = { idOrSlug: string; typeId: string };

/**
 * Changes a kind of ticket of an event and the kinds of the same name beside it, all or none: of a series from this event on, of a festival
 * in all its events that are not over. Only those the actor runs. A refusal names the event that refuses.
 * @returns in how many it was changed. @throws Refusal event_parent.not_of_parent, any of `ticket_kind`
 */
export async function changeKindsAlike(installation: Installation, actor: Actor, kind: Kind, change: KindChange): Promise<number> {
  const changed = await eachNamed(installation, actor, kind, (tx, one, typeId, event) =>
    changeKindOf(tx, one.id, typeId, { ...change, ...periodFor(one, event, change) }),
  );
  await offersAfter(installation, change, changed);
  return changed.length;
}

/** Closes the kinds of the same name likewise. @returns in how many it was open */
export async function closeKindsAlike(installation: Installation, actor: Actor, kind: Kind): Promise<number> {
  const at = installation.now();
  return (await eachNamed(installation, actor, kind, (tx, one, typeId) => closeKindOf(tx, one.id, typeId, at))).length;
}

/** Removes the kinds of the same name likewise. @returns from how many. @throws Refusal ticket_kind.is_used */
export async function removeKindsAlike(installation: Installation, actor: Actor, kind: Kind): Promise<number> {
  return (await eachNamed(installation, actor, kind, (tx, one, typeId) => removeKindOf(tx, one.id, typeId))).length;
}

/** Adds a kind of ticket likewise, to each of places of these names. @returns to how many. @throws Refusal any of `ticket_kind`, event.unknown_quota */
export async function addKindsAlike(installation: Installation, actor: Actor, idOrSlug: string, given: NewKind): Promise<number> {
  const { length } = await eachAlike(installation, actor, idOrSlug, (tx, one, event) =>
    addKindTo(tx, one.id, { ...given, ...periodFor(one, event, given) }),
  );
  return length;
}

type WriteNamed = (tx: Tx, one: EventRow, typeId: string, event: EventRow) => Promise<KindDeed | undefined>;

async function eachNamed(installation: Installation, actor: Actor, { idOrSlug, typeId }: Kind, write: WriteNamed): Promise<string[]> {
  const { id } = await runnable(installation.db, actor, idOrSlug);
  const { name } = found(await findKind(installation.db, id, typeId));
  return eachAlike(installation, actor, idOrSlug, async (tx, one, event) => {
    const own = await findKindNamed(tx, one.id, name);
    return own && write(tx, one, own.id, event);
  });
}

type Write = (tx: Tx, one: EventRow, event: EventRow) => Promise<KindDeed | undefined>;

/** @returns the ids of the events where something was done */
async function eachAlike({ db, now }: Installation, actor: Actor, idOrSlug: string, write: Write): Promise<string[]> {
  const event = await runnable(db, actor, idOrSlug);
  const at = now();
  const beside = (await eventsAlike(db, event, at)).filter((one) => mayRunEvent(actor, hostIdsOf(one)));
  const changed: string[] = [];
  await db.transaction().execute(async (tx) => {
    await lockClaims(tx, ...beside.map(({ id }) => id));
    for (const one of beside)
      await naming(one, async () => {
        if (await writeWithin(tx, actor, { id: one.id }, at, () => write(tx, one, event))) changed.push(one.id);
      });
  });
  return changed;
}

interface Period {
  opensAt?: Temporal.Instant | null | undefined;
  closesAt?: Temporal.Instant | null | undefined;
}

/** When the sale of one of a series opens and closes: as many days before it as of the one that is changed. */
function periodFor(
  one: EventRow,
  event: EventRow,
  { opensAt, closesAt }: Period,
): { opensAt?: Temporal.Instant; closesAt?: Temporal.Instant } {
  if (event.parent?.kind !== "series") return {};
  const beside = (moment: Temporal.Instant) => shifted(one.starts_at, event.starts_at, moment, one.time_zone);
  return { ...(opensAt && { opensAt: beside(opensAt) }), ...(closesAt && { closesAt: beside(closesAt) }) };
}

import type { Actor, SignedIn } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Texts } from "../../../platform/database/schema.ts";
import type { Installation } from "../../../platform/installation.ts";
import { languages } from "../../../platform/language/language.ts";
import { announce } from "../../../platform/outbox.ts";
import { findSpace } from "../../spaces/index.ts";
import { moveSessions, sessionsOutside } from "../agenda/queries.ts";
import { agendaRefusals } from "../agenda/refusals.ts";
import { mayRunEvent } from "../policy.ts";
import { type EventRow, findEvent, hostIdsOf, quotasOf } from "../queries.ts";
import { eventRefusals } from "../refusals.ts";
import type { RegistrationClaims } from "../registering/registration-claims.ts";
import { holdEvent } from "./hold-event.ts";
import { eventChangeRefusals } from "./refusals.ts";
import { type TermsChange, writeTerms } from "./write-terms.ts";

/** What is left out stays as it is. */
export interface EventChange extends TermsChange {
  title?: Texts | undefined;
  descriptions?: Texts | undefined;
  /** Id or slug. */
  space?: string | null | undefined;
  place?: string | null | undefined;
  /** When it is abroad. */
  country?: string | null | undefined;
  onlineUrl?: string | null | undefined;
  startsAt?: Temporal.Instant | undefined;
  endsAt?: Temporal.Instant | undefined;
  status?: "draft" | "published" | undefined;
  /** New sizes, by name. */
  quotas?: { name: string; size: number }[] | undefined;
}

/** Changes an event, and tells everybody who comes what they must know. @returns its id. @throws Refusal any of `event`, `event_change` */
export async function changeEvent(
  installation: Installation,
  claims: RegistrationClaims,
  actor: Actor,
  idOrSlug: string,
  change: EventChange,
  expected: number | undefined,
): Promise<string> {
  const { db, now } = installation;
  const known = await findEvent(db, idOrSlug);
  authorize(actor, known !== undefined && mayRunEvent(actor, hostIdsOf(known)));
  const [id, at] = [found(known).id, now()];
  await db.transaction().execute((tx) => changeWithin(tx, actor, id, change, expected, at));
  if (change.quotas !== undefined) await claims.submit({ kind: "offer", eventId: id, at });
  return id;
}

/** The same within a transaction, for whoever has seen that the actor may. */
export async function changeWithin(
  tx: Tx,
  actor: SignedIn,
  id: string,
  change: EventChange,
  expected: number | undefined,
  at: Temporal.Instant,
): Promise<void> {
  const before = await holdEvent(tx, id, expected);
  if (before.status === "published" && change.status === "draft") throw eventChangeRefusals.alreadyTold();
  const changed = await writeChange(tx, before, change);
  await writeTerms(tx, { actor, at }, before, change);
  await changeSizes(tx, id, change.quotas ?? []);
  const organizationIds = hostIdsOf(before);
  const what = Object.keys(change);
  await audit(tx, {
    actor,
    at,
    action: "event.change",
    subject: { kind: "event", id },
    organizationId: organizationIds[0],
    details: { fields: what },
  });
  const isPublished = before.status === "draft" && change.status === "published";
  const topic = isPublished ? "event.published" : "event.changed";
  await announce(tx, [{ at, topic, organizationIds, payload: { eventId: id, fields: what, isTold: changed && !isPublished } }]);
}

/** @returns whether those who come must be told: it has another name, time or place */
async function writeChange(tx: Tx, before: EventRow, change: EventChange): Promise<boolean> {
  const space = change.space === undefined ? before.space_id : change.space === null ? null : found(await findSpace(tx, change.space)).id;
  const after = {
    titles: change.title ?? before.titles,
    space_id: space,
    place: change.place === undefined ? before.place : change.place,
    online_url: change.onlineUrl === undefined ? before.online_url : change.onlineUrl,
    starts_at: change.startsAt ?? before.starts_at,
    ends_at: change.endsAt ?? before.ends_at,
  };
  if (Temporal.Instant.compare(after.starts_at, after.ends_at) >= 0) throw eventRefusals.endsBeforeStart();
  const hasMoved = !after.starts_at.equals(before.starts_at);
  await tx
    .updateTable("events")
    .set({ ...after, titles: JSON.stringify(after.titles), descriptions: JSON.stringify(change.descriptions ?? before.descriptions) })
    .$if(change.country !== undefined, (query) => query.set({ country: change.country ?? null }))
    // what is abroad is in no municipality
    .$if(change.country != null, (query) => query.set({ municipality_number: null, municipality_recorded_on: null }))
    .set({ status: change.status ?? before.status, version: before.version + 1 })
    // who was reminded of another day is reminded again
    .$if(hasMoved, (query) => query.set({ reminded_at: null }))
    .where("id", "=", before.id)
    .execute();
  // the programme goes where the event goes
  if (hasMoved) await moveSessions(tx, before.id, after.starts_at.since(before.starts_at).total("milliseconds"));
  const outside = await sessionsOutside(tx, before.id, after.starts_at, after.ends_at);
  if (outside > 0) throw agendaRefusals.sessionsOutside({ count: outside });
  return (
    hasMoved ||
    !after.ends_at.equals(before.ends_at) ||
    after.space_id !== before.space_id ||
    after.place !== before.place ||
    after.online_url !== before.online_url ||
    languages.some((each) => (after.titles[each] ?? "") !== (before.titles[each] ?? ""))
  );
}

async function changeSizes(tx: Tx, eventId: string, sizes: readonly { name: string; size: number }[]): Promise<void> {
  if (sizes.length === 0) return;
  const quotas = new Map((await quotasOf(tx, eventId)).map((quota) => [quota.name, quota]));
  for (const { name, size } of sizes) {
    const quota = quotas.get(name);
    if (!quota) throw eventRefusals.unknownQuota({ quota: name });
    if (size < quota.taken) throw eventChangeRefusals.placesTaken({ quota: name, taken: quota.taken });
  }
  await tx
    .updateTable("event_quotas")
    .set(({ case: when, ref }) => {
      const [first, ...others] = sizes as [{ name: string; size: number }, ...{ name: string; size: number }[]];
      const start = when().when("name", "=", first.name).then(first.size);
      return {
        size: others
          .reduce((so, one) => so.when("name", "=", one.name).then(one.size), start)
          .else(ref("size"))
          .end(),
      };
    })
    .where("event_id", "=", eventId)
    .execute();
}

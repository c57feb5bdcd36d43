import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Db, Tx } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Texts } from "../../../platform/database/schema.ts";
import type { Installation } from "../../../platform/installation.ts";
import { announce } from "../../../platform/outbox.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { findOrganization, freeSlug, slugOf } from "../../organizations/index.ts";
import { alikeTo } from "../alike.ts";
import type { NewEvent } from "../create-event.ts";
import { titleIn } from "../event.ts";
import { insertEvents } from "../insert-events.ts";
import { mayHoldEvents, mayRunEvent } from "../policy.ts";
import { type Missing, type PreparedEvent, prepareEvents } from "../prepare-event.ts";
import { hostIdsOf } from "../queries.ts";
import type { ParentKind } from "./parent.ts";
import { findParent, type ParentRow, takenParentSlugs } from "./queries.ts";
import { parentRefusals } from "./refusals.ts";
import { repeated } from "./repeated.ts";

export interface NewParent {
  kind: ParentKind;
  title: Texts;
  descriptions: Texts;
  /** Who leads: id or slug, as of those who hold it too. */
  organization: string;
  coHosts: string[];
  /** One for a series, which is repeated. */
  events: NewEvent[];
  recurrence?: string | undefined;
  refuseAlike: boolean;
}

/** An event of a list that cannot be saved: which, from 0, and the first thing that is wrong with it. */
export interface RowFault {
  row: number;
  fault: Missing | "alike";
  /** What it is like, when it is like another. */
  title?: string;
}

/** Holds a festival or a series with all its events, or nothing of it. @returns its id. @throws Refusal any of `event_parent` */
export async function createParent(installation: Installation, actor: Actor, given: NewParent): Promise<string> {
  const { db, now } = installation;
  const [id, at] = [newId(), now()];
  authorize(actor, true);
  if ((given.kind === "series") !== (given.recurrence !== undefined)) throw parentRefusals.needsRecurrence();
  const [first] = given.events;
  if (given.recurrence !== undefined && (given.events.length > 1 || first === undefined)) throw parentRefusals.needsRecurrence();
  const today = dayIn(at, "Europe/Oslo");
  const hosts = await Promise.all(
    [given.organization, ...given.coHosts].map(async (word) => found(await findOrganization(db, actor, word, today))),
  );
  const [leads] = hosts;
  authorize(actor, leads !== undefined && mayHoldEvents(actor, leads.id));
  const wished = given.recurrence !== undefined && first ? repeated(first, given.recurrence) : given.events;
  const events = await preparedRows(db, actor, wished, at, id, given.refuseAlike);
  const hostIds = [...new Set(hosts.map((host) => host.id))];
  await db.transaction().execute(async (tx) => {
    await insertParent(tx, id, given, hostIds, at);
    await insertEvents(tx, actor, events, at);
    const subject = { kind: "event_parent", id };
    const details = { title: given.title, events: events.length };
    await audit(tx, { actor, at, action: "event_parent.create", subject, organizationId: hostIds[0], details });
    await announce(tx, [{ at, topic: "event_parent.created", organizationIds: hostIds, payload: { parentId: id } }]);
  });
  return id;
}

/** Adds events to a festival: all of them, or none. @returns its id. @throws Refusal event_parent.rows_wrong */
export async function addEvents(
  { db, now }: Installation,
  actor: Actor,
  idOrSlug: string,
  given: { events: NewEvent[]; refuseAlike: boolean },
): Promise<string> {
  const at = now();
  const parent = await runnableParent(db, actor, idOrSlug);
  authorize(actor, true);
  const events = await preparedRows(db, actor, given.events, at, parent.id, given.refuseAlike);
  await db.transaction().execute(async (tx) => {
    await insertEvents(tx, actor, events, at);
    const hostIds = hostIdsOf(parent);
    const subject = { kind: "event_parent", id: parent.id };
    await audit(tx, {
      actor,
      at,
      action: "event_parent.add_events",
      subject,
      organizationId: hostIds[0],
      details: { events: events.length },
    });
    await announce(tx, [{ at, topic: "event_parent.changed", organizationIds: hostIds, payload: { parentId: parent.id } }]);
  });
  return parent.id;
}

export async function runnableParent(db: Db, actor: Actor, idOrSlug: string): Promise<ParentRow> {
  const parent = await findParent(db, idOrSlug);
  authorize(actor, parent !== undefined && mayRunEvent(actor, hostIdsOf(parent)));
  return found(parent);
}

async function preparedRows(
  db: Db,
  actor: Parameters<typeof prepareEvents>[1],
  wished: readonly NewEvent[],
  at: Temporal.Instant,
  parentId: string,
  refuseAlike: boolean,
): Promise<PreparedEvent[]> {
  const prepared = await prepareEvents(db, actor, wished, at, parentId);
  const faults = prepared.flatMap(({ missing }, row): RowFault[] => (missing === undefined ? [] : [{ row, fault: missing }]));
  const events = prepared.flatMap(({ event }) => event ?? []);
  const rowOf = new Map(prepared.map(({ event }, row) => [event?.id, row]));
  const alike = refuseAlike ? await alikeTo(db, events) : [];
  const all = [...faults, ...alike.map(({ of, title }): RowFault => ({ row: rowOf.get(of) ?? 0, fault: "alike", title }))];
  if (all.length > 0) throw parentRefusals.rowsWrong({ rows: all.toSorted((one, other) => one.row - other.row) });
  return events;
}

async function insertParent(tx: Tx, id: string, given: NewParent, hostIds: readonly string[], at: Temporal.Instant): Promise<void> {
  const slug = slugOf(titleIn(given.title, "nb")) || given.kind;
  await tx
    .insertInto("event_parents")
    .values({
      id,
      slug: freeSlug(slug, await takenParentSlugs(tx, slug)),
      kind: given.kind,
      titles: JSON.stringify(given.title),
      descriptions: JSON.stringify(given.descriptions),
      recurrence: given.recurrence ?? null,
      created_at: at,
    })
    .execute();
  await tx
    .insertInto("event_parent_hosts")
    .values(hostIds.map((organizationId, index) => ({ parent_id: id, organization_id: organizationId, leads: index === 0 })))
    .execute();
}

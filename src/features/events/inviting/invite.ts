import { z } from "zod";
import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Db, Tx } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { defineJob } from "../../../platform/jobs/job.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { addPeople, findOrganization, findPeopleByAddress } from "../../organizations/index.ts";
import { mayHoldEvents, mayRunEvent } from "../policy.ts";
import { findEvent, hostIdsOf } from "../queries.ts";
import { eventRefusals } from "../refusals.ts";
import { type Invitee, nameOf } from "./invitation.ts";
import { membersOf, peopleOf } from "./queries.ts";

/** Writes to those who are invited and have not been told. */
export const writesInvitations = defineJob("events.write-invitations", z.strictObject({}));

export interface Invited {
  people: Invitee[];
  /** Id or slug of an organization. */
  membersOf?: string | undefined;
  /** Id or slug of another event. */
  fromEvent?: string | undefined;
}

/** Invites people to an event. @returns how many now, and how many had been before. @throws Refusal event.cancelled, event.is_over */
export async function invite(installation: Installation, actor: Actor, idOrSlug: string, given: Invited) {
  const { db, now } = installation;
  const at = now();
  const event = await run(db, actor, idOrSlug);
  if (event.status === "cancelled") throw eventRefusals.cancelled();
  if (Temporal.Instant.compare(event.ends_at, at) <= 0) throw eventRefusals.isOver();
  const today = dayIn(at, "Europe/Oslo");
  const fromMembers = given.membersOf === undefined ? [] : await members(db, actor, given.membersOf, today);
  const fromEvent = given.fromEvent === undefined ? [] : await peopleOf(db, (await run(db, actor, given.fromEvent)).id);
  return db.transaction().execute(async (tx) => {
    const asked = [...new Set([...fromMembers, ...fromEvent, ...(await peopleAt(tx, given.people, at))])];
    const rows =
      asked.length === 0 ? [] : await writeInvitations(tx, event.id, asked, { by: actor.kind === "person" ? actor.personId : null, at });
    const subject = { kind: "event", id: event.id };
    const details = { added: rows.length, membersOf: given.membersOf, fromEvent: given.fromEvent };
    await audit(tx, { actor, at, action: "event.invite", subject, organizationId: hostIdsOf(event)[0], details });
    if (rows.length > 0) await enqueue(tx, writesInvitations, {}, { jobKey: writesInvitations.name });
    return { added: rows.length, alreadyInvited: asked.length - rows.length };
  });
}

function writeInvitations(tx: Tx, eventId: string, people: string[], { by, at }: { by: string | null; at: Temporal.Instant }) {
  return tx
    .insertInto("event_invitations")
    .values(people.map((personId) => ({ event_id: eventId, person_id: personId, invited_at: at, invited_by: by })))
    .onConflict((conflict) => conflict.constraint("event_invitations_once").doNothing())
    .returning("person_id")
    .execute();
}

/** An event whoever acts runs. */
export async function run(db: Db, actor: Actor, idOrSlug: string) {
  const event = await findEvent(db, idOrSlug);
  authorize(actor, event !== undefined && mayRunEvent(actor, hostIdsOf(event)));
  return found(event);
}

async function members(db: Db, actor: Actor, idOrSlug: string, day: string): Promise<string[]> {
  const organization = await findOrganization(db, actor, idOrSlug, day);
  authorize(actor, organization !== undefined && mayHoldEvents(actor, organization.id));
  return membersOf(db, found(organization).id, day);
}

// whoever is not known yet is written down, and becomes known by the address when they sign in
async function peopleAt(tx: Tx, people: readonly Invitee[], at: Temporal.Instant): Promise<string[]> {
  const byAddress = new Map(people.map((one) => [one.email.toLowerCase(), one]));
  const known = await findPeopleByAddress(tx, [...byAddress.keys()]);
  const strangers = [...byAddress]
    .filter(([email]) => !known.has(email))
    .map(([email, one]) => ({ id: newId(), email, name: nameOf(one) }));
  await addPeople(tx, strangers, at);
  return [...[...known.values()].filter(({ isErased }) => !isErased), ...strangers].map(({ id }) => id);
}

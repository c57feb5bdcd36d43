import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { findEvent, hostIdsOf } from "../queries.ts";
import { run } from "./invite.ts";
import { invitationOf } from "./queries.ts";
import { invitationRefusals } from "./refusals.ts";

/** Says no to an invitation, or takes that back. @returns when it was said. @throws Refusal event_invitation.has_registered */
export async function answerInvitation(
  { db, now }: Installation,
  actor: Actor,
  idOrSlug: string,
  isDeclined: boolean,
): Promise<Temporal.Instant | null> {
  authorize(actor, true);
  const [event, at] = [found(await findEvent(db, idOrSlug)), now()];
  const invitation = found(await invitationOf(db, event.id, actor.personId));
  if (isDeclined && (await hasRegistered(db, event.id, actor.personId))) throw invitationRefusals.hasRegistered();
  // said before, it stands as it was said
  if ((invitation.declined_at !== null) === isDeclined) return invitation.declined_at;
  const declinedAt = isDeclined ? at : null;
  await db.transaction().execute(async (tx) => {
    await tx
      .updateTable("event_invitations")
      .set({ declined_at: declinedAt })
      .where("event_id", "=", event.id)
      .where("person_id", "=", actor.personId)
      .execute();
    const subject = { kind: "event", id: event.id };
    const details = { declined: isDeclined };
    await audit(tx, { actor, at, action: "event.answer_invitation", subject, organizationId: hostIdsOf(event)[0], details });
  });
  return declinedAt;
}

/** Takes an invitation back. There is none: nothing to do. @throws Refusal event_invitation.has_registered */
export async function withdrawInvitation({ db, now }: Installation, actor: Actor, idOrSlug: string, personId: string): Promise<void> {
  const event = await run(db, actor, idOrSlug);
  if (await hasRegistered(db, event.id, personId)) throw invitationRefusals.hasRegistered();
  await db.transaction().execute(async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom("event_invitations")
      .where("event_id", "=", event.id)
      .where("person_id", "=", personId)
      .executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) return;
    const subject = { kind: "event", id: event.id };
    const details = { personId };
    await audit(tx, { actor, at: now(), action: "event.withdraw_invitation", subject, organizationId: hostIdsOf(event)[0], details });
  });
}

async function hasRegistered(db: Db, eventId: string, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom("registrations")
    .select("id")
    .where("event_id", "=", eventId)
    .where("person_id", "=", personId)
    .where("state", "<>", "cancelled")
    .executeTakeFirst();
  return row !== undefined;
}

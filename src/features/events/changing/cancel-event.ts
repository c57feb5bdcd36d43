import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import { lockClaims } from "../../../platform/claims/decided-together.ts";
import type { Installation } from "../../../platform/installation.ts";
import { announce } from "../../../platform/outbox.ts";
import { mayRunEvent } from "../policy.ts";
import { findEvent, hostIdsOf } from "../queries.ts";
import { eventRefusals } from "../refusals.ts";
import type { RegistrationClaims } from "../registering/registration-claims.ts";

/**
 * Calls an event off: every registration ends, and whoever had one is written to with the reason. Called off before, it stays so, with
 * the reason that was given first. @returns its id. @throws Refusal event.is_over
 */
export async function cancelEvent(
  installation: Installation,
  claims: RegistrationClaims,
  actor: Actor,
  idOrSlug: string,
  reason: string,
): Promise<string> {
  const { db, now } = installation;
  const known = await findEvent(db, idOrSlug);
  authorize(actor, known !== undefined && mayRunEvent(actor, hostIdsOf(known)));
  const [event, at] = [found(known), now()];
  if (Temporal.Instant.compare(event.ends_at, at) <= 0) throw eventRefusals.isOver();
  await db.transaction().execute(async (tx) => {
    // who is being decided for now is ended below
    await lockClaims(tx, event.id);
    const { numUpdatedRows } = await tx
      .updateTable("events")
      .set((value) => ({ status: "cancelled", cancelled_at: at, cancellation_reason: reason, version: value("version", "+", 1) }))
      .where("id", "=", event.id)
      .where("status", "<>", "cancelled")
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return;
    const organizationIds = hostIdsOf(event);
    const subject = { kind: "event", id: event.id };
    await audit(tx, { actor, at, action: "event.cancel", subject, organizationId: organizationIds[0], reason });
    await announce(tx, [{ at, topic: "event.cancelled", organizationIds, payload: { eventId: event.id } }]);
  });
  await endRegistrations(installation, claims, event.id, actor.personId);
  return event.id;
}

/** Ends what is left of registrations for events that are called off: when the process died in between, or somebody was just registering. */
export async function endWithEvents(installation: Installation, claims: RegistrationClaims): Promise<void> {
  const rows = await installation.db
    .selectFrom("events")
    .select("id")
    .where("status", "=", "cancelled")
    .where("ends_at", ">", installation.now())
    .execute();
  for (const { id } of rows) await endRegistrations(installation, claims, id, null);
}

const endedAtOnce = 1_000;

async function endRegistrations({ db, now }: Installation, claims: RegistrationClaims, eventId: string, by: string | null): Promise<void> {
  for (let after = ""; ; ) {
    const rows = await db
      .selectFrom("registrations")
      .select("id")
      .where("event_id", "=", eventId)
      .where("state", "<>", "cancelled")
      .$if(after !== "", (query) => query.where("id", ">", after))
      .orderBy("id")
      .limit(endedAtOnce)
      .execute();
    // a registration somebody has come in on stays: they came
    await Promise.all(
      rows.map(({ id: registrationId }) =>
        claims.submit({
          kind: "end",
          registrationId,
          eventId,
          ending: "event_cancelled",
          from: ["held", "waiting", "confirmed"],
          by,
          at: now(),
        }),
      ),
    );
    after = rows.at(-1)?.id ?? "";
    if (rows.length < endedAtOnce) return;
  }
}

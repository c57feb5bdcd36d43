import { z } from "zod";
import type { Installation } from "../../platform/installation.ts";
import { enqueue } from "../../platform/jobs/enqueue.ts";
import { defineJob } from "../../platform/jobs/job.ts";
import { type Subscription, subscription } from "../../platform/outbox/subscription.ts";
import type { RegistrationClaims } from "./registering/registration-claims.ts";

/** Gives back what somebody who is erased had ahead of them. */
export const givesBack = defineJob("events.give-back", z.object({ personId: z.uuid() }));

export const erasedPeople: Subscription = subscription("events.erased-people", ["person.erased"], async (tx, { payload }) => {
  await enqueue(tx, givesBack, z.object({ personId: z.uuid() }).parse(payload));
});

/** Gives a person's own places ahead back, and places on lists; those who wait are asked. Places of an organization stay with it. */
export async function giveBackRegistrations({ db, now }: Installation, claims: RegistrationClaims, personId: string): Promise<void> {
  const at = now();
  const rows = await db
    .selectFrom("registrations as r")
    .innerJoin("events as e", "e.id", "r.event_id")
    .select(["r.event_id", "r.id"])
    .where("r.person_id", "=", personId)
    .where("r.organization_id", "is", null)
    .where("r.state", "<>", "cancelled")
    .where("e.starts_at", ">", at)
    .execute();
  await Promise.all(
    rows.map(({ event_id: eventId, id: registrationId }) =>
      claims.submit({
        kind: "end",
        registrationId,
        eventId,
        ending: "cancelled",
        from: ["held", "waiting", "confirmed"],
        by: null,
        at,
      }),
    ),
  );
}

import type { Installation } from "../../platform/installation.ts";
import type { RegistrationClaims } from "./registering/registration-claims.ts";

/** Gives back what was held longer than its deadline: a form that was never sent, an offer nobody answered. @returns how many */
export async function endLapsed({ db, now }: Installation, claims: RegistrationClaims): Promise<number> {
  const at = now();
  const rows = await db
    .selectFrom("registrations")
    .select(["event_id", "id"])
    .where("state", "=", "held")
    .where("held_until", "<=", at)
    .orderBy("held_until")
    .limit(1_000)
    .execute();
  const answers = await Promise.all(
    rows.map(({ event_id: eventId, id: registrationId }) =>
      claims.submit({ kind: "end", registrationId, eventId, ending: "expired", from: ["held"], by: null, at }),
    ),
  );
  return answers.filter(({ kind }) => kind === "done").length;
}

/** Offers what is free to those who wait, wherever both are: after a quota has grown, or a process died in between. */
export async function offerFreePlaces({ db, now }: Installation, claims: RegistrationClaims): Promise<void> {
  const rows = await db
    .selectFrom("event_quotas as q")
    .innerJoin("events as e", "e.id", "q.event_id")
    .select("q.event_id")
    .distinct()
    .where("q.waiting", ">", 0)
    .whereRef("q.taken", "<", "q.size")
    .where("e.status", "=", "published")
    .where("e.ends_at", ">", now())
    .execute();
  await Promise.all(rows.map(({ event_id: eventId }) => claims.submit({ kind: "offer", eventId, at: now() })));
}

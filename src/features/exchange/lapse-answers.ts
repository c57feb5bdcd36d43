import { sql } from "kysely";
import type { Installation } from "../../platform/installation.ts";
import type { DayPassClaims } from "./claims/day-pass-claims.ts";
import { endPass } from "./end-day-pass.ts";
import { offerFreeSeats } from "./offer-seats.ts";
import { passes } from "./queries.ts";

/** Offers nobody took in time go to the next on the list; guests a host did not answer in time get their day back. */
export async function lapseAnswers(installation: Installation, claims: DayPassClaims): Promise<void> {
  const { db, now } = installation;
  const lapsed = await passes(db).where("p.state", "=", "offered").where("o.expires_at", "<", now()).execute();
  for (const pass of lapsed) await endPass(installation, claims, pass, { ending: "offer_lapsed", from: ["offered"] });
  const unanswered = await passes(db)
    .where("p.state", "=", "waiting")
    .where("p.waits_for", "=", "host")
    .where(
      sql<boolean>`coalesce(o.expires_at, p.claimed_at) + make_interval(hours => (v.terms ->> 'answerHours')::int) < ${now()}::timestamptz`,
    )
    .execute();
  for (const pass of unanswered) await endPass(installation, claims, pass, { ending: "refused", reason: "no answer", from: ["waiting"] });
  await offerFreeSeats(installation, claims);
}

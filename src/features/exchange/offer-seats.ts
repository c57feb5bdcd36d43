import type { Installation } from "../../platform/installation.ts";
import { dayIn } from "../../platform/time/day.ts";
import type { DayPassClaims } from "./claims/day-pass-claims.ts";
import { findHost, waitedForAndFree, waitingFor } from "./queries.ts";

/**
 * Offers the free seats of a host's day to those on its list, in the order they came. Who cannot take a seat now (the
 * quota is used, another pass that day) keeps the place on the list and the next one is asked.
 * @returns how many seats were offered
 */
export async function offerSeats(
  { db, now }: Pick<Installation, "db" | "now">,
  claims: DayPassClaims,
  spaceId: string,
  day: string,
): Promise<number> {
  const host = await findHost(db, spaceId);
  if (!host || day < dayIn(now(), host.time_zone)) return 0;
  let offered = 0;
  for (const { id, person_id } of await waitingFor(db, host.id, day)) {
    const answer = await claims.submit({ kind: "offer", passId: id, spaceId: host.id, day, personId: person_id, at: now() });
    if (answer.kind === "done") offered += 1;
    else if (answer.kind === "refused" && answer.refusal.code === "exchange.day_full") break;
  }
  return offered;
}

/**
 * Offers every free seat somebody waits for: where the person waits (the day is free again), where others of the company or at the
 * space do (their quotas are). Without one, everywhere: a process may have ended between a seat given back and its offer.
 */
export async function offerFreeSeats(
  installation: Pick<Installation, "db" | "now">,
  claims: DayPassClaims,
  givenBack?: { person_id: string; company_id: string | null; space_id: string },
): Promise<void> {
  for (const { space_id, day } of await waitedForAndFree(installation.db, givenBack)) await offerSeats(installation, claims, space_id, day);
}

import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { Installation } from "../../platform/installation.ts";
import { dayIn } from "../../platform/time/day.ts";
import { cancelDeadline, termsSchema } from "./agreement.ts";
import type { Pass } from "./claims/command.ts";
import type { DayPassClaims } from "./claims/day-pass-claims.ts";
import type { Ending, PassState } from "./day-pass.ts";
import { offerFreeSeats } from "./offer-seats.ts";
import { mayCancelPass, mayReceiveGuests } from "./policy.ts";
import { findPass, type PassRow } from "./queries.ts";
import { exchangeRefusals } from "./refusals.ts";

/** States from which a pass can be given back. */
const givable: PassState[] = ["waiting", "offered", "held"];

/**
 * Gives a seat or a place on the list back. In time the day is not counted; later it is, and the seat still goes to the
 * next on the list. Asked for again, it is as it was. @throws Refusal when the day has passed or the pass has ended otherwise
 */
export async function cancelDayPass(installation: Installation, claims: DayPassClaims, actor: Actor, passId: string): Promise<void> {
  const pass = found(await findPass(installation.db, passId));
  authorize(actor, mayCancelPass(actor, partiesOf(pass)));
  if (pass.state === "cancelled") return;
  const { now } = installation;
  if (pass.day < dayIn(now(), pass.time_zone)) throw exchangeRefusals.pastDay();
  const isLate = Temporal.Instant.compare(now(), cancelDeadline(termsSchema.parse(pass.terms), pass.day, pass.time_zone)) > 0;
  const ending: Ending = pass.waits_for === "seat" ? "left_list" : pass.state === "offered" ? "offer_lapsed" : "cancelled";
  await endPass(installation, claims, pass, { ending, keepsQuota: isLate && pass.state === "held", by: actor.personId });
}

/** The host that is asked first says no. */
export async function refuseGuest(
  installation: Installation,
  claims: DayPassClaims,
  actor: Actor,
  passId: string,
  reason: string | undefined,
): Promise<Pass> {
  const pass = found(await findPass(installation.db, passId));
  authorize(actor, mayReceiveGuests(actor, pass.host_id));
  if (pass.state !== "waiting" || pass.waits_for !== "host") throw exchangeRefusals.wrongState({ state: pass.state });
  return endPass(installation, claims, pass, { ending: "refused", by: actor.personId, reason });
}

/** Ends a pass and offers what it gave back, the seat, the day and the quotas, to those who wait for it. @throws Refusal when it had ended before */
export async function endPass(
  installation: Installation,
  claims: DayPassClaims,
  pass: PassRow,
  given: { ending: Ending; keepsQuota?: boolean; by?: string; reason?: string | undefined; from?: PassState[] },
): Promise<Pass> {
  const answer = await claims.submit({
    kind: "release",
    passId: pass.id,
    spaceId: pass.space_id,
    day: pass.day,
    personId: pass.person_id,
    ending: given.ending,
    keepsQuota: given.keepsQuota ?? false,
    from: given.from ?? givable,
    by: given.by ?? null,
    reason: given.reason ?? null,
    at: installation.now(),
  });
  if (answer.kind === "refused") throw answer.refusal;
  if (answer.kind !== "done") throw new Error("A release cannot be sent to the list");
  await offerFreeSeats(installation, claims, pass);
  return answer.pass;
}

/** The three who have to do with a pass, as the policy asks for them. */
export function partiesOf(pass: PassRow) {
  return { personId: pass.person_id, hostId: pass.host_id, homeId: pass.home_id };
}

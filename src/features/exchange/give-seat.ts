import type { Actor, SignedIn } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { Installation } from "../../platform/installation.ts";
import { dayIn } from "../../platform/time/day.ts";
import { tellerOf } from "../organizations/index.ts";
import { acceptForGuest } from "./accept-day-pass.ts";
import { checkIn } from "./check-in.ts";
import type { Answer, Offer, Release } from "./claims/command.ts";
import type { DayPassClaims } from "./claims/day-pass-claims.ts";
import { offerFreeSeats } from "./offer-seats.ts";
import { mayReceiveGuests } from "./policy.ts";
import { findPass, type PassRow } from "./queries.ts";
import { exchangeRefusals } from "./refusals.ts";

export interface SeatGiven {
  /** Made by the phone: sent twice, the guest is let in once. */
  nonce: string;
  device?: string | undefined;
  /** Set out one more seat for this guest when the day is full. */
  addSeat: boolean;
  /** The pass of a guest who did not come, whose seat it is. */
  insteadOf?: string | undefined;
  /** Why; needed for a seat more and for another's seat. */
  reason?: string | undefined;
}

/**
 * The host gives a seat today to a guest who waits for one, and lets them in. A free one without more; on a full day one seat more,
 * or the seat of a guest who did not come, who thereby has cancelled too late. No quota is set aside.
 * @throws Refusal when the day is full and neither was chosen, or when the guest may not have the day
 */
export async function giveSeat(
  installation: Installation,
  claims: DayPassClaims,
  actor: Actor,
  passId: string,
  given: SeatGiven,
): Promise<{ isDouble: boolean }> {
  const { db, now } = installation;
  const pass = found(await findPass(db, passId));
  authorize(actor, mayReceiveGuests(actor, pass.host_id));
  if (pass.day !== dayIn(now(), pass.time_zone)) throw exchangeRefusals.wrongDay({ day: pass.day });
  if (pass.state === "offered") await acceptForGuest(installation, actor, pass);
  else if (pass.state === "waiting" && pass.waits_for === "seat") await takeSeat(installation, claims, actor, pass, given);
  // sent again, the guest has the seat already; the nonce tells whether the guest was let in
  else if (pass.state !== "held" && pass.state !== "checked_in") throw exchangeRefusals.wrongState({ state: pass.state });
  return checkIn(installation, actor, passId, { nonce: given.nonce, device: given.device, scannedAt: now() });
}

async function takeSeat(
  { db, now }: Installation,
  claims: DayPassClaims,
  actor: SignedIn,
  pass: PassRow,
  { addSeat, insteadOf, reason }: SeatGiven,
): Promise<void> {
  const absent = insteadOf === undefined ? undefined : found(await findPass(db, insteadOf));
  if (absent && (absent.space_id !== pass.space_id || absent.day !== pass.day)) throw exchangeRefusals.wrongDay({ day: absent.day });
  const why = reason ?? null;
  const of = ({ id, space_id, day, person_id }: PassRow) => ({ passId: id, spaceId: space_id, day, personId: person_id, at: now() });
  const offer: Offer = { ...of(pass), kind: "offer", given: { by: actor, addsSeat: addSeat, reason: why } };
  let answer = await claims.submit(offer);
  if (absent && isFull(answer)) {
    const release = { ending: "cancelled", keepsQuota: true, from: ["held"], by: actor.personId, reason: why } satisfies Partial<Release>;
    // handed in together they are decided together: nobody on the list is asked in between
    const answers = await Promise.all([claims.submit({ ...of(absent), kind: "release", ...release }), claims.submit(offer)]);
    answer = answers.find(({ kind }) => kind === "refused") ?? answers[1];
    await offerFreeSeats({ db, now }, claims, absent);
  }
  if (isFull(answer)) throw exchangeRefusals.noSeatToGive();
  if (answer.kind === "refused") throw (await tellerOf(db, actor.personId, pass.person_id))(answer.refusal);
}

function isFull(answer: Answer): boolean {
  return answer.kind === "refused" && answer.refusal.code === exchangeRefusals.dayFull.code;
}

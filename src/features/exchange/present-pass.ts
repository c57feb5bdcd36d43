import { type Actor, isPerson } from "../../platform/access/actor.ts";
import { dayIn } from "../../platform/time/day.ts";
import { cancelDeadline, termsSchema } from "./agreement.ts";
import type { Pass } from "./claims/command.ts";
import { partiesOf } from "./end-day-pass.ts";
import { signToken } from "./pass-token.ts";
import { mayCancelPass, mayReceiveGuests } from "./policy.ts";
import type { PassRow } from "./queries.ts";
import type { SigningKeys } from "./signing-keys.ts";

type SigningKey = Awaited<ReturnType<SigningKeys["current"]>>;

/** A pass as the API shows it to this actor, signed when it opens a door. */
export function presentPass(row: PassRow, actor: Actor, now: Temporal.Instant, key: SigningKey) {
  const opensDoor = row.state === "held" || row.state === "checked_in";
  const proof = { passId: row.id, spaceId: row.space_id, day: row.day, holder: row.holder_name, home: row.home_name };
  const isHolder = isPerson(actor, row.person_id);
  return {
    ...presentFacts(row, actor, now),
    token: opensDoor ? signToken(proof, key) : null,
    arrival: opensDoor && isHolder ? row.arrival : null,
  };
}

/** The same without the proof: what a host sees of who comes. */
export function presentFacts(row: PassRow, actor: Actor, now: Temporal.Instant) {
  const isAhead = row.day >= dayIn(now, row.time_zone);
  const receives = mayReceiveGuests(actor, row.host_id);
  const holds = mayCancelPass(actor, partiesOf(row));
  const offerStands = row.offer_expires_at !== null && Temporal.Instant.compare(now, row.offer_expires_at) <= 0;
  return {
    id: row.id,
    state: row.state,
    waitsFor: row.waits_for,
    day: row.day,
    space: { id: row.space_id, slug: row.space_slug, name: row.space_name, town: row.space_town },
    home: { id: row.home_id, name: row.home_name },
    personId: row.person_id,
    holder: row.holder_name,
    code: row.code,
    message: row.message,
    priceOre: row.price_ore,
    claimedAt: row.claimed_at.toString(),
    checkedInAt: row.checked_in_at?.toString() ?? null,
    cancelBy: cancelDeadline(termsSchema.parse(row.terms), row.day, row.time_zone).toString(),
    offerExpiresAt: row.state === "offered" ? (row.offer_expires_at?.toString() ?? null) : null,
    placeInLine: row.place_in_line,
    ending: row.ending,
    endingReason: row.ending_reason,
    abilities: {
      cancel: holds && isAhead && ["waiting", "offered", "held"].includes(row.state),
      takeOffer: holds && row.state === "offered" && offerStands,
      answer: receives && row.state === "waiting" && row.waits_for === "host" && isAhead,
      checkIn: receives && (row.state === "held" || row.state === "no_show"),
      undoCheckIn: receives && row.state === "checked_in",
      giveSeat: receives && waitsForSeat(row) && row.day === dayIn(now, row.time_zone),
    },
  };
}

function waitsForSeat({ state, waits_for }: PassRow): boolean {
  return state === "offered" || (state === "waiting" && waits_for === "seat");
}

/** The answer to a claim: what the next screen needs, made without another look at the database. */
export function presentClaimed(pass: Pass, key: SigningKey) {
  const { id, state, waitsFor, day, code, priceOre } = pass;
  const proof = { passId: id, spaceId: pass.spaceId, day, holder: pass.holderName, home: pass.homeName };
  const token = state === "held" || state === "checked_in" ? signToken(proof, key) : null;
  return {
    id,
    state,
    waitsFor,
    day,
    token,
    code,
    priceOre,
    abilities: { cancel: state === "held" || state === "waiting" || state === "offered" },
  };
}

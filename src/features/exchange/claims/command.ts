import type { Actor, SignedIn } from "../../../platform/access/actor.ts";
import type { Refusal } from "../../../platform/refusal/refusal.ts";
import type { Day } from "../../../platform/time/day.ts";
import type { Ending, PassState } from "../day-pass.ts";

/** Somebody wants a guest seat. Ids and the moment are made by the caller, so that the same claim can be sent again. */
export interface Claim {
  kind: "claim";
  passId: string;
  code: string;
  spaceId: string;
  day: Day;
  personId: string;
  /** Stand on the list when the day is full; else be refused. */
  wait: boolean;
  /** Ask the host for a day at the agreed price when the quota is used up. */
  beyondQuota: boolean;
  /** Take a seat that is free although others wait: they have just been asked. */
  isPastList: boolean;
  message: string | null;
  rulesVersion: number | null;
  /** Somebody else who takes it for the person. */
  by?: SignedIn;
  at: Temporal.Instant;
}

/** A pass ends, and gives back what it holds. */
export interface Release {
  kind: "release";
  passId: string;
  spaceId: string;
  day: Day;
  personId: string;
  ending: Ending;
  /** Whether the day still counts against the quotas: given back too late. */
  keepsQuota: boolean;
  /** States the pass may be in; in another it stays as it is. */
  from: PassState[];
  by: string | null;
  reason: string | null;
  at: Temporal.Instant;
}

/** A free seat is offered to somebody on the list, or given at once by the host. */
export interface Offer {
  kind: "offer";
  passId: string;
  spaceId: string;
  day: Day;
  personId: string;
  /** Who gives it, out of turn. The seat is held at once, without a deadline. */
  given?: Gift;
  at: Temporal.Instant;
}

export interface Gift {
  by: Actor;
  /** Sets out one more seat when the day is full. The day keeps it. */
  addsSeat: boolean;
  reason: string | null;
}

export type Command = Claim | Release | Offer;

/** A pass as it stands after its command. */
export interface Pass {
  id: string;
  spaceId: string;
  day: Day;
  personId: string;
  homeId: string;
  homeName: string;
  networkId: string;
  state: PassState;
  waitsFor: "seat" | "host" | null;
  code: string;
  holderName: string;
  priceOre: number;
}

/** What a command came to: the pass, or why not. A claim that already had its pass is answered with it. */
export type Answer =
  | { kind: "done"; pass: Pass; isNew: boolean }
  | { kind: "refused"; refusal: Refusal }
  /** Others wait for this day and a seat is free: ask them first. */
  | { kind: "list first" };

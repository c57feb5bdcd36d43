import type { Refusal } from "../../../platform/refusal/refusal.ts";
import type { BookingKind, BookingState } from "../booking.ts";

/** Somebody wants a time. Ids and the moment are made by the caller, so that the same wish can be sent again. */
export interface Book {
  kind: "book";
  bookingId: string;
  spaceId: string;
  resourceId: string;
  /**
   * `maintenance` blocks time for nobody, past every rule but the overlap; `at_door` takes the room now, for whoever stands there;
   * `hire` is agreed with the house, which goes past its own rules of booking, and needs no reason; `order` is in the name of the house
   * by every rule, held against whoever takes it, who does the work.
   */
  as: Exclude<BookingKind, "outside">;
  personId: string | null;
  organizationId: string | null;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  title: string | null;
  note: string | null;
  people: number | null;
  /** Keep the time while a form is filled in. */
  isHold: boolean;
  /** Until when it is kept, when that is longer than a form takes. */
  heldUntil?: Temporal.Instant;
  /** Staff of the house go past every rule but the overlap and the certification, and say why. */
  override: string | null;
  /**
   * Asked by those at the desk: it waits for nobody's answer, and nobody in line is offered the time before they have had the chance to say
   * why they take it.
   */
  isAtDesk?: boolean;
  seriesId: string | null;
  /** Null at a door, where nobody is known, and when the clock did it. */
  by: string | null;
  at: Temporal.Instant;
}

/** Another time for a booking there is; all rules of booking it apply. */
export interface Move {
  kind: "move";
  bookingId: string;
  spaceId: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  override: string | null;
  isAtDesk?: boolean;
  by: string;
  at: Temporal.Instant;
}

/** A booking gives its time back. */
export interface End {
  kind: "end";
  bookingId: string;
  spaceId: string;
  as: "cancelled" | "refused" | "expired" | "released";
  from: BookingState[];
  /** The house ends it, or what it stood on is gone: nothing is owed, however late it is. */
  isByHouse?: boolean;
  /** The announcement that the house is shut, which whoever booked is told of once for all their times. */
  shutting?: string;
  /** Null when the clock did it. */
  by: string | null;
  reason: string | null;
  at: Temporal.Instant;
}

/** Whoever booked has come. */
export interface CheckIn {
  kind: "check_in";
  bookingId: string;
  spaceId: string;
  /** Null at the door. */
  by: string | null;
  at: Temporal.Instant;
}

/** Whoever has the room leaves it before the end: what is left of the time is free. */
export interface HandBack {
  kind: "hand_back";
  bookingId: string;
  spaceId: string;
  /** Null at the door. */
  by: string | null;
  at: Temporal.Instant;
}

/** A held time is booked, or a pending one is approved. */
export interface Settle {
  kind: "settle";
  bookingId: string;
  spaceId: string;
  as: "booked" | "approved";
  /** By those at the desk, who would answer what is asked. */
  isAtDesk?: boolean;
  /** Null when somebody who has no account said yes to a hire. */
  by: string | null;
  at: Temporal.Instant;
}

/** A booking is over: what it held of allowances is used, and what they do not cover is owed. */
export interface Use {
  kind: "use";
  bookingId: string;
  spaceId: string;
  at: Temporal.Instant;
}

/** What covered a booking may be gone: what it holds and costs is settled anew. */
export interface Reprice {
  kind: "reprice";
  bookingId: string;
  spaceId: string;
  at: Temporal.Instant;
}

export type Command = Book | Move | End | Settle | CheckIn | HandBack | Use | Reprice;

/** A booking as it stands after its command. */
export interface Booking {
  id: string;
  spaceId: string;
  resourceId: string;
  kind: BookingKind;
  state: BookingState;
  personId: string | null;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  priceOre: number;
}

/** What a command came to: the booking, or why not. */
export type Answer = { kind: "done"; booking: Booking } | { kind: "refused"; refusal: Refusal };

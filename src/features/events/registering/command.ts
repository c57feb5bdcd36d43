import type { Refusal } from "../../../platform/refusal/refusal.ts";
import type { Ending, RegistrationState } from "../event.ts";
import type { AnswerValue } from "../questions/question.ts";

/** Somebody wants places. Ids, codes and the moment are made by the caller, so that the same wish can be sent again. */
export interface Register {
  kind: "register";
  registrationId: string;
  eventId: string;
  ticketTypeId: string;
  /** What is taken as well, in order of preference. */
  otherTypeIds: string[];
  quantity: number;
  /** Whether fewer places than that are taken when there are no more. */
  acceptsFewer: boolean;
  wait: boolean;
  /** Keep the places while a form is filled in. */
  isHold: boolean;
  /** Those on the list have been asked: what is free now is for whoever comes. */
  isPastList: boolean;
  /** Whoever runs the event registers somebody: that is an invitation. */
  isByHost: boolean;
  accessCode: string | null;
  /** By the keys of the questions. */
  answers: Record<string, AnswerValue>;
  personId: string;
  /** Who it is for and who pays, when that is a company. */
  organizationId: string | null;
  by: string | null;
  at: Temporal.Instant;
}

/** Places are given back, or a place on the list. */
export interface End {
  kind: "end";
  registrationId: string;
  eventId: string;
  ending: Ending;
  from: RegistrationState[];
  /** In the words of whoever refuses. */
  reason?: string;
  /** Null when the clock did it. */
  by: string | null;
  at: Temporal.Instant;
}

/** Held places are taken; of an event one is let into, whoever runs it is asked first. */
export interface Confirm {
  kind: "confirm";
  /** Whoever runs the event says yes. */
  isApproval: boolean;
  registrationId: string;
  eventId: string;
  by: string | null;
  at: Temporal.Instant;
}

/** What is free is offered to those who wait, in their order. */
export interface OfferPlaces {
  kind: "offer";
  eventId: string;
  at: Temporal.Instant;
}

/** One place of several is given back. */
export interface ReturnPlace {
  kind: "return";
  registrationId: string;
  eventId: string;
  ticketId: string;
  by: string | null;
  at: Temporal.Instant;
}

export type Command = Register | End | Confirm | OfferPlaces | ReturnPlace;

/** A place somebody has. */
export interface Ticket {
  id: string;
  code: string;
  holderName: string | null;
  /** Somebody has come in on it. */
  isUsed: boolean;
}

/** A registration as it stands after its command. */
export interface Registration {
  id: string;
  eventId: string;
  ticketTypeId: string;
  /** The name of the kind of ticket. */
  ticketTypeName: string;
  personId: string;
  organizationId: string | null;
  quantity: number;
  state: RegistrationState;
  heldUntil: Temporal.Instant | null;
  /** Since when whoever runs the event has been asked. */
  askedAt: Temporal.Instant | null;
  priceOre: number;
  vatPercent: number;
  tickets: Ticket[];
}

/** What a command came to. `list first`: somebody on the list could have what is free. `offered`: what the list was asked. */
export type Answer =
  | { kind: "done"; registration: Registration; isNew: boolean }
  | { kind: "refused"; refusal: Refusal }
  | { kind: "list first" }
  | { kind: "offered"; count: number };

import type { Interval } from "../booking.ts";
import type { Answer, Book, Command, End, Move } from "./command.ts";
import { copyOfAllowances } from "./cover-facts.ts";
import type { Outcome } from "./decide.ts";
import type { Facts } from "./facts.ts";
import { emptyOutcome } from "./outcome.ts";

/** A series that is made: what was asked for, kept beside its bookings. */
export interface NewSeries {
  id: string;
  spaceId: string;
  resourceId: string;
  recurrence: string;
  by: string;
  at: Temporal.Instant;
  /** Why those at the desk went past the rules; what follows goes past them too. */
  override: string | null;
  /** Of a series without an end: its first time, and how far it is booked. */
  open: (Interval & { bookedUntil: Temporal.Instant }) | null;
}

/** Times of one house that are decided as one: all of them, or none unless those that can be had are enough. */
export interface Together {
  kind: "together";
  spaceId: string;
  commands: (Book | Move | End)[];
  /** Whether what can be done is done when the rest cannot. */
  isPartial: boolean;
  series: NewSeries | null;
}

export type Claim = Command | Together;

/** An answer for each command, in their order. Unless it is done, nothing of it is. */
export interface TogetherAnswer {
  kind: "together";
  isDone: boolean;
  answers: Answer[];
}

/** The commands a claim is made of. */
export function commandsOf(claim: Claim): Command[] {
  return claim.kind === "together" ? claim.commands : [claim];
}

type Decide = (command: Command, facts: Facts, outcome: Outcome) => Answer;

/** Tries all on a copy of the facts first, so that a series one cannot have leaves no trace; then does what can be done. */
export function decideAsOne(claim: Together, facts: Facts, outcome: Outcome, decide: Decide): TogetherAnswer {
  const answers = tryInTurn(claim.commands, facts, decide);
  const can = answers.map(({ kind }) => kind === "done");
  const isDone = claim.isPartial ? can.includes(true) : !can.includes(false);
  if (!isDone) return { kind: "together", isDone, answers };
  if (claim.series) outcome.series.push(claim.series);
  return {
    kind: "together",
    isDone,
    answers: claim.commands.map((command, index) => (can[index] ? decide(command, facts, outcome) : (answers[index] as Answer))),
  };
}

/** What would be answered, one after the other, if they were sent. Nothing of the facts changes. */
export function tryInTurn(commands: Command[], facts: Facts, decide: Decide): Answer[] {
  const [copy, outcome] = [copyOf(facts), emptyOutcome()];
  return commands.map((command) => decide(command, copy, outcome));
}

// deciding puts new values into the maps, and changes bookings and allowances in place
function copyOf({ resources, bookings, standings, weeks, taken, allowances, line }: Facts): Facts {
  return {
    resources: new Map(resources),
    bookings: new Map([...bookings].map(([id, booking]) => [id, { ...booking }])),
    standings: new Map(standings),
    weeks: new Map(weeks),
    taken: new Map(taken),
    allowances: copyOfAllowances(allowances),
    line,
  };
}

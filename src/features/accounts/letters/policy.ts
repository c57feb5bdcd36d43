import type { Actor } from "../../../platform/access/actor.ts";
import type { LetterState } from "../../../platform/mail/index.ts";

/** The operator looks after the post. */
export function mayTendLetters(actor: Actor): boolean {
  return actor.kind === "person" && actor.isOperator;
}

/**
 * Whether the operator is shown the whole address: that of somebody they asked about, and that of a letter they have to do
 * something with. Nobody has to know who else is written to.
 */
export function showsRecipient(state: LetterState, isAskedFor: boolean): boolean {
  return isAskedFor || state === "failed" || state === "uncertain";
}

/** Whether the subject is shown. It says who goes where on which day: only when one asked about the very person. */
export function showsSubject(isAskedFor: boolean): boolean {
  return isAskedFor;
}

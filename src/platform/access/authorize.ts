import type { Actor, SignedIn } from "./actor.ts";
import { accessRefusals } from "./refusals.ts";

/** Lets the actor pass, or refuses: someone unknown is asked to sign in, someone known is told what an unknown address is told. */
export function authorize(actor: Actor, isAllowed: boolean): asserts actor is SignedIn {
  if (actor.kind !== "person") throw accessRefusals.signIn();
  if (!isAllowed) throw accessRefusals.notHere();
}

/** What was looked for, or the answer that unknown and forbidden share. */
export function found<Value>(value: Value | undefined | null): Value {
  if (value === undefined || value === null) throw accessRefusals.notHere();
  return value;
}

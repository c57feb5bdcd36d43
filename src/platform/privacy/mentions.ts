import { type RawBuilder, sql } from "kysely";
import type { DataSubject, ErasedSubject } from "./personal-data.ts";
import { noName } from "./personal-data.ts";

/**
 * Whether a text column, or a JSON one cast to text, gives the person's address. The address is proven to be theirs; by name
 * nothing is ever shown, since everybody chooses their own.
 */
export function givesAddress(column: RawBuilder<unknown>, { email }: DataSubject): RawBuilder<boolean> {
  return sql<boolean>`${column} ~* ${addressPattern(email)}`;
}

/** Whether it speaks of somebody who is erased, by address or whole name. */
export function mentions(column: RawBuilder<unknown>, subject: ErasedSubject): RawBuilder<boolean> {
  const byAddress = givesAddress(column, subject);
  return subject.fullName === undefined ? byAddress : sql<boolean>`(${byAddress} or ${column} ~ ${namePattern(subject.fullName)})`;
}

/** The text with address and whole name taken out. */
export function withoutMentions(column: RawBuilder<unknown>, subject: ErasedSubject): RawBuilder<string> {
  const withoutAddress = sql<string>`regexp_replace(${column}, ${addressPattern(subject.email)}, ${noName}, 'gi')`;
  if (subject.fullName === undefined) return withoutAddress;
  return sql<string>`regexp_replace(${withoutAddress}, ${namePattern(subject.fullName)}, ${noName}, 'g')`;
}

function addressPattern(email: string): string {
  return `(?<![\\w.+-])${escaped(email)}(?![\\w-])`;
}

// "Bo Li" is not taken out of "Bo Lindgren"; a name may end in a full stop, which ends no word
function namePattern(name: string): string {
  return `(?<!\\w)${escaped(name)}(?!\\w)`;
}

function escaped(text: string): string {
  return text.replace(/[^\p{L}\p{N}\s]/gu, "\\$&");
}

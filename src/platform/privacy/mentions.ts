import { type RawBuilder, sql } from "kysely";
import type { DataSubject } from "./personal-data.ts";
import { noName } from "./personal-data.ts";

/** Whether a text column, or a JSON one cast to text, speaks of the person by whole name or address. */
export function mentions(column: RawBuilder<unknown>, subject: DataSubject): RawBuilder<boolean> {
  return sql<boolean>`${column} ~* ${pattern(subject)}`;
}

/** The text with name and address taken out. */
export function withoutMentions(column: RawBuilder<unknown>, subject: DataSubject): RawBuilder<string> {
  return sql<string>`regexp_replace(${column}, ${pattern(subject)}, ${noName}, 'gi')`;
}

// \m and \M are the start and end of a word: "Bo Li" is not taken out of "Bo Lindgren"
function pattern({ name, email }: DataSubject): string {
  const escaped = (text: string) => text.replace(/[^\p{L}\p{N}\s]/gu, "\\$&");
  const address = `(?<![\\w.+-])${escaped(email)}(?![\\w-])`;
  return name === noName || name === "" ? address : `${address}|\\m${escaped(name)}\\M`;
}

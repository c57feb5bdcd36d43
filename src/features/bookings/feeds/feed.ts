import { createHash, randomBytes } from "node:crypto";

/** What a feed is of. */
export const feedSubjects = ["person", "resource", "space"] as const;
export type FeedSubject = (typeof feedSubjects)[number];

/** What a feed tells: everything its maker may see, or only when time is taken. */
export const feedContents = ["everything", "free_busy"] as const;
export type FeedContents = (typeof feedContents)[number];

const secretBytes = 24;
const secretForm = /^[A-Za-z0-9_-]{32}$/;

/** A secret nobody can guess (192 bits), as an address can hold it. */
export function newSecret(): string {
  return randomBytes(secretBytes).toString("base64url");
}

/** What is kept of a secret; undefined when it cannot be one. */
export function hashOfSecret(secret: string): Buffer | undefined {
  return secretForm.test(secret) ? createHash("sha256").update(secret).digest() : undefined;
}

/** The address a calendar program is given. */
export function feedAddress(url: string, secret: string): string {
  return `${url}/calendars/${secret}.ics`;
}

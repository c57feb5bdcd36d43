import { type RawBuilder, sql } from "kysely";
import type { Db } from "../database/database.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { deliverLettersJob } from "./jobs.ts";

/**
 * Where a letter stands. `waiting` has not been tried, `retrying` was refused and waits for its next try, `sending` is under
 * way, `failed` was refused for good. `uncertain` was under way when the program died: it may have arrived.
 */
export const letterStates = ["waiting", "retrying", "sending", "uncertain", "failed", "sent"] as const;

export type LetterState = (typeof letterStates)[number];

/** Those one may have sent again: they did not leave, or may not have. */
export const retriedStates: readonly LetterState[] = ["retrying", "uncertain", "failed"];

// no mail server is waited for so long: what is still under way after it has been left behind
const longestSending = Temporal.Duration.from({ minutes: 30 });

/** What is known of a letter without its text. */
export interface KeptLetter {
  id: string;
  /** The first part of its key: "day_pass.held", "sign-in-link". */
  about: string;
  recipient: string;
  subject: string;
  language: string;
  state: LetterState;
  attempts: number;
  failure: string | null;
  created_at: Temporal.Instant;
  sent_at: Temporal.Instant | null;
  try_after: Temporal.Instant | null;
}

export interface LetterSearch {
  state?: LetterState | undefined;
  /** The whole address, in small letters. */
  recipient?: string | undefined;
  /** The id of the last one seen. */
  before?: string | undefined;
  limit: number;
}

/** Letters, the newest first. */
export function findLetters(db: Db, now: Temporal.Instant, { state, recipient, before, limit }: LetterSearch): Promise<KeptLetter[]> {
  let query = db
    .selectFrom("letters")
    .select(["id", "recipient", "subject", "language", "attempts", "failure", "created_at", "sent_at", "try_after"])
    .select([sql<string>`split_part(letter_key, '/', 1)`.as("about"), stateSql(now).as("state")])
    .orderBy("id", "desc")
    .limit(limit);
  if (state) query = query.where("sent_at", state === "sent" ? "is not" : "is", null).where(stateSql(now), "=", state);
  if (recipient !== undefined) query = query.where("recipient", "=", recipient);
  if (before !== undefined) query = query.where("id", "<", before);
  return query.execute();
}

/** How many letters stand where. */
export interface LetterCounts {
  /** Those that have not been sent; a state nothing stands in is left out. */
  unsent: Map<LetterState, number>;
  sentLastDay: number;
  lastSentAt: Temporal.Instant | null;
}

export async function countLetters(db: Db, now: Temporal.Instant): Promise<LetterCounts> {
  const sent = db.selectFrom("letters").where("sent_at", "is not", null);
  const [unsent, lastDay, last] = await Promise.all([
    db
      .selectFrom("letters")
      .select((row) => [stateSql(now).as("state"), row.fn.countAll<number>().as("count")])
      .where("sent_at", "is", null)
      .groupBy("state")
      .execute(),
    sent
      .select((row) => row.fn.countAll<number>().as("count"))
      .where("sent_at", ">", now.subtract({ hours: 24 }))
      .executeTakeFirstOrThrow(),
    sent.select("sent_at").orderBy("sent_at", "desc").limit(1).executeTakeFirst(),
  ]);
  return {
    unsent: new Map(unsent.map(({ state, count }) => [state, count])),
    sentLastDay: lastDay.count,
    lastSentAt: last?.sent_at ?? null,
  };
}

/**
 * Lets a letter that did not leave, or may not have, be sent at once, with all its tries.
 * @returns what it is about, or undefined when there is nothing to try
 */
export async function retryLetter(tx: Db, id: string, now: Temporal.Instant): Promise<string | undefined> {
  const row = await tx
    .updateTable("letters")
    .set({ taken_at: null, attempts: 0, failure: null, try_after: null })
    .where("id", "=", id)
    .where(stateSql(now), "in", retriedStates)
    .returning(sql<string>`split_part(letter_key, '/', 1)`.as("about"))
    .executeTakeFirst();
  if (row) await enqueue(tx, deliverLettersJob, {}, { jobKey: deliverLettersJob.name });
  return row?.about;
}

function stateSql(now: Temporal.Instant): RawBuilder<LetterState> {
  return sql<LetterState>`case
    when sent_at is not null then 'sent'
    when taken_at is null then case when failure is null then 'waiting' else 'retrying' end
    when failure is not null then 'failed'
    when taken_at > ${now.subtract(longestSending)}::timestamptz then 'sending'
    else 'uncertain' end`;
}

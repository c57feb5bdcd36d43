import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import type pg from "pg";
import { isDatabaseAway, sqlState } from "../database/constraint-name.ts";
import type { Tx } from "../database/database.ts";
import { sendTogether } from "../database/send-together.ts";

const mostAttempts = 8;
// a rule of the database broken by stale facts (class 23), a deadlock, a lost connection
const worthAnotherTry = /^(23|40001|40P01|08)/;

/** How one kind of batch is decided: what it must lock, the facts it needs, the pure decision, and how that is written. */
export interface Decision<Claim, Facts, Outcome> {
  /** Numbers of the things the batch contends for; claims that share one are decided one after the other. */
  locks(batch: Claim[]): bigint[];
  read(client: pg.ClientBase, batch: Claim[]): Promise<Facts>;
  decide(batch: Claim[], facts: Facts): Outcome;
  /** Sends the writes. What must have changed and did not is thrown as StaleFacts. */
  write(client: pg.ClientBase, outcome: Outcome): Promise<void>;
  isEmpty(outcome: Outcome): boolean;
}

/** The rows were no longer as they were read. */
export class StaleFacts extends Error {
  override name = "StaleFacts";
}

/**
 * Decides a batch in one transaction. At first the facts are read before any lock is taken, so that no lock is held while
 * the program thinks; if the database then refuses, the batch goes again with the locks taken before the reading.
 */
export async function decideTogether<Claim, Facts, Outcome>(
  pool: pg.Pool,
  batch: Claim[],
  decision: Decision<Claim, Facts, Outcome>,
): Promise<Outcome> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce(pool, batch, decision, attempt > 1);
    } catch (error) {
      if (attempt >= mostAttempts || !isWorthAnotherTry(error)) throw error;
      await pause(Math.random() * 5 * attempt);
    }
  }
}

async function attemptOnce<Claim, Facts, Outcome>(
  pool: pg.Pool,
  batch: Claim[],
  decision: Decision<Claim, Facts, Outcome>,
  locksFirst: boolean,
): Promise<Outcome> {
  const client = await pool.connect();
  let isOpen = false;
  try {
    if (locksFirst) {
      isOpen = true;
      await Promise.all(sendTogether(client, () => [client.query("begin"), lock(client, decision.locks(batch))]));
    }
    const outcome = decision.decide(batch, await decision.read(client, batch));
    if (!decision.isEmpty(outcome)) {
      const isFirst = !isOpen;
      isOpen = true;
      await allOrFirstError(
        sendTogether(client, () => [
          ...(isFirst ? [client.query("begin"), lock(client, decision.locks(batch))] : []),
          decision.write(client, outcome),
        ]),
      );
    }
    if (isOpen) await client.query("commit");
    client.release();
    return outcome;
  } catch (error) {
    if (isOpen) await client.query("rollback").catch(() => undefined);
    client.release(isDatabaseAway(error));
    throw error;
  }
}

/** Waits for every statement that was sent, then throws the first error: later ones only say that the transaction is aborted. */
export async function allOrFirstError(sent: Promise<unknown>[]): Promise<void> {
  const results = await Promise.allSettled(sent);
  const failed = results.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
}

function lock(client: pg.ClientBase, numbers: bigint[]): Promise<unknown> {
  return client.query({
    name: "claims_lock",
    text: "select count(pg_advisory_xact_lock(k)) from unnest($1::bigint[]) k",
    values: [inOrder(numbers)],
  });
}

function isWorthAnotherTry(error: unknown): boolean {
  return error instanceof StaleFacts || worthAnotherTry.test(sqlState(error) ?? "") || isDatabaseAway(error);
}

/**
 * Waits for the claims of an id to be decided, and keeps others from being until the transaction ends. Several are locked in the order a
 * batch of claims locks them, so that neither waits for what the other holds.
 */
export async function lockClaims(tx: Tx, ...ids: string[]): Promise<void> {
  const numbers = inOrder(ids.map(lockNumber));
  await sql`select count(pg_advisory_xact_lock(k)) from unnest(${numbers}::bigint[]) k`.execute(tx);
}

function inOrder(numbers: bigint[]): string[] {
  return [...new Set(numbers)].sort((a, b) => (a < b ? -1 : 1)).map(String);
}

/** A lock number for an id: the random half of its UUID. */
export function lockNumber(id: string): bigint {
  return BigInt.asIntN(64, BigInt(`0x${id.slice(19).replace("-", "")}`));
}

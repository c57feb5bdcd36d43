import { Kysely, PostgresDialect, type PostgresPool } from "kysely";
import type pg from "pg";
import { lockClaims, StaleFacts } from "../../../platform/claims/decided-together.ts";
import { isDatabaseAway } from "../../../platform/database/constraint-name.ts";
import type { Database, Tx } from "../../../platform/database/database.ts";
import type { Answer, Command } from "./command.ts";
import { answerTo } from "./decide.ts";
import { readFacts } from "./facts.ts";
import { emptyOutcome } from "./outcome.ts";
import { isNothing, writeOutcome } from "./write.ts";

const mostAttempts = 4;

/** A transaction in which times of one house are decided along with what they belong to. */
export interface BookingWork {
  tx: Tx;
  /** Decides these one after the other and writes them, unless one is refused: then nothing of any is written. */
  decide(commands: Command[]): Promise<Answer[]>;
}

/**
 * Does something that is true only together with its bookings: an agreement and the time it is about. Nobody else takes time of
 * the house meanwhile. May be done again from the start when what was read no longer holds, so it does nothing outside the transaction.
 * @param pool connections that send statements without waiting for each answer (`pipeline: true`)
 */
export async function decideWithin<Result>(pool: pg.Pool, spaceId: string, work: (given: BookingWork) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptOnce(pool, spaceId, work);
    } catch (error) {
      if (!(error instanceof StaleFacts) || attempt >= mostAttempts) throw error;
    }
  }
}

async function attemptOnce<Result>(pool: pg.Pool, spaceId: string, work: (given: BookingWork) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  let failure: unknown;
  try {
    return await transactionsOf(client)
      .transaction()
      .execute(async (tx) => {
        await lockClaims(tx, spaceId);
        return work({ tx, decide: (commands) => decideOn(client, commands) });
      });
  } catch (error) {
    failure = error;
    throw error;
  } finally {
    client.release(isDatabaseAway(failure));
  }
}

// queries as the rest of the program writes them, over this one connection
function transactionsOf(client: pg.PoolClient): Kysely<Database> {
  const connection = { query: client.query.bind(client), release: () => undefined };
  const pool: PostgresPool = { connect: async () => connection, end: async () => undefined, options: {} };
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}

async function decideOn(client: pg.PoolClient, commands: Command[]): Promise<Answer[]> {
  const [facts, outcome] = [await readFacts(client, commands), emptyOutcome()];
  const answers = commands.map((command) => answerTo(command, facts, outcome));
  if (answers.every(({ kind }) => kind === "done") && !isNothing(outcome)) await writeOutcome(client, outcome);
  return answers;
}

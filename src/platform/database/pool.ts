import pg from "pg";
import { keepPlans } from "./kept-plan.ts";

// a little after the server itself would have given up on a statement
const longestAnswerMilliseconds = 65_000;

/**
 * How one speaks to a server that may go away at any moment, also without a word: a connection is made within seconds, a
 * statement is answered within about a minute, and an idle connection is asked now and then whether anyone is still there.
 */
export function connectionTo(url: string, patienceMilliseconds = longestAnswerMilliseconds): pg.ClientConfig {
  return {
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    query_timeout: patienceMilliseconds,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  };
}

/** A pool of such connections. One that breaks or does not answer is told to its user, and never given to another. */
export function createPool(options: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(options);
  // An idle connection that breaks is replaced on next use; the one in use reports to its caller.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => {
    // one that breaks between two statements of a transaction has nobody waiting; the next statement says that it is gone
    client.on("error", () => undefined);
    endWhenUnanswered(client);
    keepPlans(client);
  });
  return pool;
}

// node-postgres tells who asked, but keeps the connection: all that is asked on it later would wait behind the lost answer
function endWhenUnanswered(client: pg.PoolClient): void {
  const ask = client.query.bind(client) as (...given: unknown[]) => unknown;
  const askAndWatch = (...given: unknown[]) => {
    const answer = ask(...given);
    if (answer instanceof Promise) {
      answer.catch((error: unknown) => {
        if (error instanceof Error && error.message === "Query read timeout") void client.end();
      });
    }
    return answer;
  };
  client.query = askAndWatch as typeof client.query;
}

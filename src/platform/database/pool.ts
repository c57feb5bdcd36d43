import pg from "pg";
import { keepPlans } from "./kept-plan.ts";
import type { Pulse } from "./pulse.ts";

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
export function createPool(options: pg.PoolConfig, pulse?: Pulse): pg.Pool {
  const pool = new pg.Pool(options);
  if (pulse) refuseWhenSilent(pool, pulse);
  // An idle connection that breaks is replaced on next use; the one in use reports to its caller.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => {
    // one that breaks between two statements of a transaction has nobody waiting; the next statement says that it is gone
    client.on("error", () => undefined);
    pulse?.made(client);
    endWhenUnanswered(client, pulse);
    keepPlans(client);
  });
  return pool;
}

type OnConnection = Parameters<pg.Pool["connect"]>[0];

// while nobody answers, nobody is made to wait for it; and who waits for a connection is a reason to see whether anybody is there
function refuseWhenSilent(pool: pg.Pool, pulse: Pulse): void {
  const connect = pool.connect.bind(pool);
  const connectOrRefuse = (tell?: OnConnection) => {
    if (pulse.isSilent()) {
      const silence = Object.assign(new Error("The database does not answer"), { code: "ETIMEDOUT" });
      if (!tell) return Promise.reject(silence);
      return process.nextTick(tell, silence, undefined, () => undefined);
    }
    const answered = pulse.asked();
    if (!tell) return connect().finally(answered);
    return connect((error, client, giveBack) => {
      answered();
      tell(error, client, giveBack);
    });
  };
  pool.connect = connectOrRefuse as typeof pool.connect;
}

// node-postgres tells who asked, but keeps the connection: all that is asked on it later would wait behind the lost answer
function endWhenUnanswered(client: pg.PoolClient, pulse: Pulse | undefined): void {
  const ask = client.query.bind(client) as (...given: unknown[]) => unknown;
  const askAndWatch = (...given: unknown[]) => {
    const tell = given.at(-1);
    // as the pool itself asks
    if (typeof tell === "function") {
      const heard = watched(client, pulse);
      return ask(...given.slice(0, -1), (error: unknown, result: unknown) => {
        heard(error);
        tell(error, result);
      });
    }
    const answer = ask(...given);
    if (answer instanceof Promise) {
      const heard = watched(client, pulse);
      answer.then(() => heard(null), heard);
    }
    return answer;
  };
  client.query = askAndWatch as typeof client.query;
}

function watched(client: pg.PoolClient, pulse: Pulse | undefined): (error: unknown) => void {
  const answered = pulse?.asked();
  return (error) => {
    answered?.();
    if (error instanceof Error && error.message === "Query read timeout") void client.end();
  };
}

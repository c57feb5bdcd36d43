import pg from "pg";
import { connectionTo, createPool } from "../database/pool.ts";
import { connectionsOfRun } from "./queue-run.ts";

/**
 * The queue's own connections. Its code expects the values node-postgres gives by itself, not ours; and when it is stopped while
 * it begins to listen and the connection breaks just then, it gives the connection back twice, of which the second would end the
 * process (graphile-worker 0.18).
 */
export function createQueuePool(url: string): pg.Pool {
  const pool = createPool({ ...connectionTo(url), max: connectionsOfRun, types: { getTypeParser: plainParser } });
  const connect = pool.connect.bind(pool);
  pool.connect = ((callback?: OnConnection) =>
    callback ? connect((error, client, giveBack) => callback(error, client, once(giveBack))) : connect()) as typeof pool.connect;
  return pool;
}

type GiveBack = (release?: boolean | Error) => void;
type OnConnection = (error: Error | undefined, client: pg.PoolClient | undefined, giveBack: GiveBack) => void;

function once(giveBack: GiveBack): GiveBack {
  let isGivenBack = false;
  return (release) => {
    if (isGivenBack) return;
    isGivenBack = true;
    giveBack(release);
  };
}

const timestamptz = 1184;
const bigint = 20;

const plainParser = ((type: number, format: "text") => {
  if (type === timestamptz) return (text: string) => new Date(text);
  if (type === bigint) return (text: string) => text;
  return pg.types.getTypeParser(type, format);
}) as typeof pg.types.getTypeParser;

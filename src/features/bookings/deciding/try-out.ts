import type pg from "pg";
import type { Answer, Command } from "./command.ts";
import { answerTo } from "./decide.ts";
import { readFacts } from "./facts.ts";
import { tryInTurn } from "./together.ts";

/** What would be answered if these were sent now, one after the other. Nothing is written and nothing is held. */
export function tryOut(pool: pg.Pool, commands: Command[]): Promise<Answer[]> {
  return withFacts(pool, commands, (facts) => tryInTurn(commands, facts, answerTo));
}

/** What would be answered if each of these were sent alone: which of several times can be had. */
export function tryEach(pool: pg.Pool, commands: Command[]): Promise<Answer[]> {
  return withFacts(pool, commands, (facts) => commands.flatMap((command) => tryInTurn([command], facts, answerTo)));
}

/** The same as if nobody waited for any time. */
export function tryEachPastLine(pool: pg.Pool, commands: Command[]): Promise<Answer[]> {
  return withFacts(pool, commands, (facts) => {
    const pastLine = { ...facts, line: { ...facts.line, waiting: [] } };
    return commands.flatMap((command) => tryInTurn([command], pastLine, answerTo));
  });
}

async function withFacts<Result>(
  pool: pg.Pool,
  commands: Command[],
  work: (facts: Awaited<ReturnType<typeof readFacts>>) => Result,
): Promise<Result> {
  const client = await pool.connect();
  try {
    return work(await readFacts(client, commands));
  } finally {
    client.release();
  }
}

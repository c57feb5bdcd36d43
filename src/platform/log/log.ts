/** Facts for the line. Ids and counts, never names, addresses or what people wrote. */
export type LogFacts = Record<string, string | number | boolean | undefined>;

/** One JSON object a line on standard output; failures on standard error. */
export interface Log {
  info(event: string, facts?: LogFacts): void;
  failure(event: string, error: unknown, facts?: LogFacts): void;
}

export function createLog(now: () => Temporal.Instant, isQuiet: boolean): Log {
  return {
    info(event, facts = {}) {
      if (!isQuiet) process.stdout.write(`${JSON.stringify({ at: now(), event, ...facts })}\n`);
    },
    failure(event, error, facts = {}) {
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : undefined;
      process.stderr.write(`${JSON.stringify({ at: now(), event, ...facts, message, cause, stack })}\n`);
    },
  };
}

import type { TroubledJob } from "../../../platform/jobs/queue.ts";

/** A job whose last try failed, as the API shows it: the error without its stack, never the payload. */
export function presentTroubledJob(row: TroubledJob) {
  const isOver = row.attempts >= row.max_attempts;
  return {
    id: row.id,
    name: row.name,
    state: isOver ? ("failed" as const) : ("retrying" as const),
    tries: row.attempts,
    mostTries: row.max_attempts,
    lastError: inOneLine(row.last_error),
    lastTryAt: row.updated_at.toString(),
    nextTryAt: isOver ? null : row.run_at.toString(),
    abilities: { retry: true },
  };
}

function inOneLine(error: string): string {
  return error
    .replace(/\n\s+at [\s\S]*$/, "")
    .replace(/\s+/g, " ")
    .slice(0, 300);
}

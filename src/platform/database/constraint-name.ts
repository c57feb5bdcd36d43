/**
 * The name of the constraint a write ran into, or undefined. Through Citus the field is empty or carries a shard number,
 * so the name is read from the message and the number is taken off.
 */
export function constraintName(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const named = "constraint" in error && typeof error.constraint === "string" ? error.constraint : undefined;
  return (named ?? /constraint "([^"]+)"/.exec(error.message)?.[1])?.replace(/_\d{6,}$/, "");
}

/** The SQLSTATE of a database error, or undefined for any other. */
export function sqlState(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** Whether the database is gone or going, so that the same request may succeed later. */
export function isDatabaseAway(error: unknown): boolean {
  const state = sqlState(error) ?? "";
  if (/^(08|57P0[123]|53300)/.test(state) || unreachable.has(state)) return true;
  return error instanceof Error && lostConnection.test(error.message);
}

const unreachable = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"],
  ...["EHOSTUNREACH", "EHOSTDOWN", "ENETUNREACH", "ENETDOWN", "ENOTFOUND", "EAI_AGAIN"],
]);

// what node-postgres says without a code
const lostConnection = new RegExp(
  [
    "Connection terminated",
    "timeout exceeded when trying to connect",
    "timeout expired",
    "Query read timeout",
    "Client has encountered a connection error",
    "Client was closed",
  ].join("|"),
);

import { format } from "node:util";
import type { Log } from "./log.ts";

type Console = Pick<typeof console, "error" | "warn">;

/** What libraries say on the console goes through the log: a line with a time like all others, not a raw trace between them. */
export function consoleToLog(given: Console, log: Log): void {
  const tell = (...said: unknown[]) => {
    const error = said.find((one) => one instanceof Error);
    log.failure("library_said", error ?? new Error(format(...said)), {
      ...(error && { said: said.filter((one) => typeof one === "string").join(" ") }),
    });
  };
  given.error = tell;
  given.warn = tell;
}

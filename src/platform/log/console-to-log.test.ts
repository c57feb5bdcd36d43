import { expect, test } from "vitest";
import { consoleToLog } from "./console-to-log.ts";
import type { Log } from "./log.ts";

test("what a library says on the console is a line of the log, its error with it", () => {
  const lines: unknown[][] = [];
  const log: Log = {
    info: () => undefined,
    failure: (event, error, facts) => lines.push([event, error instanceof Error ? error.message : error, facts]),
  };
  const said = { error: () => undefined, warn: () => undefined } as unknown as Console;
  consoleToLog(said, log);

  said.error("Graphile Worker Internal Error", new Error("connection lost"));
  said.warn("attempt %d failed", 2);

  expect(lines).toEqual([
    ["library_said", "connection lost", { said: "Graphile Worker Internal Error" }],
    ["library_said", "attempt 2 failed", {}],
  ]);
});

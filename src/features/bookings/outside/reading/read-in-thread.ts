import { Worker } from "node:worker_threads";
import type { Asked, CalendarReading } from "./busy-time.ts";

const patienceMilliseconds = 10_000;
const memory = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

/**
 * Reads a calendar in a thread of its own, so that whatever is in it keeps nobody else waiting. One that takes too long or too
 * much memory is stopped.
 */
export function readInThread(body: Buffer, asked: Asked, patience = patienceMilliseconds): Promise<CalendarReading> {
  const thread = new Worker(new URL("./thread.ts", import.meta.url), { workerData: { body, asked }, resourceLimits: memory, execArgv: [] });
  const reading = new Promise<CalendarReading>((read, failed) => {
    const tooMuch = (reason: string) => read({ kind: "fault", fault: "too_much", reason });
    const timer = setTimeout(() => tooMuch("time"), patience);
    thread.once("message", (told: CalendarReading) => read(told));
    thread.once("error", (error: NodeJS.ErrnoException) => (error.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooMuch("memory") : failed(error)));
    thread.once("exit", () => {
      clearTimeout(timer);
      failed(new Error("The thread that reads a calendar ended without an answer"));
    });
  });
  return reading.finally(() => thread.terminate());
}

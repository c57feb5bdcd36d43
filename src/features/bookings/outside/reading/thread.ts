import { parentPort, workerData } from "node:worker_threads";
import type { Asked } from "./busy-time.ts";
import { readCalendar } from "./read-calendar.ts";

// what is read was written by strangers: here it can cost no more than this thread
const { body, asked } = workerData as { body: Uint8Array; asked: Asked };
parentPort?.postMessage(readCalendar(new TextDecoder().decode(body), asked));

import type { z } from "zod";
import type { Installation } from "../installation.ts";

/** A kind of work done behind: its name, and what it is given, which is kept as JSON. */
export interface JobKind<Payload = unknown> {
  /** "feature.verb-noun": "webhooks.deliver". */
  name: string;
  payload: z.ZodType<Payload>;
  /** Whether somebody waits for it before a screen: such a job goes before all others, however many they are. */
  isAwaited: boolean;
}

/** What a handler may ask about its run. */
export interface Run {
  /** 1 the first time. */
  attempt: number;
  /** Raised when the process is to stop and the work takes long. */
  signal: AbortSignal;
}

/** A job with what does it. A handler may be run again after a crash, so what it does twice must be as if done once. */
export interface JobHandler {
  kind: JobKind;
  run(installation: Installation, payload: unknown, run: Run): Promise<void>;
}

/** When a job is put in the queue by the clock. */
export interface CrontabEntry {
  kind: JobKind;
  /** Five fields, in UTC: minute, hour, day of month, month, weekday. */
  at: string;
  payload: Record<string, unknown>;
}

/** Declares a kind of job. Any feature that knows it may enqueue it; the one that does the work gives its handler. */
export function defineJob<Payload>(name: string, payload: z.ZodType<Payload>, { isAwaited = false } = {}): JobKind<Payload> {
  return { name, payload, isAwaited };
}

/** A job's place in the queue; the lower goes first. */
export function priorityOf({ isAwaited }: Pick<JobKind, "isAwaited">): number {
  return isAwaited ? -10 : 0;
}

/** Says what does a kind of job; listed in src/jobs.ts. An error that is thrown is kept, and the job is tried again. */
export function handles<Payload>(
  kind: JobKind<Payload>,
  run: (installation: Installation, payload: Payload, run: Run) => Promise<void>,
): JobHandler {
  return { kind: kind as JobKind, run: (installation, payload, facts) => run(installation, kind.payload.parse(payload), facts) };
}

/** Has a job enqueued by the clock, `at` in crontab form, in UTC; listed in src/jobs.ts. */
export function every<Payload extends Record<string, unknown>>(kind: JobKind<Payload>, at: string, payload: Payload): CrontabEntry {
  return { kind: kind as JobKind, at, payload };
}

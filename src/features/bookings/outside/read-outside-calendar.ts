import type { Installation } from "../../../platform/installation.ts";
import { reachOf } from "../../../platform/outside/public-address.ts";
import { type OutsideReading, readOutside } from "../../../platform/outside/read-outside.ts";
import { fitCalendar } from "./fit-calendar.ts";
import { nextReading, type ReadFailure, spanKept, unpackedAfterHours } from "./outside-calendar.ts";
import { findOutsideCalendar, type OutsideCalendarRow } from "./queries.ts";
import type { BusyTime } from "./reading/busy-time.ts";
import { readInThread } from "./reading/read-in-thread.ts";
import { writeTimes } from "./write-times.ts";

const mostBytes = 10 * 1024 * 1024;
const patienceMilliseconds = 15_000;

type Read = { times?: BusyTime[]; failure?: ReadFailure; etag: string | null; lastModified: string | null };

/**
 * Reads a calendar and takes what it says is taken. One that does not answer, or answers with something else, leaves everything as
 * it was known, and is tried again after longer and longer pauses.
 */
export async function readOutsideCalendar(installation: Installation, id: string, signal?: AbortSignal): Promise<void> {
  const { db, now } = installation;
  const calendar = await findOutsideCalendar(db, id, now());
  if (!calendar) return;
  const read = await readAt(installation, calendar, signal);
  // we are stopping: that is nobody's failure
  if (signal?.aborted) return;
  await db.transaction().execute(async (tx) => {
    const failures = read.failure === undefined ? 0 : calendar.failures + 1;
    const at = now();
    const kept = await tx
      .updateTable("outside_calendars")
      .set({ tried_at: at, next_read_at: nextReading(failures, at), failures, failure: read.failure ?? null })
      .$if(read.failure === undefined, (query) => query.set({ read_at: at }))
      .$if(read.times !== undefined, (query) => query.set({ unpacked_at: at, etag: read.etag, last_modified: read.lastModified }))
      .where("space_id", "=", calendar.space_id)
      .where("id", "=", id)
      .returning("id")
      .executeTakeFirst();
    // removed while it was read
    if (!kept) return;
    if (read.times) await writeTimes(tx, { spaceId: calendar.space_id, id }, read.times);
    await fitCalendar(tx, installation, calendar);
  });
}

async function readAt({ now, settings, log }: Installation, calendar: OutsideCalendarRow, signal?: AbortSignal): Promise<Read> {
  const at = now();
  const isFresh = calendar.unpacked_at !== null && calendar.unpacked_at.until(at).total("hours") < unpackedAfterHours;
  const answer = await readOutside({
    url: calendar.address,
    known: isFresh ? { etag: calendar.etag, lastModified: calendar.last_modified } : { etag: null, lastModified: null },
    accept: "text/calendar, text/plain;q=0.5",
    reach: reachOf(settings.webhooksReachLoopback),
    mostBytes,
    patienceMilliseconds,
    signal,
  });
  const read = await unpacked(answer, calendar, at, new URL(settings.url).hostname);
  if (read.failure !== undefined) {
    // which calendar and why; never its address, which is a secret
    const status = answer.kind === "failed" ? answer.status : undefined;
    log.info("outside_calendar_unread", { calendar: calendar.id, failure: read.failure, status, reason: read.reason });
  }
  return read;
}

type Unpacked = Read & { reason?: string };

async function unpacked(answer: OutsideReading, calendar: OutsideCalendarRow, at: Temporal.Instant, ownHost: string): Promise<Unpacked> {
  if (answer.kind === "failed") return { failure: answer.failure, etag: null, lastModified: null };
  if (answer.kind === "unchanged") return { etag: null, lastModified: null };
  const { body, etag, lastModified } = answer;
  const { time_zone: timeZone, horizon_days: horizonDays, keeps_titles: keepsTitles } = calendar;
  const { from, until } = spanKept(at, { timeZone, horizonDays });
  const span = { from: from.epochMilliseconds, until: until.epochMilliseconds };
  const reading = await readInThread(body, { ...span, timeZone, ownHost, keepsTitles });
  if (reading.kind === "fault") return { failure: reading.fault, reason: reading.reason, etag: null, lastModified: null };
  return { times: reading.times, etag, lastModified };
}

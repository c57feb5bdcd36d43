import type pg from "pg";
import type { Installation } from "../../../platform/installation.ts";
import { dayIn } from "../../../platform/time/day.ts";
import type { Booker } from "../../spaces/index.ts";
import type { Interval } from "../booking.ts";
import { freeTimes, type Wanted } from "./free-times.ts";
import { type Price, priceTimes, type Unpriced } from "./price-times.ts";
import { type After, type Candidate, type CandidateSearch, candidates, reachOf } from "./queries.ts";
import { readTimes, type TimesOf } from "./read-times.ts";

export interface FreeTimeSearch extends Omit<CandidateSearch, "days" | "reach" | "capacity"> {
  window: Interval;
  minutes: number;
  people: number | null;
  /** The most it may cost for so long, in øre. */
  maxPriceOre?: number | undefined;
}

/** A resource that can be booked for so long within the window, and when. */
export interface FreeTime extends Price {
  candidate: Candidate;
  free: [Interval, ...Interval[]];
  booker: Booker;
}

type Hit = Pick<FreeTime, "candidate" | "free"> & Unpriced;

// so many are looked at before a page is answered, full or not; the cursor goes on from there
const mostLookedAt = 400;

/**
 * What a person may book for so long within a window, page by page. A page may hold fewer than asked for, or nothing, and still have
 * a next one: then the places nearby were looked through.
 * @param personId for whom; null is somebody nobody knows
 */
export async function findFreeTime(
  { db, pipelines, now }: Pick<Installation, "db" | "pipelines" | "now">,
  personId: string | null,
  search: FreeTimeSearch,
): Promise<{ found: FreeTime[]; next: After | undefined }> {
  const at = now();
  const { window, minutes, people } = search;
  const wanted: Wanted = { ...window, minutes, people, at };
  // a day to each side, since the houses' clocks may differ
  const days = {
    from: dayIn(window.from.subtract({ hours: 24 }), "UTC"),
    until: dayIn(window.until.add({ hours: 24 }), "UTC"),
  };
  const reach = await reachOf(db, personId, days);
  const found: FreeTime[] = [];
  const most = search.limit + 8;
  let { after } = search;
  for (let seen = 0; seen < mostLookedAt; ) {
    const some = await candidates(db, { ...search, capacity: people ?? 1, days, reach, after, limit: most });
    const times = await withClient(pipelines, async (client) => {
      const read = await readTimes(client, { personId, window, at }, some);
      return priced(
        client,
        personId,
        some.flatMap((candidate) => hitOf(candidate, read.get(candidate.id), wanted) ?? []),
      );
    });
    for (const candidate of some) {
      const free = times.find((time) => time.candidate === candidate && time.priceOre <= (search.maxPriceOre ?? Infinity));
      if (free && found.length === search.limit) return { found, next: after };
      if (free) found.push(free);
      after = [candidate.place, candidate.capacity, candidate.id];
    }
    if (some.length < most) return { found, next: undefined };
    seen += some.length;
  }
  return { found, next: after };
}

async function priced(client: pg.PoolClient, personId: string | null, hits: Hit[]): Promise<FreeTime[]> {
  if (hits.length === 0) return [];
  const prices = await priceTimes(client, personId, hits);
  return hits.map(({ candidate, free, booker }, index) => ({ candidate, free, booker, ...(prices[index] as Price) }));
}

function hitOf(candidate: Candidate, times: TimesOf | undefined, wanted: Wanted): Hit | undefined {
  if (!times) return undefined;
  const { resource, standingOn, taken } = times;
  const [first, ...more] = freeTimes(wanted, resource, standingOn, taken);
  if (!first) return undefined;
  const { booker } = standingOn(dayIn(first.from, resource.opening.timeZone));
  const time = { from: first.from, until: first.from.add({ minutes: wanted.minutes }) };
  return { candidate, free: [first, ...more], resource, time, booker };
}

async function withClient<Answer>(pool: pg.Pool, ask: (client: pg.PoolClient) => Promise<Answer>): Promise<Answer> {
  const client = await pool.connect();
  try {
    return await ask(client);
  } finally {
    client.release();
  }
}

import type pg from "pg";
import type { Installation } from "../../../platform/installation.ts";
import { dayIn } from "../../../platform/time/day.ts";
import type { Booker } from "../../spaces/index.ts";
import type { Interval } from "../booking.ts";
import type { HouseFacts } from "../deciding/fact-rows.ts";
import { type After, type Candidate, type CandidateSearch, candidates } from "./candidates.ts";
import { freeTimes, isOpenFor } from "./free-times.ts";
import { type Price, priceTimes, type Unpriced } from "./price-times.ts";
import { reachOf } from "./queries.ts";
import { readHouses, readTimes, type TimesOf } from "./read-times.ts";
import { type Wanted, wantedIn } from "./wanted.ts";

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
// at first about as many as are answered; more where few are free, and far more where none is
const lookedAtFirst = [16, 32, 64, 128];
const lookedAtOnce = 256;

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
  const { window, people, maxPriceOre = Infinity } = search;
  const wanted = wantedIn(window, { ...search, at: now() });
  // a day to each side, since the houses' clocks may differ
  const days = {
    from: dayIn(window.from.subtract({ hours: 24 }), "UTC"),
    until: dayIn(window.until.add({ hours: 24 }), "UTC"),
  };
  const reach = await reachOf(db, personId, days);
  const found: FreeTime[] = [];
  let { after } = search;
  let limit = lookedAtFirst.find((most) => most >= search.limit + 8) ?? 128;
  for (let seen = 0; seen < mostLookedAt; ) {
    const some = await candidates(db, { ...search, capacity: people ?? 1, days, reach, after, limit });
    // a price may be too high: then nobody knows beforehand how many are needed
    const needed = maxPriceOre === Infinity ? search.limit + 1 - found.length : some.length;
    const times = await withClient(pipelines, async (client) => {
      const mayBeFree = seen === 0 ? { candidates: some } : await openAmong(client, wanted, some);
      return priced(client, personId, await hitsAmong(client, personId, wanted, mayBeFree, needed));
    });
    for (const candidate of some) {
      const free = times.find((time) => time.candidate === candidate && time.priceOre <= maxPriceOre);
      if (free && found.length === search.limit) return { found, next: after };
      if (free) found.push(free);
      after = [candidate.place, candidate.capacity, candidate.id];
    }
    if (some.length < limit) return { found, next: undefined };
    seen += some.length;
    limit = Math.min(lookedAtOnce, limit * (times.length === 0 ? 4 : 2));
  }
  return { found, next: after };
}

interface Some {
  candidates: readonly Candidate[];
  houses?: ReadonlyMap<string, HouseFacts>;
}

/** Those whose house is open in the window, where that counts. Something was in the way of those before: of houses that are shut nothing further is read. */
async function openAmong(client: pg.PoolClient, wanted: Wanted, some: readonly Candidate[]): Promise<Some> {
  const houses = await readHouses(client, some, wanted.at);
  const mayOpen = ({ space_id: spaceId, opens_with_house: opensWithHouse }: Candidate) => {
    const house = houses.get(spaceId);
    return house !== undefined && (!opensWithHouse || isOpenFor(wanted, house.opening));
  };
  return { candidates: some.filter(mayOpen), houses };
}

/** The first of them that are free, no more than needed. */
async function hitsAmong(
  client: pg.PoolClient,
  personId: string | null,
  wanted: Wanted,
  { candidates: some, houses }: Some,
  needed: number,
): Promise<Hit[]> {
  if (some.length === 0) return [];
  const times = await readTimes(client, { personId, wanted }, some, houses);
  const hits: Hit[] = [];
  for (const candidate of some) {
    const hit = hitOf(candidate, times.get(candidate.id), wanted);
    if (hit) hits.push(hit);
    if (hits.length === needed) break;
  }
  return hits;
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

import type { Answered } from "../../../../interface/browser/door/ask.ts";
import { type Searchable, searchable } from "../../door/find-tickets.ts";
import { type Arrivals, arrivalsPath, askArrivals } from "./server.ts";

// where the service worker keeps pages: whoever signs out takes the names with them
const place = "romslig-pages";
const wholeIsGoodFor = 5 * 60_000;
const keepAgainAfter = 60_000;
// what was written while the list was read may be seen a little later
const overlapSeconds = 30;
const forgottenAfter = 7 * 24 * 3_600_000;

/** The tickets of an event on this phone. */
export interface KeptList {
  readonly told: Arrivals | undefined;
  readonly tickets: Searchable;
  /** Asks for what is new, or for everything when that is too little. */
  ask(): Promise<Answered<Arrivals>>;
  take(told: Arrivals): void;
}

/** Opens the list this phone has of an event, and forgets the lists of events that are long over. */
export async function openList(eventId: string): Promise<KeptList> {
  const path = arrivalsPath(eventId);
  const cache = "caches" in globalThis ? await caches.open(place).catch(() => undefined) : undefined;
  let told = (await (await cache?.match(path))?.json().catch(() => undefined)) as Arrivals | undefined;
  let tickets = searchable(told?.items ?? []);
  let [wholeAt, keptAt] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  if (cache) void forgetOld(cache, path);

  return {
    get told() {
      return told;
    },
    get tickets() {
      return tickets;
    },
    async ask() {
      if (!told || performance.now() - wholeAt > wholeIsGoodFor) return askWhole();
      const since = new Date(Date.parse(told.readAt) - overlapSeconds * 1_000).toISOString();
      const news = await askArrivals(eventId, since);
      if (news.kind !== "ok") return news;
      const byId = new Map(tickets.byId);
      for (const ticket of news.body.items) byId.set(ticket.id, ticket);
      // somebody has registered, or given a ticket back
      if (byId.size !== news.body.total) return askWhole();
      return { kind: "ok", body: { ...news.body, items: [...byId.values()] } };
    },
    take(now) {
      told = now;
      tickets = searchable(now.items);
      if (cache && performance.now() - keptAt > keepAgainAfter) {
        keptAt = performance.now();
        void cache.put(path, new Response(JSON.stringify(now), { headers: { "x-read-at": now.readAt } })).catch(() => undefined);
      }
    },
  };

  async function askWhole(): Promise<Answered<Arrivals>> {
    const whole = await askArrivals(eventId);
    if (whole.kind === "ok") [wholeAt, keptAt] = [performance.now(), Number.NEGATIVE_INFINITY];
    return whole;
  }
}

async function forgetOld(cache: Cache, own: string): Promise<void> {
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (!/^\/api\/v1\/events\/[^/]+\/arrivals$/.test(pathname) || pathname === own) continue;
    const readAt = Date.parse((await cache.match(request))?.headers.get("x-read-at") ?? "");
    if (!(Date.now() - readAt < forgottenAfter)) await cache.delete(request);
  }
}

import { client, read } from "../../../../interface/api-client.ts";
import { signedIn } from "../../../../interface/visit.ts";
import { dayIn, isDay } from "../../../../platform/time/day.ts";
import type { SpaceApi } from "../../../spaces/routes.ts";
import type { ExchangeApi } from "../../routes.ts";
import type { WrittenGift } from "./host-acts.ts";

type Given = Parameters<typeof signedIn>[0];

/** Everything the front desk sees of a day: the guests in all states, seats, hours. What may not be seen is not found. */
export async function loadGuestDay(given: Given) {
  const visit = signedIn(given);
  const param = { id: given.params.space ?? "" };
  const asked = new URL(given.request.url).searchParams;
  const exchange = client<ExchangeApi>(visit);
  const space = await read(client<SpaceApi>(visit).spaces[":id"].$get({ param }));
  if (!space.abilities.receiveGuests) throw new Response(null, { status: 404 });
  const today = dayIn(visit.now, space.timeZone);
  const day = askedDay(asked.get("day"), today);
  const [arrivals, seats, terms] = await Promise.all([
    read(exchange.spaces[":id"].arrivals.$get({ param, query: { day, limit: "500" } })),
    read(exchange.spaces[":id"]["guest-days"].$get({ param, query: { from: day, days: "1" } })),
    read(exchange.spaces[":id"]["guest-terms"].$get({ param })),
  ]);
  return {
    space,
    today,
    day,
    items: arrivals.items,
    seats: seats.items[0],
    isManager: terms.abilities.change,
    readAt: visit.now.toString(),
    /** Each form that lets someone in carries its own: sent twice, it is one scan. */
    nonces: Object.fromEntries(arrivals.items.map(({ id }) => [id, crypto.randomUUID()])),
    did: asked.get("did"),
    of: asked.get("of"),
    query: (asked.get("q") ?? "").trim().slice(0, 60),
  };
}

/** The day, with what was written in a form that did not go. */
export type GuestDay = Awaited<ReturnType<typeof loadGuestDay>> & { written?: WrittenGift | undefined };
export type Arrival = GuestDay["items"][number];

function askedDay(asked: string | null, today: string): string {
  return asked !== null && isDay(asked) && asked > "2000-01-01" && asked < "2100-01-01" ? asked : today;
}

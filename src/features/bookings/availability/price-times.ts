import type pg from "pg";
import { sendTogether } from "../../../platform/database/send-together.ts";
import type { Booker } from "../../spaces/index.ts";
import type { Interval } from "../booking.ts";
import { allowancesOf, askAllowances, copyOfAllowances, daysTouched } from "../deciding/cover-facts.ts";
import type { ResourceFacts } from "../deciding/facts.ts";
import { coverOf, type Drawn } from "../deciding/price.ts";

/** A time somebody may book, not priced yet. */
export interface Unpriced {
  resource: ResourceFacts;
  time: Interval;
  booker: Booker;
}

export interface Price {
  priceOre: number;
  drawn: Drawn | null;
}

/** What each of the times would cost a person if it were booked now and no other were: by the way to a price that booking takes. */
export async function priceTimes(client: pg.ClientBase, personId: string | null, times: readonly Unpriced[]): Promise<Price[]> {
  const wishes = times.map(({ resource, time }) => ({ personId, resource, interval: time }));
  const days = daysTouched(wishes, new Map(), new Map());
  const asks = () => askAllowances(client, personId === null ? [] : wishes, [], days);
  const [cover, holds, read] = await Promise.all(sendTogether(client, asks));
  const allowances = allowancesOf(cover, holds, read, days);
  const done = { by: null, at: Temporal.Instant.fromEpochMilliseconds(0) };
  return times.map(({ resource, time, booker }) => {
    const booking = { id: "", kind: "booking" as const, personId, audience: booker, ...time };
    const { priceOre, drawn } = coverOf(booking, resource, done, copyOfAllowances(allowances));
    return { priceOre, drawn };
  });
}

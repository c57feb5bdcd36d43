import type { Wanted } from "./estimate.ts";

type Query = { rooms: string; startsAt: string; endsAt: string; people: number; extras?: string | undefined };

/** What is wanted, as it stands in an address: ids after commas, an extra with its quantity after a colon. */
export function readWishes({ rooms, startsAt, endsAt, people, extras }: Query): Omit<Wanted, "spaceId"> {
  return {
    rooms: rooms.toLowerCase().split(","),
    startsAt: Temporal.Instant.from(startsAt),
    endsAt: Temporal.Instant.from(endsAt),
    people,
    extras: (extras || undefined)?.split(",").map(readWish) ?? [],
  };
}

function readWish(text: string) {
  const [id = "", quantity] = text.split(":");
  return { id: id.toLowerCase(), quantity: Number(quantity) };
}

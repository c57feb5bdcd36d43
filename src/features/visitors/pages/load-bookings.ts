import { client, read } from "../../../interface/api-client.ts";
import { clock, shortDay } from "../../../interface/format.ts";
import type { Visit } from "../../../interface/visit.ts";
import type { BookingApi } from "../../bookings/index.ts";

/** One's own bookings to come in a house, to ask a visitor to. */
export async function bookingsIn(visit: Visit, slug: string): Promise<{ value: string; label: string }[]> {
  const { items } = await read(client<BookingApi>(visit).me.bookings.$get({ query: { limit: "50" } }));
  return items
    .filter(({ space, state }) => space.slug === slug && state !== "held")
    .map(({ id, resource, startsAt, timeZone }) => {
      const from = Temporal.Instant.from(startsAt).toZonedDateTimeISO(timeZone);
      return { value: id, label: `${resource.name}, ${shortDay(from, visit.language)} ${clock(from)}` };
    });
}

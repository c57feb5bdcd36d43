import { client, read } from "../../../interface/api-client.ts";
import type { Visit } from "../../../interface/visit.ts";
import type { AvailabilityApi } from "../availability/routes.ts";
import { minutesBetween } from "../booking.ts";
import { timesOf, type WrittenBooking } from "./draft.ts";

/** What the time in the form costs whoever it is for, by their plans; null when it cannot be booked as it is. */
export async function loadPrice(visit: Visit, day: string, written: WrittenBooking, timeZone: string, personId?: string) {
  const { startsAt, endsAt } = timesOf(day, written, timeZone);
  const minutes = minutesBetween(Temporal.Instant.from(startsAt), Temporal.Instant.from(endsAt));
  if (minutes < 5 || written.resource === "") return null;
  const query = {
    resource: written.resource,
    from: startsAt,
    to: endsAt,
    minutes: String(minutes),
    limit: "1",
    ...(personId && { personId }),
  };
  const { items } = await read(client<AvailabilityApi>(visit).availability.$get({ query }));
  const [found] = items;
  return found ? { from: written.from, to: written.to, priceOre: found.priceOre, allowance: found.allowance } : null;
}

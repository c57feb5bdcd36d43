import type { LoaderFunctionArgs } from "react-router";
import { client, read, readAll } from "../../../interface/api-client.ts";
import { visitOf } from "../../../interface/visit.ts";
import { addDays, dayIn, isDay, momentOf } from "../../../platform/time/day.ts";
import { loadWhom } from "../../memberships/parts.ts";
import type { ResourceApi, SpaceApi } from "../../spaces/index.ts";
import type { OutageApi } from "../outages/routes.ts";
import type { BookingApi } from "../routes.ts";
import type { SeriesApi } from "../series/routes.ts";
import type { WaitingApi } from "../waiting/routes.ts";
import { type Booked, spanOf } from "./day-plan.ts";
import { nextFree, readWritten } from "./draft.ts";
import { loadPrice } from "./load-price.ts";

/** One day of a house: what can be booked, what is taken, and the booking that is being made or looked at. */
export async function loadDay(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const id = given.params.space ?? "";
  const { searchParams } = new URL(given.request.url);
  const space = await read(client<SpaceApi>(visit).spaces[":id"].$get({ param: { id } }));
  const today = dayIn(visit.now, space.timeZone);
  const asked = searchParams.get("day") ?? "";
  const day = isDay(asked) ? asked : today;
  const from = momentOf(day, "00:00", space.timeZone).toString();
  const to = momentOf(addDays(day, 1), "00:00", space.timeZone).toString();
  const isSignedIn = visit.actor.kind === "person";
  const [resources, booked, waits, outages] = await Promise.all([
    readAll((page) => client<ResourceApi>(visit).resources.$get({ query: { space: id, ...page } })),
    allBooked(visit, id, { from, to }),
    isSignedIn ? read(client<WaitingApi>(visit).me.waits.$get()) : { items: [] },
    read(client<OutageApi>(visit).spaces[":id"].outages.$get({ param: { id } })),
  ]);
  const opening = openingsOf(space, day);
  const span = spanOf(day, space.timeZone, opening, booked);
  const selected = booked.find((booking) => booking.id === searchParams.get("booking")) ?? null;
  const fallback = { resource: resources[0]?.id ?? "", ...nextFree(visit.now, day, space.timeZone, opening[0]?.opens) };
  const written = readWritten(searchParams, fallback);
  const { actor } = visit;
  const isForm = selected === null && actor.kind === "person";
  const isDesk = space.abilities.receiveGuests;
  const whom = isForm && isDesk ? await loadWhom({ ...visit, actor }, [space.organization], searchParams, day) : null;
  const [series, price] = await Promise.all([
    selected?.seriesId ? read(client<SeriesApi>(visit).bookings[":id"].series.$get({ param: { id: selected.id } })) : undefined,
    isForm ? loadPrice(visit, day, written, space.timeZone, whom?.chosen?.id) : null,
  ]);
  return {
    view: "day" as const,
    space,
    day,
    today,
    opening,
    resources: resources,
    booked,
    outages: outages.items,
    span: { from: span.from.toString(), quarters: span.quarters, timeZone: span.timeZone },
    now: visit.now.toString(),
    waits: waits.items.filter((wait) => wait.space.id === space.id && wait.startsAt < to && wait.endsAt > from),
    isSignedIn,
    isDesk,
    whom,
    isDrafting: searchParams.has("resource"),
    isMoving: selected !== null && searchParams.has("from"),
    written,
    price,
    selected,
    series: series?.items ?? [],
    isSeriesOpen: series?.openUntil != null,
    did: searchParams.get("did"),
  };
}

export type DayData = Awaited<ReturnType<typeof loadDay>>;

/** Everything that takes time in a house, or of one resource, within a window. */
export async function allBooked(
  visit: ReturnType<typeof visitOf>,
  id: string,
  window: { from: string; to: string; resource?: string },
): Promise<Booked[]> {
  const booked: Booked[] = [];
  for (let cursor: string | undefined; ; ) {
    const query = { ...window, limit: "1000", ...(cursor && { cursor }) };
    const page = await read(client<BookingApi>(visit).spaces[":id"].bookings.$get({ param: { id }, query }));
    booked.push(...page.items);
    if (page.nextCursor === null) return booked;
    cursor = page.nextCursor;
  }
}

/** What of a house its hours are known by. */
export type SpaceAnswer = {
  openingHours: { weekday: number; opens: string; closes: string }[];
  openingExceptions: { day: string; opens: string | null; closes: string | null }[];
  openOnHolidays: boolean;
  holidays: { day: string }[];
};

/** When a house is open on a day. */
export function openingsOf(space: SpaceAnswer, day: string): { opens: string; closes: string }[] {
  const exception = space.openingExceptions.find((one) => one.day === day);
  if (exception) return exception.opens && exception.closes ? [{ opens: exception.opens, closes: exception.closes }] : [];
  if (!space.openOnHolidays && space.holidays.some((holiday) => holiday.day === day)) return [];
  const weekday = Temporal.PlainDate.from(day).dayOfWeek;
  return space.openingHours.filter((time) => time.weekday === weekday).map(({ opens, closes }) => ({ opens, closes }));
}

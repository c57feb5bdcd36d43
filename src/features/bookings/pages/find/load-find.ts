import type { LoaderFunctionArgs } from "react-router";
import { client, read } from "../../../../interface/api-client.ts";
import { type Visit, visitOf } from "../../../../interface/visit.ts";
import { addDays, dayIn } from "../../../../platform/time/day.ts";
import { placeOf } from "../../../geography/parts.ts";
import type { HireApi } from "../../../hires/routes.ts";
import type { AvailabilityApi } from "../../availability/routes.ts";
import { laterWindow, readAsked, uses, windowOf } from "./asked.ts";
import { labsWithCourses } from "./labs-with-courses.ts";

const timeZone = "Europe/Oslo";
const hitsShown = 10;
const laterShown = 5;

/** What is free at the time asked for, nearest first; and what is free a little later when that is nothing. */
export async function loadFind(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const today = dayIn(visit.now, timeZone);
  const asked = readAsked(new URL(given.request.url).searchParams, visit.now, timeZone);
  const place = await placeOf(visit, asked.near || asked.here);
  const availability = client<AvailabilityApi>(visit).availability;
  const query = {
    minutes: String(asked.minutes),
    capacity: String(asked.people),
    kind: uses[asked.use].join(","),
    ...(place && { near: `${place.latitude},${place.longitude}` }),
  };
  const hits = await read(
    availability.$get({ query: { ...query, ...windowOf(asked, visit.now, timeZone), limit: String(hitsShown), cursor: asked.cursor } }),
  );
  const isNothing = hits.items.length === 0 && hits.nextCursor === null && asked.cursor === undefined;
  const later = isNothing
    ? await read(availability.$get({ query: { ...query, ...laterWindow(asked, visit.now, timeZone), limit: String(laterShown) } }))
    : undefined;
  const isSignedIn = visit.actor.kind === "person";
  return {
    asked,
    place: asked.near ? place : undefined,
    isHere: asked.here !== "",
    isPlaceUnknown: asked.near !== "" && !place,
    today,
    days: Array.from({ length: 14 }, (_, ahead) => addDays(today, ahead)),
    hits,
    later: later?.items,
    labs: asked.use === "machine" ? await labsWithCourses(visit) : [],
    isSignedIn,
    forHire: isSignedIn ? [] : await roomsForHire(visit, later?.items ?? hits.items),
  };
}

/** Which of the rooms one may ask to hire without an account: a few houses a page, each asked for what it offers. */
async function roomsForHire(visit: Visit, items: readonly { space: { slug: string } }[]): Promise<string[]> {
  const houses = [...new Set(items.map(({ space }) => space.slug))];
  const offers = await Promise.all(houses.map((id) => read(client<HireApi>(visit).spaces[":id"]["hire-offer"].$get({ param: { id } }))));
  return offers.flatMap(({ abilities, rooms }) => (abilities.ask ? rooms.filter(({ isOffered }) => isOffered).map(({ id }) => id) : []));
}

export type Found = Awaited<ReturnType<typeof loadFind>>;
export type FreeTime = Found["hits"]["items"][number];

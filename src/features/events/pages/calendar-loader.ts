import type { LoaderFunctionArgs } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { askedNetwork, visitOf } from "../../../interface/visit.ts";
import { addDays, dayIn, isDay, momentOf, weekdayOf } from "../../../platform/time/day.ts";
import { placeOf } from "../../geography/parts.ts";
import type { OrganizationsApi } from "../../organizations/routes.ts";
import { type Theme, themeKeys } from "../../spaces/parts.ts";
import { mayHoldEvents } from "../policy.ts";
import type { EventApi } from "../routes.ts";

const timeZone = "Europe/Oslo";
const inLanguages = ["nb", "nn", "en"];

/** What the calendar shows: a week, or all that is to come, near a place, in a language, of a network or an organization. */
export async function loadCalendar(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const { searchParams } = new URL(given.request.url);
  const asked = (name: string) => (searchParams.get(name) ?? "").trim().slice(0, 80);
  const today = dayIn(visit.now, timeZone);
  const network = given.params.network === undefined ? undefined : await askedNetwork(visit, given.params.network);
  const isGrid = asked("view") === "grid";
  // a grid is of one week
  const week = isDay(asked("week")) ? mondayOf(asked("week")) : isGrid ? mondayOf(today) : undefined;
  const language = inLanguages.includes(asked("language")) ? asked("language") : undefined;
  const theme = themeKeys.find((key): key is Theme => key === asked("theme"));
  const [place, organization] = await Promise.all([
    placeOf(visit, asked("place")),
    asked("organization") === ""
      ? undefined
      : read(client<OrganizationsApi>(visit).organizations[":id"].$get({ param: { id: asked("organization") } })),
  ]);
  const found = await read(
    client<EventApi>(visit).events.$get({
      query: {
        ...(week && { from: momentOf(week, "00:00", timeZone).toString(), to: momentOf(addDays(week, 7), "00:00", timeZone).toString() }),
        ...(place && { near: `${place.latitude.toFixed(5)},${place.longitude.toFixed(5)}` }),
        ...(network && { network: network.slug }),
        ...(organization && { organization: organization.slug }),
        ...(language && { language }),
        ...(theme && { theme }),
        limit: isGrid ? "200" : "100",
        ...(asked("cursor") && { cursor: asked("cursor") }),
      },
    }),
  );
  return {
    events: found.items,
    nextCursor: found.nextCursor,
    network: network && { slug: network.slug, name: network.name, mayHold: mayHoldEvents(visit.actor, network.id) },
    organization: organization && {
      slug: organization.slug,
      name: organization.name,
      mayHold: mayHoldEvents(visit.actor, organization.id),
    },
    asked: { isGrid, week, place: asked("place"), language: language ?? "", theme: theme ?? "" },
    isPlaceUnknown: asked("place") !== "" && !place,
    thisWeek: mondayOf(today),
    today,
    timeZone,
  };
}

export type ShownCalendar = Awaited<ReturnType<typeof loadCalendar>>;
export type ShownLine = ShownCalendar["events"][number];

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return addDays(day, 1 - weekdayOf(day));
}

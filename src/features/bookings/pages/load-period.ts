import type { LoaderFunctionArgs } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { visitOf } from "../../../interface/visit.ts";
import { addDays, dayIn, isDay, momentOf } from "../../../platform/time/day.ts";
import type { ResourceApi, SpaceApi } from "../../spaces/index.ts";
import { allBooked, openingsOf } from "./load-day.ts";
import { daysOf, type View } from "./period.ts";

/** A week or a month of one resource: what is taken, day by day. */
export async function loadPeriod(given: LoaderFunctionArgs, view: Exclude<View, "day">) {
  const visit = visitOf(given);
  const id = given.params.space ?? "";
  const { searchParams } = new URL(given.request.url);
  const [space, resources] = await Promise.all([
    read(client<SpaceApi>(visit).spaces[":id"].$get({ param: { id } })),
    read(client<ResourceApi>(visit).resources.$get({ query: { space: id, limit: "200" } })),
  ]);
  const today = dayIn(visit.now, space.timeZone);
  const asked = searchParams.get("day") ?? "";
  const day = isDay(asked) ? asked : today;
  const days = daysOf(view, day);
  const resource = resources.items.find((one) => one.id === searchParams.get("resource")) ?? resources.items[0] ?? null;
  const window = {
    from: momentOf(days[0] ?? day, "00:00", space.timeZone).toString(),
    to: momentOf(addDays(days.at(-1) ?? day, 1), "00:00", space.timeZone).toString(),
  };
  return {
    view,
    space,
    day,
    today,
    now: visit.now.toString(),
    days: days.map((each) => ({ day: each, opening: openingsOf(space, each) })),
    resources: resources.items,
    resource,
    booked: resource ? await allBooked(visit, id, { ...window, resource: resource.id }) : [],
    isSignedIn: visit.actor.kind === "person",
    isDesk: space.abilities.receiveGuests,
  };
}

export type PeriodData = Awaited<ReturnType<typeof loadPeriod>>;

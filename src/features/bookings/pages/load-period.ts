import type { LoaderFunctionArgs } from "react-router";
import { client, read, readAll } from "../../../interface/api-client.ts";
import { visitOf } from "../../../interface/visit.ts";
import { addDays, dayIn, isDay, momentOf } from "../../../platform/time/day.ts";
import type { ResourceApi, SpaceApi } from "../../spaces/index.ts";
import type { OccupancyApi } from "../occupancy/routes.ts";
import { dayOfResource, withOutages } from "./day-of-resource.ts";
import { allBooked } from "./load-day.ts";
import { bookedOn, daysOf, type View } from "./period.ts";

/** A week or a month of one resource: what is taken, day by day. A month without one is of the whole house: how full each day is. */
export async function loadPeriod(given: LoaderFunctionArgs, view: Exclude<View, "day">) {
  const visit = visitOf(given);
  const id = given.params.space ?? "";
  const { searchParams } = new URL(given.request.url);
  const [space, resources] = await Promise.all([
    read(client<SpaceApi>(visit).spaces[":id"].$get({ param: { id } })),
    readAll((page) => client<ResourceApi>(visit).resources.$get({ query: { space: id, ...page } })),
  ]);
  const today = dayIn(visit.now, space.timeZone);
  const asked = searchParams.get("day") ?? "";
  const day = isDay(asked) ? asked : today;
  const days = daysOf(view, day);
  const named = resources.find((one) => one.id === searchParams.get("resource"));
  const resource = named ?? (view === "week" ? (resources[0] ?? null) : null);
  const window = {
    from: momentOf(days[0] ?? day, "00:00", space.timeZone).toString(),
    to: momentOf(addDays(days.at(-1) ?? day, 1), "00:00", space.timeZone).toString(),
  };
  const booked = resource ? await allBooked(visit, id, { ...window, resource: resource.id }) : [];
  const isOfHouse = resource === null && resources.length > 0;
  const occupancy = isOfHouse
    ? (await read(client<OccupancyApi>(visit).spaces[":id"].occupancy.$get({ param: { id }, query: window }))).items
    : [];
  const rules = resource ?? { opensWithHouse: true, inUseFrom: null, inUseUntil: null };
  const { timeZone } = space;
  const daysShown = days.map((each) =>
    withOutages(dayOfResource(space, rules, each), bookedOn(each, booked, timeZone), { opensWithHouse: rules.opensWithHouse, timeZone }),
  );
  return {
    view,
    space,
    day,
    today,
    now: visit.now.toString(),
    days: daysShown,
    resources: resources,
    resource,
    booked,
    occupancy,
    isSignedIn: visit.actor.kind === "person",
    isDesk: space.abilities.receiveGuests,
  };
}

export type PeriodData = Awaited<ReturnType<typeof loadPeriod>>;

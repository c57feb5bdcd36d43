import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { Db } from "../../../platform/database/database.ts";
import { sharesOf } from "../event.ts";
import { mayReceive, mayRunEvent } from "../policy.ts";
import { hostIdsOf } from "../queries.ts";
import { questionsOfEvents } from "../questions/queries.ts";
import { queuePlacesOf } from "../queueing/queries.ts";
import { countsOfEvents, distinctOfEvents, eventsOfParent, findParent, typesOfEvents } from "./queries.ts";

/** A festival or series with its events. It is there when one of them is told of; those who run it see drafts as well. */
export async function seeParent(db: Db, actor: Actor, idOrSlug: string) {
  const parent = found(await findParent(db, idOrSlug));
  const mayRun = mayRunEvent(actor, hostIdsOf(parent));
  const all = await eventsOfParent(db, parent.id);
  const events = all.filter(
    (event) => mayRun || mayRunEvent(actor, hostIdsOf(event)) || (event.status !== "draft" && event.audience !== "invited"),
  );
  found(mayRun || events.length > 0 ? parent : undefined);
  const ids = events.map(({ id }) => id);
  const withQueue = events.filter(({ has_queue: hasQueue }) => hasQueue).map(({ id }) => id);
  const [types, questions, queuePlaces] = await Promise.all([
    typesOfEvents(db, ids),
    questionsOfEvents(db, ids),
    actor.kind === "person" && withQueue.length > 0 ? queuePlacesOf(db, withQueue, actor.personId) : [],
  ]);
  return { parent, events, types, questions, queuePlaces, mayRun };
}

/** What a festival or series comes to, each event and all together, for those who receive at it. */
export async function readParentCounts(db: Db, actor: Actor, idOrSlug: string, at: Temporal.Instant) {
  const parent = await findParent(db, idOrSlug);
  authorize(actor, parent !== undefined && mayReceive(actor, hostIdsOf(parent)));
  const events = await eventsOfParent(db, found(parent).id);
  const ids = events.map(({ id }) => id);
  const [each, distinct] = await Promise.all([countsOfEvents(db, ids), distinctOfEvents(db, ids)]);
  const sum = (of: "registered" | "held" | "waiting" | "checkedIn" | "places" | "taken") =>
    [...each.values()].reduce((total, counts) => total + counts[of], 0);
  const isOver = events.length > 0 && events.every((event) => Temporal.Instant.compare(event.ends_at, at) <= 0);
  const total = {
    registered: sum("registered"),
    held: sum("held"),
    waiting: sum("waiting"),
    checkedIn: sum("checkedIn"),
    places: sum("places"),
  };
  return {
    ...total,
    ...distinct,
    ...sharesOf(total, [{ size: total.places, taken: sum("taken") }], isOver),
    items: events.flatMap((event) => {
      const counts = each.get(event.id);
      if (!counts) return [];
      const { taken, ...shown } = counts;
      const isPast = Temporal.Instant.compare(event.ends_at, at) <= 0;
      return [{ event, ...shown, ...sharesOf(shown, [{ size: shown.places, taken }], isPast) }];
    }),
  };
}

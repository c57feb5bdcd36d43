import type { Actor } from "../../../platform/access/actor.ts";
import { kilometresOfChord } from "../../geography/index.ts";
import type { ResourceKind } from "../../spaces/index.ts";
import type { FreeTime } from "./find-free-time.ts";

/** A free time as the actor may take it. */
export function presentFreeTime({ candidate, free, booker, priceOre, drawn }: FreeTime, minutes: number, actor: Actor) {
  const [{ from: startsAt }] = free;
  const asks = candidate.needs_approval && booker !== "staff";
  const isKnown = actor.kind === "person";
  return {
    resource: { id: candidate.id, name: candidate.name, kind: candidate.kind as ResourceKind, capacity: candidate.capacity },
    space: {
      id: candidate.space_id,
      slug: candidate.space_slug,
      name: candidate.space_name,
      town: candidate.town,
      timeZone: candidate.time_zone,
    },
    distanceKm: candidate.distance === null ? null : kilometresOfChord(candidate.distance),
    startsAt: startsAt.toString(),
    endsAt: startsAt.add({ minutes }).toString(),
    priceOre,
    allowance: drawn,
    free: free.map(({ from, until }) => ({ from: from.toString(), until: until.toString() })),
    abilities: { book: isKnown && !asks, ask: isKnown && asks },
  };
}

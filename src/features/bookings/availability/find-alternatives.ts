import { found } from "../../../platform/access/authorize.ts";
import type { Installation } from "../../../platform/installation.ts";
import { addDays, dayIn, momentOf } from "../../../platform/time/day.ts";
import { kilometresOfChord } from "../../geography/index.ts";
import { type Interval, minutesBetween } from "../booking.ts";
import type { Candidate } from "./candidates.ts";
import { type FreeTime, findFreeTime } from "./find-free-time.ts";
import { placeOfResource, takenAround } from "./queries.ts";

/** How an alternative differs from what was wanted. */
export type Difference = "other_room" | "other_time" | "other_house";

export interface Alternatives {
  /** What the time clashes with, as one interval; null when it does not. */
  taken: Interval | null;
  items: { differs: Difference; freeTime: FreeTime }[];
}

// where one can get to instead
const farthestKm = 50;
const most = { other_room: 3, other_time: 2, other_house: 2 };

/** What somebody may book instead of a time that is taken: another room of the house, the room at another time, another house. */
export async function findAlternatives(
  installation: Pick<Installation, "db" | "pipelines" | "now">,
  personId: string | null,
  { resourceId, wanted, people }: { resourceId: string; wanted: Interval; people: number | null },
): Promise<Alternatives> {
  const room = found(await placeOfResource(installation.db, resourceId));
  const search = { minutes: minutesBetween(wanted.from, wanted.until), people, kinds: [room.kind], equipment: [] };
  const day = dayIn(wanted.from, room.time_zone);
  const wholeDay = { from: momentOf(day, "00:00", room.time_zone), until: momentOf(addDays(day, 1), "00:00", room.time_zone) };
  const find = async (more: object, window = wanted) =>
    (await findFreeTime(installation, personId, { ...search, window, limit: 8, ...more })).found;
  const [rooms, times, houses, taken] = await Promise.all([
    find({ space: room.space_id }),
    find({ resource: resourceId, people: null }, wholeDay),
    find({ near: [room.latitude, room.longitude] }),
    takenAround(installation.db, { resourceId, spaceId: room.space_id, ...wanted }),
  ]);
  const others = {
    other_room: rooms.filter(({ candidate }) => candidate.id !== resourceId),
    other_time: times.flatMap((time) => nearestStarts(time, wanted, search.minutes)),
    other_house: houses.filter(({ candidate }) => candidate.space_id !== room.space_id && isNear(candidate)),
  };
  const items = (Object.keys(others) as Difference[]).flatMap((differs) =>
    others[differs].slice(0, most[differs]).map((freeTime) => ({ differs, freeTime })),
  );
  return { taken, items };
}

function isNear({ distance }: Candidate): boolean {
  return distance !== null && kilometresOfChord(distance) <= farthestKm;
}

// in each interval the start nearest to the one wanted, the nearest of all first
function nearestStarts(time: FreeTime, wanted: Interval, minutes: number): FreeTime[] {
  const from = wanted.from.epochMilliseconds;
  const away = ({ free: [first] }: FreeTime) => Math.abs(first.from.epochMilliseconds - from);
  return time.free
    .map((run): FreeTime => {
      const last = run.until.subtract({ minutes });
      const starts = from <= run.from.epochMilliseconds ? run.from : last;
      return { ...time, free: [{ from: starts, until: starts.add({ minutes }) }] };
    })
    .toSorted((a, b) => away(a) - away(b));
}

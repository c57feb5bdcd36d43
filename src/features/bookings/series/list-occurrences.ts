import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import type { Language } from "../../../platform/language/language.ts";
import type { Refusal } from "../../../platform/refusal/refusal.ts";
import type { Answer, Book, Move } from "../deciding/command.ts";
import { tryEach } from "../deciding/try-out.ts";
import { bookingRefusals } from "../refusals.ts";
import type { Alternative, Occurrence } from "./occurrence.ts";
import { type ResourceLike, resourcesLike } from "./queries.ts";
import { seriesRefusals } from "./refusals.ts";

/** A time that was tried, with what was answered. */
export interface Tried {
  command: Book | Move;
  resourceId: string;
  answer: Answer;
}

const mostWithAlternatives = 12;
const otherRooms = 4;

/** Every time that was tried, in order, with why it cannot be had; for those somebody else has, what is free instead. */
export async function listOccurrences(
  { db, pipelines }: Pick<Installation, "db" | "pipelines">,
  spaceId: string,
  tried: Tried[],
  language: Language,
): Promise<Occurrence[]> {
  if (tried.length === 0) return [];
  const resources = await resourcesLike(db, spaceId, [...new Set(tried.map(({ resourceId }) => resourceId))]);
  const taken = tried.filter(({ answer }) => refusalOf(answer)?.code === bookingRefusals.taken.code).slice(0, mostWithAlternatives);
  const candidates = taken.flatMap((one) => (one.command.kind === "book" ? candidatesFor(one, one.command, resources) : []));
  const answers =
    candidates.length > 0
      ? await tryEach(
          pipelines,
          candidates.map(({ command }) => command),
        )
      : [];
  const free = candidates.filter((_, index) => answers[index]?.kind === "done");
  const named = (id: string) => ({ id, name: resources.find((resource) => resource.id === id)?.name ?? "" });
  return tried
    .toSorted((a, b) => Temporal.Instant.compare(a.command.startsAt, b.command.startsAt))
    .map((one): Occurrence => {
      const refusal = refusalOf(one.answer);
      return {
        startsAt: one.command.startsAt.toString(),
        endsAt: one.command.endsAt.toString(),
        resource: named(one.resourceId),
        problem: refusal ? { code: refusal.code, title: refusal.sentence(language) } : null,
        alternatives: free.filter(({ instead }) => instead === one).map(({ command }) => alternative(command, named)),
      };
    });
}

/** The refusal of a series that cannot be had whole: what stands against all of it, or every time with its reason. */
export async function seriesConflicts(
  installation: Pick<Installation, "db" | "pipelines">,
  spaceId: string,
  tried: Tried[],
  language: Language,
): Promise<Refusal> {
  const refusals = tried.flatMap(({ answer }) => refusalOf(answer) ?? []);
  const [first] = refusals;
  // one who may not book the room at all is told so, not that every date is impossible
  if (first?.status === 403 && refusals.length === tried.length && refusals.every(({ code }) => code === first.code)) return first;
  const occurrences = await listOccurrences(installation, spaceId, tried, language);
  return seriesRefusals.conflicts({ conflicts: refusals.length, total: tried.length, occurrences });
}

export function refusalOf(answer: Answer): Refusal | undefined {
  return answer.kind === "refused" ? answer.refusal : undefined;
}

type Candidate = { instead: Tried; command: Book };

// the same room a little earlier or later, then other rooms of the kind that hold as many
function candidatesFor(instead: Tried, command: Book, resources: ResourceLike[]): Candidate[] {
  const own = resources.find(({ id }) => id === command.resourceId);
  const step = Math.max(30, own?.step_minutes ?? 30);
  const shifts = [-1, 1, -2, 2, -3, 3, -4, 4].map((steps) => steps * step);
  const people = command.people ?? own?.capacity ?? 1;
  const rooms = resources.filter(({ id, kind, capacity }) => id !== command.resourceId && kind === own?.kind && capacity >= people);
  return [
    ...shifts.map((minutes) => ({ startsAt: command.startsAt.add({ minutes }), endsAt: command.endsAt.add({ minutes }) })),
    ...rooms.slice(0, otherRooms).map(({ id }) => ({ resourceId: id })),
  ].map((change) => ({ instead, command: { ...command, ...change, bookingId: newId() } }));
}

function alternative({ startsAt, endsAt, resourceId }: Book, named: (id: string) => { id: string; name: string }): Alternative {
  return { startsAt: startsAt.toString(), endsAt: endsAt.toString(), resource: named(resourceId) };
}

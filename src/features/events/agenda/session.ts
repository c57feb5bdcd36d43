/** Somebody who speaks: a person of the network, or a name. */
export interface Speaker {
  personId: string | null;
  name: string;
}

/** A session as the rules of a programme see it: moments are written in UTC. */
export interface Timed {
  id: string;
  startsAt: string;
  endsAt: string;
}

/** Somebody who is to speak in two sessions that go on at once. It is told, not refused: two may share a talk and walk between. */
export interface SpeakerInTwo {
  speaker: string;
  sessionIds: [string, string];
}

/** Whether two sessions go on at once. */
export function isAtOnce(one: Timed, other: Timed): boolean {
  return millisecond(one.startsAt) < millisecond(other.endsAt) && millisecond(other.startsAt) < millisecond(one.endsAt);
}

/** Everybody who is to speak in two sessions at once, in the order of the programme. */
export function speakersInTwo(sessions: readonly (Timed & { speakers: readonly Speaker[] })[]): SpeakerInTwo[] {
  return sessions.flatMap((one, place) =>
    sessions
      .slice(place + 1)
      .filter((other) => isAtOnce(one, other))
      .flatMap((other) =>
        one.speakers
          .filter((speaker) => other.speakers.some((second) => isSamePerson(speaker, second)))
          .map(({ name }): SpeakerInTwo => ({ speaker: name, sessionIds: [one.id, other.id] })),
      ),
  );
}

// a person is told by who it is; a name by how it is written
function isSamePerson(one: Speaker, other: Speaker): boolean {
  if (one.personId !== null && other.personId !== null) return one.personId === other.personId;
  return one.name.toLocaleLowerCase("nb") === other.name.toLocaleLowerCase("nb");
}

/** Where a session stands in the table of a day: rows are moments, columns are tracks. Both count from 1; `until` is not included. */
export interface Place {
  id: string;
  row: { from: number; until: number };
  column: { from: number; until: number };
}

/** A day of a programme as a table: its tracks in order, and the place of every session. */
export interface DayTable {
  tracks: { track: string; column: { from: number; until: number } }[];
  columns: number;
  places: Place[];
}

/**
 * Lays the sessions of one day out. Each track has a column, and more when its own sessions go on at once; a session without a track
 * goes across all, unless something else goes on meanwhile.
 */
export function layOut(sessions: readonly (Timed & { track: string | null })[]): DayTable {
  const moments = [...new Set(sessions.flatMap(({ startsAt, endsAt }) => [millisecond(startsAt), millisecond(endsAt)]))].sort(
    (a, b) => a - b,
  );
  const isForAll = (one: Timed & { track: string | null }) =>
    one.track === null && !sessions.some((other) => other !== one && isAtOnce(one, other));
  const beside = sessions.filter((one) => !isForAll(one));
  const columns = new Map<string, number>();
  const tracks: DayTable["tracks"] = [];
  let next = 1;
  // those without a track that go on beside others stand last
  for (const track of [...new Set(beside.map((one) => one.track))].sort((a, b) => Number(a === null) - Number(b === null))) {
    const lanes = lanesOf(beside.filter((one) => one.track === track));
    for (const [index, lane] of lanes.entries()) for (const { id } of lane) columns.set(id, next + index);
    if (track !== null) tracks.push({ track, column: { from: next, until: next + lanes.length } });
    next += lanes.length;
  }
  const last = Math.max(next, 2);
  const places = sessions.map((one): Place => {
    const column = columns.get(one.id);
    const row = { from: moments.indexOf(millisecond(one.startsAt)) + 1, until: moments.indexOf(millisecond(one.endsAt)) + 1 };
    return { id: one.id, row, column: column === undefined ? { from: 1, until: last } : { from: column, until: column + 1 } };
  });
  return { tracks, columns: last - 1, places };
}

/** Sessions so divided that none of a lane go on at once. */
function lanesOf<Session extends Timed>(sessions: readonly Session[]): Session[][] {
  const lanes: Session[][] = [];
  for (const session of sessions) {
    const lane = lanes.find((one) => !one.some((other) => isAtOnce(session, other)));
    if (lane) lane.push(session);
    else lanes.push([session]);
  }
  return lanes;
}

function millisecond(moment: string): number {
  return Temporal.Instant.from(moment).epochMilliseconds;
}

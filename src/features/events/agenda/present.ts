import type { SessionRow } from "./queries.ts";
import { type SpeakerInTwo, speakersInTwo } from "./session.ts";

/** @param isCounted whether the reader receives people at the event, and is told how many came */
export function presentSession(row: SessionRow, isCounted: boolean) {
  return {
    id: row.id,
    title: row.titles,
    descriptions: row.descriptions,
    startsAt: row.starts_at.toString(),
    endsAt: row.ends_at.toString(),
    track: row.track,
    room: row.resource_name ?? row.room,
    resourceId: row.resource_id,
    language: row.language,
    mostPeople: row.most_people,
    speakers: row.speakers,
    attended: isCounted ? row.attended : null,
    version: row.version,
  };
}

/** Who is to speak in two sessions at once; of one session alone when its id is given. */
export function warningsOf(rows: readonly SessionRow[], sessionId?: string): SpeakerInTwo[] {
  const all = speakersInTwo(rows.map((row) => presentSession(row, false)));
  return sessionId === undefined ? all : all.filter(({ sessionIds }) => sessionIds.includes(sessionId));
}

import type pg from "pg";
import { sendTogether } from "../../../platform/database/send-together.ts";
import { addDays, dayIn, momentOf } from "../../../platform/time/day.ts";
import { type Interval, withBuffers } from "../booking.ts";
import { type ResourceRow, resourceOf, type StandingRow, type TakenRow, takenOf, type WeekRow } from "../deciding/fact-rows.ts";
import { type ResourceFacts, standingKey, type Taken, weekKey } from "../deciding/facts.ts";
import { statements } from "../deciding/statements.ts";
import { type Standing, weekOf } from "../rules.ts";
import type { Candidate } from "./queries.ts";

/** What deciding a booking would know of a resource in a window: its rules, how the person stands on each day, what is taken. */
export interface TimesOf {
  resource: ResourceFacts;
  standingOn: (day: string) => Standing;
  taken: Taken[];
}

/** Reads it for all candidates in two round trips, by the statements that deciding a booking reads its facts with. */
export async function readTimes(
  client: pg.ClientBase,
  { personId, window, at }: { personId: string | null; window: Interval; at: Temporal.Instant },
  candidates: readonly Candidate[],
): Promise<Map<string, TimesOf>> {
  const ask = <Row extends pg.QueryResultRow>(name: keyof typeof statements, values: unknown[]) =>
    client.query<Row>({ name: `bookings_${name}`, text: statements[name], values });
  const days = candidates.flatMap((candidate) => daysOf(window, candidate.time_zone).map((one) => ({ candidate, ...one })));
  const asked = new Map(personId === null ? [] : days.map((one) => [placeKey(one.candidate, one.day), one]));
  const stands = [...asked.values()];
  const earliest = at.toZonedDateTimeISO("UTC").toPlainDate().subtract({ days: 2 });
  const [resourceRows, standingRows] = await Promise.all(
    sendTogether(
      client,
      () =>
        [
          ask<ResourceRow>("resources", [candidates.map(({ id }) => id), [], earliest]),
          ask<StandingRow>("standings", [
            stands.map(() => personId),
            stands.map(({ candidate }) => candidate.id),
            stands.map(({ startsAt }) => startsAt),
            stands.map(({ day }) => day),
          ]),
        ] as const,
    ),
  );
  const resources = new Map(resourceRows.rows.map((row) => [row.id, resourceOf(row)]));
  const weeks = personId === null ? [] : limitedWeeks(days.map(({ candidate, day }) => ({ resource: resources.get(candidate.id), day })));
  const blocks = [...resources.values()].flatMap((resource) =>
    resource.family.map(({ id }) => ({ spaceId: resource.spaceId, id, ...withBuffers(window, resource) })),
  );
  const [weekRows, takenRows] = await Promise.all(
    sendTogether(
      client,
      () =>
        [
          ask<WeekRow>("weeks", [
            weeks.map(({ spaceId }) => spaceId),
            weeks.map(({ resourceId }) => resourceId),
            weeks.map(() => personId),
            weeks.map(({ week }) => week.from),
            weeks.map(({ week }) => week.until),
          ]),
          ask<TakenRow>("taken", [
            blocks.map(({ spaceId }) => spaceId),
            blocks.map(({ id }) => id),
            blocks.map(({ from }) => from),
            blocks.map(({ until }) => until),
          ]),
        ] as const,
    ),
  );
  const standings = new Map(standingRows.rows.map((row) => [standingKey(row.person_id, row.resource_id, row.starts_at), row]));
  const minutes = new Map(weekRows.rows.map((row) => [weekKey(row.person_id, row.resource_id, row.week_from), row.minutes]));
  const taken = Map.groupBy(takenRows.rows.map(takenOf), ({ resourceId }) => resourceId);
  return new Map(
    candidates.flatMap((candidate): [string, TimesOf][] => {
      const resource = resources.get(candidate.id);
      if (!resource) return [];
      const standingOn = (day: string): Standing => {
        const like = asked.get(placeKey(candidate, day));
        const row = like && standings.get(standingKey(personId, like.candidate.id, like.startsAt));
        const week = weekOf(momentOf(day, "00:00", resource.opening.timeZone), resource.opening.timeZone).from;
        const weekMinutes = minutes.get(weekKey(personId, resource.id, week)) ?? 0;
        return { booker: row?.booker ?? "everyone", certificateLevel: row?.certificate_level ?? 0, weekMinutes };
      };
      return [[candidate.id, { resource, standingOn, taken: resource.family.flatMap(({ id }) => taken.get(id) ?? []) }]];
    }),
  );
}

// how one stands with a house is the same for all that asks for the same certification
function placeKey({ space_id: spaceId, certification_id: certificationId }: Candidate, day: string): string {
  return `${spaceId} ${certificationId} ${day}`;
}

function daysOf({ from, until }: Interval, timeZone: string) {
  const last = dayIn(until, timeZone);
  const days: { day: string; startsAt: Temporal.Instant }[] = [];
  for (let day = dayIn(from, timeZone); day <= last; day = addDays(day, 1)) days.push({ day, startsAt: momentOf(day, "00:00", timeZone) });
  return days;
}

// once each: the minutes of a week that is asked for twice come twice
function limitedWeeks(days: { resource: ResourceFacts | undefined; day: string }[]) {
  const weeks = days.flatMap(({ resource, day }) => {
    if (!resource || resource.rules.weeklyMinutes === null) return [];
    const { timeZone } = resource.opening;
    return [{ spaceId: resource.spaceId, resourceId: resource.id, week: weekOf(momentOf(day, "00:00", timeZone), timeZone) }];
  });
  return [...new Map(weeks.map((one) => [`${one.resourceId} ${one.week.from}`, one])).values()];
}

import type pg from "pg";
import { sendTogether } from "../../../platform/database/send-together.ts";
import { momentOf } from "../../../platform/time/day.ts";
import {
  type HouseFacts,
  type HouseRow,
  houseOf,
  type ResourceRow,
  resourcesOf,
  type StandingRow,
  type TakenRow,
  takenOf,
  type WeekRow,
} from "../deciding/fact-rows.ts";
import { type ResourceFacts, standingKey, type Taken, weekKey } from "../deciding/facts.ts";
import { statements } from "../deciding/statements.ts";
import { type Standing, weekOf } from "../rules.ts";
import type { Candidate } from "./candidates.ts";
import type { Wanted } from "./wanted.ts";

/** What deciding a booking would know of a resource in a window: its rules, how the person stands on each day, what is taken. */
export interface TimesOf {
  resource: ResourceFacts;
  standingOn: (day: string) => Standing;
  taken: Taken[];
}

type Asked = { personId: string | null; wanted: Wanted };

/** Reads the houses of resources, as deciding a booking reads them, once each. */
export async function readHouses(
  client: pg.ClientBase,
  candidates: readonly Candidate[],
  at: Temporal.Instant,
): Promise<Map<string, HouseFacts>> {
  const earliest = at.toZonedDateTimeISO("UTC").toPlainDate().subtract({ days: 2 });
  const { rows } = await ask<HouseRow>(client, "houses", [[...new Set(candidates.map(({ space_id }) => space_id))], earliest]);
  return new Map(rows.map((row) => [row.space_id, houseOf(row)]));
}

/**
 * Reads the rest for all candidates in one round trip, by the statements that deciding a booking reads its facts with.
 * @param known their houses, if they were read already
 */
export async function readTimes(
  client: pg.ClientBase,
  { personId, wanted }: Asked,
  candidates: readonly Candidate[],
  known?: ReadonlyMap<string, HouseFacts>,
): Promise<Map<string, TimesOf>> {
  const stands = personId === null ? [] : placesAsked(candidates, wanted);
  const limited = personId === null ? [] : limitedWeeks(candidates, wanted);
  const blocks = candidates.flatMap((candidate) => {
    const times = wanted.withBuffers(buffersOf(candidate));
    return candidate.family.map(({ id }) => ({ spaceId: candidate.space_id, id, ...times }));
  });
  const [houses, resourceRows, standingRows, weekRows, takenRows] = await Promise.all(
    sendTogether(
      client,
      () =>
        [
          known ?? readHouses(client, candidates, wanted.at),
          ask<ResourceRow>(client, "resources", [candidates.map(({ id }) => id), []]),
          ask<StandingRow>(client, "standings", [
            stands.map(() => personId),
            stands.map(({ candidate }) => candidate.id),
            stands.map(({ from }) => from),
            stands.map(({ day }) => day),
          ]),
          limited.length === 0 ? { rows: [] } : askWeeks(client, personId, limited),
          ask<TakenRow>(client, "taken", [
            blocks.map(({ spaceId }) => spaceId),
            blocks.map(({ id }) => id),
            blocks.map(({ from }) => from),
            blocks.map(({ until }) => until),
          ]),
        ] as const,
    ),
  );
  const resources = resourcesOf(resourceRows.rows, houses);
  const rows = new Map(standingRows.rows.map((row) => [standingKey(row.person_id, row.resource_id, row.starts_at), row]));
  const standings = new Map(
    stands.map(({ candidate, day, from }) => [placeKey(candidate, day), rows.get(standingKey(personId, candidate.id, from))]),
  );
  const weeks = new Map(weekRows.rows.map((row) => [weekKey(row.person_id, row.resource_id, row.week_from), row.minutes]));
  const taken = Map.groupBy(takenRows.rows.map(takenOf), ({ resourceId }) => resourceId);
  return new Map(
    candidates.flatMap((candidate): [string, TimesOf][] => {
      const resource = resources.get(candidate.id);
      if (!resource) return [];
      const standingOn = (day: string): Standing => {
        const row = standings.get(placeKey(candidate, day));
        return {
          booker: row?.booker ?? "everyone",
          certificateLevel: row?.certificate_level ?? 0,
          weekMinutes: minutesOf(weeks, personId, resource, day),
        };
      };
      return [[candidate.id, { resource, standingOn, taken: resource.family.flatMap(({ id }) => taken.get(id) ?? []) }]];
    }),
  );
}

function askWeeks(client: pg.ClientBase, personId: string | null, limited: ReturnType<typeof limitedWeeks>) {
  return ask<WeekRow>(client, "weeks", [
    limited.map(({ spaceId }) => spaceId),
    limited.map(({ resourceId }) => resourceId),
    limited.map(() => personId),
    limited.map(({ week }) => week.from),
    limited.map(({ week }) => week.until),
  ]);
}

function ask<Row extends pg.QueryResultRow>(client: pg.ClientBase, name: keyof typeof statements, values: unknown[]) {
  return client.query<Row>({ name: `bookings_${name}`, text: statements[name], values });
}

// how one stands with a house is the same for all that asks for the same certification
function placesAsked(candidates: readonly Candidate[], { daysIn }: Wanted) {
  const each = candidates.flatMap((candidate) => daysIn(candidate.time_zone).map((one) => ({ candidate, ...one })));
  return [...new Map(each.map((one) => [placeKey(one.candidate, one.day), one])).values()];
}

function placeKey({ space_id: spaceId, certification_id: certificationId }: Candidate, day: string): string {
  return `${spaceId} ${certificationId} ${day}`;
}

function minutesOf(
  weeks: ReadonlyMap<string, number>,
  personId: string | null,
  { id, rules, opening }: ResourceFacts,
  day: string,
): number {
  if (rules.weeklyMinutes === null) return 0;
  const week = weekOf(momentOf(day, "00:00", opening.timeZone), opening.timeZone);
  return weeks.get(weekKey(personId, id, week.from)) ?? 0;
}

// once each: the minutes of a week that is asked for twice come twice
function limitedWeeks(candidates: readonly Candidate[], { daysIn }: Wanted) {
  const weeks = candidates.flatMap(({ id: resourceId, space_id: spaceId, weekly_minutes: weeklyMinutes, time_zone: timeZone }) =>
    weeklyMinutes === null ? [] : daysIn(timeZone).map(({ from }) => ({ spaceId, resourceId, week: weekOf(from, timeZone) })),
  );
  return [...new Map(weeks.map((one) => [`${one.resourceId} ${one.week.from}`, one])).values()];
}

function buffersOf({ buffer_before_minutes: bufferBeforeMinutes, buffer_after_minutes: bufferAfterMinutes }: Candidate) {
  return { bufferBeforeMinutes, bufferAfterMinutes };
}

import { createHash } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import { addDays, dayIn, momentOf } from "../../../../platform/time/day.ts";
import { occupancyState, readOccupancy } from "../../../bookings/index.ts";
import { findSpace, type ResourceKind, resourceKinds } from "../../../spaces/index.ts";
import { placeOf, rowsInside } from "../areas/area.ts";
import { type Asked, type AskedOfArea, described, type Metric } from "../metric.ts";
import { addUp, findKept, keepFigure, keptCells } from "./kept-figure.ts";
import { spacePopulation, spaceTexts } from "./space-texts.ts";

const about = described("spaces", spaceTexts, spacePopulation);
const kindsOf = {
  "spaces-room-occupancy": ["meeting_room"],
  "spaces-desk-occupancy": ["desk", "desk_pool"],
} satisfies Record<string, string[]>;

/**
 * How much of what can be booked was taken, by the rule of the houses' own calendars. Month by month it is kept for as long as nothing
 * it is counted from has changed.
 */
export const spaceMetrics: Metric[] = (["spaces-room-occupancy", "spaces-desk-occupancy"] as const).map((id) => {
  const kinds = resourceKinds.filter((kind) => (kindsOf[id] as string[]).includes(kind));
  const told = about(id);
  return {
    ...told,
    ...{ unit: "share", kind: "ratio", countsPeople: false, namesPeople: false, isPublic: false, countsTellSeenBy: true },
    rows: (asked) => rowsOf(asked, kinds),
    rowsInArea: async (asked) => rowsInside(asked.area, await rowsOf(asked, kinds)),
    async counts(asked) {
      const kept = (await findKept(asked, told, await fingerprintOf(asked, kinds))) ?? (await countAndKeep(asked, told, kinds));
      return kept && sql`select x.*, false as is_open, array[x.organization_id] as seen_by from ${keptCells(kept)}`;
    },
  };
});

// bookings that come and go while it is counted would leave behind what was counted between them: so it is counted as of one moment
async function countAndKeep(asked: Asked, metric: Pick<Metric, "id" | "version">, kinds: readonly ResourceKind[]) {
  if (asked.db.isTransaction) return undefined;
  const { fingerprint, cells } = await asked.db
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (tx) => {
      const then = { ...asked, db: tx };
      return { fingerprint: await fingerprintOf(then, kinds), cells: await addUp(tx, byMonth(await rowsOf(then, kinds))) };
    });
  await keepFigure(asked, metric, fingerprint, cells);
  return cells;
}

async function fingerprintOf(asked: Asked, kinds: readonly ResourceKind[]): Promise<string> {
  const houses = await spacesOf(asked, kinds);
  const state = await occupancyState(asked.db, { ...asked, kinds, spaceIds: houses.map(({ id }) => id) });
  return createHash("sha256")
    .update(JSON.stringify([houses, state]))
    .digest("hex");
}

async function rowsOf(asked: Asked | AskedOfArea, kinds: readonly ResourceKind[]) {
  // one after the other: a network of many houses would take every connection there is
  const rows: Awaited<ReturnType<typeof daysOf>> = [];
  for (const space of await spacesOf(asked, kinds)) rows.push(...(await daysOf(asked, space.id, kinds)));
  return sql`
    select s.slug || ' ' || x.day as key, s.name as label, '/spaces/' || s.slug || '/calendar?day=' || x.day as path, s.organization_id,
      s.municipality_number, s.municipality_recorded_on as recorded_on, s.latitude, s.longitude, x.day,
      x.taken / 60 as amount, x.open / 60 as of_amount, 'record' as source, array[s.organization_id] as seen_by
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(space uuid, day date, taken float8, open float8) join spaces s on s.id = x.space`;
}

function byMonth(rows: RawBuilder<unknown>) {
  return sql`
    select r.organization_id, r.municipality_number, r.recorded_on, r.latitude, r.longitude, date_trunc('month', r.day)::date as day, r.source,
      r.amount, r.of_amount, 1 as n, 0 as missing
    from (${rows}) r`;
}

async function daysOf({ db, from, to, now }: Omit<Asked, "organizationId">, spaceId: string, kinds: readonly ResourceKind[]) {
  const space = await findSpace(db, spaceId);
  if (!space) return [];
  // what lies ahead is not used yet
  const until = [to, addDays(dayIn(now, space.time_zone), 1)].toSorted()[0] ?? to;
  if (until <= from) return [];
  const window = { from: momentOf(from, "00:00", space.time_zone), until: momentOf(until, "00:00", space.time_zone) };
  const days = await readOccupancy(db, space, window, now, kinds);
  return days.flatMap(({ day, kinds: all }) => {
    const meant = all.filter(({ openMinutes }) => openMinutes > 0);
    if (meant.length === 0) return [];
    const total = (of: "takenMinutes" | "openMinutes") => meant.reduce((sum, one) => sum + one[of], 0);
    return [{ space: space.id, day, taken: total("takenMinutes"), open: total("openMinutes") }];
  });
}

// its own houses, and those of who is a member of it on the last day, that have something of the kinds
function spacesOf(asked: Asked | AskedOfArea, kinds: readonly ResourceKind[]) {
  const { db, to } = asked;
  const isMeant =
    "area" in asked
      ? asked.area.isInside(placeOf("s"))
      : sql`(s.organization_id = ${asked.organizationId}::uuid or exists (
      select from memberships m where m.organization_id = ${asked.organizationId}::uuid and m.member_organization_id = s.organization_id and m.during @> (${to}::date - 1)))`;
  return db
    .selectFrom("spaces as s")
    .select(["s.id", "s.organization_id", "s.municipality_number", "s.municipality_recorded_on", "s.latitude", "s.longitude"])
    .where(sql<boolean>`s.during && daterange(null, ${to}::date) and ${isMeant}`)
    .where((where) =>
      where.exists(
        where
          .selectFrom("resources as r")
          .select("r.id")
          .whereRef("r.space_id", "=", "s.id")
          .where("r.kind", "in", [...kinds]),
      ),
    )
    .orderBy("s.id")
    .execute();
}

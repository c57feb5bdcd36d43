import { sql } from "kysely";
import { visitor } from "../../../../platform/access/actor.ts";
import { countEvents } from "../../../events/index.ts";
import { cellsOfCounts, cellsOfRows } from "../cells.ts";
import { takeInEvents } from "../counted-once/take-in-events.ts";
import { isYear, wholeMonths } from "../counted-once/whole-months.ts";
import type { Asked, Metric } from "../metric.ts";
import type { OfMonths } from "./counted-once.ts";
import { heldEvents } from "./held-events.ts";
import { keptCells, keptFigure } from "./kept-figure.ts";

type Counts = NonNullable<Metric["counts"]>;

/**
 * The counts of people, companies or members who are counted once over a window, however many events they came to. A year is answered
 * from its sums. Other windows are added up, from who came in each month or from the rows, and kept as a whole for as long as no event
 * of them is counted anew, and for members nobody joins, leaves, moves, or gets or loses a position.
 * @param ofEvents what they are added up from instead, each time, where they are few
 */
export function onceEach(metric: Pick<Metric, "id" | "version" | "rows">, ofMonths: OfMonths, ofEvents: Counts | undefined): Counts {
  return async (asked, by) => {
    const months = await wholeMonths(asked);
    if (!months && ofEvents) return await ofEvents(asked, by);
    const areThere = months ? await takeInEvents(months) : await countEvents(asked.db, heldEvents(asked));
    if (!areThere) return undefined;
    if (months && (isYear(months) || ofEvents)) return ofMonths(months, asked);
    const cells = await keptFigure(asked, metric, await fingerprintOf(asked, metric), async () =>
      months ? cellsOfCounts(ofMonths(months, asked), "open") : cellsOfRows(await metric.rows(asked), visitor),
    );
    return sql`select x.*, false as is_open from ${keptCells(cells)}`;
  };
}

async function fingerprintOf(asked: Asked, { id }: Pick<Metric, "id">): Promise<string> {
  const { rows } = await sql<{ fingerprint: string }>`
    with held as materialized (
      select string_agg(row(e.id, t.counting_id, e.day, e.parent_id)::text, ',' order by e.id) as all_of_them
      from ${heldEvents(asked)} e join event_totals t on t.event_id = e.id)
    select md5(row((select all_of_them from held), (
      select string_agg(row(o.id, o.municipality_number, o.municipality_recorded_on, o.latitude, o.longitude, n.id, n.during)::text, ',' order by o.id, n.id)
      from memberships m join organizations o on o.id = m.member_organization_id left join positions n on n.organization_id = o.id
      where ${id} = 'events-member-reach' and m.organization_id = ${asked.organizationId}::uuid and m.during @> (${asked.to}::date - 1)
    ))::text) as fingerprint`.execute(asked.db);
  return rows[0]?.fingerprint ?? "";
}

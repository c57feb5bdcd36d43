import { type RawBuilder, sql } from "kysely";
import { countEvents, noCompany } from "../../../events/index.ts";
import type { Asked, Metric } from "../metric.ts";
import type { Parting } from "../parting.ts";
import { placeOfOrganization } from "../rows.ts";
import { countedOnce } from "./counted-once.ts";
import { heldEvents, placeOfEvent } from "./held-events.ts";
import { onceEach } from "./once-each.ts";

type Counts = NonNullable<Metric["counts"]>;

/** From how many came to each event, and by company where it is divided by it: what is counted of the registrations and tickets of those that are over. */
const eventCounts: Record<string, Counts> = {
  "events-registered": counted(
    (asked, by) => sql`
      select c.organization_id, ${placeOfEvent}, e.day, c.places::float8 as amount, null::float8 as of_amount,
        'record' as source, false as is_open, c.registrations as n, 0 as missing
      from ${heldEvents(asked)} e join ${countsOf(by)} c on c.event_id = e.id where c.registrations > 0`,
  ),
  "events-checked-in": counted(
    (asked, by) => sql`
      select c.organization_id, ${placeOfEvent}, e.day, c.came::float8 as amount, null::float8 as of_amount,
        'check_in' as source, false as is_open, c.came as n, 0 as missing
      from ${heldEvents(asked)} e join ${countsOf(by)} c on c.event_id = e.id where c.came > 0`,
  ),
  "events-largest": counted(
    (asked, by) => sql`
      select c.organization_id, ${placeOfEvent}, e.day, c.came::float8 as amount, null::float8 as of_amount,
        'check_in' as source, false as is_open, c.came as n, 0 as missing
      from ${heldEvents(asked)} e
      join (
        select h.id from ${heldEvents(asked)} h join event_totals t on t.event_id = h.id
        where t.came > 0 order by t.came desc, h.day, h.id limit 1) largest on largest.id = e.id
      join ${countsOf(by)} c on c.event_id = e.id where c.came > 0`,
  ),
  "events-no-show": counted(
    (asked) => sql`
      select null::uuid as organization_id, ${placeOfEvent}, e.day, case when t.came > 0 then t.places - t.came end::float8 as amount,
        case when t.came > 0 then t.places end::float8 as of_amount, 'check_in' as source, false as is_open, 1 as n,
        case when t.came > 0 then 0 else 1 end as missing
      from ${heldEvents(asked)} e join event_totals t on t.event_id = e.id where t.places > 0`,
  ),
  "events-organizations": counted(
    (asked) => sql`
      select o.id as organization_id, ${placeOfOrganization}, x.day, 1.0 as amount, null::float8 as of_amount, 'record' as source,
        false as is_open, 1 as n, 0 as missing
      from (
        select c.organization_id, min(e.day) as day from ${heldEvents(asked)} e join event_counts c on c.event_id = e.id
        where c.registrations > 0 and c.organization_id <> ${noCompany}::uuid group by c.organization_id) x
      join organizations o on o.id = x.organization_id`,
  ),
};

/** A metric of events with the counts it can be answered from, where there are any. */
export function withCounts(metric: Metric): Metric {
  const ofMonths = countedOnce[metric.id];
  const ofEvents = eventCounts[metric.id];
  const counts = ofMonths ? onceEach(metric, ofMonths, ofEvents) : ofEvents;
  return counts ? { ...metric, counts } : metric;
}

function counted(counts: (asked: Asked, by: Parting | undefined) => RawBuilder<unknown>): Counts {
  return async (asked, by) => ((await areCounted(asked)) ? counts(asked, by) : undefined);
}

/** What is counted of each event: by company where it is divided by it, else in all. */
function countsOf(by: Parting | undefined): RawBuilder<unknown> {
  if (by !== "organization") return sql`(select event_id, null::uuid as organization_id, registrations, places, came from event_totals)`;
  return sql`(
    select event_id, nullif(organization_id, ${noCompany}::uuid) as organization_id, registrations, places, came from event_counts)`;
}

function areCounted(asked: Asked): Promise<boolean> {
  return countEvents(asked.db, heldEvents(asked));
}

import { sql } from "kysely";
import { placeHolders } from "../../../events/index.ts";
import { described, type Metric } from "../metric.ts";
import { withCounts } from "./event-counts.ts";
import { eventHighlightTexts } from "./event-highlight-texts.ts";
import { eventPopulation } from "./event-texts.ts";
import { heldEvents, nowhere, placeOfEvent } from "./held-events.ts";

const about = described("events", eventHighlightTexts, eventPopulation, { "events-festival-people": 2 });

const highlights: Metric[] = [
  {
    ...about("events-largest"),
    unit: "places",
    kind: "sum",
    countsPeople: false,
    namesPeople: true,
    isPublic: false,
    rows: (asked) => sql`
      select k.id::text as key, coalesce(k.holder_name, p.name) as label, e.path || '/registrations/' || r.id as path, r.organization_id, ${placeOfEvent}, e.day,
        1.0 as amount, null::float8 as of_amount, 'check_in' as source, e.hosts as seen_by
      from ${heldEvents(asked)} e
      join (
        select h.id from ${heldEvents(asked)} h join tickets t on t.event_id = h.id and t.checked_in_at is not null
        group by h.id, h.day order by count(*) desc, h.day, h.id limit 1) largest on largest.id = e.id
      join tickets k on k.event_id = e.id and k.checked_in_at is not null
      join registrations r on r.event_id = e.id and r.id = k.registration_id join people p on p.id = r.person_id`,
  },
  {
    ...about("events-festival-people"),
    unit: "people",
    kind: "sum",
    countsPeople: true,
    namesPeople: true,
    isPublic: false,
    rows: (asked) => sql`
      select h.person_id::text as key, min(h.name) as label, null as path, null::uuid as organization_id, ${nowhere}, min(e.day) as day,
        1.0 as amount, null::float8 as of_amount, 'record' as source, array[${asked.organizationId}::uuid] as seen_by
      from ${heldEvents(asked)} e join events v on v.id = e.id join event_parents f on f.id = v.parent_id and f.kind = 'festival'
      join ${placeHolders} h on h.event_id = e.id
      group by h.person_id`,
  },
];

/** What a year is remembered by: the largest event, and its festivals, where whoever comes to several is counted once. */
export const eventHighlightMetrics: Metric[] = highlights.map(withCounts);

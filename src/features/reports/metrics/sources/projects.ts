import { type RawBuilder, sql } from "kysely";
import { rowsInside } from "../areas/area.ts";
import { type Asked, type AskedOfArea, described, type Metric, type Unit } from "../metric.ts";
import { placeOfOrganization } from "../rows.ts";
import { projectPopulation, projectTexts } from "./project-texts.ts";

const about = described("projects", projectTexts, projectPopulation);

/**
 * What projects were granted and what became of it. A row is about who pays for it, so that a figure divides by funder; it lies where
 * the organization lies that owns the project. Hours count when they are approved, and never say whose they are.
 */
export const projectMetrics: Metric[] = [
  sum(
    "projects-granted",
    "kroner",
    sql`select f.id, f.project_id, f.funder_id, f.funder_name as about, f.decided_on as day, f.amount_ore / 100.0 as amount, '' as page from fundings f`,
  ),
  sum(
    "projects-received",
    "kroner",
    sql`select r.id, f.project_id, f.funder_id, f.funder_name as about, r.received_on as day, r.amount_ore / 100.0 as amount, '' as page
      from tranche_receipts r join tranches t on t.id = r.tranche_id join fundings f on f.id = t.funding_id`,
  ),
  sum("projects-spent", "kroner", entries(sql`e.ore / 100.0`, sql`not l.is_in_kind`)),
  sum("projects-own", "kroner", entries(sql`e.ore / 100.0`, sql`not l.is_in_kind and p.kind = 'own'`)),
  sum("projects-in-kind", "kroner", entries(sql`e.ore / 100.0`, sql`l.is_in_kind`)),
  sum("projects-hours", "hours", entries(sql`e.minutes / 60.0`, sql`e.minutes is not null`)),
];

// what is booked on a cost, with the line that pays for it; the text is the one the line has now
function entries(amount: RawBuilder<unknown>, isMeant: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select e.id, e.project_id, f.funder_id,
      (select a.text from budget_amounts a where a.project_id = e.project_id and a.line_id = e.line_id order by a.number desc limit 1) as about,
      e.day, ${amount} as amount, e.page
    from (
      select id, project_id, line_id, financing_line_id, day, amount_ore as ore, minutes, '/hours' as page from project_hours where approved_at is not null
      union all
      select id, project_id, line_id, financing_line_id, day, amount_ore, null, '/expenses' from project_expenses) e
    join budget_lines l on l.id = e.line_id left join budget_lines p on p.id = e.financing_line_id left join fundings f on f.id = p.funding_id
    where ${isMeant}`;
}

function sum(id: keyof typeof projectTexts.nb, unit: Unit, counted: RawBuilder<unknown>): Metric {
  return {
    ...about(id),
    unit,
    kind: "sum",
    countsPeople: false,
    namesPeople: false,
    isPublic: false,
    rows: (asked) => rows(asked, counted, sql`g.organization_id = ${asked.organizationId}::uuid`),
    rowsInArea: (asked) => rowsInside(asked.area, rows(asked, counted, sql`true`)),
  };
}

function rows({ from, to, language }: Asked | AskedOfArea, counted: RawBuilder<unknown>, isMeant: RawBuilder<unknown>) {
  return sql`
    select x.id::text as key, coalesce(g.titles ->> ${language}, g.titles ->> 'nb', g.titles ->> 'nn', g.titles ->> 'en') || ': ' || x.about as label,
      '/projects/' || g.slug || x.page as path, x.funder_id as organization_id, ${placeOfOrganization}, x.day, x.amount::float8 as amount,
      null::float8 as of_amount, 'record' as source, array[g.organization_id] as seen_by
    from (${counted}) x join projects g on g.id = x.project_id join organizations o on o.id = g.organization_id
    where ${isMeant} and x.day >= ${from}::date and x.day < ${to}::date`;
}

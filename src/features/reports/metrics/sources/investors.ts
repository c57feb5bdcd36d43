import { type RawBuilder, sql } from "kysely";
import { type Asked, described, type Metric, type Unit } from "../metric.ts";
import { investorPopulation, investorTexts } from "./investor-texts.ts";

const about = described("investors", investorTexts, investorPopulation);

/**
 * What came of the introductions of a network. A row never says whose it is, nor where they lie: a startup lets some see that it raises,
 * and a report is read by others. Who may know finds the names where the row leads.
 */
export const investorMetrics: Metric[] = [
  sum("investors-introductions", "introductions", (asked) =>
    rows(asked, sql`select i.id, i.id as introduction_id, i.raise_id, i.introduced_on as day, 1 as amount from introductions i`),
  ),
  sum("investors-meetings", "meetings", (asked) =>
    rows(
      asked,
      sql`select m.id, i.id as introduction_id, i.raise_id, m.met_on as day, 1 as amount
        from introduction_meetings m join introductions i on i.id = m.introduction_id`,
    ),
  ),
  sum("investors-closings", "investments", (asked) => rows(asked, facilitated(sql`1`))),
  sum("investors-capital", "kroner", (asked) => rows(asked, facilitated(sql`c.amount_ore / 100.0`))),
];

function facilitated(amount: RawBuilder<unknown>) {
  return sql`select c.id, c.introduction_id, c.raise_id, c.closed_on as day, ${amount} as amount from closings c
    where c.introduction_id is not null and c.confirmed_at is not null and c.struck_at is null`;
}

function rows({ organizationId, from, to, language }: Asked, counted: RawBuilder<unknown>) {
  return sql`
    select x.id::text as key, ${labels[language]}::text as label, '/introductions/' || x.introduction_id as path,
      null::uuid as organization_id, null::text as municipality_number, null::date as recorded_on, null::float8 as latitude,
      null::float8 as longitude, x.day, x.amount::float8 as amount, null::float8 as of_amount, 'record' as source,
      array[${organizationId}::uuid] as seen_by
    from (${counted}) x join raises r on r.id = x.raise_id
    where r.network_id = ${organizationId}::uuid and x.day >= ${from}::date and x.day < ${to}::date`;
}

const labels = { nb: "En introduksjon", nn: "Ein introduksjon", en: "An introduction" };

function sum(id: keyof typeof investorTexts.nb, unit: Unit, of: (asked: Asked) => RawBuilder<unknown>): Metric {
  return { ...about(id), unit, kind: "sum", countsPeople: false, namesPeople: false, isPublic: false, rows: of };
}

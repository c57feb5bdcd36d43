import { sql } from "kysely";
import type { Actor } from "../../platform/access/actor.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Installation } from "../../platform/installation.ts";
import { type Day, dayIn } from "../../platform/time/day.ts";
import { type Area, type Areas, areasOf, readReference } from "../geography/index.ts";
import type { OrganizationKind, Visibility } from "./organization.ts";
import {
  type AreaFilter,
  isRecordedWith,
  isUnclear,
  matches,
  municipalityDay,
  municipalityNumber,
  type OrganizationFilter,
} from "./organization-filter.ts";
import { findOrganizations } from "./queries.ts";
import { visibleSql } from "./reach.ts";

/** What is asked for. A municipality goes before a county; both are meant under the borders of a year. */
export interface AskedOrganizations {
  q: string;
  kind?: OrganizationKind | undefined;
  county?: string | undefined;
  municipality?: string | undefined;
  borders?: number | undefined;
  sector?: string | undefined;
  focusArea?: string | undefined;
  visibility?: Visibility | undefined;
}

/** Lists organizations; the reference of municipalities is read once, when an area is first asked for. */
export function organizationLists({ db, now }: Pick<Installation, "db" | "now">) {
  let areas: Areas | undefined;
  const today = () => dayIn(now(), "Europe/Oslo");

  return {
    filterOf,
    async list(actor: Actor, asked: AskedOrganizations, page: { limit: number; after: [name: string, id: string] | undefined }) {
      return await findOrganizations(db, actor, await filterOf(asked), page, today());
    },
    /** How many match, and how many might, if one knew where they lie under these borders. */
    async count(actor: Actor, asked: AskedOrganizations): Promise<{ total: number; unclear: number }> {
      const filter = await filterOf(asked);
      const { rows } = await sql<{ total: number; unclear: number }>`
        select count(*) filter (where ${matches(filter)}) as total, count(*) filter (where ${isUnclear(filter)}) as unclear
        from organizations o left join register_entries r on r.organization_id = o.id
        where ${visibleSql(actor, today())}`.execute(db);
      return rows[0] ?? { total: 0, unclear: 0 };
    },
  };

  async function filterOf({ q, county, municipality, borders, ...rest }: AskedOrganizations): Promise<OrganizationFilter> {
    const area: Area | undefined = municipality
      ? { kind: "municipality", number: municipality }
      : county
        ? { kind: "county", number: county }
        : undefined;
    const filter = { ...rest, text: q };
    if (!area) return filter;
    areas ??= areasOf(await readReference(db));
    const date = borders === undefined ? areas.meantOn(area, today()) : `${borders}-01-01`;
    return { ...filter, area: await settled(db, areas, area, date) };
  }
}

/** The numbers of an area, and what coordinates say of the places whose number leaves it open. Looking back nothing but a choice would. */
async function settled(db: Db, areas: Areas, area: Area, date: Day): Promise<AreaFilter> {
  const records = areas.records(area, date);
  const open = records.unclear.filter(({ from }) => from <= date);
  const filter: AreaFilter = { records, inside: [], outside: [] };
  if (open.length === 0) return filter;
  const { rows } = await sql<{ id: string; number: string; recordedOn: Day; latitude: number; longitude: number }>`
    select o.id, ${municipalityNumber} as number, ${municipalityDay} as "recordedOn", o.latitude, o.longitude
    from organizations o left join register_entries r on r.organization_id = o.id
    where o.latitude is not null and ${municipalityDay} <= ${date}::date and ${isRecordedWith(open)}`.execute(db);
  for (const { id, ...place } of rows) {
    const isInside = areas.holds(area, place, date);
    if (isInside !== undefined) filter[isInside ? "inside" : "outside"].push(id);
  }
  return filter;
}

import { client, read } from "../../../interface/api-client.ts";
import type { Visit } from "../../../interface/visit.ts";
import { dayIn } from "../../../platform/time/day.ts";
import type { GeographyApi } from "../../geography/routes.ts";
import { organizationKinds, visibilities } from "../organization.ts";
import type { OrganizationsApi } from "../routes.ts";

const firstYear = 2013;

/** What the address asks for, the organizations that match, and what one can choose between. What makes no sense is left out. */
export async function readOrganizations(visit: Visit, query: URLSearchParams) {
  const thisYear = Number(dayIn(visit.now, "Europe/Oslo").slice(0, 4));
  const years = Array.from({ length: thisYear - firstYear + 1 }, (_, back) => thisYear - back);
  const borders = years.find((year) => String(year) === query.get("borders"));
  const date = borders === undefined ? {} : { date: `${borders}-01-01` };
  const organizations = client<OrganizationsApi>(visit);
  const geography = client<GeographyApi>(visit);
  const [counties, sectors, focusAreas] = await Promise.all([
    read(geography.counties.$get({ query: date })),
    read(organizations.sectors.$get()),
    read(organizations["focus-areas"].$get()),
  ]);
  const county = counties.items.find(({ number }) => number === query.get("county"))?.number;
  const municipalities = county
    ? (await read(geography.municipalities.$get({ query: { county, ...date, limit: "200" } }))).items
        .toSorted((a, b) => a.nameNo.localeCompare(b.nameNo, "nb"))
        .map(({ number, nameNo }) => ({ number, nameNo }))
    : [];
  const asked = {
    q: (query.get("q") ?? "").slice(0, 100),
    kind: organizationKinds.find((kind) => kind === query.get("kind")),
    county,
    municipality: municipalities.find(({ number }) => number === query.get("municipality"))?.number,
    borders: borders?.toString(),
    sector: sectors.items.find(({ key }) => key === query.get("sector"))?.key,
    focusArea: focusAreas.items.find(({ key }) => key === query.get("focusArea"))?.key,
    visibility: visibilities.find((visibility) => visibility === query.get("visibility")),
  };
  const cursor = query.get("cursor") ?? undefined;
  const found = await read(organizations.organizations.$get({ query: { ...asked, count: "true", limit: "50", cursor } }));
  return {
    ...found,
    asked,
    /** Nothing narrows it, and it begins at the beginning. */
    isWhole: cursor === undefined && Object.values(asked).every((value) => !value),
    choices: { years, counties: counties.items, municipalities, sectors: sectors.items, focusAreas: focusAreas.items },
  };
}

export type OrganizationsRead = Awaited<ReturnType<typeof readOrganizations>>;

/** The same view from the cursor on. */
export function moreAddress(asked: OrganizationsRead["asked"], cursor: string): string {
  const given = Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return `?${new URLSearchParams([...given, ["cursor", cursor]])}`;
}

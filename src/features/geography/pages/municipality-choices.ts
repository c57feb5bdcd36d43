import { client, read, readAll } from "../../../interface/api-client.ts";
import type { Option } from "../../../interface/components/choice-field.tsx";
import type { Visit } from "../../../interface/visit.ts";
import type { GeographyApi } from "../routes.ts";

type Named = { number: string; nameNo: string; countyNumber: string };
type County = { number: string; nameNo: string };

/** Every municipality of today by its name, to be chosen from. */
export async function municipalityChoices(visit: Visit): Promise<Option[]> {
  const api = client<GeographyApi>(visit);
  const counties = read(api.counties.$get({ query: {} }));
  const all = await readAll((page) => api.municipalities.$get({ query: page }));
  return namedApart(all, (await counties).items);
}

/** Two of one name are told apart by their county: "Herøy, Nordland". */
export function namedApart(municipalities: readonly Named[], counties: readonly County[]): Option[] {
  const countyOf = new Map(counties.map(({ number, nameNo }) => [number, nameNo]));
  const times = Map.groupBy(municipalities, ({ nameNo }) => nameNo);
  return municipalities.map(({ number, nameNo, countyNumber }) => ({
    value: number,
    label: (times.get(nameNo)?.length ?? 0) > 1 ? `${nameNo}, ${countyOf.get(countyNumber) ?? number}` : nameNo,
  }));
}

/** The choices with the one that stands, which may be of older borders. */
export function withStanding(choices: readonly Option[], standing: { number: string; name: string | null } | null): Option[] {
  if (standing === null || choices.some(({ value }) => value === standing.number)) return [...choices];
  return [...choices, { value: standing.number, label: standing.name ? `${standing.name} (${standing.number})` : standing.number }];
}

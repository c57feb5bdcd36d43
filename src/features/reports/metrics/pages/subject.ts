import { attempt, client, read } from "../../../../interface/api-client.ts";
import type { Visit } from "../../../../interface/visit.ts";
import type { OrganizationsApi } from "../../../organizations/routes.ts";
import type { MetricApi } from "../routes.ts";

/** Whose figures a page shows. */
export interface ShownSubject {
  name: string;
  /** What the figures are asked for with. */
  query: { organization: string } | { area: string };
  /** The address of its figures, after the language. */
  path: string;
  /** The address of its own page; an area has none. */
  home: string | null;
  /** The borders an area is meant under, where they are not the ones of the period. */
  borders?: string;
  /** That it is no area under the borders that were asked for. */
  isUnknownThere?: boolean;
}

type Params = { organization?: string | undefined; area?: string | undefined };

/** Reads whose figures the address asks for, an area under `borders` when they are named. An area nobody may count is not there. */
export async function subjectOf(visit: Visit, { organization = "", area }: Params, borders?: string): Promise<ShownSubject> {
  if (area === undefined) {
    const found = await read(client<OrganizationsApi>(visit).organizations[":id"].$get({ param: { id: organization } }));
    const home = `/organizations/${found.slug}`;
    return { name: found.name, query: { organization: found.slug }, path: `${home}/figures`, home };
  }
  // the name stands in any of its figures
  const ask = (more: { borders?: string }) =>
    client<MetricApi>(visit).metrics[":id"].$get({ param: { id: "events-held" }, query: { area, ...more } });
  const { done } = await attempt(ask(borders === undefined ? {} : { borders }));
  const figure = done ?? (await read(ask({})));
  return {
    ...{ name: figure.area?.name ?? area, query: { area }, path: `/areas/${area}/figures`, home: null },
    ...{ borders: figure.borders, isUnknownThere: done === undefined },
  };
}

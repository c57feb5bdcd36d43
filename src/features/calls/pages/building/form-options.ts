import { client, read, readAll } from "../../../../interface/api-client.ts";
import { dateWithYear } from "../../../../interface/format.ts";
import type { Visit } from "../../../../interface/visit.ts";
import { dayIn } from "../../../../platform/time/day.ts";
import type { EventApi } from "../../../events/routes.ts";
import type { GeographyApi } from "../../../geography/routes.ts";
import type { OrganizationsApi } from "../../../organizations/routes.ts";
import { saidIn } from "../parts/said.tsx";

type Named = { id: string; name: string };

/** What one can choose between in the form: counties, whom one can be a member of, and events of one's own. */
export async function formOptions(visit: Visit, own: Named & { slug: string }, kept: readonly Named[] = []) {
  const organizations = client<OrganizationsApi>(visit).organizations;
  const [counties, networks, clusters, events] = await Promise.all([
    read(client<GeographyApi>(visit).counties.$get({ query: {} })),
    readAll((page) => organizations.$get({ query: { kind: "network", ...page } })),
    readAll((page) => organizations.$get({ query: { kind: "cluster", ...page } })),
    readAll((page) => client<EventApi>(visit).events.$get({ query: { organization: own.slug, ...page } })),
  ]);
  const named = [own, ...networks, ...clusters, ...kept].map(({ id, name }): [string, Named] => [id, { id, name }]);
  return {
    counties: counties.items.map(({ number, nameNo }) => ({ number, name: nameNo })),
    networks: [...new Map(named).values()],
    // a series has one name and many days
    events: events.map(({ slug, title, startsAt, timeZone }) => ({
      slug,
      title: `${saidIn(title, visit.language)}, ${dateWithYear(dayIn(Temporal.Instant.from(startsAt), timeZone), visit.language)}`,
    })),
  };
}

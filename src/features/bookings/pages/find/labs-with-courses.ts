import { client, readAll } from "../../../../interface/api-client.ts";
import type { Visit } from "../../../../interface/visit.ts";
import type { ResourceApi } from "../../../spaces/index.ts";

/** The houses whose machines are opened by a course, however many machines there are. */
export async function labsWithCourses(visit: Visit): Promise<{ slug: string; name: string }[]> {
  const machines = await readAll((page) => client<ResourceApi>(visit).resources.$get({ query: { kind: "machine", ...page } }));
  const learnt = machines.filter(({ certificationId }) => certificationId !== null);
  return [...new Map(learnt.map(({ space }) => [space.slug, space])).values()];
}

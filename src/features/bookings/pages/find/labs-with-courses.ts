import { client, read } from "../../../../interface/api-client.ts";
import type { Visit } from "../../../../interface/visit.ts";
import type { ResourceApi } from "../../../spaces/index.ts";

type Lab = { slug: string; name: string };

/** The houses whose machines are opened by a course, however many machines there are. */
export async function labsWithCourses(visit: Visit): Promise<Lab[]> {
  const labs = new Map<string, Lab>();
  let cursor: string | undefined;
  do {
    const query = { kind: "machine" as const, limit: "200", ...(cursor && { cursor }) };
    const page = await read(client<ResourceApi>(visit).resources.$get({ query }));
    for (const { certificationId, space } of page.items) if (certificationId !== null) labs.set(space.slug, space);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return [...labs.values()];
}

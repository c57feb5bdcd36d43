import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { insertMany } from "./insert-all.ts";
import type { Network } from "./network.ts";
import type { Demo } from "./read.ts";

type Parent = Omit<Demo["eventParents"][number], "events" | "partners">;

/** Festivals and series with those who hold them. @returns their ids by slug */
export async function insertParents(
  tx: Tx,
  planned: readonly Parent[],
  network: Network,
  createdAt: Temporal.Instant,
): Promise<Map<string, string>> {
  const parents = planned.map((one) => ({ id: newId(), ...one }));
  await insertMany(
    tx,
    "event_parents",
    parents.map(({ id, slug, kind, title, descriptions }) => ({
      ...{ id, slug, kind, titles: title as never, descriptions: descriptions as never, version: 1 },
      created_at: createdAt,
    })),
  );
  await insertMany(
    tx,
    "event_parent_hosts",
    parents.flatMap(({ id, hosts }) =>
      hosts.flatMap((slug, index) => {
        const organizationId = network.organizations.get(slug);
        return organizationId ? [{ parent_id: id, organization_id: organizationId, leads: index === 0 }] : [];
      }),
    ),
  );
  return new Map(parents.map(({ id, slug }) => [slug, id]));
}

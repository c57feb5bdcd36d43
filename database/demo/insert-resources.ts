import { columnsOf } from "../../src/features/spaces/resources/columns.ts";
import { audiences, priceUnits } from "../../src/features/spaces/resources/resource.ts";
import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { insertAll } from "./insert-all.ts";
import type { Network } from "./network.ts";
import type { Demo } from "./read.ts";

/** What can be booked in the spaces, with prices, and the certifications that machines ask for. */
export async function insertResources(tx: Tx, demo: Demo, network: Network, now: Temporal.Instant): Promise<void> {
  const certifications = new Map(demo.certifications.map(({ key }) => [key, newId()]));
  await insertCertifications(tx, demo, certifications, network.organizations, now);
  const all = demo.resources.flatMap(({ space, resources }) => {
    const ids = new Map(resources.map(({ name }) => [name, newId()]));
    const openedOn = demo.spaces.find(({ slug }) => slug === space)?.openedOn ?? "";
    return resources.map((resource, placeInOrder) => ({
      ...resource,
      id: ids.get(resource.name) ?? "",
      spaceId: network.houses.get(space)?.id ?? "",
      partOfId: ids.get(resource.partOf ?? "") ?? null,
      openedOn,
      placeInOrder,
    }));
  });
  await insertAll(
    tx,
    "resources",
    all.map(({ id, spaceId, partOfId, openedOn, kind, name, capacity, partOf, certification, prices, ...changes }) => ({
      ...columnsOf(changes),
      id,
      space_id: spaceId,
      kind,
      name,
      capacity,
      places: kind === "desk_pool" ? capacity : 1,
      part_of: partOfId,
      certification_id: certifications.get(certification?.key ?? "") ?? null,
      certification_level: certification?.level ?? null,
      in_use: `[${openedOn},)`,
      created_at: now,
    })),
  );
  await insertAll(
    tx,
    "resource_prices",
    all.flatMap(({ id, prices }) =>
      audiences.flatMap((audience) =>
        priceUnits.flatMap((unit) => {
          const kroner = prices[audience]?.[unit];
          return kroner === undefined ? [] : [{ resource_id: id, audience, unit, amount_ore: kroner * 100 }];
        }),
      ),
    ),
  );
}

async function insertCertifications(
  tx: Tx,
  demo: Demo,
  ids: Map<string, string>,
  organizations: Map<string, string>,
  now: Temporal.Instant,
): Promise<void> {
  await insertAll(
    tx,
    "certifications",
    demo.certifications.map(({ key, organization, names, levels, validMonths }) => ({
      id: ids.get(key) ?? "",
      organization_id: organizations.get(organization) ?? "",
      names: JSON.stringify(names),
      levels,
      valid_months: validMonths,
      created_at: now,
    })),
  );
  await insertAll(
    tx,
    "certification_recognitions",
    demo.certifications.flatMap(({ key, recognises }) =>
      recognises.map((recognised) => ({
        certification_id: ids.get(key) ?? "",
        recognised_id: ids.get(recognised) ?? "",
        recognised_at: now,
      })),
    ),
  );
}

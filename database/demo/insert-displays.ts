import { hashOfSecret } from "../../src/features/displays/display.ts";
import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { insertAll } from "./insert-all.ts";
import type { Demo } from "./read.ts";

/** Screens at doors and on walls, by addresses everybody may know: they show invented rooms. */
export async function insertDisplays(tx: Tx, demo: Demo, now: Temporal.Instant): Promise<void> {
  const rooms = await tx
    .selectFrom("resources")
    .innerJoin("spaces", "spaces.id", "resources.space_id")
    .select(["spaces.slug", "spaces.id as spaceId", "resources.name", "resources.id"])
    .execute();
  await insertAll(
    tx,
    "displays",
    demo.displays.map(({ space, room, name, address, showsTitles = false, isKiosk = false }) => {
      const ofSpace = rooms.filter(({ slug }) => slug === space);
      const resourceId = ofSpace.find((one) => one.name === room)?.id ?? null;
      return {
        id: newId(),
        space_id: ofSpace[0]?.spaceId ?? "",
        kind: isKiosk ? "kiosk" : room === undefined ? "wall" : "door",
        resource_id: resourceId,
        name,
        secret_hash: hashOfSecret(address),
        shows_titles: showsTitles,
        created_at: now,
        renewed_at: now,
      };
    }),
  );
}

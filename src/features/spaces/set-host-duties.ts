import { newId } from "../../platform/database/id.ts";
import type { Installation } from "../../platform/installation.ts";
import { type Edit, editSpace } from "./edit-space.ts";
import { hostDuties } from "./queries.ts";
import { spaceRefusals } from "./refusals.ts";
import type { WrittenDuties } from "./shapes.ts";
import { requiredTexts } from "./texts.ts";

/**
 * Sets the checklist. A kept line keeps its id, so that what is ticked today stays ticked.
 * @throws Refusal space.unknown_duty, space.text_missing
 */
export async function setHostDuties(installation: Installation, edit: Edit, written: WrittenDuties): Promise<void> {
  await editSpace(installation, edit, async (tx, space) => {
    const known = new Set((await hostDuties(tx, space.id)).map(({ id }) => id));
    const kept = written.flatMap(({ id }) => (id === undefined ? [] : [id]));
    if (kept.some((id) => !known.has(id)) || new Set(kept).size < kept.length) throw spaceRefusals.unknownDuty();
    const rows = written.map(({ id = newId(), texts }, place) => ({
      space_id: space.id,
      id,
      place_in_order: place + 1,
      texts: JSON.stringify(requiredTexts(texts)),
    }));
    await tx.deleteFrom("host_duties").where("space_id", "=", space.id).execute();
    if (rows.length > 0) await tx.insertInto("host_duties").values(rows).execute();
    return { action: "space.set_host_duties", result: undefined };
  });
}

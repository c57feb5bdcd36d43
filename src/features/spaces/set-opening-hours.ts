import type { Installation } from "../../platform/installation.ts";
import { type Edit, editSpace } from "./edit-space.ts";
import { overlappingWeekday } from "./opening-week.ts";
import { spaceRefusals } from "./refusals.ts";
import type { WrittenHours } from "./shapes.ts";

/** Sets the openings of the whole week, and whether holidays follow it. @throws Refusal space.hours_overlap, space.closes_before_opening, each with its `weekday` */
export async function setOpeningHours(
  installation: Installation,
  edit: Edit,
  { openingHours: hours, openOnHolidays }: WrittenHours,
): Promise<void> {
  await editSpace(installation, edit, async (tx, space) => {
    const backwards = hours.find(({ opens, closes }) => closes <= opens);
    if (backwards) throw spaceRefusals.closesBeforeOpening({ weekday: backwards.weekday });
    const weekday = overlappingWeekday(hours);
    if (weekday !== undefined) throw spaceRefusals.hoursOverlap({ weekday });
    await tx.deleteFrom("opening_hours").where("space_id", "=", space.id).execute();
    if (hours.length > 0)
      await tx
        .insertInto("opening_hours")
        .values(hours.map(({ weekday, opens, closes }) => ({ space_id: space.id, weekday, opens, closes })))
        .execute();
    if (openOnHolidays !== undefined)
      await tx.updateTable("spaces").set({ open_on_holidays: openOnHolidays }).where("id", "=", space.id).execute();
    return { action: "space.set_opening_hours", movesOpening: true, result: undefined };
  });
}

import type { Installation } from "../../platform/installation.ts";
import { type Day, dayIn } from "../../platform/time/day.ts";
import { type Edit, editSpace } from "./edit-space.ts";
import { spaceRefusals } from "./refusals.ts";
import type { WrittenException } from "./shapes.ts";
import { writtenTexts } from "./texts.ts";

/** Says how a day differs, instead of what was said before. @throws Refusal space.past_day, space.exception_closes_before_opening */
export async function setOpeningException(installation: Installation, edit: Edit, day: Day, given: WrittenException): Promise<void> {
  await editSpace(installation, edit, async (tx, space, at) => {
    if (day < dayIn(at, space.time_zone)) throw spaceRefusals.pastDay();
    const values = { opens: given.opens, closes: given.closes, reasons: JSON.stringify(writtenTexts(given.reasons)) };
    await tx
      .insertInto("opening_exceptions")
      .values({ space_id: space.id, day, ...values })
      .onConflict((conflict) => conflict.columns(["space_id", "day"]).doUpdateSet(values))
      .execute();
    return { action: "space.set_opening_exception", details: { day }, movesOpening: true, result: undefined };
  });
}

/** Lets a day be as other days of its kind. One that did not differ is no error. @throws Refusal space.past_day */
export async function removeOpeningException(installation: Installation, edit: Edit, day: Day): Promise<void> {
  await editSpace(installation, edit, async (tx, space, at) => {
    if (day < dayIn(at, space.time_zone)) throw spaceRefusals.pastDay();
    await tx.deleteFrom("opening_exceptions").where("space_id", "=", space.id).where("day", "=", day).execute();
    return { action: "space.remove_opening_exception", details: { day }, movesOpening: true, result: undefined };
  });
}

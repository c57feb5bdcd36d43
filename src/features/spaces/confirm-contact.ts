import type { Installation } from "../../platform/installation.ts";
import { dayIn } from "../../platform/time/day.ts";
import { type Edit, editSpace } from "./edit-space.ts";
import { spaceRefusals } from "./refusals.ts";

/** Says that the contact is right today. @throws Refusal space.no_contact */
export async function confirmContact(installation: Installation, edit: Edit): Promise<void> {
  await editSpace(installation, edit, async (tx, space, at) => {
    if (space.contact_email === null && space.contact_phone === null) throw spaceRefusals.noContact();
    await tx
      .updateTable("spaces")
      .set({ contact_confirmed_on: dayIn(at, space.time_zone) })
      .where("id", "=", space.id)
      .execute();
    return { action: "space.confirm_contact", result: undefined };
  });
}

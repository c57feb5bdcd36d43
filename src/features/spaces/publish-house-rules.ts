import type { Installation } from "../../platform/installation.ts";
import { type Edit, editSpace } from "./edit-space.ts";
import { currentHouseRules } from "./queries.ts";
import { requiredTexts, type WrittenTexts } from "./texts.ts";

/** Publishes the next version of the house rules. @throws Refusal space.text_missing */
export async function publishHouseRules(installation: Installation, edit: Edit, written: WrittenTexts) {
  const texts = requiredTexts(written);
  return await editSpace(installation, edit, async (tx, space, at) => {
    const before = await currentHouseRules(tx, space.id);
    const version = (before?.version ?? 0) + 1;
    const publishedBy = edit.actor.kind === "person" ? edit.actor.personId : null;
    await tx
      .insertInto("house_rules")
      .values({ space_id: space.id, version, texts: JSON.stringify(texts), published_at: at, published_by: publishedBy })
      .execute();
    return { action: "space.publish_house_rules", details: { version }, result: { version, texts, published_at: at } };
  });
}

import { sql } from "kysely";
import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Texts } from "../../../platform/database/schema.ts";
import type { Installation } from "../../../platform/installation.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { findOrganization } from "../../organizations/index.ts";
import { mayWriteReports } from "../policy.ts";
import { removePhotosWhenCommitted } from "./clear-photos.ts";
import { type OnStory, onStory } from "./on-story.ts";
import { storyRefusals } from "./refusals.ts";
import { photoKeys } from "./story-photos.ts";

export interface StoryGiven {
  title?: Texts | undefined;
  text?: Texts | undefined;
  photoTexts?: Texts | undefined;
  showsNobody?: boolean | undefined;
}

/** Begins a story. @returns its id */
export async function createStory(
  { db, now }: Installation,
  actor: Actor,
  given: { organization: string; title: Texts; text: Texts },
): Promise<string> {
  const at = now();
  const organization = await findOrganization(db, actor, given.organization, dayIn(at, "Europe/Oslo"));
  authorize(actor, organization !== undefined && mayWriteReports(actor, organization.id));
  const { id: organizationId } = found(organization);
  const id = newId();
  const texts = { titles: JSON.stringify(given.title), texts: JSON.stringify(given.text) };
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto("stories")
      .values({ id, organization_id: organizationId, ...texts, created_at: at, created_by: actor.personId })
      .execute();
    await audit(tx, { actor, at, action: "story.create", subject: { kind: "story", id }, organizationId });
  });
  return id;
}

/** Changes the words. Who said yes before said it to other words, and is asked again. */
export async function changeStory(installation: Installation, on: OnStory, given: StoryGiven): Promise<void> {
  await onStory(installation, on, async (tx, story) => {
    const after = {
      titles: given.title ?? story.titles,
      texts: given.text ?? story.texts,
      photoTexts: story.photo ? (given.photoTexts ?? story.photo.texts) : {},
    };
    const before = { titles: story.titles, texts: story.texts, photoTexts: story.photo?.texts ?? {} };
    // what a photo shows is told to others in other words as well: only the story itself is consented to
    const isRewritten = [before, after]
      .map(({ titles, texts }) => JSON.stringify(inOrder([titles, texts])))
      .some((one, _, [first]) => one !== first);
    await tx
      .updateTable("stories")
      .set({
        titles: JSON.stringify(after.titles),
        texts: JSON.stringify(after.texts),
        photo_texts: JSON.stringify(after.photoTexts),
        shows_nobody: given.showsNobody ?? story.showsNobody,
        content_version: story.contentVersion + (isRewritten ? 1 : 0),
      })
      .where("id", "=", story.id)
      .execute();
    return { action: "story.change", details: { fields: Object.keys(given) } };
  });
}

function inOrder(texts: Texts[]): unknown[] {
  return texts.map(({ nb, nn, en }) => [nb ?? "", nn ?? "", en ?? ""]);
}

/** Deletes a story that no published report tells. @throws Refusal story.published */
export async function dropStory(installation: Installation, on: OnStory): Promise<void> {
  await onStory(installation, on, async (tx, { id, photo }) => {
    const told = await tx
      .selectFrom("reports")
      .select("id")
      .where(sql<boolean>`frozen_stories @> ${JSON.stringify([{ id }])}::jsonb`)
      .executeTakeFirst();
    if (told) throw storyRefusals.published();
    await tx.deleteFrom("stories").where("id", "=", id).execute();
    if (photo) await removePhotosWhenCommitted(tx, photoKeys(id, photo.id));
    return { action: "story.drop" };
  });
}

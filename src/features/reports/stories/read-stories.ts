import { sql } from "kysely";
import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { findOrganization } from "../../organizations/index.ts";
import { mayWriteReports } from "../policy.ts";
import type { FrozenStory } from "./frozen-story.ts";
import { findStory, type StoryRow, storiesOf } from "./queries.ts";

/** The stories of an organization, for those who write its reports. */
export async function listStories({ db, now }: Installation, actor: Actor, organization: string, limit: number, after: string | undefined) {
  const known = await findOrganization(db, actor, organization, dayIn(now(), "Europe/Oslo"));
  authorize(actor, known !== undefined && mayWriteReports(actor, known.id));
  return await storiesOf(db, found(known).id, limit, after);
}

export async function readStory({ db }: Installation, actor: Actor, id: string): Promise<StoryRow> {
  const story = await findStory(db, id);
  authorize(actor, story !== undefined && mayWriteReports(actor, story.organizationId));
  return found(story);
}

/** The published reports that tell a story with somebody in it. */
export async function reportsWith(db: Db, storyId: string, storyPersonId: string) {
  const rows = await db
    .selectFrom("reports")
    .select(["slug", "titles", sql<FrozenStory[]>`frozen_stories`.as("stories")])
    .where(sql<boolean>`frozen_stories @> ${JSON.stringify([{ id: storyId }])}::jsonb`)
    .orderBy("from_day")
    .orderBy("id")
    .execute();
  return rows
    .filter(({ stories }) => stories.some(({ id, told }) => id === storyId && told?.people.some((person) => person.id === storyPersonId)))
    .map(({ slug, titles }) => ({ slug, titles }));
}

import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import { isId } from "../../../platform/database/id.ts";
import type { Texts } from "../../../platform/database/schema.ts";
import type { Answer, Appearance, Story, StoryPerson } from "./story.ts";

function stories(db: Db) {
  return db
    .selectFrom("stories as s")
    .innerJoin("organizations as o", "o.id", "s.organization_id")
    .select(["s.id", "s.organization_id as organizationId", "s.titles", "s.texts", "s.photo_id as photoId"])
    .select(["s.photo_width as photoWidth", "s.photo_height as photoHeight", "s.shows_nobody as showsNobody"])
    .select(["s.content_version as contentVersion", "s.version", sql<Texts>`s.photo_texts`.as("photoTexts")])
    .select(["o.name as organizationName", "o.slug as organizationSlug"]);
}

type Row = Awaited<ReturnType<ReturnType<typeof stories>["execute"]>>[number];

export type StoryRow = Story & { organizationName: string; organizationSlug: string };

export async function findStory(db: Db, id: string): Promise<StoryRow | undefined> {
  if (!isId(id)) return undefined;
  return (await withPeople(db, await stories(db).where("s.id", "=", id).execute()))[0];
}

export async function findStories(db: Db, ids: readonly string[]): Promise<StoryRow[]> {
  if (ids.length === 0) return [];
  return await withPeople(db, await stories(db).where("s.id", "in", ids).execute());
}

/** The stories of an organization, the newest first; one more than asked for, if there is one. */
export async function storiesOf(db: Db, organizationId: string, limit: number, after: string | undefined): Promise<StoryRow[]> {
  const rows = await stories(db)
    .where("s.organization_id", "=", organizationId)
    .$if(after !== undefined, (query) => query.where("s.id", "<", after ?? ""))
    .orderBy("s.id", "desc")
    .limit(limit + 1)
    .execute();
  return await withPeople(db, rows);
}

async function withPeople(db: Db, rows: Row[]): Promise<StoryRow[]> {
  const people = await peopleOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(({ photoId, photoWidth, photoHeight, photoTexts, ...row }) => ({
    ...row,
    photo: photoId ? { id: photoId, width: photoWidth ?? 0, height: photoHeight ?? 0, texts: photoTexts } : null,
    people: people.filter(({ storyId, takenOffAt }) => storyId === row.id && takenOffAt === null),
  }));
}

export type PersonRow = StoryPerson & { storyId: string };

function people(db: Db) {
  return db
    .selectFrom("story_people as p")
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom("story_answers as a")
          .select(["a.answer", "a.content_version", "a.answered_at"])
          .whereRef("a.story_person_id", "=", "p.id")
          .orderBy("a.answered_at", "desc")
          .orderBy("a.id", "desc")
          .limit(1)
          .as("a"),
      (on) => on.onTrue(),
    )
    .select(["p.id", "p.story_id as storyId", "p.name", "p.email", "p.appearance", "p.asked_at as askedAt"])
    .select(["p.taken_off_at as takenOffAt", "a.answer", "a.content_version as contentVersion", "a.answered_at as at"]);
}

export async function peopleOf(db: Db, storyIds: readonly string[]): Promise<PersonRow[]> {
  if (storyIds.length === 0) return [];
  const rows = await people(db).where("p.story_id", "in", storyIds).orderBy("p.named_at").orderBy("p.id").execute();
  return rows.map(personOf);
}

export async function findPerson(db: Db, id: string): Promise<PersonRow | undefined> {
  const row = await people(db).where("p.id", "=", id).executeTakeFirst();
  return row && personOf(row);
}

type FoundPerson = Awaited<ReturnType<ReturnType<typeof people>["execute"]>>[number];

function personOf({ answer, contentVersion, at, appearance, ...row }: FoundPerson): PersonRow {
  const last = answer !== null && contentVersion !== null && at !== null ? { answer: answer as Answer, contentVersion, at } : null;
  return { ...row, appearance: appearance as Appearance, last };
}

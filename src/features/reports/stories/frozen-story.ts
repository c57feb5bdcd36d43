import { createHash, randomBytes } from "node:crypto";
import type { Texts } from "../../../platform/database/schema.ts";
import type { Day } from "../../../platform/time/day.ts";
import { checksumOf } from "../frozen.ts";
import type { Appearance, Story, StoryPhoto } from "./story.ts";

/** What the checksum of a story is of. The salt keeps a story that is gone from being guessed by its checksum. */
export interface ToldStory {
  salt: string;
  titles: Texts;
  texts: Texts;
  photo: StoryPhoto | null;
  people: { id: string; name: string; appearance: Appearance }[];
}

/** A story in a published report: as it was, or taken out, when nothing is left of it but its checksum and the day. */
export type FrozenStory = { id: string; checksum: string } & ({ takenOutOn: null; told: ToldStory } | { takenOutOn: Day; told: null });

/** A story as it is now, with a checksum of its own, which the one of the report is made of. */
export function freezeStory(story: Story, salt = randomBytes(16).toString("hex")): FrozenStory {
  const people = story.people.map(({ id, name, appearance }) => ({ id, name, appearance }));
  const told = { salt, titles: story.titles, texts: story.texts, photo: story.photo, people };
  return { id: story.id, checksum: checksumOf(told), takenOutOn: null, told };
}

/** A draft's story has a salt of its id, so that it is the same each time it is read. */
export function draftSalt(storyId: string): string {
  return createHash("sha256").update(storyId).digest("hex").slice(0, 32);
}

/** The story without itself. */
export function takenOut({ id, checksum }: FrozenStory, takenOutOn: Day): FrozenStory {
  return { id, checksum, takenOutOn, told: null };
}

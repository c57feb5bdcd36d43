import { authorize, found } from "../../../platform/access/authorize.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { sendConsentLetter } from "./consent-letter.ts";
import { type OnStory, onStory } from "./on-story.ts";
import { storyRefusals } from "./refusals.ts";
import { type Appearance, isNamedIn, mostPeople, type StoryPerson } from "./story.ts";

export interface NamedPerson {
  name: string;
  email: string;
  appearance: Appearance;
}

/** Says that somebody is shown or quoted. They are asked with a letter, when the story is ready. @throws Refusal story.too_many_people */
export async function namePerson(installation: Installation, on: OnStory, person: NamedPerson): Promise<void> {
  await onStory(installation, on, async (tx, { id, people }, at) => {
    if (people.length >= mostPeople) throw storyRefusals.tooManyPeople({ most: mostPeople });
    const storyPersonId = newId();
    await tx
      .insertInto("story_people")
      .values({ id: storyPersonId, story_id: id, ...person, named_at: at })
      .execute();
    await tx.updateTable("stories").set({ shows_nobody: false }).where("id", "=", id).execute();
    return { action: "story.name_person", details: { storyPersonId } };
  });
}

/** Takes somebody off a story that does not name them any more. What was published with them they can still take back. */
export async function takePersonOff(installation: Installation, on: OnStory, storyPersonId: string): Promise<void> {
  await onStory(installation, on, async (tx, story, at) => {
    const { id, name } = personIn(story.people, storyPersonId);
    if (isNamedIn(story, name)) throw storyRefusals.stillNamed({ name });
    await tx.updateTable("story_people").set({ taken_off_at: at }).where("id", "=", id).execute();
    return { action: "story.take_person_off", details: { storyPersonId } };
  });
}

/** Asks somebody for their consent with a letter: the first time, or again after the story has changed. */
export async function askForConsent(installation: Installation, on: OnStory, storyPersonId: string): Promise<void> {
  await onStory(installation, on, async (tx, story, at, actor) => {
    authorize(actor, true);
    const { id, email, name } = personIn(story.people, storyPersonId);
    await tx.updateTable("story_people").set({ asked_at: at, asked_by: actor.personId }).where("id", "=", id).execute();
    await sendConsentLetter(tx, installation, { story, person: { id, name, email: found(email ?? undefined) }, at });
    return { action: "story.ask", details: { storyPersonId } };
  });
}

function personIn(people: readonly StoryPerson[], id: string): StoryPerson {
  return found(people.find((person) => person.id === id));
}

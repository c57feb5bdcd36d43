import type { ConsentAsked } from "./answer-consent.ts";
import type { StoryRow } from "./queries.ts";
import type { TellsStory } from "./stories-in-report.ts";
import { consentState, hindrancesOf, type StoryPhoto } from "./story.ts";
import { photoUrls } from "./story-photos.ts";

export function presentPhoto(storyId: string, photo: StoryPhoto) {
  const { large, small } = photoUrls(storyId, photo.id);
  return { ...photo, url: large, smallUrl: small };
}

export function presentStory(story: StoryRow) {
  return {
    id: story.id,
    organization: { slug: story.organizationSlug, name: story.organizationName },
    titles: story.titles,
    texts: story.texts,
    photo: story.photo && presentPhoto(story.id, story.photo),
    showsNobody: story.showsNobody,
    people: story.people.map((person) => ({
      id: person.id,
      name: person.name,
      email: person.email,
      appearance: person.appearance,
      consent: consentState(person, story.contentVersion),
      answeredAt: person.last?.at.toString() ?? null,
      askedAt: person.askedAt?.toString() ?? null,
    })),
    hindrances: hindrancesOf(story),
    version: story.version,
  };
}

type InReport = { slug: string; titles: StoryRow["titles"] };

export function presentConsent({ person, story }: ConsentAsked, reports: InReport[]) {
  return {
    organization: { slug: story.organizationSlug, name: story.organizationName },
    name: person.name,
    appearance: person.appearance,
    isInStory: person.takenOffAt === null,
    titles: story.titles,
    texts: story.texts,
    photo: story.photo && presentPhoto(story.id, story.photo),
    contentVersion: story.contentVersion,
    consent: consentState(person, story.contentVersion),
    answeredAt: person.last?.at.toString() ?? null,
    reports,
  };
}

/** A story as a report tells it. */
export function presentTold({ id, checksum, takenOutOn, told, hindrances = [] }: TellsStory) {
  return { id, checksum, takenOutOn, told: told && { ...told, photo: told.photo && presentPhoto(id, told.photo) }, hindrances };
}

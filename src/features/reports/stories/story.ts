import type { Texts } from "../../../platform/database/schema.ts";
import { type Language, languages } from "../../../platform/language/language.ts";

export const appearances = ["shown", "quoted", "both"] as const;
/** Whether somebody is shown in the photo, quoted in the words, or both. */
export type Appearance = (typeof appearances)[number];

export const answers = ["given", "declined", "withdrawn"] as const;
export type Answer = (typeof answers)[number];

/** How it stands with somebody's consent. Outdated: the yes was said to other words or another photo. */
export const consentStates = ["not_asked", "asked", "given", "outdated", "declined", "withdrawn"] as const;
export type ConsentState = (typeof consentStates)[number];

export interface StoryPerson {
  id: string;
  name: string;
  email: string | null;
  appearance: Appearance;
  askedAt: Temporal.Instant | null;
  takenOffAt: Temporal.Instant | null;
  /** What they said last. */
  last: { answer: Answer; contentVersion: number; at: Temporal.Instant } | null;
}

export interface StoryPhoto {
  id: string;
  width: number;
  height: number;
  texts: Texts;
}

export interface Story {
  id: string;
  organizationId: string;
  titles: Texts;
  texts: Texts;
  photo: StoryPhoto | null;
  showsNobody: boolean;
  contentVersion: number;
  version: number;
  /** Those who are in it now, in the order they were named. */
  people: StoryPerson[];
}

/** What keeps a story from being published. */
export type Hindrance =
  | { kind: "people_not_said" }
  | { kind: "alt_missing"; languages: Language[] }
  | { kind: "consent_missing"; names: string[] };

export const mostPeople = 20;

/** How it stands with a person's consent to a story as it is now. */
export function consentState({ last, askedAt }: Pick<StoryPerson, "last" | "askedAt">, contentVersion: number): ConsentState {
  if (last?.answer === "given") return last.contentVersion === contentVersion ? "given" : "outdated";
  // who was asked again after a no has not answered
  if (last && !(askedAt && Temporal.Instant.compare(askedAt, last.at) > 0)) return last.answer;
  return askedAt ? "asked" : "not_asked";
}

/** What keeps a story from being published: everybody in it consents to it as it is, or it says that nobody is; a photo is told in words. */
export function hindrancesOf({ titles, photo, people, showsNobody, contentVersion }: Omit<Story, "id" | "organizationId">): Hindrance[] {
  const untold = photo ? languages.filter((language) => titles[language] && !photo.texts[language]) : [];
  const silent = people.filter((person) => consentState(person, contentVersion) !== "given").map(({ name }) => name);
  return [
    ...(people.length === 0 && !showsNobody ? [{ kind: "people_not_said" as const }] : []),
    ...(untold.length > 0 ? [{ kind: "alt_missing" as const, languages: untold }] : []),
    ...(silent.length > 0 ? [{ kind: "consent_missing" as const, names: silent }] : []),
  ];
}

/** Whether a name stands in the words of a story or of its photo. */
export function isNamedIn({ titles, texts, photo }: Pick<Story, "titles" | "texts" | "photo">, name: string): boolean {
  const said = [titles, texts, photo?.texts ?? {}].flatMap((one) => Object.values(one));
  return said.some((text) => text?.toLocaleLowerCase("nb").includes(name.toLocaleLowerCase("nb")));
}

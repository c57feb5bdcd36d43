import type { InferResponseType } from "hono/client";
import type { client } from "../../../../../interface/api-client.ts";
import type { Language } from "../../../../../platform/language/language.ts";
import type { StoryApi } from "../../routes.ts";
import { storyWords } from "../story-words.ts";

export type StoryData = InferResponseType<ReturnType<typeof client<StoryApi>>["stories"][":id"]["$get"], 200>;

/** What keeps a story from being published, each with what is to be done. */
export function Hindrances({ hindrances, language }: { hindrances: StoryData["hindrances"]; language: Language }) {
  const text = storyWords[language];
  const list = (of: string[]) => new Intl.ListFormat(language, { type: "conjunction" }).format(of);
  return (
    <ul>
      {hindrances.map((one) => (
        <li key={one.kind}>
          {one.kind === "people_not_said" && text.peopleNotSaid}
          {one.kind === "alt_missing" && text.altMissing({ languages: list(one.languages.map((of) => text.inLanguage[of])) })}
          {one.kind === "consent_missing" && text.consentMissing({ names: list(one.names) })}
        </li>
      ))}
    </ul>
  );
}

import type { Language } from "../../../../platform/language/language.ts";
import { introductionWords } from "../introduction-words.ts";
import type { ShownInvestorOfRaise } from "./of-api.ts";
import { Reasons } from "./told.tsx";

export interface Suggestion {
  raiseId: string;
  startup: string;
  profileId: string;
  investor: string;
  match: ShownInvestorOfRaise["match"];
  isFollowing: boolean;
}

/** Pairs that fit and that nobody has asked about, each with its reasons. */
export function Suggestions({ suggestions, language }: { suggestions: readonly Suggestion[]; language: Language }) {
  const text = introductionWords[language];
  if (suggestions.length === 0) return <p className="soft">{text.noSuggestions}</p>;
  return (
    <ul className="raise-cards">
      {suggestions.map(({ raiseId, startup, profileId, investor, match, isFollowing }) => (
        <li key={`${raiseId} ${profileId}`} className="room padded">
          <h3>{text.title({ startup, investor })}</h3>
          {isFollowing && (
            <p>
              <b>{text.isFollowing}</b>
            </p>
          )}
          <Reasons match={match} language={language} />
          <form method="post">
            <input type="hidden" name="raise" value={raiseId} />
            <input type="hidden" name="profile" value={profileId} />
            <button className="button" type="submit" name="act" value="suggest">
              {text.suggest}
              <span className="hidden">: {text.title({ startup, investor })}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}

import { number } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { workWords } from "../work-words.ts";

type PartProps = {
  call: { event: { slug: string } | null };
  ballot: { state: "not_yet" | "open" | "closed"; total: number };
  path: string;
  language: Language;
};

/** The audience's vote: opened and closed by the host, with the pages for the phones and the hall. */
export function VotePart({ call, ballot, path, language }: PartProps) {
  const text = workWords[language];
  const isOpen = ballot.state === "open";
  return (
    <section className="stack close" aria-labelledby="vote">
      <h2 id="vote">{text.vote}</h2>
      {call.event === null ? (
        <p>{text.voteWithout}</p>
      ) : (
        <>
          <p>
            {text.voteStates[ballot.state]}
            {ballot.state !== "not_yet" && ` · ${text.votes({ count: number(ballot.total, language), isOne: ballot.total === 1 })}`}
          </p>
          <form method="post" className="stack close">
            {!isOpen && <p className="small soft">{text.openVoteAbout}</p>}
            <input type="hidden" name="isOpen" value={String(!isOpen)} />
            <p className="buttons">
              <button className="button" type="submit" name="act" value="vote">
                {isOpen ? text.closeVote : text.openVote}
              </button>
              <a href={`${path}/vote`}>{text.votePage}</a>
              <a href={`${path}/screen`}>{text.screen}</a>
            </p>
          </form>
        </>
      )}
    </section>
  );
}

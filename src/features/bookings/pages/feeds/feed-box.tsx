import { Notice } from "../../../../interface/components/notice.tsx";
import { dateWithYear } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { FeedOutcome } from "./carry-out-feeds.ts";
import { feedBoxWords } from "./feed-box-words.ts";

type Feed = { id: string; shows: "everything" | "free_busy"; createdAt: string };
type BoxProps = {
  of: "person" | "resource" | "space";
  subjectId: string;
  feeds: readonly Feed[];
  outcome: FeedOutcome | undefined;
  language: Language;
};

/** The calendar addresses of one thing: those there are, and a button that makes one, with what it shows. */
export function FeedBox({ of, subjectId, feeds, outcome, language }: BoxProps) {
  const text = feedBoxWords[language];
  const words = { everything: text.everything, free_busy: text.freeBusy };
  return (
    <>
      {outcome?.address && outcome.subjectId === subjectId && (
        <Notice kind="good" role="status" icon="lock" title={text.newAddress}>
          <p style={{ overflowWrap: "anywhere" }}>
            <code>{outcome.address}</code>
          </p>
          <p className="small">{text.newHelp}</p>
        </Notice>
      )}
      {feeds.length > 0 && (
        <ul className="lines">
          {feeds.map(({ id, shows, createdAt }) => (
            <li key={id}>
              <form method="post" className="feed-line">
                <span>
                  {words[shows]}, {text.made({ day: dateWithYear(createdAt.slice(0, 10), language) })}
                </span>
                <button className="text-button" type="submit" name="shut" value={id} aria-label={text.shutThing({ what: words[shows] })}>
                  {text.shut}
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form method="post" className="stack close feed-form">
        <input type="hidden" name="of" value={of} />
        <input type="hidden" name="subject" value={subjectId} />
        {(["everything", "free_busy"] as const).map((shows) => (
          <button key={shows} className="button small" type="submit" name="shows" value={shows}>
            {(feeds.some((feed) => feed.shows === shows) ? text.renew : text.make)[shows]}
          </button>
        ))}
        {feeds.length > 0 && <p className="small soft">{text.renewNote}</p>}
      </form>
    </>
  );
}

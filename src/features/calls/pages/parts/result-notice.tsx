import { Notice } from "../../../../interface/components/notice.tsx";
import { list } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { measures } from "../../judging/results.ts";
import { resultWords } from "../result-words.ts";

type Shown = {
  items: { submission: { id: string; title: string } }[];
  leaders: Record<"mean" | "median" | "standardised", string[]>;
  isUnanimous: boolean;
};

/** Who leads, in a sentence; when the ways of counting differ, in three, with what to make of it. */
export function ResultNotice({ results, language }: { results: Shown; language: Language }) {
  const text = resultWords[language];
  const titles = new Map(results.items.map(({ submission }) => [submission.id, `«${submission.title}»`]));
  const quoted = (ids: string[]) =>
    list(
      ids.flatMap((id) => titles.get(id) ?? []),
      language,
    );
  if (results.leaders.mean.length === 0) return <Notice kind="care" title={text.noLeader} />;
  if (results.isUnanimous) return <Notice kind="good" title={text.unanimous({ names: quoted(results.leaders.mean) })} />;
  return (
    <Notice kind="care" title={text.differs}>
      <ul className="bullets">
        {measures.map((measure) => (
          <li key={measure}>{text.leader[measure]({ names: quoted(results.leaders[measure]) })}</li>
        ))}
      </ul>
      <p>{text.differsAbout}</p>
    </Notice>
  );
}

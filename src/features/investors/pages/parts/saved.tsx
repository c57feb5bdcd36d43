import type { Problem } from "../../../../interface/api-client.ts";
import { Notice } from "../../../../interface/components/notice.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import { raiseWords } from "../raise-words.ts";

/** What stopped a save, or that it went well; on top of the page. */
export function Outcome({ problem, isSaved, language }: { problem: Problem | undefined; isSaved: boolean; language: Language }) {
  const text = raiseWords[language];
  if (problem)
    return (
      <Notice kind="wrong" role="alert" title={text.couldNot}>
        <p>{[problem.title, ...(problem.errors ?? []).map(({ message }) => message)].join(" ")}</p>
      </Notice>
    );
  return isSaved ? <Notice kind="good" role="status" title={text.saved} /> : null;
}

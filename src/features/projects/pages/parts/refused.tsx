import type { Problem } from "../../../../interface/api-client.ts";
import { Notice } from "../../../../interface/components/notice.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import { saidOf } from "../form-values.ts";
import { projectWords } from "../project-words.ts";

/** What stopped a save, on top; what was written stands below. */
export function Refused({ problem, language }: { problem: Problem | undefined; language: Language }) {
  if (!problem) return null;
  return (
    <Notice kind="wrong" role="alert" title={projectWords[language].couldNot}>
      <p>{saidOf(problem)}</p>
    </Notice>
  );
}

/** That a save went well. */
export function Saved({ isSaved, language }: { isSaved: boolean; language: Language }) {
  return isSaved ? <Notice kind="good" role="status" title={projectWords[language].saved} /> : null;
}

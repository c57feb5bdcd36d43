import type { Language } from "../../../../platform/language/language.ts";
import { applyWords } from "../apply-words.ts";
import { Said, type Texts } from "./said.tsx";

/** The project what was granted pays for. */
export function TakenUp({ project, language }: { project: { slug: string; title: Texts }; language: Language }) {
  return (
    <p>
      {applyWords[language].takenUp}{" "}
      <a href={`/${language}/projects/${project.slug}`}>
        <Said texts={project.title} language={language} />
      </a>
    </p>
  );
}

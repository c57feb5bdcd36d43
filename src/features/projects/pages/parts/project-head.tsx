import { Crumbs } from "../../../../interface/components/crumbs.tsx";
import { inLanguage } from "../../../../interface/in-language.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { projectWords } from "../project-words.ts";

type Place = "overview" | "budget" | "hours" | "expenses" | undefined;
export type HeadOf = {
  slug: string;
  titles: Partial<Record<Language, string>>;
  organization: { slug: string; name: string };
};

/** Where one is, what the page is, and the ways to the other parts of the project. */
export function ProjectHead({
  project,
  title,
  lead,
  place,
  language,
}: {
  project: HeadOf;
  title: string;
  lead?: string;
  place: Place;
  language: Language;
}) {
  const text = projectWords[language];
  const path = `/${language}/projects/${project.slug}`;
  const name = inLanguage(project.titles, language);
  const list = { label: text.projects, href: `/${language}/organizations/${project.organization.slug}/projects` };
  return (
    <>
      <Crumbs
        trail={place === "overview" ? [list, { label: name }] : [list, { label: name, href: path }, { label: title }]}
        language={language}
      />
      <div className="page-head">
        <div>
          <p className="small soft">{project.organization.name}</p>
          <h1>{title}</h1>
          {lead && <p className="lead">{lead}</p>}
        </div>
      </div>
      <nav aria-label={text.sections} className="buttons project-parts">
        {(["overview", "budget", "hours", "expenses"] as const).map((part) => (
          <a
            key={part}
            className="button small"
            href={part === "overview" ? path : `${path}/${part}`}
            aria-current={part === place ? "page" : undefined}
          >
            {text[part]}
          </a>
        ))}
      </nav>
    </>
  );
}

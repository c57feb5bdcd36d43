import type { Language } from "../../../../platform/language/language.ts";
import { programWords } from "../program-words.ts";

type Tab = "overview" | "startups" | "toCall" | "raises" | "imports" | "settings";

type TabsProps = {
  program: { slug: string; abilities: { run: boolean; advise: boolean } };
  current: Tab;
  language: Language;
};

/** The way around in a program, for those who work in it. */
export function ProgramTabs({ program, current, language }: TabsProps) {
  if (!program.abilities.advise) return null;
  const text = programWords[language];
  const path = `/${language}/programs/${program.slug}`;
  const tabs: [Tab, string][] = [
    ["overview", path],
    ["startups", `${path}/enrollments`],
    ["toCall", `${path}/enrollments?needsCall=true`],
    ["raises", `/${language}/raises`],
    ...(program.abilities.run
      ? ([
          ["imports", `${path}/import`],
          ["settings", `${path}/settings`],
        ] satisfies [Tab, string][])
      : []),
  ];
  return (
    <nav aria-label={text.around} className="section-end">
      <ul className="chips">
        {tabs.map(([tab, href]) => (
          <li key={tab}>
            <a className="chip" href={href} aria-current={tab === current ? "page" : undefined}>
              {text[tab]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

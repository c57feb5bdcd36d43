import type { Language } from "../../platform/language/language.ts";
import { words } from "../messages.ts";

/** The way here; the last one is the page itself and has no link. */
export function Crumbs({ trail, language }: { trail: readonly { label: string; href?: string }[]; language: Language }) {
  return (
    <nav aria-label={words[language].youAreHere}>
      <ol className="crumbs">
        {trail.map(({ label, href }) => (
          <li key={label} aria-current={href ? undefined : "page"}>
            {href ? <a href={href}>{label}</a> : label}
          </li>
        ))}
      </ol>
    </nav>
  );
}

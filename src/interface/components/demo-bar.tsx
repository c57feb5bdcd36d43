import type { Language } from "../../platform/language/language.ts";
import { words } from "../messages.ts";
import type { NavLink } from "./page-top.tsx";

type DemoBarProps = {
  /** Who one is: "Du er Amina Lahloubi." */
  about: string;
  roles: readonly NavLink[];
  /** What there is to try. */
  more: NavLink;
  language: Language;
};

/** The dark strip above everything in demonstration mode, never outside it. */
export function DemoBar({ about, roles, more, language }: DemoBarProps) {
  return (
    <nav className="demo-bar" aria-label={words[language].roles}>
      <div className="frame">
        <p>
          <b>{words[language].demonstration}</b> {about}
        </p>
        <ul>
          {roles.map((role) => (
            <li key={role.href}>
              <a href={role.href} aria-current={role.isCurrent ? "true" : undefined}>
                {role.label}
              </a>
            </li>
          ))}
        </ul>
        <a className="more" href={more.href}>
          {more.label}
        </a>
      </div>
    </nav>
  );
}

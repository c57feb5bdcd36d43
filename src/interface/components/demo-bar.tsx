import type { Language } from "../../platform/language/language.ts";
import { words } from "../messages.ts";
import type { NavLink } from "./page-top.tsx";

/** The dark strip above everything in demonstration mode, never outside it. `about` says who one is ("Du er vert på Flow."). */
export function DemoBar({ about, roles, language }: { about: string; roles: readonly NavLink[]; language: Language }) {
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
      </div>
    </nav>
  );
}

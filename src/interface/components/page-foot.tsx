import type { Language } from "../../platform/language/language.ts";
import { words } from "../messages.ts";
import { type Brand, BrandLink, type NavLink, PlainLink } from "./page-top.tsx";

export type FootGroup = { heading: string; links: readonly NavLink[] };

type PageFootProps = {
  brand: Brand;
  about: string;
  groups: readonly FootGroup[];
  /** "Eksempel: tall og avtaler er oppdiktet." */
  note?: string;
  links: readonly NavLink[];
  language: Language;
};

export function PageFoot({ brand, about, groups, note, links, language }: PageFootProps) {
  return (
    <footer className="foot">
      <div className="frame">
        <div>
          <BrandLink {...brand} />
          <p className="about">{about}</p>
        </div>
        {groups.map((group) => (
          <div key={group.heading}>
            <h2>{group.heading}</h2>
            <ul>
              {group.links.map((link) => (
                <li key={link.href}>
                  <PlainLink link={link} />
                </li>
              ))}
            </ul>
          </div>
        ))}
        <div className="line">
          {note && <p>{note}</p>}
          <ul>
            {links.map((link) => (
              <li key={link.href}>
                <PlainLink link={link} />
              </li>
            ))}
            {brand.name !== "Romslig" && <li>{words[language].runsOn}</li>}
          </ul>
        </div>
      </div>
    </footer>
  );
}

import type { ReactNode } from "react";
import type { Language } from "../../platform/language/language.ts";
import { words } from "../messages.ts";
import { Icon } from "./icon.tsx";
import { Mark } from "./mark.tsx";

/** A link of the top, the dock or the foot; `language` marks a label in another language than the page's. */
export type NavLink = { href: string; label: string; isCurrent?: boolean; language?: Language };

export type Brand = { name: string; href: string; mark?: ReactNode };

/** The top of every page: brand, at most six words, and tools. On a phone a `details` menu holds them all. */
export function PageTop({
  brand,
  items,
  tools,
  language,
}: {
  brand: Brand;
  items: readonly NavLink[];
  tools: readonly NavLink[];
  language: Language;
}) {
  const { mainMenu, menu } = words[language];
  return (
    <header className="top">
      <div className="frame top-row">
        <BrandLink {...brand} />
        {items.length > 0 && (
          <nav className="nav" aria-label={mainMenu}>
            <NavList links={items} />
          </nav>
        )}
        {tools.length > 0 && (
          <div className="top-tools">
            {tools.map((tool) => (
              <PlainLink key={tool.href} link={tool} />
            ))}
          </div>
        )}
        {items.length + tools.length > 0 && (
          <details className="menu">
            <summary>
              <Icon name="menu" />
              {menu}
            </summary>
            <NavList links={[...items, ...tools]} />
          </details>
        )}
      </div>
    </header>
  );
}

/** The mark and name of a network, or of Romslig itself. */
export function BrandLink({ name, href, mark }: Brand) {
  return (
    <a className="brand" href={href}>
      {mark ?? <Mark />}
      <span>{name}</span>
    </a>
  );
}

function NavList({ links }: { links: readonly NavLink[] }) {
  return (
    <ul>
      {links.map((link) => (
        <li key={link.href}>
          <PlainLink link={link} />
        </li>
      ))}
    </ul>
  );
}

/** A link that says whether it is the page one is on, and which language it leads to. */
export function PlainLink({ link }: { link: NavLink }) {
  return (
    <a href={link.href} lang={link.language} hrefLang={link.language} aria-current={link.isCurrent ? "page" : undefined}>
      {link.label}
    </a>
  );
}

import { PlainLink } from "../../../interface/components/page-top.tsx";
import { useShell } from "../../../interface/page.tsx";
import { ownWords } from "../own-messages.ts";

const pages = ["profile", "sessions", "keys", "privacy"] as const;
const paths = { profile: "profile", sessions: "sessions", keys: "api-keys", privacy: "privacy" };

/** The way between one's own pages. */
export function OwnLinks({ current }: { current: (typeof pages)[number] }) {
  const { language, today } = useShell();
  const text = ownWords[language];
  return (
    <nav className="side" aria-label={text.more}>
      <ul className="plain-list">
        {pages.map((page) => (
          <li key={page}>
            <PlainLink link={{ href: `/${language}/me/${paths[page]}`, label: text[page], isCurrent: page === current }} />
          </li>
        ))}
        {(["orders", "certificates"] as const).map((page) => (
          <li key={page}>
            <PlainLink link={{ href: `/${language}/me/${page}`, label: text[page] }} />
          </li>
        ))}
        <li>
          <PlainLink link={{ href: `/${language}/me/years/${today.slice(0, 4)}`, label: text.year }} />
        </li>
        <li>
          <PlainLink link={{ href: `/${language}/sign-out`, label: text.signOut }} />
        </li>
      </ul>
    </nav>
  );
}

import { Door } from "../../../../interface/components/door.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import { textIn } from "../../../spaces/parts.ts";
import { timesInWords } from "../event-times.ts";
import type { ShownEvent } from "../load-event.ts";
import { placeWords } from "../places/place-words.ts";

type Given = {
  id: string;
  event: { slug: string; title: ShownEvent["title"]; startsAt: string; endsAt: string; timeZone: string };
  kind: string;
  organization: string | null;
  token: string;
};

/** The tickets others gave one, each the way to its code. */
export function GivenTickets({ tickets, language }: { tickets: readonly Given[]; language: Language }) {
  const text = placeWords[language];
  return (
    <section className="stack close" aria-labelledby="given">
      <h2 id="given">{text.given}</h2>
      <ul className="lines">
        {tickets.map(({ id, event, kind, organization, token }) => {
          const name = textIn(event.title, language);
          return (
            <li key={id} className="with-icon">
              <Door state="open" />
              <div>
                <a href={`/${language}/tickets/${token}`} data-keep-ahead lang={name?.language === language ? undefined : name?.language}>
                  {name?.text}
                </a>
                <p className="small">{timesInWords(event, language)}</p>
                <p className="small soft">{organization ? text.givenBy({ kind, organization }) : kind}</p>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

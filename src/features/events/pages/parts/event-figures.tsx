import { number, percent } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { countWords } from "../../counting/pages/count-words.ts";
import type { ShownEvent } from "../load-event.ts";
import { registrationsWords } from "../registrations-words.ts";

type Counts = Record<"invited" | "registered" | "held" | "waiting" | "people" | "organizations" | "places" | "checkedIn", number> &
  Record<"fill" | "noShows" | "noShowRate", number | null>;

type FiguresProps = { event: ShownEvent; counts: Counts /** Of the event's page. */; path: string; language: Language };

/** What an event comes to: counts that are never mixed, each with its rows a step away. */
export function EventFigures({ event, counts, path, language }: FiguresProps) {
  const [text, own] = [registrationsWords[language].counts, countWords[language]];
  const { places, fill, noShows, noShowRate } = counts;
  const ofPlaces = registrationsWords[language].ofPlaces({ places: number(places, language) });
  const taken = event.quotas.reduce((total, quota) => total + quota.taken, 0);
  const figures = [
    { label: text.invited, figure: counts.invited, href: event.abilities.run && "/invitations" },
    { label: text.registered, figure: counts.registered, about: ofPlaces, href: "/registrations?state=confirmed" },
    { label: text.held, figure: counts.held, href: "/registrations?state=held" },
    { label: text.waiting, figure: counts.waiting, href: "/registrations?state=waiting" },
    { label: own.titles["checked-in"], figure: counts.checkedIn, href: "/counts/checked-in" },
    { label: text.people, figure: counts.people, href: "/counts/people" },
    { label: text.organizations, figure: counts.organizations, href: "/counts/organizations" },
    {
      label: own.titles["no-shows"],
      figure: noShows,
      about: noShowRate === null ? own.notYet : own.rate({ percent: percent(noShowRate, language) }),
      href: noShows !== null && "/counts/no-shows",
    },
  ];
  return (
    <dl className="figures event-counts">
      {figures.map(({ label, figure, about, href }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <span className="amount">{figure === null ? "–" : number(figure, language)}</span>
          </dd>
          {about && <dd>{about}</dd>}
          {href && figure !== 0 && (
            <dd>
              <a href={`${path}${href}`}>
                {own.see}
                <span className="hidden">{`: ${label}`}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
      {fill !== null && (
        <div>
          <dt>{own.fill}</dt>
          <dd>
            <span className="amount">{percent(fill, language)}</span>
          </dd>
          <dd>{own.fillAbout({ taken: number(taken, language), places: number(places, language) })}</dd>
        </div>
      )}
    </dl>
  );
}

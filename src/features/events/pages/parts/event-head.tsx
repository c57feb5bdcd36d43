import { Hall, mostDrawnChairs } from "../../../../interface/components/hall.tsx";
import { Icon } from "../../../../interface/components/icon.tsx";
import { list, number } from "../../../../interface/format.ts";
import { softHyphens } from "../../../../interface/soft-hyphens.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { textIn } from "../../../spaces/parts.ts";
import { owedWords } from "../../charges/pages/owed-words.ts";
import { hostWords } from "../../hosting/pages/host-words.ts";
import { kindWords } from "../../kinds/pages/kind-words.ts";
import { parentWords } from "../../parents/pages/parent-words.ts";
import { roomWords } from "../../rooms/pages/room-words.ts";
import { countryName } from "../countries.ts";
import { editEventWords } from "../edit-event-words.ts";
import { daysOver, timesInWords, zoned } from "../event-times.ts";
import { eventWords } from "../event-words.ts";
import { invitationWords } from "../invitation-words.ts";
import type { ShownEvent } from "../load-event.ts";

type HeadProps = { event: ShownEvent; title: { text: string; language: Language } | undefined; language: Language };

type Placed = Pick<ShownEvent, "space" | "place" | "country" | "isOnline">;

/** "Fabrikken, Lillehammer", or where else it is. */
export function placeInWords({ space, place, country, isOnline }: Placed, language: Language): string {
  const text = eventWords[language];
  const abroad = country === null ? null : countryName(country, language);
  const where = (space ? [space.name, space.town] : [place, abroad]).filter(Boolean).join(", ") || null;
  return where ?? (isOnline ? text.onlineOnly : text.placeLater);
}

function audienceInWords({ audience, audienceOrganizations }: ShownEvent, language: Language): string {
  if (audienceOrganizations.length === 0) return eventWords[language].audiences[audience];
  const names = audienceOrganizations.map(({ name }) => name);
  return invitationWords[language].audience({ names: list(names, language) });
}

/** What, when, where, in which languages and by whom; beside it the hall with what is left of it. */
export function EventHead({ event, title, language }: HeadProps) {
  const text = eventWords[language];
  const { days, rest } = daysOver(event, language);
  const languages = list(
    event.languages.map((code) => text.languages[code] ?? code),
    language,
  );
  const [leads, ...others] = event.hosts;
  const link = ({ slug, name }: ShownEvent["hosts"][number]) => <a href={`/${language}/organizations/${slug}`}>{name}</a>;
  return (
    <div className="event-head">
      <div>
        <p className="event-when">
          <b>{days}</b> {rest}
        </p>
        <h1 lang={title?.language === language ? undefined : title?.language}>{softHyphens(title?.text ?? "")}</h1>
        <ul className="facts">
          <li>
            <Icon name="place" />
            <span>
              {event.space ? (
                <a href={`/${language}/spaces/${event.space.slug}`}>{placeInWords(event, language)}</a>
              ) : (
                placeInWords(event, language)
              )}
              {event.isOnline && (event.space || event.place) && `. ${text.online}`}
            </span>
          </li>
          <li>
            <Icon name="clock" />
            <span>{timesInWords(event, language)}</span>
          </li>
          <li>
            <Icon name="people" />
            <span>
              {audienceInWords(event, language)}. {text.inLanguages({ languages })}.
            </span>
          </li>
        </ul>
        {event.parent && (
          <p className="small">
            {parentWords[language].partOf}{" "}
            <a href={`/${language}/${event.parent.kind === "festival" ? "festivals" : "series"}/${event.parent.slug}`}>
              {textIn(event.parent.title, language)?.text}
            </a>
          </p>
        )}
        <p className="small">
          {text.heldBy} {leads && link(leads)}
          {others.map((host, place) => (
            <span key={host.id}>
              {place === 0 ? ` ${text.with} ` : ", "}
              {link(host)}
            </span>
          ))}
          .{" "}
          {event.status !== "draft" && event.audience !== "invited" && (
            <a href={`/calendars/events/${event.slug}.ics?language=${language}`}>{text.addToCalendar}</a>
          )}
          {event.abilities.run && (
            <>
              {" "}
              <a href={`/${language}/events/${event.slug}/edit`}>{editEventWords[language].link}</a>{" "}
              <a href={`/${language}/events/${event.slug}/ticket-types`}>{kindWords[language].title}</a>{" "}
              <a href={`/${language}/events/${event.slug}/hosts`}>{hostWords[language].title}</a>{" "}
              <a href={`/${language}/events/${event.slug}/registrations`}>{text.registrations}</a>{" "}
              {event.ticketTypes.some(({ priceOre, memberPriceOre }) => priceOre > 0 || (memberPriceOre ?? 0) > 0) && (
                <>
                  <a href={`/${language}/events/${event.slug}/charges`}>{owedWords[language].title}</a>{" "}
                </>
              )}
              <a href={`/${language}/events/${event.slug}/invitations`}>{invitationWords[language].title}</a>
              {isOverNight(event) && " "}
              {isOverNight(event) && <a href={`/${language}/events/${event.slug}/rooms`}>{roomWords[language].link}</a>}
            </>
          )}
        </p>
      </div>
      <Left event={event} language={language} />
    </div>
  );
}

function isOverNight({ startsAt, endsAt, timeZone }: ShownEvent): boolean {
  return !zoned(startsAt, timeZone).toPlainDate().equals(zoned(endsAt, timeZone).toPlainDate());
}

/** The largest quota: its chairs, as far as they can be drawn, and how many are left. */
function Left({ event, language }: Omit<HeadProps, "title">) {
  const text = eventWords[language];
  const [largest] = event.quotas.toSorted((one, other) => other.size - one.size);
  if (!largest || largest.size === 0) return null;
  const left = largest.size - largest.taken;
  const [seats, free] = [number(largest.size, language), number(left, language)];
  return (
    <figure className="event-hall">
      {largest.size <= mostDrawnChairs && <Hall free={left} seats={largest.size} label={text.hall({ seats, free })} />}
      <figcaption>
        <b>{free}</b>{" "}
        <span>
          {text.leftOf({ seats, isOne: largest.size === 1 })}
          <br />
          {text.isTaken({ count: number(largest.taken, language) })}
        </span>
      </figcaption>
    </figure>
  );
}

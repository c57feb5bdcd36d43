import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { DayChooser } from "../../../interface/components/day-chooser.tsx";
import { DesksDrawing } from "../../../interface/components/desks-drawing.tsx";
import { Icon } from "../../../interface/components/icon.tsx";
import { NorwayMap } from "../../../interface/components/norway-map.tsx";
import { SeatsWithWords } from "../../../interface/components/seats.tsx";
import { capital, excerpt, inWords, inWordsFirst, longDay, number, placeName, weekday } from "../../../interface/format.ts";
import { liveMap, Page, useShell } from "../../../interface/page.tsx";
import { visitOf } from "../../../interface/visit.ts";
import type { Language } from "../../../platform/language/language.ts";
import { dayIn, isDay, weekdayOf } from "../../../platform/time/day.ts";
import type { HireApi } from "../../hires/routes.ts";
import { AmenityList, Contact, HouseRules, OpeningHours, OpenToday, PhotoGallery, textIn } from "../../spaces/parts.ts";
import type { SpaceApi } from "../../spaces/routes.ts";
import type { ExchangeApi } from "../routes.ts";
import { doorOf } from "./parts/seats-of-day.ts";
import { spaceFacts } from "./parts/space-facts.ts";
import { passWords } from "./words/pass-words.ts";

const daysShown = "21";

export async function loader(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const id = given.params.space ?? "";
  const [space, hireOffer, ahead] = await Promise.all([
    read(client<SpaceApi>(visit).spaces[":id"].$get({ param: { id } })),
    read(client<HireApi>(visit).spaces[":id"]["hire-offer"].$get({ param: { id } })),
    read(client<ExchangeApi>(visit).spaces[":id"]["guest-days"].$get({ param: { id }, query: { days: daysShown } })),
  ]);
  const asked = new URL(given.request.url).searchParams.get("day") ?? "";
  const days = ahead.items.filter(({ day, guestSeats }) => guestSeats > 0 || weekdayOf(day) <= 5).slice(0, 10);
  const today = dayIn(visit.now, space.timeZone);
  const usual = days.find(({ day, guestSeatsLeft }) => day > today && guestSeatsLeft > 0) ?? days.find(({ guestSeats }) => guestSeats > 0);
  const chosen = days.find(({ day, guestSeats }) => isDay(asked) && day === asked && guestSeats > 0) ?? usual;
  return { space, days, chosen, askFirst: ahead.askFirst, isHiredOut: hireOffer.abilities.ask };
}

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function SpacePage() {
  const { space, days, chosen, askFirst, isHiredOut } = useLoaderData<typeof loader>();
  const shell = useShell();
  const { language } = shell;
  const text = passWords[language];
  const about = textIn(space.descriptions, language);
  const welcome = textIn(space.guestWelcome, language);
  const official = placeName(space.municipality.name ?? "");
  const town = space.town ?? official;
  const title = [space.name, town].filter(Boolean).join(", ");
  return (
    <Page
      title={title}
      description={excerpt(about?.text ?? text.description(title))}
      path={`/spaces/${space.slug}`}
      image={space.photos[0]?.large}
      area={{ kind: "public" }}
      facts={spaceFacts(space, about?.text, shell)}
    >
      <div className="frame">
        <Crumbs trail={[{ label: text.spaces, href: `/${language}/spaces` }, { label: space.name }]} language={language} />
        <div className="page-head">
          <div>
            <h1 className="display">{space.name}</h1>
            <p className="lead">
              {official || town}
              {about && <span lang={about.language === language ? undefined : about.language}>. {about.text}</span>}
            </p>
            {space.abilities.edit && (
              <p>
                <a href={`/${language}/spaces/${space.slug}/settings`}>{text.settings}</a>
              </p>
            )}
          </div>
          <ul className="facts">
            <li>
              <Icon name="clock" />
              <span>
                <OpenToday space={space} language={language} />
              </span>
            </li>
            <li>
              <Icon name="check" />
              <span>{askFirst ? text.asksFirst : text.atOnce}</span>
            </li>
          </ul>
        </div>
        <div className="columns page-end">
          <div className="stack">
            <PhotoGallery photos={space.photos} language={language} />
            {chosen && (
              <DesksDrawing desks={space.desks} guestSeats={chosen.guestSeats} free={chosen.guestSeatsLeft}>
                {text.desksDrawn({
                  desks: number(space.desks, language),
                  guests: inWords(chosen.guestSeats, language),
                  free: inWordsFirst(chosen.guestSeatsLeft, language),
                  isOne: chosen.guestSeatsLeft === 1,
                  day: weekday(chosen.day, language),
                })}
              </DesksDrawing>
            )}
            {space.amenities.length > 0 && (
              <section aria-labelledby="here" className="stack">
                <h2 id="here">{text.whatIsHere}</h2>
                <AmenityList keys={space.amenities} language={language} />
              </section>
            )}
            <section aria-labelledby="guests" className="stack">
              <h2 id="guests">{text.forGuests}</h2>
              {welcome && <p lang={welcome.language === language ? undefined : welcome.language}>{welcome.text}</p>}
              <p className="soft">{text.howToGetIn}</p>
            </section>
            {isHiredOut && (
              <p>
                <a href={`/${language}/spaces/${space.slug}/request`}>{text.hireRoom}</a>
              </p>
            )}
          </div>
          <BookDay space={space} days={days} chosen={chosen} askFirst={askFirst} language={language} />
        </div>
      </div>
      <div className="band section">
        <div className="frame three">
          <section aria-labelledby="way" className="stack">
            <h2 id="way">{text.findWay}</h2>
            <p>{[space.address, [space.postcode, town].filter(Boolean).join(" ")].filter(Boolean).join(", ")}</p>
            <NorwayMap
              title={text.mapTitle(space.name)}
              caption={text.mapCaption}
              live={liveMap(shell)}
              points={[
                {
                  id: space.slug,
                  latitude: space.latitude,
                  longitude: space.longitude,
                  name: space.name,
                  amount: "",
                  words: `${space.name}, ${town}`,
                  isLit: true,
                },
              ]}
            />
          </section>
          <section aria-labelledby="hours" className="stack">
            <h2 id="hours">{text.hours}</h2>
            <OpeningHours space={space} language={language} />
            <h3>{text.contact}</h3>
            <Contact contact={space.contact} language={language} />
            {!shell.actor && (
              <p className="small">
                {text.memberHere} <a href={`/${language}/sign-in/code?space=${space.slug}`}>{text.getCode}</a>
              </p>
            )}
          </section>
          <section aria-labelledby="rules" className="stack">
            <h2 id="rules">{text.rules}</h2>
            <HouseRules space={space} language={language} />
          </section>
        </div>
      </div>
    </Page>
  );
}

function BookDay({
  space,
  days,
  chosen,
  askFirst,
  language,
}: Pick<Loaded, "space" | "days" | "chosen" | "askFirst"> & { language: Language }) {
  const text = passWords[language];
  const words = (day: Loaded["days"][number]) =>
    day.guestSeats === 0 ? text.closed : day.guestSeatsLeft === 0 ? text.fullNone : text.freeCount(String(day.guestSeatsLeft));
  return (
    <section className="lit-room book-day" aria-labelledby="book">
      <h2 id="book">{text.comeAndWork}</h2>
      {chosen ? (
        <>
          <DayChooser
            days={days.map((day) => ({ date: day.day, state: doorOf({ ...day, askFirst }), words: words(day) }))}
            chosen={chosen.day}
            hrefOf={(day) => `/${language}/spaces/${space.slug}?day=${day}#book`}
            language={language}
          />
          <h3>{capital(longDay(chosen.day, language))}</h3>
          {chosen.guestSeatsLeft > 0 ? (
            <SeatsWithWords free={chosen.guestSeatsLeft} seats={chosen.guestSeats} language={language} />
          ) : (
            <p>{chosen.waiting > 0 ? text.full(inWordsFirst(chosen.waiting, language)) : text.fullNone}</p>
          )}
          <a className="button lit full" href={`/${language}/spaces/${space.slug}/claim?day=${chosen.day}`}>
            {actionWords()} <Icon name="arrow-right" />
          </a>
        </>
      ) : (
        <p>{text.noGuests}</p>
      )}
    </section>
  );

  function actionWords(): string {
    const day = weekday(chosen?.day ?? "", language);
    if (chosen?.guestSeatsLeft === 0) return text.joinList(day);
    return askFirst ? text.askHost(day) : text.take(day);
  }
}

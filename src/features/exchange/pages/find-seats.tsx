import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { DayTabs } from "../../../interface/components/day-tabs.tsx";
import { DrawingLegend } from "../../../interface/components/drawing-legend.tsx";
import { House } from "../../../interface/components/house.tsx";
import { Icon } from "../../../interface/components/icon.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { Steps } from "../../../interface/components/steps.tsx";
import { factsOf, homeOf, networkFacts, siteFacts } from "../../../interface/facts.ts";
import { clock, inWords, inWordsFirst, longDay, number, placeName, relativeDay, shortDay, weekday } from "../../../interface/format.ts";
import { MemberDock } from "../../../interface/navigation/member-dock.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import type { Language } from "../../../platform/language/language.ts";
import { loadSeats } from "./find-seats-loader.ts";
import { Finder } from "./parts/finder.tsx";
import { Hits } from "./parts/hits.tsx";
import { doorOf, wordsOf } from "./parts/seats-of-day.ts";
import { findWords } from "./words/find-words.ts";

export const loader = (given: LoaderFunctionArgs) => loadSeats(given);

type Found = Awaited<ReturnType<typeof loadSeats>>;
type Seats = NonNullable<Found["house"]>[number];

export default function FindSeats() {
  const found = useLoaderData<typeof loader>();
  const shell = useShell();
  const { language } = shell;
  const text = findWords[language];
  const { network, search, house } = found;
  if (!network || !house) {
    return (
      <Page title={text.empty} area={{ kind: "public" }} current="find">
        <div className="frame section">
          <StatePane state="empty" title={text.empty} level={1}>
            <p>{found.isSetUp ? text.emptyText : text.setUpText}</p>
            {!found.isSetUp && (
              <p>
                <a className="button lit" href={`/${language}/operations/setup`}>
                  {text.setUp} <Icon name="arrow-right" />
                </a>
              </p>
            )}
          </StatePane>
        </div>
      </Page>
    );
  }
  const title = text.where(dayInTitle(search.day, found.today, language));
  if (house.length === 0) return <NoHouses network={network} language={language} />;
  const home = homeOf(network, shell);
  return (
    <Page
      title={title}
      description={text.description(network.name)}
      path={home}
      image={network.logo?.large}
      area={{ kind: "public", network }}
      current="find"
      facts={factsOf(...(home === "" ? siteFacts(network, shell) : [networkFacts(network, shell)]))}
    >
      <div className="frame hero">
        <h1 className="display">{title}</h1>
        <p className="lead">
          {text.lead({ houses: inWordsFirst(house.length, language, "neuter"), days: daysInWords(found.daysPerMonth, language) })}
        </p>
        <Finder search={search} ahead={found.ahead} today={found.today} language={language} />
        <p className="small">
          {text.room} <a href={`/${language}/find`}>{text.roomLink}</a>
        </p>
      </div>
      <Plan found={found} house={house} language={language} />
      <Hits found={found} language={language} />
      <section className="lined" aria-labelledby="how">
        <div className="frame section">
          <h2 id="how">{text.how}</h2>
          <Steps steps={text.steps} />
        </div>
      </section>
      <section className="join" aria-labelledby="join">
        <div className="frame">
          <div>
            <h2 id="join">{text.join}</h2>
            <p>{text.joinText}</p>
          </div>
          <a className="button" href={`/${language}/networks/${network.slug}/${found.hasAgreement ? "agreement" : "about"}`}>
            {found.hasAgreement ? text.joinLink : text.aboutLink} <Icon name="arrow-right" />
          </a>
        </div>
      </section>
      {shell.actor && <MemberDock current="find" />}
    </Page>
  );
}

/** A network that has no house with guests yet: nothing to find, but somebody to ask. */
function NoHouses({ network, language }: { network: { slug: string; name: string }; language: Language }) {
  const text = findWords[language];
  return (
    <Page title={network.name} description={text.description(network.name)} area={{ kind: "public", network }} current="find">
      <div className="frame section">
        <StatePane state="empty" title={text.noHouses(network.name)} level={1}>
          <p>{text.noHousesText}</p>
          <p>
            <a className="button" href={`/${language}/networks/${network.slug}/about`}>
              {text.aboutLink} <Icon name="arrow-right" />
            </a>
          </p>
        </StatePane>
      </div>
    </Page>
  );
}

function Plan({ found, house, language }: { found: Found; house: Seats[]; language: Language }) {
  const text = findWords[language];
  const { search, network, tabs = [] } = found;
  const free = house.reduce((sum, { guestSeatsLeft }) => sum + guestSeatsLeft, 0);
  const open = house.filter(({ guestSeatsLeft }) => guestSeatsLeft > 0).length;
  const count = (value: number) => inWords(value, language, "neuter");
  const heading =
    free === 0
      ? text.allShut
      : text.free({
          seats: inWordsFirst(free, language),
          isOne: free === 1,
          houses: count(open),
          all: count(house.length),
          isAll: open === house.length && open > 1,
        });
  const rooms = house.map((space) => ({
    name: space.name,
    href: `/${language}/spaces/${space.slug}?day=${search.day}`,
    town: space.town === space.municipality ? placeName(space.municipalityName) : space.town,
    latitude: space.latitude,
    longitude: space.longitude,
    seatsFree: space.guestSeatsLeft,
    seats: space.guestSeats,
    state: doorOf(space),
    words: wordsOf(space, search.day, language),
  }));
  return (
    <section className="frame" aria-labelledby="plan">
      <div className="section-head">
        <h2 id="plan">{heading}</h2>
      </div>
      <DayTabs
        label={text.day}
        days={tabs.map(({ day, guestSeatsLeft }) => ({
          href: `/${language}/networks/${network?.slug}?${new URLSearchParams({ day, near: search.near, seats: String(search.seats) })}`,
          date: shortDay(day, language),
          words: text.freeOnDay({ count: number(guestSeatsLeft, language), isOne: guestSeatsLeft === 1 }),
          isCurrent: day === search.day,
        }))}
      />
      <House rooms={rooms} day={longDay(search.day, language)} language={language} />
      <DrawingLegend language={language} />
      <p className="fine soft">
        {text.updated(clock(Temporal.Instant.from(found.updatedAt).toZonedDateTimeISO("Europe/Oslo").toPlainTime()))}
      </p>
    </section>
  );
}

function daysInWords(daysPerMonth: number | undefined, language: Language): string | undefined {
  return daysPerMonth === undefined ? undefined : inWords(daysPerMonth, language);
}

function dayInTitle(day: string, today: string, language: Language): string {
  const near = relativeDay(day, today, language);
  const isNear = Temporal.PlainDate.from(today).until(day).days <= 1;
  return isNear ? near : findWords[language].onDay(weekday(day, language));
}

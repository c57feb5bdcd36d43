import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { DoorWithWords } from "../../../interface/components/door.tsx";
import { Downloads } from "../../../interface/components/downloads.tsx";
import { NorwayMap } from "../../../interface/components/norway-map.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { factsOf, homeOf, listFacts } from "../../../interface/facts.ts";
import { inWordsFirst, longDay, placeName } from "../../../interface/format.ts";
import { liveMap, Page, useShell } from "../../../interface/page.tsx";
import { askedNetwork, visitOf } from "../../../interface/visit.ts";
import { dayIn } from "../../../platform/time/day.ts";
import type { ExchangeApi } from "../routes.ts";
import { openDays } from "./parts/open-days.ts";
import { doorOf, wordsOf } from "./parts/seats-of-day.ts";
import { findWords } from "./words/find-words.ts";
import { publicWords } from "./words/public-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const today = dayIn(visit.now, "Europe/Oslo");
  const network = await askedNetwork(visit, given.params.network);
  const exchange = client<ExchangeApi>(visit);
  const day = network ? await nextOpenDay(network.slug) : today;
  const cursor = new URL(given.request.url).searchParams.get("cursor") ?? undefined;
  const found = await read(exchange.spaces.$get({ query: { network: network?.slug, day, limit: "200", cursor } }));
  const isWhole = cursor === undefined && found.nextCursor === null;
  return { day, isToday: day === today, spaces: found.items, nextCursor: found.nextCursor, network, isWhole };

  async function nextOpenDay(id: string): Promise<string> {
    const ahead = await read(exchange.networks[":id"]["guest-days"].$get({ param: { id }, query: { from: today, days: "14" } }));
    return openDays(ahead.items, today)[0] ?? today;
  }
}

/** All houses of the network, in Norwegian order of names, on the next day they are open. */
export default function Spaces() {
  const { day, isToday, spaces, nextCursor, network, isWhole } = useLoaderData<typeof loader>();
  const shell = useShell();
  const { language } = shell;
  const text = publicWords[language];
  if (spaces.length === 0) {
    return (
      <Page
        title={text.spaces}
        description={text.spacesDescription(network?.name ?? shell.name)}
        path={network && `${homeOf(network, shell)}/spaces`}
        area={{ kind: "public", ...(network && { network }) }}
        current="spaces"
      >
        <div className="frame section">
          <StatePane state="empty" title={text.noSpaces} level={1}>
            <p>{findWords[language].noHousesText}</p>
          </StatePane>
        </div>
      </Page>
    );
  }
  const lines = spaces.map(({ name, slug }) => ({ name, path: `/spaces/${slug}` }));
  return (
    <Page
      title={text.spaces}
      description={text.spacesDescription(network?.name ?? shell.name)}
      path={network && `${homeOf(network, shell)}/spaces`}
      area={{ kind: "public", ...(network && { network }) }}
      current="spaces"
      facts={isWhole ? factsOf(listFacts(text.spaces, lines, lines.length, shell)) : undefined}
    >
      <div className="frame section finds">
        <div className="stack">
          <h1>{text.spaces}</h1>
          <p className="lead">
            {text.spacesLead(inWordsFirst(spaces.length, language, "neuter"))}{" "}
            {isToday ? text.seatsToday : text.seatsOn(longDay(day, language))}
          </p>
          <ul className="lines houses">
            {spaces.map((space) => (
              <li key={space.id}>
                <h2 className="h3">
                  <a href={`/${language}/spaces/${space.slug}`}>{space.name}</a>
                </h2>
                <p className="small soft">{space.town === space.municipality ? placeName(space.municipalityName) : space.town}</p>
                <p className="small">
                  <DoorWithWords state={doorOf(space)} language={language}>
                    {wordsOf(space, day, language)}
                  </DoorWithWords>
                </p>
              </li>
            ))}
          </ul>
          {nextCursor && (
            <p>
              <a href={`?cursor=${encodeURIComponent(nextCursor)}`}>{findWords[language].more}</a>
            </p>
          )}
          {network === undefined ? (
            <Downloads path="/spaces" language={language} />
          ) : (
            <Downloads path={`/networks/${network.slug}/spaces`} filters={{ day }} language={language} />
          )}
        </div>
        <NorwayMap
          title={findWords[language].mapTitle(longDay(day, language))}
          caption={findWords[language].mapCaption}
          live={liveMap(shell)}
          points={spaces.map((space) => ({
            id: space.slug,
            latitude: space.latitude,
            longitude: space.longitude,
            name: space.town,
            amount: space.guestSeats === 0 ? "–" : String(space.guestSeatsLeft),
            words: `${space.name}, ${space.town}: ${wordsOf(space, day, language)}`,
            isLit: space.guestSeatsLeft > 0,
            href: `/${language}/spaces/${space.slug}`,
          }))}
        />
      </div>
    </Page>
  );
}

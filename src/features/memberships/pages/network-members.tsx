import { type LoaderFunctionArgs, useLoaderData, useLocation } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { Downloads } from "../../../interface/components/downloads.tsx";
import { Logo } from "../../../interface/components/logo.tsx";
import { type MapPoint, NorwayMap } from "../../../interface/components/norway-map.tsx";
import { ShowMore } from "../../../interface/components/show-more.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { factId, factsOf, networkFacts } from "../../../interface/facts.ts";
import { dateWithYear, inWordsFirst, list, number } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { visitOf } from "../../../interface/visit.ts";
import { memberMessages } from "../member-messages.ts";
import type { MembershipApi } from "../routes.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const cursor = new URL(given.request.url).searchParams.get("cursor");
  return read(
    client<MembershipApi>(visit).networks[":slug"].members.$get({
      param: { slug: given.params.network ?? "" },
      query: { limit: "200", ...(cursor && { cursor }) },
    }),
  );
}

// a place is neuter in Bokmål and masculine in Nynorsk
const gender = { nb: "neuter", nn: "masculine", en: undefined } as const;

type Member = Awaited<ReturnType<typeof loader>>["items"][number];

/** Who makes up a network, for everyone: on the map and in a list. */
export default function NetworkMembers() {
  const { network, items, nextCursor } = useLoaderData<typeof loader>();
  const shell = useShell();
  const { language, origin } = shell;
  const { pathname } = useLocation();
  const text = memberMessages[language];
  const points = pointsOf(items, language);
  const member = items.map(({ slug, name, website }) => ({
    "@type": "Organization",
    "@id": factId("organizations", slug, shell),
    name,
    url: website ?? `${origin}/${language}/organizations/${slug}`,
  }));
  return (
    <Page
      title={text.members}
      description={text.publicAbout(network.name)}
      path={`/networks/${network.slug}/members`}
      area={{ kind: "public", network }}
      current="members"
      facts={factsOf({ ...networkFacts(network, shell), ...(member.length > 0 && { member }) })}
    >
      <div className="frame">
        <div className="page-head">
          <div>
            <h1>{text.members}</h1>
            <p className="lead">
              {text.publicLead({
                count: inWordsFirst(items.length, language, gender[language]),
                isOne: items.length === 1,
                name: network.name,
              })}
            </p>
          </div>
        </div>
        <div className="reading page-end">
          <section aria-label={text.members}>
            {items.length === 0 && (
              <StatePane state="empty" title={text.nobodyPublic}>
                <p>
                  <a href={`/${language}/networks/${network.slug}/about`}>{text.aboutNetwork}</a>
                </p>
              </StatePane>
            )}
            <ul className="plain-list">
              {items.map(({ organizationId, slug, name, municipality, from, logo }) => (
                <li key={organizationId} className={logo ? "with-logo" : undefined}>
                  <div>
                    <a href={`/${language}/organizations/${slug}`}>{name}</a>
                    <p className="small soft">{[municipality, text.since(dateWithYear(from, language))].filter(Boolean).join(", ")}</p>
                  </div>
                  {logo && <Logo logo={logo} name="" />}
                </li>
              ))}
            </ul>
            <ShowMore cursor={nextCursor} to={(cursor) => `${pathname}?cursor=${cursor}`} language={language} />
            {items.length > 0 && <Downloads path={`/networks/${network.slug}/members`} language={language} />}
          </section>
          {points.length > 0 && (
            <section className="stack" aria-labelledby="map">
              <h2 id="map">{text.onMap}</h2>
              <NorwayMap points={points} title={text.mapTitle(network.name)} caption={text.mapCaption} />
            </section>
          )}
        </div>
      </div>
    </Page>
  );
}

/** One square per municipality, with the number of members that are there. */
function pointsOf(members: readonly Member[], language: "nb" | "nn" | "en"): MapPoint[] {
  const placed = members.flatMap((member) =>
    member.latitude === null || member.longitude === null ? [] : [{ ...member, latitude: member.latitude, longitude: member.longitude }],
  );
  const places = Map.groupBy(placed, ({ municipality, latitude, longitude }) => municipality ?? `${latitude} ${longitude}`);
  return [...places].map(([place, here]) => {
    const [first] = here;
    const name = first?.municipality ?? first?.name ?? "";
    return {
      id: place,
      latitude: first?.latitude ?? 0,
      longitude: first?.longitude ?? 0,
      name,
      amount: number(here.length, language),
      words: `${name}: ${list(
        here.map((member) => member.name),
        language,
      )}`,
      isLit: true,
    };
  });
}

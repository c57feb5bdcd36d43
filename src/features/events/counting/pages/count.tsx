import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../../interface/api-client.ts";
import { Crumbs } from "../../../../interface/components/crumbs.tsx";
import { DataTable } from "../../../../interface/components/data-table.tsx";
import { ShowMore } from "../../../../interface/components/show-more.tsx";
import { StatePane } from "../../../../interface/components/state-drawing.tsx";
import { number } from "../../../../interface/format.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { signedIn } from "../../../../interface/visit.ts";
import { dayIn } from "../../../../platform/time/day.ts";
import { textIn } from "../../../spaces/parts.ts";
import { momentInWords } from "../../pages/event-times.ts";
import { registrationsWords } from "../../pages/registrations-words.ts";
import type { EventApi } from "../../routes.ts";
import { type OpenedCount, openedCounts } from "../opened-counts.ts";
import type { CountApi } from "../routes.ts";
import { countWords } from "./count-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const [id, asked] = [given.params.event ?? "", given.params.count ?? ""];
  const count = openedCounts.find((one) => one === asked);
  if (!count) throw new Response(null, { status: 404 });
  const cursor = new URL(given.request.url).searchParams.get("cursor") ?? undefined;
  const [event, counts, list] = await Promise.all([
    read(client<EventApi>(visit).events[":id"].$get({ param: { id } })),
    read(client<EventApi>(visit).events[":id"].counts.$get({ param: { id } })),
    read(client<CountApi>(visit).events[":id"].counts[":count"].$get({ param: { id, count }, query: { limit: "200", cursor } })),
  ]);
  return { event, counts, list, count, isWhole: !cursor && !list.nextCursor, today: dayIn(visit.now, event.timeZone) };
}

/** What one count of an event is made of: as many rows as it says. */
export default function CountRows() {
  const { event, counts, list, count, isWhole, today } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = countWords[language];
  const name = textIn(event.title, language)?.text ?? "";
  const path = `/${language}/events/${event.slug}`;
  const figure = figureOf(count, counts);
  const sum = (of: "places" | "came") =>
    number(
      list.items.reduce((total, row) => total + row[of], 0),
      language,
    );
  const isOfTickets = count === "checked-in" || count === "no-shows";
  return (
    <Page title={`${text.titles[count]} · ${name}`} area={{ kind: "public" }} current="events">
      <div className="frame section stack">
        <Crumbs
          trail={[
            { label: name, href: path },
            { label: registrationsWords[language].title, href: `${path}/registrations` },
            { label: text.titles[count] },
          ]}
          language={language}
        />
        <h1>{figure === null ? text.titles[count] : `${text.titles[count]}: ${number(figure, language)}`}</h1>
        <p className="lead">{text.defined[count]}</p>
        {list.items.length === 0 ? (
          <StatePane state="empty" title={figure === null ? text.notYet : text.none}>
            {figure !== null && <p>{text.noneAbout}</p>}
          </StatePane>
        ) : (
          <>
            {isWhole && <p>{text.sum({ count: number(list.items.length, language), places: sum("places"), came: sum("came") })}</p>}
            <DataTable
              caption={text.titles[count]}
              isCaptionHidden
              rows={list.items}
              keyOf={({ id }) => id}
              columns={[
                { label: text.who, isHeading: true, cell: (row) => row.name ?? text.nameLater },
                ...(count === "organizations" ? [] : [{ label: text.organization, cell: (row: Row) => row.organization ?? "–" }]),
                ...(isOfTickets
                  ? [{ label: text.ticket, cell: (row: Row) => (row.ticket ? `${row.ticket.kind}, ${row.ticket.code}` : "") }]
                  : [
                      { label: text.places, isNumeric: true, cell: (row: Row) => number(row.places, language) },
                      { label: text.came, isNumeric: true, cell: (row: Row) => number(row.came, language) },
                    ]),
                ...(count === "checked-in"
                  ? [
                      {
                        label: text.at,
                        cell: ({ checkedInAt }: Row) =>
                          checkedInAt === null ? "" : momentInWords(checkedInAt, { timeZone: event.timeZone, today, language }),
                      },
                    ]
                  : []),
              ]}
            />
          </>
        )}
        <ShowMore cursor={list.nextCursor} language={language} />
      </div>
    </Page>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;
type Row = Loaded["list"]["items"][number];

function figureOf(count: OpenedCount, { people, organizations, checkedIn, noShows }: Loaded["counts"]): number | null {
  return { people, organizations, "checked-in": checkedIn, "no-shows": noShows }[count];
}

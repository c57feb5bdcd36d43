import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { DataTable } from "../../../interface/components/data-table.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { list } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { dayIn } from "../../../platform/time/day.ts";
import type { SpaceApi } from "../../spaces/routes.ts";
import type { HireState } from "../hire.ts";
import type { HireApi } from "../routes.ts";
import { hireWords } from "./hire-words.ts";
import { shortTimesOf } from "./parts/hire-times.ts";

// what waits for the house comes first
const shownStates: HireState[] = ["asked", "quoted", "accepted", "lapsed", "completed", "cancelled", "declined", "withdrawn"];

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.space ?? "" };
  const cursor = new URL(given.request.url).searchParams.get("cursor") ?? undefined;
  const [space, offer, hires] = await Promise.all([
    read(client<SpaceApi>(visit).spaces[":id"].$get({ param })),
    read(client<HireApi>(visit).spaces[":id"]["hire-offer"].$get({ param })),
    read(client<HireApi>(visit).spaces[":id"].hires.$get({ param, query: { limit: "100", cursor } })),
  ]);
  return { space, isOpen: offer.abilities.ask, hires: hires.items, nextCursor: hires.nextCursor, today: dayIn(visit.now, space.timeZone) };
}

/** What others than members have asked to hire, state by state. */
export default function Hires() {
  const { space, isOpen, hires, nextCursor, today } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = hireWords[language];
  const path = `/${language}/spaces/${space.slug}`;
  return (
    <Page title={text.hires} area={{ kind: "manager", space }} current="calendar">
      <div className="frame page-end">
        <div className="page-head">
          <div>
            <h1>{text.hires}</h1>
            <p className="lead">{text.hiresLead}</p>
          </div>
          <ul className="chips">
            <li>
              <a className="chip" href={`${path}/hires/offer`}>
                {text.offer}
              </a>
            </li>
            {isOpen && (
              <li>
                <a className="chip" href={`${path}/request`}>
                  {text.openRequest}
                </a>
              </li>
            )}
          </ul>
        </div>
        <div className="stack hire-list">
          {hires.length === 0 && (
            <StatePane state="empty" title={text.none}>
              <p>{isOpen ? text.noneAbout : text.notOpenAbout}</p>
              {!isOpen && (
                <p>
                  <a className="button lit" href={`${path}/hires/offer`}>
                    {text.openUp}
                  </a>
                </p>
              )}
            </StatePane>
          )}
          {shownStates.map((state) => {
            const rows = hires.filter((hire) => hire.state === state);
            if (rows.length === 0) return null;
            return (
              <section key={state} className="stack">
                <h2>
                  {text.states[state]} <span className="count">{rows.length}</span>
                </h2>
                <DataTable
                  caption={text.states[state]}
                  isCaptionHidden
                  rows={rows}
                  keyOf={({ id }) => id}
                  columns={[
                    { label: text.what, isHeading: true, cell: ({ id, purpose }) => <a href={`${path}/hires/${id}`}>{purpose}</a> },
                    { label: text.who, cell: ({ organizationName, contactName }) => organizationName ?? contactName },
                    {
                      label: text.rooms,
                      cell: ({ rooms }) =>
                        list(
                          rooms.map(({ name }) => name),
                          language,
                        ),
                    },
                    { label: text.when, cell: (hire) => shortTimesOf({ ...hire, space }, today, language) },
                    { label: text.people, isNumeric: true, cell: ({ people }) => String(people) },
                  ]}
                />
              </section>
            );
          })}
          {nextCursor && (
            <p>
              <a className="button" href={`?cursor=${encodeURIComponent(nextCursor)}`}>
                {text.more}
              </a>
            </p>
          )}
        </div>
      </div>
    </Page>
  );
}

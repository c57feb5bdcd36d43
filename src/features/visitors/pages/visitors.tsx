import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { DataTable } from "../../../interface/components/data-table.tsx";
import { Icon } from "../../../interface/components/icon.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { ShowMore } from "../../../interface/components/show-more.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { longDay } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { holdsRole } from "../../../platform/access/actor.ts";
import type { Language } from "../../../platform/language/language.ts";
import { addDays, dayIn, isDay } from "../../../platform/time/day.ts";
import type { SpaceApi } from "../../spaces/routes.ts";
import type { VisitorApi } from "../routes.ts";
import { carryOutVisit, readDid } from "./carry-out-visit.ts";
import { type ShownVisit, stateInWords, timeIn, VisitActs } from "./parts/visit-row.tsx";
import { visitorWords } from "./words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.space ?? "" };
  const { searchParams } = new URL(given.request.url);
  const space = await read(client<SpaceApi>(visit).spaces[":id"].$get({ param }));
  const today = dayIn(visit.now, space.timeZone);
  const asked = searchParams.get("day") ?? "";
  const day = isDay(asked) ? asked : today;
  const cursor = searchParams.get("cursor");
  const query = { day, limit: "100", ...(cursor && { cursor }) };
  const visits = await read(client<VisitorApi>(visit).spaces[":id"].visits.$get({ param, query }));
  const isManager = holdsRole(visit.actor, "manager", space.organization.id);
  return { space: { slug: space.slug, name: space.name, id: space.id }, today, day, visits, isManager, did: readDid(searchParams) };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const { did, problem } = await carryOutVisit(visit, await given.request.formData());
  if (problem) return data({ problem }, { status: problem.status });
  const day = new URL(given.request.url).searchParams.get("day");
  const query = new URLSearchParams({ ...(day && { day }), did });
  throw redirect(`/${visit.language}/spaces/${given.params.space}/visitors?${query}`, 303);
}

/** The desk's list of a day's visitors, live. */
export default function Visitors() {
  const { space, today, day, visits, isManager, did } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { language } = useShell();
  const text = visitorWords[language];
  const title = day === today ? text.dayTitle : text.ofDay(longDay(day, language));
  const path = `/${language}/spaces/${space.slug}/visitors`;
  return (
    <Page title={title} area={{ kind: isManager ? "manager" : "host", space }} current="today" scripts={["visitors"]}>
      <div className="frame" data-visitors={`/api/v1/spaces/${space.id}/visits/events`}>
        <div className="page-head">
          <div>
            <h1>{title}</h1>
            <p className="lead">{text.dayLead}</p>
          </div>
          <a className="button lit" href={`${path}/new`}>
            <Icon name="plus" /> {text.announce}
          </a>
        </div>
        <nav aria-label={text.days} className="day-links">
          <a className="chip" href={`${path}?day=${addDays(day, -1)}`}>
            <Icon name="arrow-left" /> {text.previousDay}
          </a>
          {day !== today && (
            <a className="chip" href={path}>
              {text.toToday}
            </a>
          )}
          <a className="chip" href={`${path}?day=${addDays(day, 1)}`}>
            {text.nextDay} <Icon name="arrow-right" />
          </a>
        </nav>
        {outcome?.problem && (
          <Notice kind="wrong" role="alert" title={text.couldNot}>
            <p>{outcome.problem.title}</p>
          </Notice>
        )}
        {did && !outcome && <Notice kind="good" role="status" title={text.did[did]} />}
        <div data-live className="stack">
          {visits.items.length === 0 ? (
            <StatePane state="empty" title={text.noneToday}>
              <p>{text.noneTodayAbout}</p>
            </StatePane>
          ) : (
            <VisitTable visits={visits.items} caption={title} language={language} />
          )}
        </div>
        <ShowMore cursor={visits.nextCursor} to={(cursor) => `?${new URLSearchParams({ day, cursor })}`} language={language} />
        <p className="section-s">
          <a href={`${path}/inside`}>{text.insideNow}</a>
          {isManager && (
            <>
              {" · "}
              <a href={`${path}/terms`}>{text.terms}</a>
            </>
          )}
        </p>
      </div>
    </Page>
  );
}

function VisitTable({ visits, caption, language }: { visits: ShownVisit[]; caption: string; language: Language }) {
  const text = visitorWords[language];
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      rows={visits}
      keyOf={({ id }) => id}
      columns={[
        {
          label: text.visitor,
          isHeading: true,
          cell: ({ name, organization }) => (
            <>
              {name}
              {organization && <span className="small soft"> {organization}</span>}
            </>
          ),
        },
        { label: text.expected, cell: ({ expectedAt, space }) => timeIn(expectedAt, space.timeZone) },
        { label: text.whomShort, cell: ({ visited, booking }) => [visited?.name ?? "–", booking?.room].filter(Boolean).join(", ") },
        { label: text.state, cell: (visit) => stateInWords(visit, language) },
        { label: text.action, isAction: true, cell: (visit) => <VisitActs visit={visit} language={language} /> },
      ]}
    />
  );
}

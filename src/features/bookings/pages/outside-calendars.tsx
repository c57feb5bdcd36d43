import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { client, read, readAll } from "../../../interface/api-client.ts";
import { ErrorSummary, errorSummaryId } from "../../../interface/components/error-summary.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { dayIn } from "../../../platform/time/day.ts";
import type { ResourceApi, SpaceApi } from "../../spaces/index.ts";
import type { OutsideCalendarApi } from "../outside/routes.ts";
import { carryOutOutside, errorsOf } from "./outside/carry-out-outside.ts";
import { ConflictList } from "./outside/conflict-list.tsx";
import { ConnectForm } from "./outside/connect-form.tsx";
import { ConnectedCalendars } from "./outside/connected-calendars.tsx";
import { outsideWords } from "./outside/outside-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.space ?? "" };
  const of = client<OutsideCalendarApi>(visit).spaces[":id"];
  const [space, resources, calendars, conflicts] = await Promise.all([
    read(client<SpaceApi>(visit).spaces[":id"].$get({ param })),
    readAll((page) => client<ResourceApi>(visit).resources.$get({ query: { space: param.id, ...page } })),
    read(of["outside-calendars"].$get({ param })),
    read(of["calendar-conflicts"].$get({ param })),
  ]);
  const rooms = resources.filter(({ kind }) => kind !== "desk_pool").map(({ id, name }) => ({ id, name }));
  const did = new URL(given.request.url).searchParams.get("done");
  return { space, rooms, calendars: calendars.items, conflicts: conflicts.items, did, today: dayIn(visit.now, space.timeZone) };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const outcome = await carryOutOutside(visit, await given.request.formData());
  if ("problem" in outcome) return data(outcome, { status: outcome.problem.status });
  return redirect(`/${visit.language}/spaces/${given.params.space}/outside-calendars?done=${outcome.did}`, 303);
}

/** Which other calendars take time of a house's rooms, where they meet bookings, and a form that connects one more. */
export default function OutsideCalendars() {
  const { space, rooms, calendars, conflicts, did, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = outsideWords[language];
  const path = `/${language}/spaces/${space.slug}`;
  const errors = refused ? errorsOf(refused.problem) : [];
  const labels = refused?.written && { resource: text.room, name: text.name, address: text.address };
  const address = `${path}/outside-calendars#${errorSummaryId}`;
  const said = (text.done as Record<string, string | undefined>)[did ?? ""];
  return (
    <Page title={refused ? `${text.error}: ${text.title}` : text.title} area={{ kind: "manager", space }} current="calendar">
      <div className="frame form-page">
        <div className="stack">
          <div>
            <h1>{text.title}</h1>
            <p className="lead">{text.lead}</p>
          </div>
          <ErrorSummary errors={errors} labels={labels} language={language} />
          {said && !refused && <Notice kind={did === "kept" ? "care" : "good"} role="status" title={said} />}
          <ConflictList conflicts={conflicts} timeZone={space.timeZone} path={path} language={language} />
          {calendars.length === 0 && !refused && (
            <StatePane state="empty" title={text.none}>
              <p>{text.noneAbout}</p>
            </StatePane>
          )}
          {calendars.length > 0 && (
            <section className="stack close" aria-labelledby="connected">
              <h2 id="connected">{text.list}</h2>
              <ConnectedCalendars calendars={calendars} address={address} timeZone={space.timeZone} today={today} language={language} />
            </section>
          )}
          {rooms.length > 0 && (
            <ConnectForm rooms={rooms} action={address} written={refused?.written} errors={errors} language={language} />
          )}
          <p>
            <a href={`${path}/calendar`}>{text.toCalendar}</a>
            <br />
            <a href={`${path}/resources`}>{text.resources}</a>
          </p>
        </div>
      </div>
    </Page>
  );
}

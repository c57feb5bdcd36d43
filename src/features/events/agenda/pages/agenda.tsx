import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { client, read } from "../../../../interface/api-client.ts";
import { Crumbs } from "../../../../interface/components/crumbs.tsx";
import { ErrorSummary } from "../../../../interface/components/error-summary.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { StatePane } from "../../../../interface/components/state-drawing.tsx";
import { oneOf } from "../../../../interface/form-values.ts";
import { capital, clock, longDay } from "../../../../interface/format.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { signedIn } from "../../../../interface/visit.ts";
import { addDays } from "../../../../platform/time/day.ts";
import { textIn } from "../../../spaces/parts.ts";
import { zoned } from "../../pages/event-times.ts";
import type { EventApi } from "../../routes.ts";
import type { AgendaApi } from "../routes.ts";
import { agendaWords } from "./agenda-words.ts";
import { changeAgenda, moveFields } from "./change-agenda-action.ts";
import { SessionForm, sessionLabels } from "./parts/session-form.tsx";
import { SessionLine } from "./parts/session-line.tsx";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const { searchParams } = new URL(given.request.url);
  const param = { id: given.params.event ?? "" };
  const [event, agenda] = await Promise.all([
    read(client<EventApi>(visit).events[":id"].$get({ param })),
    read(client<AgendaApi>(visit).events[":id"].sessions.$get({ param })),
  ]);
  if (!agenda.abilities.change) throw new Response(null, { status: 404 });
  const { slug, title, startsAt, endsAt, timeZone } = event;
  return {
    event: { slug, title, startsAt, timeZone },
    agenda,
    days: daysBetween(zoned(startsAt, timeZone), zoned(endsAt, timeZone)),
    asked: { session: searchParams.get("session") ?? "", day: searchParams.get("day") ?? "" },
    did: searchParams.get("did") ?? "",
  };
}

export function action(given: ActionFunctionArgs) {
  return changeAgenda(given);
}

/** Where those who run an event write its programme: what there is, and one session at a time. */
export default function Agenda() {
  const { event, agenda, days, asked, did } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = agendaWords[language];
  const titleOf = (texts: (typeof agenda.items)[number]["title"]) => textIn(texts, language)?.text ?? "";
  const name = titleOf(event.title);
  const path = `/${language}/events/${event.slug}`;
  const changed = agenda.items.find(({ id }) => id === (refused ? oneOf(refused.written, "session") : asked.session));
  // what was done in the list is told there
  const isOfList = refused !== undefined && Object.keys(refused.written).length === 0;
  const moveLabels = { [moveFields(refused?.move?.session ?? "").from]: text.from };
  const day = days.find((one) => one === asked.day) ?? days[0] ?? "";
  const last = agenda.items.findLast(({ startsAt }) => dayOf(startsAt) === day);
  const begins = zoned(last?.endsAt ?? event.startsAt, event.timeZone);
  return (
    <Page
      title={`${refused ? `${text.error}: ` : ""}${text.programme} · ${name}`}
      area={{ kind: "public" }}
      current="events"
      scripts={["agenda"]}
    >
      <div className="frame section">
        <Crumbs trail={[{ label: name, href: path }, { label: text.programme }]} language={language} />
        <h1>{text.programme}</h1>
        <p className="lead">{text.lead}</p>
        <div className="agenda-columns">
          <section className="stack" aria-label={text.programme} data-agenda>
            {isOfList && <ErrorSummary errors={refused.errors} labels={moveLabels} language={language} />}
            {refused && isOfList && refused.errors.length === 0 && (
              <Notice kind="wrong" role="alert" title={text.couldNot}>
                <p>{refused.problem.title}</p>
              </Notice>
            )}
            {!refused && text.did[did] && <Notice kind="good" role="status" title={text.did[did]} />}
            {agenda.warnings.length > 0 && (
              <Notice kind="care" title={text.warning}>
                <ul>
                  {agenda.warnings.map(({ speaker, sessionIds: [one, other] }) => (
                    <li key={`${speaker} ${one} ${other}`}>
                      {text.isInTwo({ name: speaker, one: sessionTitle(one), other: sessionTitle(other) })}
                    </li>
                  ))}
                </ul>
              </Notice>
            )}
            {agenda.items.length > 0 && (
              <p className="small soft move-keys" id="move-keys">
                {text.moveKeys}
              </p>
            )}
            {agenda.items.length === 0 && (
              <StatePane state="empty" title={text.none}>
                <p>{text.noneAbout}</p>
              </StatePane>
            )}
            {[...Map.groupBy(agenda.items, ({ startsAt }) => dayOf(startsAt))].map(([each, sessions]) => (
              <div key={each} className="stack close">
                <h2>{capital(longDay(each, language))}</h2>
                <ul className="lines">
                  {sessions.map((session) => (
                    <SessionLine
                      key={`${session.id} ${session.version}`}
                      session={session}
                      days={days}
                      timeZone={event.timeZone}
                      path={path}
                      move={refused?.move?.session === session.id ? refused.move : undefined}
                      error={refused?.move?.session === session.id ? refused.errors[0]?.message : undefined}
                      language={language}
                    />
                  ))}
                </ul>
              </div>
            ))}
          </section>
          <section className="stack" id="form" aria-labelledby="form-title">
            <h2 id="form-title">{changed ? text.changeTitle({ title: titleOf(changed.title) }) : text.addTitle}</h2>
            {!isOfList && <ErrorSummary errors={refused?.errors ?? []} labels={sessionLabels(language)} language={language} />}
            {refused && !isOfList && refused.errors.length === 0 && (
              <Notice kind="wrong" role="alert" title={text.couldNot}>
                <p>{refused.problem.title}</p>
              </Notice>
            )}
            {changed && (
              <p>
                <a href={`${path}/agenda#form`}>{text.stopChanging}</a>
              </p>
            )}
            <SessionForm
              key={changed?.id ?? `new-${agenda.items.length}`}
              session={changed}
              next={{ day, from: clock(begins), to: clock(begins.add({ minutes: 45 })) }}
              days={days}
              rooms={agenda.rooms}
              tracks={[...new Set(agenda.items.flatMap(({ track }) => track ?? []))]}
              timeZone={event.timeZone}
              written={refused && Object.keys(refused.written).length > 0 ? refused.written : undefined}
              errors={isOfList ? [] : (refused?.errors ?? [])}
              language={language}
            />
          </section>
        </div>
      </div>
    </Page>
  );

  function dayOf(startsAt: string): string {
    return zoned(startsAt, event.timeZone).toPlainDate().toString();
  }
  function sessionTitle(id: string | undefined): string {
    return titleOf(agenda.items.find((session) => session.id === id)?.title ?? {});
  }
}

// no event has more days than a list can show
const mostDays = 31;

function daysBetween(from: Temporal.ZonedDateTime, until: Temporal.ZonedDateTime): string[] {
  const first = from.toPlainDate().toString();
  const count = Math.min(mostDays, from.toPlainDate().until(until.toPlainDate()).days + 1);
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}

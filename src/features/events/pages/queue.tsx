import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { number } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { softHyphens } from "../../../interface/soft-hyphens.ts";
import { signedIn } from "../../../interface/visit.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { textIn } from "../../spaces/parts.ts";
import type { EventQueueApi } from "../queueing/routes.ts";
import type { EventApi } from "../routes.ts";
import { momentInWords, timesInWords } from "./event-times.ts";
import { eventWords } from "./event-words.ts";
import { QueueStanding } from "./parts/queue-standing.tsx";
import { queueWords } from "./queue-words.ts";

const refreshSeconds = 10;

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.event ?? "" };
  // who looks at the page stands in the queue, and is here
  const { done: standing, problem } = await attempt(client<EventQueueApi>(visit).events[":id"]["queue-place"].$put({ param }));
  const event = await read(client<EventApi>(visit).events[":id"].$get({ param }));
  return { event, standing, problem: problem?.title, today: dayIn(visit.now, event.timeZone) };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const id = given.params.event ?? "";
  await attempt(client<EventQueueApi>(visit).events[":id"]["queue-place"].$delete({ param: { id } }));
  throw redirect(`/${visit.language}/events/${id}`, 303);
}

/** The queue in front of an event: how many stand before one, and what there is left. It renews itself without script. */
export default function Queue() {
  const { event, standing, problem, today } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = queueWords[language];
  const name = textIn(event.title, language)?.text ?? "";
  const path = `/${language}/events/${event.slug}`;
  const isWaiting = standing?.state === "before" || standing?.state === "waiting";
  const ahead = isWaiting ? `${number(standing.ahead ?? 0, language)} · ` : "";
  return (
    <Page title={`${ahead}${text.title} · ${name}`} area={{ kind: "public" }} current="events" scripts={isWaiting ? ["queue"] : []}>
      {isWaiting && (
        <noscript>
          <meta httpEquiv="refresh" content={String(refreshSeconds)} />
        </noscript>
      )}
      <div className="frame">
        <Crumbs
          trail={[{ label: eventWords[language].events, href: `/${language}/events` }, { label: name, href: path }, { label: text.title }]}
          language={language}
        />
        <div className="form-page">
          <div className="stack">
            <h1>{softHyphens(name)}</h1>
            <p className="lead">{timesInWords(event, language)}</p>
            {problem && (
              <Notice kind="care" title={text.notNow}>
                <p>{problem}</p>
                <p>
                  <a href={path}>{text.toEvent}</a>
                </p>
              </Notice>
            )}
            {standing && (
              <QueueStanding
                standing={standing}
                path={path}
                when={(at) => momentInWords(at, { timeZone: event.timeZone, today, language })}
                language={language}
              />
            )}
          </div>
        </div>
      </div>
    </Page>
  );
}

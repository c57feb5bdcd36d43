import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../../interface/api-client.ts";
import { DataTable } from "../../../../interface/components/data-table.tsx";
import { Icon } from "../../../../interface/components/icon.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { ShowMore } from "../../../../interface/components/show-more.tsx";
import { clock, shortDay } from "../../../../interface/format.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { signedIn } from "../../../../interface/visit.ts";
import { messages as webhooks } from "../../webhooks/messages.ts";
import { messages } from "../messages.ts";
import type { JobsApi } from "../routes.ts";

export async function loader(given: LoaderFunctionArgs) {
  const api = client<JobsApi>(signedIn(given));
  const asked = new URL(given.request.url).searchParams;
  const cursor = asked.get("cursor") ?? undefined;
  const [queues, troubled] = await Promise.all([
    read(api["job-queues"].$get()),
    read(api["troubled-jobs"].$get({ query: { limit: "25", ...(cursor && { cursor }) } })),
  ]);
  return { queues: queues.items, troubled, isRetried: asked.has("retried") };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const { problem } = await attempt(client<JobsApi>(visit)["troubled-jobs"][":id"].retry.$put({ param: { id: String(form.get("job")) } }));
  // a job that was done in the meantime is no failure of the page
  if (problem) return { problem };
  throw redirect(`/${visit.language}/operations/jobs?retried`, 303);
}

export default function Jobs() {
  const { queues, troubled, isRetried } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = messages[language];
  return (
    <Page title={text.title} area={{ kind: "operator" }} current="jobs">
      <div className="frame operations">
        <header className="page-head">
          <div>
            <h1>{text.title}</h1>
            <p className="lead">{text.about}</p>
          </div>
          <a className="button" href={`/${language}/operations/webhooks`}>
            {webhooks[language].title}
          </a>
        </header>
        {isRetried && <Notice kind="good" role="status" title={text.retried} />}
        {refused && <Notice kind="care" role="alert" title={refused.problem.status === 404 ? text.gone : refused.problem.title} />}
        {queues.length === 0 ? (
          <>
            <h2>{text.queues}</h2>
            <p>{text.noQueues}</p>
          </>
        ) : (
          <DataTable
            caption={text.queues}
            columns={[
              { label: text.name, cell: ({ name }) => name, isHeading: true },
              { label: text.ready, cell: ({ ready }) => ready, isNumeric: true },
              { label: text.later, cell: ({ later }) => later, isNumeric: true },
              { label: text.running, cell: ({ running }) => running, isNumeric: true },
              { label: text.failed, cell: ({ failed }) => failed, isNumeric: true },
            ]}
            rows={queues}
            keyOf={({ name }) => name}
            classOf={({ failed }) => (failed > 0 ? "rows-late" : undefined)}
          />
        )}
        {troubled.items.length === 0 ? (
          <>
            <h2>{text.troubled}</h2>
            <p>{text.noneTroubled}</p>
          </>
        ) : (
          <DataTable
            caption={text.troubled}
            columns={[
              { label: text.name, cell: ({ name }) => name, isHeading: true },
              { label: text.error, cell: ({ lastError }) => lastError },
              { label: text.tries, cell: ({ tries, mostTries }) => text.triesOf({ tries, most: mostTries }) },
              { label: text.nextTry, cell: ({ nextTryAt }) => (nextTryAt ? momentText(nextTryAt, language) : text.givenUp) },
              {
                label: text.retry,
                isAction: true,
                cell: ({ id, name, abilities }) =>
                  abilities.retry && (
                    <form method="post">
                      <input type="hidden" name="job" value={id} />
                      <button className="button small" type="submit" aria-label={text.retryThis(name)}>
                        <Icon name="sync" /> {text.retry}
                      </button>
                    </form>
                  ),
              },
            ]}
            rows={troubled.items}
            keyOf={({ id }) => id}
            classOf={({ state }) => (state === "failed" ? "rows-late" : undefined)}
          />
        )}
        <ShowMore
          cursor={troubled.nextCursor}
          to={(cursor) => `/${language}/operations/jobs?cursor=${encodeURIComponent(cursor)}`}
          language={language}
        />
      </div>
    </Page>
  );
}

function momentText(moment: string, language: keyof typeof messages): string {
  const there = Temporal.Instant.from(moment).toZonedDateTimeISO("Europe/Oslo");
  return `${shortDay(there, language)} ${clock(there)}`;
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { DataTable } from "../../../interface/components/data-table.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { ShowMore } from "../../../interface/components/show-more.tsx";
import { dateWithYear } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn, visitOf } from "../../../interface/visit.ts";
import { ownWords } from "../own-messages.ts";
import type { AccountsApi } from "../routes.ts";
import { OwnLinks } from "./own-links.tsx";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const query = new URL(given.request.url).searchParams;
  const cursor = query.get("cursor");
  const sessions = await read(client<AccountsApi>(visit).me.sessions.$get({ query: cursor ? { cursor } : {} }));
  return { ...sessions, isDone: query.has("done") };
}

export async function action(given: ActionFunctionArgs) {
  const visit = visitOf(given);
  const id = (await given.request.formData()).get("session");
  const { sessions } = client<AccountsApi>(visit).me;
  const { problem } = id ? await attempt(sessions[":id"].$delete({ param: { id: String(id) } })) : await attempt(sessions.$delete());
  if (problem) return data({ problem }, { status: problem.status });
  throw redirect(`/${visit.language}/me/sessions?done`, 303);
}

export default function Sessions() {
  const { language } = useShell();
  const text = ownWords[language];
  const { items, nextCursor, isDone } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const device = (session: (typeof items)[number]) => [session.browser, session.system].filter(Boolean).join(", ") || text.unknownDevice;
  return (
    <Page title={text.sessions} area={{ kind: "member" }} current="me">
      <div className="frame form-page">
        <div className="stack">
          <h1>{text.sessions}</h1>
          <p className="lead">{text.sessionsLead}</p>
          {isDone && !failed && <Notice kind="good" role="status" title={text.ended} />}
          {failed && <Notice kind="wrong" role="alert" title={failed.problem.title} />}
          <DataTable
            caption={text.sessions}
            isCaptionHidden
            rows={items}
            keyOf={(session) => session.id}
            columns={[
              { label: text.device, isHeading: true, cell: device },
              { label: text.began, cell: (session) => dateWithYear(session.openedAt.slice(0, 10), language) },
              { label: text.ends, cell: (session) => dateWithYear(session.endsAt.slice(0, 10), language) },
              {
                label: text.action,
                isAction: true,
                cell: (session) =>
                  session.isCurrent ? (
                    <b>{text.thisOne}</b>
                  ) : (
                    <form method="post">
                      <button
                        className="button small"
                        type="submit"
                        name="session"
                        value={session.id}
                        aria-label={text.endThing(device(session))}
                      >
                        {text.end}
                      </button>
                    </form>
                  ),
              },
            ]}
          />
          <ShowMore cursor={nextCursor} language={language} />
          {items.length > 1 && (
            <form method="post">
              <button className="button" type="submit">
                {text.endOthers}
              </button>
            </form>
          )}
        </div>
        <OwnLinks current="sessions" />
      </div>
    </Page>
  );
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../../interface/api-client.ts";
import { DataTable } from "../../../../interface/components/data-table.tsx";
import { ErrorSummary } from "../../../../interface/components/error-summary.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { ShowMore } from "../../../../interface/components/show-more.tsx";
import { StatePane } from "../../../../interface/components/state-drawing.tsx";
import { words } from "../../../../interface/messages.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { signedIn } from "../../../../interface/visit.ts";
import { messages } from "../messages.ts";
import type { LettersApi } from "../routes.ts";
import { letterColumns, momentText } from "./parts/letter-columns.tsx";
import { AddressSearch, StateChips } from "./parts/letter-search.tsx";

const states = ["waiting", "retrying", "sending", "uncertain", "failed", "sent"] as const;

export async function loader(given: LoaderFunctionArgs) {
  const api = client<LettersApi>(signedIn(given));
  const asked = new URL(given.request.url).searchParams;
  const state = states.find((known) => known === asked.get("state"));
  const to = asked.get("to")?.trim() || undefined;
  const cursor = asked.get("cursor") ?? undefined;
  const query = { ...(state && { state }), ...(to && { to }), ...(cursor && { cursor }), limit: "25" };
  const [standing, answer] = await Promise.all([read(api.mail.$get()), attempt(api.letters.$get({ query }))]);
  const isNoAddress = answer.problem?.errors?.some(({ field }) => field === "to") ?? false;
  // what was not an address is shown at its field; another refusal is none of the form's
  if (answer.problem && !isNoAddress) throw new Response(null, { status: answer.problem.status });
  const letters = answer.done ?? { items: [], nextCursor: null };
  return { standing, letters, state, to, isNoAddress, isRetried: asked.has("retried") };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const { problem } = await attempt(client<LettersApi>(visit).letters[":id"].retry.$put({ param: { id: String(form.get("letter")) } }));
  // a letter that left in the meantime is no failure of the page
  if (problem) return { problem };
  const asked = new URL(given.request.url).searchParams;
  asked.set("retried", "");
  throw redirect(`/${visit.language}/operations/mail?${asked}`, 303);
}

export default function Mail() {
  const { standing, letters, state, to, isNoAddress, isRetried } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language, demo } = useShell();
  const text = messages[language];
  const path = `/${language}/operations/mail`;
  const kept = { ...(to && { to }), ...(state && { state }) };
  const title = isNoAddress ? `${words[language].error}: ${text.title}` : text.title;
  return (
    <Page title={title} area={{ kind: "operator" }} current="mail">
      <div className="frame operations">
        <header className="page-head">
          <div>
            <h1>{text.title}</h1>
            <p className="lead">{text.about}</p>
          </div>
        </header>
        {isNoAddress && <ErrorSummary errors={[{ field: "to", message: text.notAddress }]} language={language} />}
        {isRetried && <Notice kind="good" role="status" title={text.retried} />}
        {refused && <Notice kind="care" role="alert" title={refused.problem.status === 404 ? text.gone : refused.problem.title} />}
        {standing.isSending ? (
          <p>{standing.lastSentAt ? text.lastSent(momentText(standing.lastSentAt, language)) : text.noneSent}</p>
        ) : (
          <Notice kind={demo ? "note" : "care"} title={text.notSending}>
            {demo ? (
              <p>
                {text.notSendingDemo} <a href="/dev/mail">{text.devMail}</a>
              </p>
            ) : (
              <p>{text.notSendingAbout}</p>
            )}
          </Notice>
        )}
        <AddressSearch to={to} error={isNoAddress ? text.notAddress : undefined} />
        {!to && <StateChips standing={standing} state={state} address={(one) => `${path}${one ? `?state=${one}` : ""}`} />}
        {letters.items.length === 0 ? (
          !isNoAddress && <NoLetters to={to} isFiltered={state !== undefined} />
        ) : (
          <DataTable
            caption={to ? text.captionTo(to) : text.caption}
            columns={letterColumns(language)}
            rows={letters.items}
            keyOf={({ id }) => id}
            classOf={({ state }) => (state === "failed" || state === "uncertain" ? "rows-late" : undefined)}
          />
        )}
        <ShowMore cursor={letters.nextCursor} to={(cursor) => `${path}${query({ ...kept, cursor })}`} language={language} />
      </div>
    </Page>
  );
}

function NoLetters({ to, isFiltered }: { to: string | undefined; isFiltered: boolean }) {
  const { language } = useShell();
  const text = messages[language];
  if (to || isFiltered) {
    return (
      <StatePane state="no-hits" title={to ? text.noneTo(to) : text.noneInState}>
        {to && <p>{text.noneToAbout}</p>}
        <p>
          <a href={`/${language}/operations/mail`}>{text.all}</a>
        </p>
      </StatePane>
    );
  }
  return (
    <StatePane state="empty" title={text.none}>
      <p>{text.noneAbout}</p>
    </StatePane>
  );
}

function query(asked: Record<string, string>): string {
  const search = new URLSearchParams(asked).toString();
  return search && `?${search}`;
}

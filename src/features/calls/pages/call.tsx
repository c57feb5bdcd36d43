import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { number } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { softHyphens } from "../../../interface/soft-hyphens.ts";
import { signedIn, visitOf } from "../../../interface/visit.ts";
import type { CallApi } from "../routes.ts";
import type { SubmissionApi } from "../submissions/routes.ts";
import type { VotingApi } from "../voting/routes.ts";
import { callWords } from "./call-words.ts";
import { ApplyBox } from "./parts/apply-box.tsx";
import { windowInWords } from "./parts/call-line.tsx";
import { HowJudged } from "./parts/how-judged.tsx";
import { Said, SaidParagraphs, saidIn } from "./parts/said.tsx";
import { TakenUp } from "./parts/taken-up.tsx";
import { ruleInWords } from "./rules-in-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const param = { id: given.params.call ?? "" };
  const [call, ballot, own] = await Promise.all([
    read(client<CallApi>(visit).calls[":id"].$get({ param })),
    read(client<VotingApi>(visit).calls[":id"].ballot.$get({ param, query: {} })),
    visit.actor.kind === "person"
      ? read(client<SubmissionApi>(visit).me.submissions.$get({ query: { call: param.id, limit: "20" } }))
      : { items: [] },
  ]);
  const granted = await Promise.all(
    own.items
      .filter(({ decision }) => decision?.outcome === "awarded")
      .map(({ id }) => read(client<SubmissionApi>(visit).submissions[":id"].$get({ param: { id } }))),
  );
  return { call, vote: ballot.state, own: own.items, projects: granted.flatMap(({ project }) => project ?? []), now: visit.now.toString() };
}

/** Begins an application, and goes to where it is written. */
export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const { done, problem } = await attempt(
    client<SubmissionApi>(visit).calls[":id"].submissions.$post({ param: { id: given.params.call ?? "" }, json: {} }),
  );
  if (problem) return data({ problem }, { status: problem.status });
  throw redirect(`/${visit.language}/me/submissions/${done.id}?did=begun`, 303);
}

/** A call: what it is, until when, who can apply, what one is asked and how it is judged. */
export default function CallPage() {
  const { call, vote, own, projects, now } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language, actor } = useShell();
  const text = callWords[language];
  const title = saidIn(call.title, language);
  const path = `/${language}/calls/${call.slug}`;
  const lead = saidIn(call.descriptions, language).split("\n")[0] ?? "";
  return (
    <Page
      title={title}
      description={lead || text.by({ name: call.organization.name })}
      path={`/calls/${call.slug}`}
      area={{ kind: "public" }}
    >
      <div className="frame page-end">
        <Crumbs trail={[{ label: text.calls, href: `/${language}/calls` }, { label: title }]} language={language} />
        <div className="page-head">
          <div>
            <p className="small soft">
              {text.kinds[call.kind]} · <a href={`/${language}/organizations/${call.organization.slug}`}>{call.organization.name}</a>
            </p>
            <h1>{softHyphens(title)}</h1>
            <p className="lead">{windowInWords(call, language)}</p>
          </div>
        </div>
        <div className="reading">
          <div className="stack">
            {call.status === "draft" && <Notice kind="note" title={text.draft} />}
            {call.awarded.length > 0 && (
              <section className="lit-room padded stack close" aria-labelledby="awarded">
                <h2 id="awarded">{text.awarded}</h2>
                {call.awarded.map((winner) => (
                  <p key={winner.id} className="lead">
                    {winner.title}
                    {winner.organization && <span className="small">, {winner.organization}</span>}
                  </p>
                ))}
              </section>
            )}
            <SaidParagraphs texts={call.descriptions} language={language} />
            <section className="stack close" aria-labelledby="who">
              <h2 id="who">{text.who}</h2>
              {call.eligibility.length === 0 ? (
                <p>{text.everybody}</p>
              ) : (
                <>
                  <ul className="bullets">
                    {call.eligibility.map((rule) => (
                      <li key={JSON.stringify(rule)}>{ruleInWords(rule, call.ruleNames, language)}</li>
                    ))}
                  </ul>
                  <p className="small soft">{text.rulesAre}</p>
                </>
              )}
            </section>
            <section className="stack close" aria-labelledby="asked">
              <h2 id="asked">{text.asked}</h2>
              <ol className="bullets">
                {call.questions.map((question) => (
                  <li key={question.id}>
                    <Said texts={question.label} language={language} />
                    {question.isRequired && <span className="small soft"> ({text.required})</span>}
                  </li>
                ))}
              </ol>
            </section>
            <HowJudged call={call} language={language} />
          </div>
          <aside className="stack">
            <ApplyBox call={call} own={own} problem={refused?.problem} isKnown={actor !== undefined} now={now} language={language} />
            {projects.map((project) => (
              <TakenUp key={project.slug} project={project} language={language} />
            ))}
            {call.graceMinutes > 0 && call.windowState === "open" && (
              <p className="small soft">{text.grace({ minutes: number(call.graceMinutes, language) })}</p>
            )}
            {call.abilities.run && (
              <p className="buttons">
                <a className="button" href={`${path}/work`}>
                  {text.work}
                </a>
                <a className="button" href={`${path}/edit`}>
                  {text.edit}
                </a>
              </p>
            )}
            {call.event && (
              <section className="stack close" aria-labelledby="event">
                <h2 id="event">{text.event}</h2>
                <p>
                  <a href={`/${language}/events/${call.event.slug}`}>
                    <Said texts={call.event.title} language={language} />
                  </a>
                </p>
                {vote !== "not_yet" && (
                  <p>
                    <a href={`${path}/vote`}>{text.toVote}</a>
                  </p>
                )}
              </section>
            )}
            {call.sponsors.length > 0 && (
              <section className="stack close" aria-labelledby="sponsors">
                <h2 id="sponsors">{text.prizes}</h2>
                <ul className="plain-list">
                  {call.sponsors.map((sponsor) => (
                    <li key={sponsor.name}>
                      <b>{sponsor.name}</b>
                      {sponsor.text && <p className="small soft">{sponsor.text}</p>}
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </aside>
        </div>
      </div>
    </Page>
  );
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { CallApi } from "../routes.ts";
import type { SubmissionApi } from "../submissions/routes.ts";
import { applyWords } from "./apply-words.ts";
import { callWords } from "./call-words.ts";
import { momentInWords } from "./moments.ts";
import { errorsOf } from "./parts/answer-errors.ts";
import { AnswerList } from "./parts/answer-list.tsx";
import { Said, saidIn } from "./parts/said.tsx";
import { SubmissionForm } from "./parts/submission-form.tsx";
import { SubmissionState } from "./parts/submission-state.tsx";
import { TakenUp } from "./parts/taken-up.tsx";
import { ruleInWords } from "./rules-in-words.ts";
import { writeSubmission } from "./submission-action.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const submission = await read(client<SubmissionApi>(visit).submissions[":id"].$get({ param: { id: given.params.submission ?? "" } }));
  if (submission.side !== "applicant") throw new Response(null, { status: 404 });
  const call = await read(client<CallApi>(visit).calls[":id"].$get({ param: { id: submission.call.id } }));
  const did = new URL(given.request.url).searchParams.get("did") ?? "";
  return { submission, call, did, now: visit.now.toString() };
}

export function action(given: ActionFunctionArgs) {
  return writeSubmission(given);
}

/** One's own application: written, saved as one types, delivered, and afterwards with what came of it. */
export default function SubmissionPage() {
  const { submission, call, did, now } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const [text, of] = [applyWords[language], callWords[language]];
  const title = submission.title || of.untitled;
  const errors = refused ? errorsOf(refused.problem, language) : [];
  const labels = Object.fromEntries(submission.call.questions.map(({ id, label }) => [`q-${id}`, saidIn(label, language)]));
  const failing = (refused?.problem.details?.rules as string[] | undefined) ?? [];
  const when = (at: string) => momentInWords(at, { timeZone: submission.call.timeZone, now, language });
  return (
    <Page
      title={errors.length > 0 ? `${text.error}: ${title}` : title}
      area={{ kind: "member" }}
      current="days"
      scripts={submission.abilities.edit ? ["application"] : []}
    >
      <div className="frame">
        <Crumbs trail={[{ label: of.mine, href: `/${language}/me/submissions` }, { label: title }]} language={language} />
        <div className="form-page">
          <div className="stack">
            <div>
              <p className="small soft">
                <a href={`/${language}/calls/${submission.call.slug}`}>
                  <Said texts={submission.call.title} language={language} />
                </a>
              </p>
              <h1>{title}</h1>
            </div>
            {!refused && text.did[did] && <Notice kind="good" role="status" title={text.did[did]} />}
            <ErrorSummary
              errors={errors}
              labels={{ title: text.name, organizationNumber: text.organization, ...labels }}
              language={language}
            />
            {refused && errors.length === 0 && (
              <Notice kind="wrong" role="alert" title={refused.problem.title}>
                {failing.length > 0 && <p>{text.rulesFail}</p>}
                <ul className="bullets">
                  {call.eligibility
                    .filter(({ kind }) => failing.includes(kind))
                    .map((rule) => (
                      <li key={JSON.stringify(rule)}>{ruleInWords(rule, call.ruleNames, language)}</li>
                    ))}
                </ul>
              </Notice>
            )}
            <SubmissionState submission={submission} when={when} language={language} />
            {submission.project && <TakenUp project={submission.project} language={language} />}
            {submission.abilities.edit ? (
              <SubmissionForm
                submission={submission}
                needsOrganization={call.eligibility.length > 0}
                written={refused?.written}
                errors={errors}
                when={when}
                language={language}
              />
            ) : (
              <section className="stack close" aria-labelledby="answers">
                <h2 id="answers">{text.answers}</h2>
                <AnswerList
                  questions={submission.call.questions}
                  answers={submission.answers}
                  files={submission.files}
                  language={language}
                />
              </section>
            )}
            {submission.abilities.withdraw && (
              <details className="withdrawal">
                <summary>{text.withdrawing}</summary>
                <form method="post" className="stack close">
                  <p>{text.withdrawSure}</p>
                  <p>
                    <button className="button" type="submit" name="act" value="withdraw">
                      {text.withdraw}
                    </button>
                  </p>
                </form>
              </details>
            )}
          </div>
        </div>
      </div>
    </Page>
  );
}

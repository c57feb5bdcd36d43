import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { RadioField } from "../../../interface/components/choice-field.tsx";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { Faults } from "../../../interface/components/faults.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { TextareaField } from "../../../interface/components/text-field.tsx";
import { faultsIn } from "../../../interface/faults-in.ts";
import { oneOf } from "../../../interface/form-values.ts";
import { words } from "../../../interface/messages.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { JudgingApi } from "../judging/routes.ts";
import type { SubmissionApi } from "../submissions/routes.ts";
import { callWords } from "./call-words.ts";
import { AnswerList } from "./parts/answer-list.tsx";
import { saidIn } from "./parts/said.tsx";
import { carryOut } from "./work-action.ts";
import { workWords } from "./work-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.submission ?? "" };
  const [submission, reviews] = await Promise.all([
    read(client<SubmissionApi>(visit).submissions[":id"].$get({ param })),
    read(client<JudgingApi>(visit).submissions[":id"].reviews.$get({ param })),
  ]);
  return { submission, reviews: reviews.items, did: new URL(given.request.url).searchParams.get("did") ?? "" };
}

export function action(given: ActionFunctionArgs) {
  return carryOut(given);
}

const outcomes = ["shortlisted", "awarded", "reserve", "declined"] as const;

/** An application as those who run the call see it: what was delivered, who has judged it, and the decision. */
export default function RunSubmission() {
  const { submission, reviews, did } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const [text, of] = [workWords[language], callWords[language]];
  const path = `/${language}/calls/${submission.call.slug}`;
  const { decision } = submission;
  const labels = { outcome: text.outcome, reason: text.reason };
  const faults = faultsIn(refused?.problem, labels, { "deciding.too_few_scores": "reason" });
  const chosen = refused ? oneOf(refused.written, "outcome") : (decision?.outcome ?? "");
  return (
    <Page title={refused ? `${words[language].error}: ${submission.title}` : submission.title} area={{ kind: "public" }}>
      <div className="frame page-end">
        <Crumbs
          trail={[
            { label: saidIn(submission.call.title, language), href: path },
            { label: text.title, href: `${path}/work` },
            { label: submission.title },
          ]}
          language={language}
        />
        <div className="page-head">
          <div>
            <h1>{submission.title}</h1>
            <p className="lead">
              {[submission.applicant?.name, submission.organization?.name ?? submission.organization?.number].filter(Boolean).join(", ")}
            </p>
            {submission.applicant?.email && (
              <p>
                <a href={`mailto:${submission.applicant.email}`}>{submission.applicant.email}</a>
              </p>
            )}
          </div>
        </div>
        <div className="reading">
          <AnswerList questions={submission.call.questions} answers={submission.answers} files={submission.files} language={language} />
          <div className="stack">
            {faults.length > 0 && <ErrorSummary errors={faults} labels={labels} language={language} />}
            {refused && faults.length === 0 && <Notice kind="wrong" role="alert" title={refused.problem.title} />}
            {!refused && text.did[did] && <Notice kind="good" role="status" title={text.did[did]} />}
            {submission.state === "withdrawn" ? (
              <Notice kind="note" title={text.withdrawn} />
            ) : (
              <form method="post" className="form room panel" noValidate>
                <h2>{text.decide}</h2>
                {decision && <p>{`${of.outcomes[decision.outcome]}, ${decision.toldAt ? text.told : text.untold}`}</p>}
                <Faults faults={faults}>
                  <RadioField
                    name="outcome"
                    label={text.outcome}
                    language={language}
                    defaultValue={chosen}
                    options={outcomes.map((value) => ({ value, label: of.outcomes[value] }))}
                  />
                  <TextareaField
                    name="reason"
                    label={text.reason}
                    hint={text.reasonHint}
                    language={language}
                    defaultValue={refused ? oneOf(refused.written, "reason") : (decision?.reason ?? "")}
                    maxLength={2000}
                    isOptional={faults.length === 0}
                  />
                </Faults>
                <p>
                  <button className="button lit" type="submit" name="act" value="decided">
                    {text.saveDecision}
                  </button>
                </p>
              </form>
            )}
            {reviews.length > 0 && (
              <section className="stack close" aria-labelledby="reviews">
                <h2 id="reviews">{text.reviews}</h2>
                {reviews.some(({ isSealed }) => isSealed) && <p className="small soft">{text.sealed}</p>}
                <ul className="plain-list">
                  {reviews.map((review) => (
                    <li key={`${review.phase} ${review.juror.id}`}>
                      <b>{review.juror.name}</b>
                      <p className="small soft">{text.reviewStates[review.state]}</p>
                      {review.conflictReason && <p className="small">{review.conflictReason}</p>}
                      {review.comment && <p className="small written">{review.comment}</p>}
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </div>
        </div>
      </div>
    </Page>
  );
}

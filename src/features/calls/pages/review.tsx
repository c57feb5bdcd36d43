import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { client, read, readAll } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { JudgingApi } from "../judging/routes.ts";
import type { SubmissionApi } from "../submissions/routes.ts";
import { judgeWords } from "./judge-words.ts";
import { momentInWords } from "./moments.ts";
import { AnswerList } from "./parts/answer-list.tsx";
import { ConflictForm } from "./parts/conflict-form.tsx";
import { Said } from "./parts/said.tsx";
import { ScoreForm } from "./parts/score-form.tsx";
import { judge } from "./review-action.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const { searchParams } = new URL(given.request.url);
  const id = given.params.submission ?? "";
  const api = client<JudgingApi>(visit);
  const [submission, review, list] = await Promise.all([
    read(client<SubmissionApi>(visit).submissions[":id"].$get({ param: { id } })),
    read(
      api.submissions[":id"].reviews[":juror"].$get({
        param: { id, juror: visit.actor.personId },
        query: { phase: searchParams.get("phase") ?? undefined },
      }),
    ),
    readAll((page) => api.me.reviews.$get({ query: page })),
  ]);
  // what comes next is what one has not answered yet, after this one
  const waiting = list.filter(
    ({ phase, conflict, deliveredAt, submission: other }) =>
      phase.isOpen && phase.number === review.phase.number && conflict !== "conflict" && !deliveredAt && other.id !== id,
  );
  return { submission, review, next: waiting[0]?.submission.id, did: searchParams.get("did") ?? "", now: visit.now.toString() };
}

export function action(given: ActionFunctionArgs) {
  return judge(given);
}

/** Where a juror reads an application, says whether there is a conflict of interest, and gives scores. */
export default function ReviewPage() {
  const { submission, review, next, did, now } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = judgeWords[language];
  const mayScore = review.abilities.score;
  const when = (at: string) => momentInWords(at, { timeZone: submission.call.timeZone, now, language });
  return (
    <Page title={submission.title} area={{ kind: "member" }} current="days">
      <div className="frame page-end">
        <Crumbs trail={[{ label: text.reviews, href: `/${language}/me/reviews` }, { label: submission.title }]} language={language} />
        <div className="page-head">
          <div>
            <p className="small soft">
              <Said texts={submission.call.title} language={language} /> · <Said texts={review.phase.name} language={language} />
            </p>
            <h1>{submission.title}</h1>
            {submission.applicant && (
              <p className="lead">{text.by({ name: submission.organization?.name ?? submission.applicant.name })}</p>
            )}
          </div>
        </div>
        <div className="reading">
          <section className="stack" aria-labelledby="read">
            <h2 id="read">{text.read}</h2>
            {submission.call.isBlind && <p className="small soft">{text.blind}</p>}
            <AnswerList questions={submission.call.questions} answers={submission.answers} files={submission.files} language={language} />
          </section>
          <div className="stack">
            {refused?.problem && <Notice kind="wrong" role="alert" title={refused.problem.title} />}
            {!refused && text.did[did] && (
              <Notice kind="good" role="status" title={text.did[did]}>
                <p className="buttons">
                  {next && <a href={`/${language}/me/reviews/${next}`}>{text.next}</a>}
                  <a href={`/${language}/me/reviews`}>{text.back}</a>
                </p>
              </Notice>
            )}
            {!mayScore && <Notice kind="note" title={text.phaseClosed} />}
            {review.conflict === "conflict" && (
              <Notice kind="care" title={text.recused}>
                <p>{text.recusedAbout}</p>
                {review.conflictReason && <p>{review.conflictReason}</p>}
              </Notice>
            )}
            {mayScore && review.conflict === null && <ConflictForm written={refused?.written} language={language} isLit />}
            {review.conflict === "none" && (
              <ScoreForm
                review={review}
                written={refused?.written}
                deliveredAt={review.deliveredAt ? when(review.deliveredAt) : undefined}
                language={language}
              />
            )}
            {mayScore && review.conflict !== null && (
              <details className="withdrawal">
                <summary>{text.changeAnswer}</summary>
                {Object.keys(review.scores).length > 0 && <p>{text.losesScores}</p>}
                <ConflictForm written={{ conflict: [review.conflict] }} language={language} />
              </details>
            )}
          </div>
        </div>
      </div>
    </Page>
  );
}

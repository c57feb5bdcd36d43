import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { Notice } from "../../../interface/components/notice.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { visitOf } from "../../../interface/visit.ts";
import type { Language } from "../../../platform/language/language.ts";
import { textIn } from "../../spaces/parts.ts";
import type { SurveyApi } from "../survey/routes.ts";
import { scale } from "../survey/survey.ts";
import { surveyWords } from "./survey-words.ts";

const questions = ["wasWorth", "wouldRecommend"] as const;

export async function loader(given: LoaderFunctionArgs) {
  const param = { token: given.params.ticket ?? "" };
  const survey = await read(client<SurveyApi>(visitOf(given)).tickets[":token"].survey.$get({ param }));
  return { survey, did: new URL(given.request.url).searchParams.get("did") ?? "" };
}

export async function action(given: ActionFunctionArgs) {
  const visit = visitOf(given);
  const form = await given.request.formData();
  const step = (name: string) => Number(form.get(name)) || undefined;
  const words = String(form.get("words") ?? "").trim();
  const answer = { wasWorth: step("wasWorth"), wouldRecommend: step("wouldRecommend"), words: words || undefined };
  if (Object.values(answer).every((value) => value === undefined)) return { title: surveyWords[visit.language].nothing, answer };
  const param = { token: given.params.ticket ?? "" };
  const { problem } = await attempt(client<SurveyApi>(visit).tickets[":token"].survey.$put({ param, json: answer }));
  if (problem) return { title: problem.title, answer };
  throw redirect(`/${visit.language}/tickets/${param.token}/survey?did=answered`, 303);
}

/** The three questions, for whoever came on a ticket: on a phone, without signing in, once. */
export default function AnswerSurvey() {
  const { survey, did } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = surveyWords[language];
  const name = textIn(survey.event.title, language)?.text ?? "";
  const own = textIn(survey.ownQuestion, language);
  return (
    <Page title={refused ? `${text.couldNot}: ${text.title}` : `${text.title} · ${name}`} area={{ kind: "public" }} current="events">
      <div className="phone-page">
        <div className="phone-body">
          <h1>{text.title}</h1>
          {survey.standing === "open" && (
            <>
              <p>{text.lead(name)}</p>
              {refused && (
                <Notice kind="wrong" role="alert" title={text.couldNot}>
                  <p>{refused.title}</p>
                </Notice>
              )}
              <form method="post" className="form">
                {questions.map((question) => (
                  <Scale key={question} name={question} chosen={refused?.answer[question]} language={language} />
                ))}
                <div className="field">
                  <label htmlFor="words" lang={own && own.language !== language ? own.language : undefined}>
                    {own?.text ?? text.words}
                  </label>
                  <textarea id="words" name="words" rows={4} maxLength={2000} defaultValue={refused?.answer.words} />
                </div>
                <p className="small soft">{text.anonymous}</p>
                <button type="submit" className="button lit big full">
                  {text.send}
                </button>
              </form>
            </>
          )}
          {survey.standing === "answered" && did === "answered" && (
            <Notice kind="good" role="status" title={text.thanks}>
              <p>{text.thanksText}</p>
            </Notice>
          )}
          {survey.standing === "answered" && did !== "answered" && (
            <StatePane state="empty" title={text.answered}>
              <p>{text.answeredText}</p>
            </StatePane>
          )}
          {survey.standing === "not_open" && (
            <StatePane state="empty" title={text.notOpen}>
              <p>{text.notOpenText}</p>
            </StatePane>
          )}
          <p>
            <a href={`/${language}/events/${survey.event.slug}`}>{text.toEvent}</a>
          </p>
        </div>
      </div>
    </Page>
  );
}

type ScaleProps = { name: (typeof questions)[number]; chosen: number | undefined; language: Language };

function Scale({ name, chosen, language }: ScaleProps) {
  const text = surveyWords[language];
  return (
    <fieldset className="field survey-scale">
      <legend className="label">{text[name]}</legend>
      <div>
        {scale.map((step) => (
          <label key={step} className="button">
            <input type="radio" name={name} value={step} defaultChecked={step === chosen} />
            <span>{step}</span>
            {step === 1 && <span className="hidden">, {text.least}</span>}
            {step === scale.length && <span className="hidden">, {text.most}</span>}
          </label>
        ))}
      </div>
      <p className="small soft" aria-hidden="true">
        <span>{text.least}</span> <span>{text.most}</span>
      </p>
    </fieldset>
  );
}

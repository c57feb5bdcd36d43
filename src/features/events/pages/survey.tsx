import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { inWords, number } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn, type Visit } from "../../../interface/visit.ts";
import { languages } from "../../../platform/language/language.ts";
import { textIn } from "../../spaces/parts.ts";
import type { EventApi } from "../routes.ts";
import type { SurveyApi } from "../survey/routes.ts";
import { AnswerShares } from "./parts/answer-shares.tsx";
import { registrationsWords } from "./registrations-words.ts";
import { surveyWords } from "./survey-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.event ?? "" };
  const [event, survey] = await Promise.all([
    read(client<EventApi>(visit).events[":id"].$get({ param })),
    read(surveyOf(visit).$get({ param })),
  ]);
  return { event, survey, did: new URL(given.request.url).searchParams.get("did") ?? "" };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const ownQuestion = { nb: text("nb"), nn: text("nn"), en: text("en") };
  const id = given.params.event ?? "";
  const { problem } = await attempt(surveyOf(visit).$put({ param: { id }, json: { ownQuestion } }));
  if (problem) return { problem, ownQuestion };
  throw redirect(`/${visit.language}/events/${id}/survey?did=asked`, 303);
}

function surveyOf(visit: Visit) {
  return client<SurveyApi>(visit).events[":id"].survey;
}

/** What those who came have answered, drawn and in figures, when they are enough; and where the questions are asked. */
export default function Survey() {
  const { event, survey, did } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = surveyWords[language];
  const name = textIn(event.title, language)?.text ?? "";
  const path = `/${language}/events/${event.slug}`;
  const fewest = inWords(survey.fewestAnswers, language);
  const { results } = survey;
  return (
    <Page title={refused ? `${text.couldNot}: ${text.results}` : `${text.results} · ${name}`} area={{ kind: "public" }} current="events">
      <div className="frame section stack">
        <Crumbs
          trail={[
            { label: name, href: path },
            { label: registrationsWords[language].title, href: `${path}/registrations` },
            { label: text.results },
          ]}
          language={language}
        />
        <h1>{text.results}</h1>
        <p className="lead">{text.resultsLead}</p>
        {refused && (
          <Notice kind="wrong" role="alert" title={text.couldNot}>
            <p>{refused.problem.title}</p>
          </Notice>
        )}
        {did === "asked" && <Notice kind="good" role="status" title={text.asked} />}
        {survey.isAsked && (
          <p>
            <b>{text.count({ answers: number(survey.answers, language), came: number(survey.came, language) })}</b>
          </p>
        )}
        {survey.isAsked && results === null && (
          <StatePane state="empty" title={text.few}>
            <p>{text.fewText({ fewest })}</p>
          </StatePane>
        )}
        {results && (
          <>
            <AnswerShares question={text.wasWorth} counts={results.wasWorth} fewest={fewest} language={language} />
            <AnswerShares question={text.wouldRecommend} counts={results.wouldRecommend} fewest={fewest} language={language} />
            <section className="stack close" aria-labelledby="words">
              <h2 id="words">{textIn(survey.ownQuestion, language)?.text ?? text.words}</h2>
              {results.words === null ? (
                <p>{text.fewOne({ fewest })}</p>
              ) : (
                <ul className="lines">
                  {results.words.map((each, place) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: two may have written the same
                    <li key={place} className="as-written">
                      {each}
                    </li>
                  ))}
                </ul>
              )}
            </section>
          </>
        )}
        <details className="part" open={!survey.isAsked || refused !== undefined}>
          <summary>{survey.isAsked ? text.change : text.ask}</summary>
          <form method="post" className="form">
            <ol>
              <li>{text.wasWorth}</li>
              <li>{text.wouldRecommend}</li>
            </ol>
            <fieldset className="field">
              <legend className="label">{text.ownQuestion}</legend>
              <p className="hint">{text.ownQuestionHint}</p>
              {languages.map((each) => (
                <div className="field" key={each}>
                  <label htmlFor={each}>{text.inLanguage[each]}</label>
                  <input
                    id={each}
                    name={each}
                    maxLength={200}
                    lang={each}
                    defaultValue={refused?.ownQuestion[each] ?? survey.ownQuestion[each]}
                  />
                </div>
              ))}
            </fieldset>
            <p>
              <button type="submit" className="button lit">
                {survey.isAsked ? text.save : text.ask}
              </button>
            </p>
          </form>
        </details>
      </div>
    </Page>
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../../interface/api-client.ts";
import { Notice } from "../../../../interface/components/notice.tsx";
import { inLanguage } from "../../../../interface/in-language.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { visitOf } from "../../../../interface/visit.ts";
import type { StoryApi } from "../routes.ts";
import { answers } from "../story.ts";
import { StoryView } from "./parts/story-view.tsx";
import { storyWords } from "./story-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const param = { secret: given.params.secret ?? "" };
  return await read(client<StoryApi>(visitOf(given))["story-consents"][":secret"].$get({ param }));
}

export async function action(given: ActionFunctionArgs) {
  const form = await given.request.formData();
  const answer = answers.find((one) => one === form.get("answer")) ?? "declined";
  const json = { answer, contentVersion: Number(form.get("version")) };
  const param = { secret: given.params.secret ?? "" };
  const { problem } = await attempt(client<StoryApi>(visitOf(given))["story-consents"][":secret"].answer.$put({ param, json }));
  if (problem) return data({ problem }, { status: problem.status });
  return redirect(new URL(given.request.url).pathname, 303);
}

/** What somebody who is shown or quoted is asked, by the link in their letter: the story as it will be, and yes or no. */
export default function Consent() {
  const asked = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = storyWords[language];
  const isGiven = asked.consent === "given" || asked.reports.length > 0;
  const mayAnswer = asked.isInStory && asked.consent !== "given" && asked.consent !== "withdrawn";
  const as = text.appearances[asked.appearance];
  return (
    <Page title={text.askTitle} area={{ kind: "public" }} isNowhere>
      <div className="frame section-s stack">
        <h1>{text.askTitle}</h1>
        {asked.isInStory && <p className="lead">{text.askLead({ organization: asked.organization.name, name: asked.name, as })}</p>}
        {refused && <Notice kind="wrong" role="alert" title={refused.problem.title} />}
        {!asked.isInStory && <p>{text.notInIt}</p>}
        {asked.isInStory && asked.consent === "given" && <Notice kind="good" role="status" title={text.given} />}
        {asked.isInStory && asked.consent === "outdated" && <Notice kind="light" title={text.outdated} />}
        {asked.consent === "declined" && <Notice kind="light" role="status" title={text.declined} />}
        {asked.consent === "withdrawn" && (
          <Notice kind="light" role="status" title={text.withdrawn}>
            <p>{text.withdrawnAbout}</p>
          </Notice>
        )}
      </div>
      {asked.isInStory && asked.consent !== "withdrawn" && (
        <section className="report-story" aria-label={text.asTold}>
          <div className="section-s">
            <StoryView story={asked} id="story" language={language} />
          </div>
        </section>
      )}
      <div className="frame section-s stack">
        {asked.reports.length > 0 && (
          <div>
            <p>{asked.reports.length === 1 ? text.isInOne : text.isInMore}</p>
            <ul>
              {asked.reports.map(({ slug, titles }) => (
                <li key={slug}>
                  <a href={`/${language}/reports/${slug}`}>{inLanguage(titles, language)}</a>
                </li>
              ))}
            </ul>
          </div>
        )}
        {mayAnswer && (
          <form method="post" className="form">
            <p>{text.yesAbout}</p>
            <input type="hidden" name="version" value={asked.contentVersion} />
            <div className="buttons">
              <button className="button lit" type="submit" name="answer" value="given">
                {text.yes}
              </button>
              {asked.consent !== "declined" && (
                <button className="button" type="submit" name="answer" value={isGiven ? "withdrawn" : "declined"}>
                  {isGiven ? text.takeBack : text.no}
                </button>
              )}
            </div>
          </form>
        )}
        {!mayAnswer && isGiven && (
          <form method="post" className="form">
            <p>{text.takeBackAbout}</p>
            <input type="hidden" name="version" value={asked.contentVersion} />
            <button className="button" type="submit" name="answer" value="withdrawn">
              {text.takeBack}
            </button>
          </form>
        )}
      </div>
    </Page>
  );
}

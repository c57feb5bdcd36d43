import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../../interface/api-client.ts";
import { Notice } from "../../../../interface/components/notice.tsx";
import { dateWithYear } from "../../../../interface/format.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { signedIn } from "../../../../interface/visit.ts";
import type { OwnYearApi } from "../routes.ts";
import { ownYearWords } from "./own-year-words.ts";
import { YearFigures } from "./year-figures.tsx";

export async function loader(given: LoaderFunctionArgs) {
  const of = client<OwnYearApi>(signedIn(given)).me.years[":year"];
  const own = await read(of.$get({ param: { year: given.params.year ?? "" } }));
  return { own, origin: new URL(given.request.url).origin };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const { sharing } = client<OwnYearApi>(visit).me.years[":year"];
  const param = { year: given.params.year ?? "" };
  const form = await given.request.formData();
  const { problem } = await attempt(form.get("what") === "hide" ? sharing.$delete({ param }) : sharing.$put({ param }));
  if (problem) return data({ problem }, { status: problem.status });
  return redirect(`/${visit.language}/me/years/${param.year}#sharing`, 303);
}

/** What one did in the network in a year, and whether one shows it to others. */
export default function OwnYear() {
  const { own, origin } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language, today } = useShell();
  const text = ownYearWords[language];
  const year = String(own.year);
  const title = text.title({ year });
  const shownAt = own.sharing && `${origin}/${language}/years/${own.sharing.secret}`;
  return (
    <Page title={title} area={{ kind: "member" }} current="me">
      <div className="frame section stack">
        <div className="page-head">
          <div>
            <h1>{title}</h1>
            <p className="lead">{text.lead}</p>
          </div>
          <div className="buttons">
            <a className="button" href={`/${language}/me/years/${own.year - 1}`}>
              {text.before}
            </a>
            {year < today.slice(0, 4) && (
              <a className="button" href={`/${language}/me/years/${own.year + 1}`}>
                {text.after}
              </a>
            )}
          </div>
        </div>
        {refused && <Notice kind="wrong" role="alert" title={`${text.couldNot}: ${refused.problem.title}`} />}
        <YearFigures shown={own} eventsAttended={own.events.length} isOwn language={language} />
        <section className="stack" aria-labelledby="sharing">
          <h2 id="sharing">{text.share}</h2>
          {own.sharing && shownAt ? (
            <form method="post" className="stack">
              <p>
                {text.shared({
                  day: dateWithYear(Temporal.Instant.from(own.sharing.sharedAt).toZonedDateTimeISO("Europe/Oslo"), language),
                })}
              </p>
              <p className="breaks">
                <a href={shownAt}>{shownAt}</a>
              </p>
              <p className="small soft">{text.hideAbout}</p>
              <input type="hidden" name="what" value="hide" />
              <div className="buttons">
                <button className="button" type="submit">
                  {text.hide}
                </button>
              </div>
            </form>
          ) : (
            <form method="post" className="stack">
              <p>{text.shareAbout}</p>
              <div className="buttons">
                <button className="button lit" type="submit">
                  {text.share}
                </button>
              </div>
            </form>
          )}
        </section>
      </div>
    </Page>
  );
}

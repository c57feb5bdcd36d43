import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { Notice } from "../../../interface/components/notice.tsx";
import { dateWithYear } from "../../../interface/format.ts";
import { inLanguage } from "../../../interface/in-language.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn, visitOf } from "../../../interface/visit.ts";
import { addDays } from "../../../platform/time/day.ts";
import type { ReportApi } from "../routes.ts";
import { AboutFigures } from "./parts/about-figures.tsx";
import { CorrectReport, EditionNotices } from "./parts/editions.tsx";
import { ReportPartView } from "./parts/report-part.tsx";
import { paragraphsOf } from "./report-text.ts";
import { reportWords } from "./report-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const param = { id: given.params.report ?? "" };
  return await read(client<ReportApi>(visitOf(given)).reports[":id"].$get({ param }));
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const param = { id: given.params.report ?? "" };
  const of = client<ReportApi>(visit).reports[":id"];
  if (form.get("what") === "drop") {
    const { problem } = await attempt(of.$delete({ param }));
    if (problem) return data({ problem }, { status: problem.status });
    return redirect(`/${visit.language}/organizations/${form.get("organization")}/reports`, 303);
  }
  if (form.get("what") === "correct") {
    const { problem, done } = await attempt(of.editions.$post({ param, json: { reason: String(form.get("reason") ?? "") } }));
    if (problem) return data({ problem }, { status: problem.status });
    return redirect(`/${visit.language}/reports/${done.slug}`, 303);
  }
  const header = { "if-match": `"${form.get("version")}"` };
  const { problem } = await attempt(of.publication.$put({ param, header }));
  if (problem) return data({ problem }, { status: problem.status });
  return redirect(`/${visit.language}/reports/${given.params.report}`, 303);
}

/** A report as it is read: its year, its figures as rooms, what is drawn, what is told, and how it was counted. */
export default function Report() {
  const report = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = reportWords[language];
  const { organization, figures, abilities } = report;
  const title = inLanguage(report.titles, language);
  const path = `/${language}/reports/${report.slug}`;
  const file = (ending: string) => `/api/v1/reports/${report.slug}.${ending}?language=${language}`;
  const period = text.period({ from: dateWithYear(report.from, language), to: dateWithYear(addDays(report.to, -1), language) });
  return (
    <Page title={`${title}, ${organization.name}`} description={`${organization.name}: ${period}`} area={{ kind: "public" }}>
      <article className="report">
        <header className="frame report-cover">
          <div>
            <p className="small">
              <a href={`/${language}/organizations/${organization.slug}/reports`}>{organization.name}</a>
              {report.areaName && ` · ${report.areaName}`}
            </p>
            <h1>{title}</h1>
            <p className="soft">{period}</p>
          </div>
          <div className="stack">
            {paragraphsOf(inLanguage(report.leads, language), figures, language).map((line) => (
              <p key={line} className="lead">
                {line}
              </p>
            ))}
            <div className="buttons">
              <a className="button small" href={file("pdf")}>
                PDF
              </a>
              <a className="button small" href={file("xlsx")}>
                XLSX
              </a>
              <a className="button small" href={file("csv")}>
                CSV
              </a>
              <a className="button small" href={file("json")}>
                {text.openData}
              </a>
            </div>
          </div>
        </header>
        {refused && (
          <div className="frame">
            <Notice kind="wrong" role="alert" title={refused.problem.title} />
          </div>
        )}
        <EditionNotices report={report} language={language} />
        {!report.publishedAt && (
          <div className="frame">
            <Notice kind="light" icon="lock" title={text.draft}>
              <p>{text.draftAbout}</p>
              {abilities.edit && (
                <div className="buttons">
                  <a className="button" href={`${path}/edit`}>
                    {text.edit}
                  </a>
                </div>
              )}
            </Notice>
          </div>
        )}
        {report.parts.map((part, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have nothing but their place
          <ReportPartView key={place} part={part} place={place} report={report} language={language} />
        ))}
        <AboutFigures report={report} language={language} />
        <CorrectReport
          report={report}
          error={refused?.problem.errors?.find(({ field }) => field === "reason")?.message}
          language={language}
        />
        {abilities.edit && (
          <section className="frame section-s stack" aria-labelledby="publish">
            <h2 id="publish">{text.publish}</h2>
            {abilities.publish ? (
              <form method="post" className="form">
                <p>{text.publishAbout}</p>
                <input type="hidden" name="version" value={report.version} />
                <label className="agree">
                  <input type="checkbox" required /> <span>{text.publishSure}</span>
                </label>
                <button className="button lit" type="submit">
                  {text.publish}
                </button>
              </form>
            ) : (
              <p className="soft">{text.notOver}</p>
            )}
            <form method="post">
              <input type="hidden" name="what" value="drop" />
              <input type="hidden" name="organization" value={organization.slug} />
              <button className="button small" type="submit">
                {text.drop}
              </button>
            </form>
          </section>
        )}
      </article>
    </Page>
  );
}

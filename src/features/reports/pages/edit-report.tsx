import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read, readAll } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { TextField } from "../../../interface/components/text-field.tsx";
import { inLanguage } from "../../../interface/in-language.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { MetricApi } from "../metrics/routes.ts";
import type { ReportApi } from "../routes.ts";
import type { StoryApi } from "../stories/routes.ts";
import { AddPart, PartFields } from "./parts/part-fields.tsx";
import { TextsFields } from "./parts/texts-fields.tsx";
import { reportWords } from "./report-words.ts";
import { writtenReport } from "./written-report.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const report = await read(client<ReportApi>(visit).reports[":id"].$get({ param: { id: given.params.report ?? "" } }));
  if (!report.abilities.edit) throw new Response(null, { status: 404 });
  const [{ items }, told] = await Promise.all([
    read(
      client<MetricApi>(visit).metrics.$get({ query: report.area ? { area: report.area } : { organization: report.organization.slug } }),
    ),
    readAll((page) => client<StoryApi>(visit).organizations[":id"].stories.$get({ param: { id: report.organization.slug }, query: page })),
  ]);
  const stories = told.map(({ id, titles }) => ({ value: id, label: inLanguage(titles, visit.language) }));
  const isSaved = new URL(given.request.url).searchParams.has("saved");
  const programs = report.programs.map(({ slug, names }) => ({ value: slug, label: inLanguage(names, visit.language) }));
  return { report, metrics: items.map(({ id, name }) => ({ value: id, label: name })), programs, stories, isSaved };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const written = writtenReport(form);
  const version = String(form.get("version") ?? "*");
  const { problem } = await attempt(
    client<ReportApi>(visit).reports[":id"].$patch({
      param: { id: given.params.report ?? "" },
      header: { "if-match": version },
      json: { title: written.title, lead: written.lead, borders: written.borders, parts: written.parts },
    }),
  );
  if (problem) return data({ problem, written, version }, { status: problem.status });
  const path = `/${visit.language}/reports/${given.params.report}`;
  // who added a part goes on writing
  return redirect(form.get("add") ? `${path}/edit?saved#part-${written.parts.length - 1}` : `${path}/edit?saved`, 303);
}

/** The words of a report and the parts it is made of. Figures are chosen, never typed. */
export default function EditReport() {
  const { report, metrics, programs, stories, isSaved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = reportWords[language];
  const shown = refused?.written ?? { title: report.titles, lead: report.leads, borders: report.borders, parts: report.parts };
  const title = inLanguage(report.titles, language);
  const path = `/${language}/reports/${report.slug}`;
  return (
    <Page title={refused ? `${text.error}: ${text.editTitle}` : text.editTitle} area={{ kind: "public" }}>
      <div className="frame section-s stack">
        <Crumbs
          trail={[
            { label: text.reports, href: `/${language}/organizations/${report.organization.slug}/reports` },
            { label: title, href: path },
            { label: text.edit },
          ]}
          language={language}
        />
        <div className="page-head">
          <div>
            <h1>{text.editTitle}</h1>
            <p className="lead">{text.figureHint({ example: "{members-end}" })}</p>
          </div>
          <div className="buttons">
            <a className="button" href={path}>
              {text.whole}
            </a>
          </div>
        </div>
        {isSaved && !refused && <Notice kind="good" role="status" title={text.saved} />}
        {refused && (
          <Notice kind="wrong" role="alert" title={text.couldNot}>
            <p>
              {[refused.problem.title, ...(refused.problem.errors ?? []).map(({ field, message }) => `${field}: ${message}`)].join(" ")}
            </p>
          </Notice>
        )}
        <details>
          <summary>{text.names}</summary>
          <ul className="plain-list small">
            {metrics.map(({ value, label }) => (
              <li key={value}>
                <code>{`{${value}}`}</code> {label}
              </li>
            ))}
          </ul>
        </details>
        <form method="post" action={`${path}/edit`} className="form" noValidate>
          <input type="hidden" name="version" value={refused?.version ?? `"${report.version}"`} />
          <input type="hidden" name="parts" value={shown.parts.length} />
          <fieldset>
            <legend>{text.texts}</legend>
            <TextsFields name="title" label={text.title} texts={shown.title} language={language} />
            <TextsFields name="lead" label={text.leadField} texts={shown.lead} isLong language={language} />
            <TextField
              name="borders"
              type="date"
              width="s"
              label={text.borders}
              hint={text.bordersAbout}
              defaultValue={shown.borders}
              language={language}
            />
          </fieldset>
          <h2>{text.parts}</h2>
          {shown.parts.map((part, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have nothing but their place
            <PartFields key={place} part={part} place={place} metrics={metrics} programs={programs} stories={stories} language={language} />
          ))}
          <input type="hidden" name="first-program" value={programs[0]?.value ?? ""} />
          <input type="hidden" name="first-story" value={stories[0]?.value ?? ""} />
          <AddPart hasPrograms={programs.length > 0} hasStories={stories.length > 0} language={language} />
          <p className="small">
            <a href={`/${language}/organizations/${report.organization.slug}/stories`}>{text.writeStories}</a>
          </p>
          <button className="button lit" type="submit">
            {text.save}
          </button>
        </form>
      </div>
    </Page>
  );
}

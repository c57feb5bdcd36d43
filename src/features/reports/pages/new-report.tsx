import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { SelectField } from "../../../interface/components/choice-field.tsx";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { TextField } from "../../../interface/components/text-field.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { addDays, isDay } from "../../../platform/time/day.ts";
import type { OrganizationsApi } from "../../organizations/routes.ts";
import type { MetricApi } from "../metrics/routes.ts";
import { mayWriteReports } from "../policy.ts";
import type { ReportApi } from "../routes.ts";
import { areaOfReports } from "./parts/area-of-reports.ts";
import { reportWords } from "./report-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const organization = await read(
    client<OrganizationsApi>(visit).organizations[":id"].$get({ param: { id: given.params.organization ?? "" } }),
  );
  if (!mayWriteReports(visit.actor, organization.id)) throw new Response(null, { status: 404 });
  const { items } = await read(client<MetricApi>(visit).organizations[":id"].areas.$get({ param: { id: organization.slug } }));
  return { organization: { slug: organization.slug, name: organization.name, kinds: organization.kinds }, areas: items };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const said = (name: string) => String(form.get(name) ?? "").trim();
  const written = { title: said("title"), from: said("from"), last: said("last"), borders: said("borders"), area: said("area") };
  const { problem, done } = await attempt(
    client<ReportApi>(visit).organizations[":id"].reports.$post({
      param: { id: given.params.organization ?? "" },
      json: {
        title: { [visit.language]: written.title },
        from: written.from,
        // what is no day is refused with its field
        to: isDay(written.last) ? addDays(written.last, 1) : written.last,
        ...(written.area && { area: written.area }),
        ...(written.borders && { borders: written.borders }),
      },
    }),
  );
  if (problem) return data({ problem, written }, { status: problem.status });
  return redirect(`/${visit.language}/reports/${done.slug}`, 303);
}

const fieldOf: Record<string, string> = { to: "last" };

/** Where a report is begun: its name and period. */
export default function NewReport() {
  const { organization, areas } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language, today } = useShell();
  const text = reportWords[language];
  const lastYear = Number(today.slice(0, 4)) - 1;
  const written = refused?.written ?? {
    title: text.yearOf({ year: String(lastYear) }),
    from: `${lastYear}-01-01`,
    last: `${lastYear}-12-31`,
    borders: "",
    area: "",
  };
  const errors = (refused?.problem.errors ?? []).map(({ field, message }) => {
    const name = field.split(".")[0] ?? field;
    return { field: fieldOf[name] ?? name, message };
  });
  const labels = { title: text.title, area: text.subject, from: text.from, last: text.last, borders: text.borders };
  const errorOf = (name: string) => {
    const error = errors.find(({ field }) => field === name)?.message;
    return error === undefined ? {} : { error };
  };
  return (
    <Page title={refused ? `${text.error}: ${text.newTitle}` : text.newTitle} area={areaOfReports(organization, true)} current="reports">
      <div className="frame">
        <Crumbs
          trail={[
            { label: organization.name, href: `/${language}/organizations/${organization.slug}` },
            { label: text.reports, href: `/${language}/organizations/${organization.slug}/reports` },
            { label: text.newTitle },
          ]}
          language={language}
        />
        <div className="form-page">
          <div>
            <h1>{text.newTitle}</h1>
            <p className="lead">{text.newLead({ name: organization.name })}</p>
            <ErrorSummary errors={errors} labels={labels} language={language} />
            {refused && errors.length === 0 && <Notice kind="wrong" role="alert" title={refused.problem.title} />}
            <form method="post" className="form" noValidate>
              <TextField
                name="title"
                label={labels.title}
                defaultValue={written.title}
                maxLength={120}
                language={language}
                {...errorOf("title")}
              />
              {areas.length > 0 && (
                <SelectField
                  name="area"
                  label={labels.area}
                  options={[{ value: "", label: organization.name }, ...areas.map(({ key, name }) => ({ value: key, label: name }))]}
                  defaultValue={written.area}
                  isOptional
                  language={language}
                />
              )}
              <TextField
                name="from"
                type="date"
                width="s"
                label={labels.from}
                defaultValue={written.from}
                language={language}
                {...errorOf("from")}
              />
              <TextField
                name="last"
                type="date"
                width="s"
                label={labels.last}
                defaultValue={written.last}
                language={language}
                {...errorOf("last")}
              />
              <TextField
                name="borders"
                type="date"
                width="s"
                label={labels.borders}
                hint={text.bordersAbout}
                isOptional
                defaultValue={written.borders}
                language={language}
                {...errorOf("borders")}
              />
              <button className="button lit" type="submit">
                {text.create}
              </button>
            </form>
          </div>
        </div>
      </div>
    </Page>
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { TextareaField, TextField } from "../../../interface/components/text-field.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { OrganizationsApi } from "../../organizations/routes.ts";
import { mayManageProjects } from "../policy.ts";
import type { ProjectApi } from "../routes.ts";
import { writtenIn } from "./form-values.ts";
import { Refused } from "./parts/refused.tsx";
import { projectWords } from "./project-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.organization ?? "" };
  const organization = await read(client<OrganizationsApi>(visit).organizations[":id"].$get({ param }));
  if (!mayManageProjects(visit.actor, organization.id)) throw new Response(null, { status: 404 });
  const { grants } = await read(client<ProjectApi>(visit).organizations[":id"].projects.$get({ param, query: { limit: "1" } }));
  const asked = new URL(given.request.url).searchParams.get("grant");
  const grant = grants.find(({ submissionId }) => submissionId === asked);
  return { organization: { slug: organization.slug, name: organization.name }, granted: grant?.title.slice(0, 120) };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const written = writtenIn(await given.request.formData());
  const { problem, done } = await attempt(
    client<ProjectApi>(visit).organizations[":id"].projects.$post({
      param: { id: given.params.organization ?? "" },
      json: {
        title: { [visit.language]: written.title ?? "" },
        description: { [visit.language]: written.about ?? "" },
        from: written.from ?? "",
        to: written.to ?? "",
      },
    }),
  );
  if (problem) return data({ problem, written }, { status: problem.status });
  const grant = new URL(given.request.url).searchParams.get("grant");
  return redirect(`/${visit.language}/projects/${done.slug}${grant ? `/fundings/new?${new URLSearchParams({ grant })}` : ""}`, 303);
}

/** Where a project is begun: its name and period. */
export default function NewProject() {
  const { organization, granted } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language, today } = useShell();
  const text = projectWords[language];
  const year = today.slice(0, 4);
  const written = refused?.written ?? { title: granted ?? "", about: "", from: today, to: `${year}-12-31` };
  const errors = (refused?.problem.errors ?? []).map(({ field, message }) => ({ field: field.split(".")[0] ?? field, message }));
  const errorOf = (name: string) => {
    const error = errors.find(({ field }) => field === name)?.message;
    return error === undefined ? {} : { error };
  };
  return (
    <Page title={refused ? `${text.error}: ${text.newTitle}` : text.newTitle} area={{ kind: "public" }}>
      <div className="frame">
        <Crumbs
          trail={[
            { label: organization.name, href: `/${language}/organizations/${organization.slug}` },
            { label: text.projects, href: `/${language}/organizations/${organization.slug}/projects` },
            { label: text.newTitle },
          ]}
          language={language}
        />
        <div className="form-page">
          <div>
            <h1>{text.newTitle}</h1>
            <p className="lead">{text.newLead}</p>
            <ErrorSummary errors={errors} language={language} />
            {errors.length === 0 && <Refused problem={refused?.problem} language={language} />}
            <form method="post" className="form" noValidate>
              <TextField
                name="title"
                label={text.name}
                defaultValue={written.title}
                maxLength={120}
                language={language}
                {...errorOf("title")}
              />
              <TextareaField name="about" label={text.about} isOptional defaultValue={written.about} maxLength={4000} language={language} />
              <TextField
                name="from"
                type="date"
                width="s"
                label={text.from}
                defaultValue={written.from}
                language={language}
                {...errorOf("from")}
              />
              <TextField name="to" type="date" width="s" label={text.to} defaultValue={written.to} language={language} {...errorOf("to")} />
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

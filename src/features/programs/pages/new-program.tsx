import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { SelectField } from "../../../interface/components/choice-field.tsx";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { TextField } from "../../../interface/components/text-field.tsx";
import { labelsInEach } from "../../../interface/labels.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { languages } from "../../../platform/language/language.ts";
import type { OrganizationsApi } from "../../organizations/routes.ts";
import { mayRunProgram } from "../policy.ts";
import { type ProgramKind, programKinds } from "../program.ts";
import type { ProgramApi } from "../routes.ts";
import { writtenIn } from "./form-values.ts";
import { programWords } from "./program-words.ts";
import { startupWords } from "./startup-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const organization = await read(
    client<OrganizationsApi>(visit).organizations[":id"].$get({ param: { id: given.params.organization ?? "" } }),
  );
  if (!mayRunProgram(visit.actor, organization.id)) throw new Response(null, { status: 404 });
  return { organization: { slug: organization.slug, name: organization.name } };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const written = writtenIn(await given.request.formData());
  const name = Object.fromEntries(languages.flatMap((each) => (written[`name-${each}`] ? [[each, written[`name-${each}`] ?? ""]] : [])));
  const { done, problem } = await attempt(
    client<ProgramApi>(visit).programs.$post({
      json: { slug: written.slug ?? "", name, organization: given.params.organization ?? "", kind: written.kind as ProgramKind },
    }),
  );
  if (!problem) return redirect(`/${visit.language}/programs/${done.slug}`, 303);
  const errors =
    problem.code === "program.slug_taken"
      ? [{ field: "slug", message: problem.title }]
      : (problem.errors ?? []).map(({ field, message }) => ({ field: field.startsWith("name") ? "name-nb" : field, message }));
  return data({ written, title: problem.title, errors }, { status: problem.status });
}

/** Where those who manage an organization add a program of it. */
export default function NewProgram() {
  const { organization } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = startupWords[language];
  const labels = { ...labelsInEach("name", text.programName), slug: text.slug, kind: text.kind };
  const field = (name: keyof typeof labels) => ({
    ...{ name, label: labels[name], language, defaultValue: refused?.written[name] },
    error: refused?.errors.find((one) => one.field === name)?.message,
  });
  return (
    <Page title={refused ? `${text.error}: ${text.newTitle}` : text.newTitle} area={{ kind: "public" }}>
      <div className="frame section stack">
        <Crumbs
          trail={[{ label: programWords[language].programs, href: `/${language}/programs` }, { label: text.newTitle }]}
          language={language}
        />
        <h1>{text.newTitle}</h1>
        <p className="lead">{text.newLead(organization.name)}</p>
        {refused && refused.errors.length === 0 && <Notice kind="wrong" role="alert" title={refused.title} />}
        <ErrorSummary errors={refused?.errors ?? []} labels={labels} language={language} />
        <form method="post" className="form">
          {languages.map((each) => (
            <TextField key={each} {...field(`name-${each}`)} isOptional={each !== "nb"} />
          ))}
          <TextField {...field("slug")} hint={text.slugHint} width="s" />
          <SelectField
            {...field("kind")}
            options={programKinds.map((kind) => ({ value: kind, label: programWords[language].kinds[kind] }))}
          />
          <div className="buttons">
            <button type="submit" className="button lit">
              {text.newButton}
            </button>
          </div>
        </form>
      </div>
    </Page>
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { RadioField, SelectField } from "../../../interface/components/choice-field.tsx";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { Icon } from "../../../interface/components/icon.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { TextareaField, TextField } from "../../../interface/components/text-field.tsx";
import { dateWithYear } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { languages } from "../../../platform/language/language.ts";
import { municipalityChoices, withStanding } from "../../geography/parts.ts";
import { names, organizationWords } from "../messages.ts";
import { visibilities } from "../organization.ts";
import type { OrganizationsApi } from "../routes.ts";
import { errorOf, formErrors } from "./form-errors.ts";
import { KindsField } from "./kinds-field.tsx";
import { LanguagesField } from "./languages-field.tsx";
import { legalFormChoices } from "./legal-form-choices.ts";
import { OrganizationConflict } from "./organization-conflict.tsx";
import { changeOf, type formFields, formOf, type OrganizationForm, readForm, writtenOver } from "./organization-form.ts";
import { SectorsField } from "./sectors-field.tsx";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const answer = await client<OrganizationsApi>(visit).organizations[":id"].$get({ param: { id: given.params.organization ?? "" } });
  const organization = await read(Promise.resolve(answer));
  if (!organization.abilities.edit) throw new Response(null, { status: 404 });
  const municipalities = withStanding(await municipalityChoices(visit), organization.municipality);
  return { organization, municipalities, version: answer.headers.get("etag") ?? "*" };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const sent = await given.request.formData();
  const param = { id: given.params.organization ?? "" };
  const organization = client<OrganizationsApi>(visit).organizations[":id"];
  const back = (done: string) => redirect(`/${visit.language}/organizations/${param.id}?done=${done}`, 303);
  const form = readForm(sent);
  const before = JSON.parse(String(sent.get("before") ?? "{}")) as OrganizationForm;
  if (sent.get("intent") === "fetch") {
    const { problem } = await attempt(organization["register-entry"].$put({ param }));
    return data({ form, before, problem, conflict: undefined, isFetch: true }, { status: problem?.status ?? 200 });
  }

  const header = { "if-match": String(sent.get("version") ?? "*") };
  const { problem } = await attempt(organization.$patch({ param, header, json: changeOf(form, before) }));
  if (!problem) return back("saved");
  const { version, current } = problem.details ?? {};
  const conflict =
    problem.status === 412 ? { version: `"${version}"`, theirs: formOf(current as Parameters<typeof formOf>[0]), before } : undefined;
  return data({ form, before, problem, conflict, isFetch: false }, { status: problem.status });
}

export default function EditOrganization() {
  const { organization, municipalities, version } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { language } = useShell();
  const text = organizationWords[language];
  const here = `/${language}/organizations/${organization.slug}`;
  const before = formOf(organization);
  const form = answer?.isFetch ? writtenOver(before, answer.form, answer.before) : (answer?.form ?? before);
  const errors = answer?.problem && !answer.isFetch ? formErrors(answer.problem) : [];
  const title = text.editTitle(organization.name);
  const field = (name: (typeof formFields)[number], label: string) => ({
    name,
    label,
    language,
    defaultValue: form[name],
    error: errorOf(errors, name.startsWith("descriptions") ? "descriptions" : name),
  });
  const labels = {
    name: text.name,
    organizationNumber: text.number,
    kinds: text.kinds,
    legalForm: text.legalForm,
    foundedOn: text.founded,
    sectors: text.tags,
    focusAreas: text.focusAreas,
    address: text.streetAddress,
    postcode: text.postcode,
    municipalityNumber: text.municipalityNumber,
    website: text.website,
    contactEmail: text.contactEmail,
    languages: text.languages,
    visibility: text.visibility,
  };
  const fetched = organization.register && dateWithYear(organization.register.fetchedAt.slice(0, 10), language);

  if (answer?.conflict)
    return <OrganizationConflict organization={organization} mine={answer.form} {...answer.conflict} language={language} />;
  return (
    <Page title={errors.length > 0 ? `${text.error}: ${title}` : title} area={{ kind: "public" }}>
      <div className="frame">
        <Crumbs trail={[{ label: organization.name, href: here }, { label: title }]} language={language} />
        <div className="form-page">
          <div>
            <h1>{title}</h1>
            <ErrorSummary errors={errors} labels={labels} language={language} />
            <form method="post" className="form" id="facts" noValidate>
              <input type="hidden" name="version" value={version} />
              <input type="hidden" name="before" value={JSON.stringify(before)} />
              <fieldset className="part">
                <legend>
                  <h2>{text.who}</h2>
                </legend>
                <TextField {...field("name", text.name)} autoComplete="organization" maxLength={200} />
                <TextField {...field("organizationNumber", text.number)} hint={text.numberHint} inputMode="numeric" width="s" isOptional />
                <KindsField chosen={form.kinds.split(", ")} error={errorOf(errors, "kinds")} label={text.kinds} language={language} />
                <div className="pair wide">
                  <SelectField
                    {...field("legalForm", text.legalForm)}
                    hint={text.legalFormHint}
                    options={legalFormChoices(form.legalForm, language)}
                    isOptional
                  />
                  <TextField {...field("foundedOn", text.founded)} type="date" isOptional />
                </div>
              </fieldset>
              <fieldset className="part">
                <legend>
                  <h2>{text.descriptions}</h2>
                </legend>
                {languages.map((one) => (
                  <TextareaField
                    key={one}
                    {...field(`descriptions-${one}`, text.description[one])}
                    lang={one}
                    maxLength={4000}
                    isOptional
                  />
                ))}
                <SectorsField chosen={form.sectors.split(", ")} label={text.tags} error={errorOf(errors, "sectors")} language={language} />
                <TextField {...field("focusAreas", text.focusAreas)} isOptional />
              </fieldset>
              <fieldset className="part">
                <legend>
                  <h2>{text.where}</h2>
                </legend>
                <TextField {...field("address", text.streetAddress)} autoComplete="street-address" maxLength={200} isOptional />
                <div className="pair">
                  <TextField
                    {...field("postcode", text.postcode)}
                    inputMode="numeric"
                    autoComplete="postal-code"
                    maxLength={10}
                    isOptional
                  />
                  <SelectField {...field("municipalityNumber", text.municipalityNumber)} options={municipalities} hasEmpty isOptional />
                </div>
                <TextField {...field("website", text.website)} inputMode="url" autoComplete="url" isOptional />
                <TextField
                  {...field("contactEmail", text.contactEmail)}
                  hint={text.contactHint}
                  type="email"
                  autoComplete="email"
                  isOptional
                />
                <LanguagesField
                  chosen={form.languages.split(", ")}
                  label={text.languages}
                  error={errorOf(errors, "languages")}
                  language={language}
                />
                <RadioField
                  {...field("visibility", text.visibility)}
                  options={visibilities.map((one) => ({
                    value: one,
                    label: names[language].visibilities[one],
                    about: text.visibilityAbout[one],
                  }))}
                />
              </fieldset>
              <div className="send">
                <button className="button lit" type="submit">
                  {text.save}
                </button>
                <a className="button quiet" href={here}>
                  {text.notNow}
                </a>
              </div>
            </form>
          </div>
          {organization.abilities.refreshRegisterEntry && (
            <aside className="side" aria-labelledby="register">
              <h2 id="register">{text.register}</h2>
              {answer?.isFetch && answer.problem && <Notice kind="wrong" title={answer.problem.title} role="alert" />}
              {answer?.isFetch && !answer.problem && <Notice kind="good" title={text.fetched} role="status" />}
              {organization.register?.name && (
                <p>
                  <b>{organization.register.name}</b>
                  <br />
                  <span className="small soft">{names[language].statuses[organization.register.status]}</span>
                </p>
              )}
              {fetched && <p className="small">{text.source(fetched)}</p>}
              <p className="small soft">{text.registerHint}</p>
              <button className="button small" type="submit" form="facts" name="intent" value="fetch">
                <Icon name="sync" /> {text.fetch}
              </button>
            </aside>
          )}
        </div>
      </div>
    </Page>
  );
}

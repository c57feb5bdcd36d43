import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { SelectField } from "../../../interface/components/choice-field.tsx";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { TextareaField, TextField } from "../../../interface/components/text-field.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { municipalityChoices } from "../../geography/parts.ts";
import { boardMessages } from "../board-messages.ts";
import type { CandidateApi } from "../candidate-routes.ts";
import { allTyped, typed, typedNumber, typedOrNull } from "./parts/form-values.ts";
import { NextStepFields, nextStepIn } from "./parts/next-step-fields.tsx";
import { errorsOf, fieldErrors, titleAfter } from "./parts/refused-form.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const slug = given.params.network ?? "";
  const [board, municipalities] = await Promise.all([
    read(client<CandidateApi>(visit).networks[":slug"]["candidate-board"].$get({ param: { slug }, query: { cards: "1" } })),
    municipalityChoices(visit),
  ]);
  return { network: board.network, owners: board.owners, municipalities };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const slug = given.params.network ?? "";
  const { done, problem } = await attempt(
    client<CandidateApi>(visit).networks[":slug"].candidates.$post({
      param: { slug },
      json: {
        name: typed(form, "name"),
        municipalityNumber: typed(form, "municipalityNumber"),
        town: typedOrNull(form, "town"),
        website: typedOrNull(form, "website"),
        desks: typedNumber(form, "desks"),
        reason: typedOrNull(form, "reason"),
        ...nextStepIn(form),
      },
    }),
  );
  if (problem) return data({ problem, values: allTyped(form), form: "add" }, { status: problem.status });
  return redirect(`/${visit.language}/networks/${slug}/candidates/${done.id}`, 303);
}

export default function NewCandidate() {
  const { network, owners, municipalities } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = boardMessages[language];
  const values: Record<string, string | undefined> = refused?.values ?? {};
  const errorOf = errorsOf(refused);
  const board = `/${language}/networks/${network.slug}/candidates`;
  return (
    <Page title={titleAfter(text.newCandidate, refused, language)} area={{ kind: "coordinator", network }} current="candidates">
      <div className="frame">
        <Crumbs trail={[{ label: text.candidates, href: board }, { label: text.newCandidate }]} language={language} />
        <div className="form-page">
          <form className="form" method="post" noValidate>
            <h1>{text.newCandidate}</h1>
            <p className="lead">{text.addLead}</p>
            <ErrorSummary
              errors={fieldErrors(refused)}
              labels={{
                name: text.name,
                municipalityNumber: text.municipality,
                town: text.town,
                desks: text.desksField,
                website: text.website,
                reason: text.howFound,
              }}
              language={language}
            />
            {refused && fieldErrors(refused).length === 0 && (
              <Notice kind="wrong" role="alert" title={text.notSaved}>
                <p>{refused.problem.title}</p>
              </Notice>
            )}
            <TextField name="name" label={text.name} defaultValue={values.name} maxLength={200} {...errorOf("name")} language={language} />
            <SelectField
              name="municipalityNumber"
              label={text.municipality}
              hasEmpty
              defaultValue={values.municipalityNumber}
              options={municipalities}
              {...errorOf("municipalityNumber")}
              language={language}
            />
            <div className="pair">
              <TextField
                name="town"
                label={text.town}
                defaultValue={values.town}
                isOptional
                maxLength={100}
                {...errorOf("town")}
                language={language}
              />
              <TextField
                name="desks"
                label={text.desksField}
                inputMode="numeric"
                defaultValue={values.desks}
                isOptional
                {...errorOf("desks")}
                language={language}
              />
            </div>
            <TextField
              name="website"
              type="url"
              label={text.website}
              defaultValue={values.website}
              isOptional
              {...errorOf("website")}
              language={language}
            />
            <NextStepFields values={values} owners={owners} errorOf={errorOf} language={language} />
            <TextareaField
              name="reason"
              label={text.howFound}
              defaultValue={values.reason}
              isOptional
              maxLength={1000}
              {...errorOf("reason")}
              language={language}
            />
            <div className="buttons">
              <button type="submit" className="button lit">
                {text.addToBoard}
              </button>
            </div>
          </form>
        </div>
      </div>
    </Page>
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { SelectField } from "../../../interface/components/choice-field.tsx";
import { TextareaField, TextField } from "../../../interface/components/text-field.tsx";
import { oreOf } from "../../../interface/form-values.ts";
import { inLanguage } from "../../../interface/in-language.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { ProjectApi } from "../routes.ts";
import { writtenIn } from "./form-values.ts";
import { fundingWords } from "./funding-words.ts";
import { ProjectHead } from "./parts/project-head.tsx";
import { Refused } from "./parts/refused.tsx";
import { projectWords } from "./project-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.project ?? "" };
  const [project, examples] = await Promise.all([
    read(client<ProjectApi>(visit).projects[":id"].$get({ param })),
    read(client<ProjectApi>(visit)["funder-examples"].$get({ query: { limit: "50" } })),
  ]);
  if (!project.abilities.edit) throw new Response(null, { status: 404 });
  return { project, examples: examples.items.map(({ id, names }) => ({ value: id, label: names[visit.language] })) };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const written = writtenIn(await given.request.formData());
  const { funder = "", decidedOn = "", reference, amount = "", conditions, example } = written;
  const json = {
    funder,
    decidedOn,
    amountOre: oreOf(amount),
    ...(reference && { reference }),
    ...(conditions && { conditions }),
    ...(example && { example }),
  };
  const param = { id: given.params.project ?? "" };
  const { problem, done } = await attempt(client<ProjectApi>(visit).projects[":id"].fundings.$post({ param, json }));
  if (problem) return data({ problem, written }, { status: problem.status });
  return redirect(`/${visit.language}/projects/${done.slug}?saved#awards`, 303);
}

/** Where an award is written down. */
export default function NewFunding() {
  const { project, examples } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language, today } = useShell();
  const text = fundingWords[language];
  const written = refused?.written ?? {};
  const title = `${text.newTitle}, ${inLanguage(project.titles, language)}`;
  return (
    <Page title={refused ? `${projectWords[language].error}: ${title}` : title} area={{ kind: "public" }}>
      <div className="frame section-s stack">
        <ProjectHead project={project} title={text.newTitle} lead={text.newLead} place={undefined} language={language} />
        <Refused problem={refused?.problem} language={language} />
        <form method="post" className="form" noValidate>
          <TextField name="funder" label={text.funder} maxLength={160} defaultValue={written.funder} language={language} />
          <TextField name="amount" label={text.amount} width="s" inputMode="decimal" defaultValue={written.amount} language={language} />
          <TextField
            name="decidedOn"
            type="date"
            width="s"
            label={text.decidedOn}
            defaultValue={written.decidedOn ?? today}
            language={language}
          />
          <TextField
            name="reference"
            label={text.reference}
            isOptional
            maxLength={120}
            defaultValue={written.reference}
            language={language}
          />
          <SelectField
            name="example"
            label={text.example}
            hint={text.exampleHint}
            isOptional
            defaultValue={written.example}
            options={[{ value: "", label: text.noExample }, ...examples]}
            language={language}
          />
          <TextareaField name="conditions" label={text.conditions} isOptional defaultValue={written.conditions} language={language} />
          <button className="button lit" type="submit">
            {text.save}
          </button>
        </form>
      </div>
    </Page>
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { SelectField } from "../../../interface/components/choice-field.tsx";
import { Faults } from "../../../interface/components/faults.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { TextareaField, TextField } from "../../../interface/components/text-field.tsx";
import { faultsIn } from "../../../interface/faults-in.ts";
import { oreOf } from "../../../interface/form-values.ts";
import { inLanguage } from "../../../interface/in-language.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { ProjectApi } from "../routes.ts";
import { type Written, writtenIn } from "./form-values.ts";
import { fundingWords } from "./funding-words.ts";
import { ProjectHead } from "./parts/project-head.tsx";
import { Refused } from "./parts/refused.tsx";
import { projectWords } from "./project-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.project ?? "" };
  const [project, examples, grants] = await Promise.all([
    read(client<ProjectApi>(visit).projects[":id"].$get({ param })),
    read(client<ProjectApi>(visit)["funder-examples"].$get({ query: { limit: "50" } })),
    // who does not run the project gets nothing of this page
    attempt(client<ProjectApi>(visit).projects[":id"].grants.$get({ param })),
  ]);
  if (!project.abilities.edit) throw new Response(null, { status: 404 });
  const granted = (grants.done?.items ?? []).map(({ call, ...grant }) => ({ ...grant, call: inLanguage(call.title, visit.language) }));
  const asked = new URL(given.request.url).searchParams.get("grant");
  const taken = granted.find(({ submissionId }) => submissionId === asked);
  return { project, granted, taken, examples: examples.items.map(({ id, names }) => ({ value: id, label: names[visit.language] })) };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const written = writtenIn(await given.request.formData());
  const { funder = "", decidedOn = "", reference, amount = "", conditions, example, submission } = written;
  const json = {
    funder,
    decidedOn,
    amountOre: oreOf(amount),
    ...(submission && { submission }),
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
  const { project, examples, granted, taken } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language, today } = useShell();
  const text = fundingWords[language];
  const written: Written =
    refused?.written ?? (taken ? { funder: taken.funder.name, decidedOn: taken.decidedOn, reference: taken.call.slice(0, 120) } : {});
  const others = granted.filter(({ submissionId }) => submissionId !== taken?.submissionId);
  const title = `${text.newTitle}, ${inLanguage(project.titles, language)}`;
  const { funder, amount, decidedOn, reference, example, conditions } = text;
  const labels = { funder, amount, decidedOn, reference, example, conditions };
  const faults = faultsIn(refused?.problem, labels, { amountOre: "amount" });
  return (
    <Page title={refused ? `${projectWords[language].error}: ${title}` : title} area={{ kind: "public" }}>
      <div className="frame section-s stack">
        <ProjectHead project={project} title={text.newTitle} lead={text.newLead} place={undefined} language={language} />
        <Refused problem={refused?.problem} faults={faults} labels={labels} language={language} />
        {others.length > 0 && (
          <Notice kind="note" title={text.granted}>
            <ul className="plain-list">
              {others.map(({ submissionId, title: applied, funder, call }) => (
                <li key={submissionId}>
                  {text.grantedFor({ title: applied, funder: funder.name, call })} <a href={`?grant=${submissionId}`}>{text.takeUp}</a>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <Faults faults={faults}>
          <form method="post" className="form" noValidate>
            {taken && <input type="hidden" name="submission" value={taken.submissionId} />}
            <TextField
              name="funder"
              label={text.funder}
              maxLength={160}
              defaultValue={written.funder}
              readOnly={taken !== undefined}
              {...(taken && { hint: text.grantedFor({ title: taken.title, funder: taken.funder.name, call: taken.call }) })}
              language={language}
            />
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
        </Faults>
      </div>
    </Page>
  );
}

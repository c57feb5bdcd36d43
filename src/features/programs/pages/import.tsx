import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { RadioField } from "../../../interface/components/choice-field.tsx";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { FileField } from "../../../interface/components/text-field.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { ImportApi } from "../../memberships/imports/routes.ts";
import { textIn } from "../../spaces/parts.ts";
import type { ProgramApi } from "../routes.ts";
import { ProgramTabs } from "./parts/program-tabs.tsx";
import { programWords } from "./program-words.ts";
import { startupWords } from "./startup-words.ts";

const kinds = ["enrollments", "observations"] as const;

export async function loader(given: LoaderFunctionArgs) {
  const program = await read(client<ProgramApi>(signedIn(given)).programs[":id"].$get({ param: { id: given.params.program ?? "" } }));
  if (!program.abilities.run) throw new Response(null, { status: 404 });
  return { program };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const file = form.get("file");
  const kind = kinds.find((one) => one === form.get("kind")) ?? "enrollments";
  if (!(file instanceof File) || file.size === 0) return data({ kind, message: startupWords[visit.language].fileHint }, { status: 422 });
  const program = await read(client<ProgramApi>(visit).programs[":id"].$get({ param: { id: given.params.program ?? "" } }));
  const { done, problem } = await attempt(
    client<ImportApi>(visit).organizations[":id"].imports.$post({
      param: { id: program.organization.slug },
      form: { kind, file, into: program.id, start: "later" },
    }),
  );
  if (problem) return data({ kind, message: problem.errors?.[0]?.message ?? problem.title }, { status: problem.status });
  return redirect(`/${visit.language}/organizations/${program.organization.slug}/import/${kind}/${done.id}`, 303);
}

/** Brings a spreadsheet into a program: its startups, or what is known of them year by year. */
export default function ProgramImport() {
  const { program } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = startupWords[language];
  const name = textIn(program.name, language)?.text ?? program.slug;
  const path = `/${language}/programs/${program.slug}`;
  return (
    <Page title={refused ? `${text.error}: ${text.import}` : `${text.import} · ${name}`} area={{ kind: "public" }}>
      <div className="frame section stack">
        <Crumbs
          trail={[
            { label: programWords[language].programs, href: `/${language}/programs` },
            { label: name, href: path },
            { label: text.import },
          ]}
          language={language}
        />
        <h1>{text.import}</h1>
        <p className="lead">{text.importLead}</p>
        <ProgramTabs program={program} current="imports" language={language} />
        <ErrorSummary errors={refused ? [{ field: "file", message: refused.message }] : []} language={language} />
        <form className="form" method="post" encType="multipart/form-data">
          <RadioField
            name="kind"
            label={text.holds}
            options={kinds.map((kind) => ({ value: kind, label: text.kinds[kind] }))}
            defaultValue={refused?.kind ?? "enrollments"}
            language={language}
          />
          <FileField
            name="file"
            label={text.file}
            hint={text.fileHint}
            accept=".csv,.txt,.xlsx"
            error={refused?.message}
            language={language}
          />
          <div className="buttons">
            <button type="submit" className="button lit">
              {text.read}
            </button>
          </div>
        </form>
        <ul className="program-lines">
          {kinds.map((kind) => (
            <li key={kind}>
              <p>
                {text.kinds[kind]}. {text.template}:{" "}
                <a href={`/api/v1/import-templates/${kind}.csv?language=${language}`}>
                  CSV<span className="hidden">: {text.kinds[kind]}</span>
                </a>
                ,{" "}
                <a href={`/api/v1/import-templates/${kind}.xlsx?language=${language}`}>
                  Excel<span className="hidden">: {text.kinds[kind]}</span>
                </a>
              </p>
            </li>
          ))}
        </ul>
      </div>
    </Page>
  );
}

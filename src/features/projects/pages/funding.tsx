import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { Faults } from "../../../interface/components/faults.tsx";
import { describedBy, HintAndError } from "../../../interface/components/field.tsx";
import { TextareaField, TextField } from "../../../interface/components/text-field.tsx";
import { faultsIn } from "../../../interface/faults-in.ts";
import { kronerOf, oreOf } from "../../../interface/form-values.ts";
import { money } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { type RuleKey, ruleKeys } from "../funding/funder-rules.ts";
import type { ProjectApi } from "../routes.ts";
import { amendWords } from "./amend-words.ts";
import { type Written, writtenIn } from "./form-values.ts";
import { fundingWords } from "./funding-words.ts";
import { ProjectHead } from "./parts/project-head.tsx";
import { Refused, Saved } from "./parts/refused.tsx";
import { projectWords } from "./project-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const project = await read(client<ProjectApi>(visit).projects[":id"].$get({ param: { id: given.params.project ?? "" } }));
  const award = project.fundings.find(({ id }) => id === given.params.funding);
  if (!award) throw new Response(null, { status: 404 });
  return { project, award, isSaved: new URL(given.request.url).searchParams.has("saved") };
}

const inKroner: readonly RuleKey[] = ["attestation_ore", "hour_cap_ore"];

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const written = writtenIn(await given.request.formData());
  const rules = rulesSent(written).map((key) => {
    const value = written[key] ?? "";
    const number = inKroner.includes(key) ? oreOf(value) : Number(value.replace(",", "."));
    return { key, value: value === "" ? null : number, source: written[`source-${key}`] || "–", sourceOn: written[`on-${key}`] ?? "" };
  });
  const { problem } = await attempt(
    client<ProjectApi>(visit).fundings[":id"].$patch({
      param: { id: given.params.funding ?? "" },
      header: { "if-match": written.version ?? "*" },
      json: { rules, reference: written.reference || null, conditions: written.conditions || null },
    }),
  );
  if (problem) return data({ problem, written }, { status: problem.status });
  return redirect(`/${visit.language}/projects/${given.params.project}/fundings/${given.params.funding}?saved`, 303);
}

// a rule that is empty is sent only to be taken away
function rulesSent(written: Written): RuleKey[] {
  return ruleKeys.filter((key) => (written[key] ?? "") !== "" || written[`was-${key}`] !== undefined);
}

/** What a funder asks for: each value with its source and date, to be changed. */
export default function Funding() {
  const { project, award, isSaved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language, today } = useShell();
  const text = fundingWords[language];
  const title = text.title({ funder: award.funder });
  const written = refused?.written;
  const ofRules = ruleKeys.flatMap((key) => [
    [key, text.rules[key]],
    [`source-${key}`, `${text.rules[key]}, ${text.source}`],
    [`on-${key}`, `${text.rules[key]}, ${text.sourceOn}`],
  ]);
  const labels = { reference: text.reference, conditions: text.conditions, ...Object.fromEntries(ofRules) };
  const sent = rulesSent(written ?? {}).flatMap((key, place) => [
    [`rules.${place}.value`, key],
    [`rules.${place}.source`, `source-${key}`],
    [`rules.${place}.sourceOn`, `on-${key}`],
  ]);
  const faults = faultsIn(refused?.problem, labels, Object.fromEntries(sent));
  const errorOf = (name: string) => faults.find(({ field }) => field === name)?.message;
  return (
    <Page title={refused ? `${projectWords[language].error}: ${title}` : title} area={{ kind: "public" }}>
      <div className="frame section-s stack">
        <ProjectHead project={project} title={title} lead={text.lead} place={undefined} language={language} />
        <Refused problem={refused?.problem} faults={faults} labels={labels} language={language} />
        <Saved isSaved={isSaved && !refused} language={language} />
        <p>
          {text.sum({ sum: money(award.amountOre, language) })}{" "}
          <a href={`/${language}/projects/${project.slug}/fundings/${award.id}/changes`}>{amendWords[language].change}</a>
        </p>
        <Faults faults={faults}>
          <form method="post" className="form rules" noValidate>
            <input type="hidden" name="version" value={`"${award.version}"`} />
            <TextField
              name="reference"
              label={text.reference}
              isOptional
              maxLength={120}
              defaultValue={written?.reference ?? award.reference ?? ""}
              language={language}
            />
            <TextareaField
              name="conditions"
              label={text.conditions}
              isOptional
              defaultValue={written?.conditions ?? award.conditions ?? ""}
              language={language}
            />
            <p className="soft">{text.noRule}</p>
            {ruleKeys.map((key) => {
              const rule = award.rules.find((one) => one.key === key);
              const value = rule ? (inKroner.includes(key) ? kronerOf(rule.value) : String(rule.value)) : "";
              return (
                <fieldset key={key} className="rule">
                  <legend>{text.rules[key]}</legend>
                  {rule && <input type="hidden" name={`was-${key}`} value="1" />}
                  <HintAndError name={key} label={text.rules[key]} error={errorOf(key)} language={language} />
                  <input
                    {...describedBy({ name: key, label: text.rules[key], error: errorOf(key), language })}
                    name={key}
                    aria-label={text.rules[key]}
                    className="w-s"
                    inputMode="decimal"
                    defaultValue={written?.[key] ?? value}
                  />
                  <TextField
                    name={`source-${key}`}
                    label={text.source}
                    isOptional
                    maxLength={300}
                    defaultValue={written?.[`source-${key}`] ?? rule?.source ?? ""}
                    language={language}
                  />
                  <TextField
                    name={`on-${key}`}
                    type="date"
                    width="s"
                    label={text.sourceOn}
                    isOptional
                    defaultValue={written?.[`on-${key}`] ?? rule?.sourceOn ?? today}
                    language={language}
                  />
                </fieldset>
              );
            })}
            <button className="button lit" type="submit">
              {text.saveRules}
            </button>
          </form>
        </Faults>
      </div>
    </Page>
  );
}

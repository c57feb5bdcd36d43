import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { SelectField } from "../../../interface/components/choice-field.tsx";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { TextField } from "../../../interface/components/text-field.tsx";
import { dateWithYear, number } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { textIn } from "../../spaces/parts.ts";
import { type TargetMeasure, targetMeasures } from "../program.ts";
import type { ProgramApi } from "../routes.ts";
import { type Written, writtenIn } from "./form-values.ts";
import { ProgramTabs } from "./parts/program-tabs.tsx";
import { RegionForm, regionLabels } from "./parts/region-form.tsx";
import { programWords } from "./program-words.ts";
import { startupWords } from "./startup-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const program = await read(client<ProgramApi>(visit).programs[":id"].$get({ param: { id: given.params.program ?? "" } }));
  if (!program.abilities.run) throw new Response(null, { status: 404 });
  return { program, isSaved: new URL(given.request.url).searchParams.has("saved") };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const written = writtenIn(await given.request.formData());
  const api = client<ProgramApi>(visit).programs[":id"];
  const id = given.params.program ?? "";
  const { act = "", name = "", from = "", until = "", measure = "heads", amount = "", target = "" } = written;
  const asked =
    act === "region" || act === "no-region"
      ? attempt(api.$patch({ param: { id }, header: { "if-match": written.version }, json: { region: regionIn(act, written) } }))
      : act === "cohort"
        ? attempt(api.cohorts.$post({ param: { id }, json: { name, from, until } }))
        : act === "target"
          ? attempt(
              api.targets.$post({
                param: { id },
                json: { name: { [visit.language]: name }, measure: measure as TargetMeasure, amount: Number(amount || "NaN"), from, until },
              }),
            )
          : attempt(api.targets[":targetId"].$delete({ param: { id, targetId: target } }));
  const { problem } = await asked;
  if (!problem) return redirect(`${new URL(given.request.url).pathname}?saved`, 303);
  const fieldOf: Record<string, string> = {
    "program.unknown_municipality": "municipalities",
    "program.backwards": "until",
    "program.cohorts_overlap": "from",
    "program.cohort_name_taken": "name",
  };
  const field = fieldOf[problem.code];
  const found = field ? [{ field, message: problem.title }] : (problem.errors ?? []);
  const errors = found.map((one) => ({ field: `${act}-${fieldIn(one.field)}`, message: one.message }));
  return data({ act, written, title: problem.title, errors }, { status: problem.status });
}

// "region.municipalities.3" is a number in the field of them all
function fieldIn(field: string): string {
  const [first = "", second] = field.split(".");
  if (first !== "region") return first;
  return second === "name" || second === undefined ? "regionName" : second;
}

function regionIn(act: string, { regionName = "", municipalities = "", recordedOn = "" }: Written) {
  if (act === "no-region") return null;
  const numbers = municipalities.split(/[\s,;]+/).filter((number) => number !== "");
  return { name: regionName || null, municipalities: numbers, recordedOn };
}

/** The region, cohorts and targets of a program, for those who run it. */
export default function ProgramSettings() {
  const { program, isSaved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language, today } = useShell();
  const [text, words] = [startupWords[language], programWords[language]];
  const name = textIn(program.name, language)?.text ?? program.slug;
  const { cohortName, targetName, measure, amount, from, until } = text;
  const labels = {
    ...{ "cohort-name": cohortName, "cohort-from": from, "cohort-until": until },
    ...{ "target-name": targetName, "target-measure": measure, "target-amount": amount, "target-from": from, "target-until": until },
  };
  const field = (id: keyof typeof labels) => {
    const [act = "", name = ""] = id.split("-");
    return {
      ...{ name, id, label: labels[id], language },
      defaultValue: refused?.act === act ? refused.written[name] : undefined,
      error: refused?.errors.find((one) => one.field === id)?.message,
    };
  };
  const period = ({ from, until }: { from: string; until: string }) =>
    words.period({ from: dateWithYear(from, language), until: dateWithYear(until, language) });
  return (
    <Page title={refused ? `${text.error}: ${text.settings}` : `${text.settings} · ${name}`} area={{ kind: "public" }}>
      <div className="frame section stack">
        <Crumbs
          trail={[
            { label: words.programs, href: `/${language}/programs` },
            { label: name, href: `/${language}/programs/${program.slug}` },
            { label: text.settings },
          ]}
          language={language}
        />
        <h1>{text.settings}</h1>
        <ProgramTabs program={program} current="settings" language={language} />
        {isSaved && !refused && <Notice kind="good" role="status" title={text.saved} />}
        {refused && refused.errors.length === 0 && <Notice kind="wrong" role="alert" title={refused.title} />}
        <ErrorSummary errors={refused?.errors ?? []} labels={{ ...regionLabels(language), ...labels }} language={language} />
        <RegionForm
          program={program}
          written={refused?.act === "region" ? refused.written : undefined}
          errors={refused?.errors ?? []}
          today={today}
          language={language}
        />
        <div className="chapter even">
          <section className="stack" aria-labelledby="cohorts">
            <h2 id="cohorts">{text.cohorts}</h2>
            {program.cohorts.length === 0 && <p className="soft">{text.noCohorts}</p>}
            <ul className="program-lines">
              {program.cohorts.map((cohort) => (
                <li key={cohort.id}>
                  <b>{cohort.name}</b>
                  <p className="small soft">
                    {period(cohort)}. {text.count({ count: number(cohort.startups, language) })}.
                  </p>
                </li>
              ))}
            </ul>
            <form method="post" className="form">
              <input type="hidden" name="act" value="cohort" />
              <TextField {...field("cohort-name")} />
              <TextField {...field("cohort-from")} type="date" width="s" />
              <TextField {...field("cohort-until")} type="date" width="s" />
              <div className="buttons">
                <button type="submit" className="button">
                  {text.addCohort}
                </button>
              </div>
            </form>
          </section>
          <section className="stack" aria-labelledby="targets">
            <h2 id="targets">{text.targets}</h2>
            {program.targets.length === 0 && <p className="soft">{text.noTargets}</p>}
            <ul className="program-lines">
              {program.targets.map((target) => (
                <li key={target.id}>
                  <b>{textIn(target.name, language)?.text}</b>
                  <p className="small soft">
                    {number(target.amount, language)} {words.measures[target.measure]}, {period(target)}.
                  </p>
                  <form method="post">
                    <input type="hidden" name="act" value="withdraw" />
                    <input type="hidden" name="target" value={target.id} />
                    <button type="submit" className="button small quiet">
                      {text.withdraw}
                      <span className="hidden">: {textIn(target.name, language)?.text}</span>
                    </button>
                  </form>
                </li>
              ))}
            </ul>
            <form method="post" className="form">
              <input type="hidden" name="act" value="target" />
              <TextField {...field("target-name")} />
              <SelectField
                {...field("target-measure")}
                options={targetMeasures.map((measure) => ({ value: measure, label: words.measures[measure] }))}
              />
              <TextField {...field("target-amount")} inputMode="numeric" width="s" />
              <TextField {...field("target-from")} type="date" width="s" />
              <TextField {...field("target-until")} type="date" width="s" />
              <div className="buttons">
                <button type="submit" className="button">
                  {text.addTarget}
                </button>
              </div>
            </form>
          </section>
        </div>
      </div>
    </Page>
  );
}

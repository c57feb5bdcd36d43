import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../../interface/api-client.ts";
import { ErrorSummary } from "../../../../interface/components/error-summary.tsx";
import { Faults } from "../../../../interface/components/faults.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { StatePane } from "../../../../interface/components/state-drawing.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { faultsIn } from "../../../../interface/faults-in.ts";
import { oneOf, writtenIn } from "../../../../interface/form-values.ts";
import { dateWithYear, number } from "../../../../interface/format.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { signedIn, visitOf } from "../../../../interface/visit.ts";
import type { NationalApi } from "../routes.ts";
import { nationalWords } from "./national-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const list = await read(client<NationalApi>(visit)["national-survival"].$get());
  return { ...list, isSaved: new URL(given.request.url).searchParams.has("saved") };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const written = writtenIn(await given.request.formData());
  const field = (name: string) => oneOf(written, name);
  const of = client<NationalApi>(visit)["national-survival"];
  const numberIn = (name: string) => Number(field(name).replace("%", "").replace(",", ".") || Number.NaN);
  const which = { legalForm: field("legalForm").toUpperCase(), cohort: numberIn("cohort"), horizonYears: numberIn("horizonYears") };
  const told = {
    percent: numberIn("percent"),
    source: field("source"),
    sourceUrl: field("sourceUrl") || null,
    sourceOn: field("sourceOn"),
  };
  const param = { legalForm: which.legalForm, cohort: field("cohort"), horizonYears: field("horizonYears") };
  const { problem } = await (field("act") === "remove"
    ? attempt(of[":legalForm"][":cohort"][":horizonYears"].$delete({ param }))
    : attempt(of.$post({ json: { ...which, ...told } })));
  if (problem) return data({ problem, written }, { status: problem.status });
  return redirect(`/${visit.language}/national-survival?saved`, 303);
}

const fieldNames = ["legalForm", "cohort", "horizonYears", "percent", "source", "sourceUrl", "sourceOn"] as const;
type Figure = Awaited<ReturnType<typeof loader>>["items"][number];

/** What is known of survival in the whole country, each figure with its source and day, to be corrected. */
export default function National() {
  const { items, abilities, isSaved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language, today } = useShell();
  const text = nationalWords[language];
  const keyOf = ({ legalForm, cohort, horizonYears }: Pick<Figure, "legalForm" | "cohort" | "horizonYears">) =>
    `${legalForm}-${cohort}-${horizonYears}`;
  const refusedKey = refused ? oneOf(refused.written, "key") : undefined;
  const wordOf = {
    ...{ legalForm: text.form, cohort: text.cohort, horizonYears: text.years, percent: text.percent },
    ...{ source: text.source, sourceUrl: text.sourceUrl, sourceOn: text.sourceOn },
  };
  const names = Object.fromEntries(fieldNames.map((name) => [name, `${name}-${refusedKey ?? ""}`]));
  const labels = Object.fromEntries(fieldNames.map((name) => [`${name}-${refusedKey ?? ""}`, wordOf[name]]));
  const faults = faultsIn(refused?.problem, labels, names);
  const form = (figure: Figure | undefined) => {
    const key = figure ? keyOf(figure) : "";
    const written = refusedKey === key ? refused?.written : undefined;
    const field = (name: (typeof fieldNames)[number], standing: string) => ({
      ...{ name, id: `${name}-${key}`, label: wordOf[name], language },
      defaultValue: written ? oneOf(written, name) : standing,
    });
    return (
      <form method="post" className="form measure" noValidate>
        <input type="hidden" name="key" value={key} />
        {figure ? (
          <>
            <input type="hidden" name="legalForm" value={figure.legalForm} />
            <input type="hidden" name="cohort" value={figure.cohort} />
            <input type="hidden" name="horizonYears" value={figure.horizonYears} />
          </>
        ) : (
          <>
            <TextField {...field("legalForm", "")} hint={text.formHint} width="xs" />
            <TextField {...field("cohort", "")} inputMode="numeric" width="xs" />
            <TextField {...field("horizonYears", "5")} inputMode="numeric" width="xs" />
          </>
        )}
        <TextField
          {...field("percent", figure ? number(Math.round(figure.share * 10_000) / 100, language) : "")}
          inputMode="decimal"
          width="xs"
        />
        <TextField {...field("source", figure?.source ?? "")} maxLength={300} />
        <TextField {...field("sourceUrl", figure?.sourceUrl ?? "")} type="url" isOptional maxLength={500} />
        <TextField {...field("sourceOn", figure?.sourceOn ?? today)} type="date" width="s" />
        <div className="buttons">
          <button className={figure ? "button" : "button lit"} type="submit" name="act" value="write">
            {text.save}
          </button>
          {figure && (
            <button className="button quiet" type="submit" name="act" value="remove">
              {text.remove}
            </button>
          )}
        </div>
      </form>
    );
  };
  return (
    <Page title={refused ? `${text.error}: ${text.title}` : text.title} area={{ kind: "public" }}>
      <div className="frame section stack">
        <h1>{text.title}</h1>
        <p className="lead">{text.lead}</p>
        {isSaved && !refused && <Notice kind="good" role="status" title={text.saved} />}
        <ErrorSummary errors={faults} labels={labels} language={language} />
        {refused && faults.length === 0 && (
          <Notice kind="wrong" role="alert" title={text.couldNot}>
            <p>{refused.problem.title}</p>
          </Notice>
        )}
        {items.length === 0 && (
          <StatePane state="empty" title={text.none}>
            <p>{text.noneAbout}</p>
          </StatePane>
        )}
        <Faults faults={faults}>
          {items.map((figure) => (
            <section key={keyOf(figure)} className="room padded stack" aria-labelledby={`figure-${keyOf(figure)}`}>
              <h2 id={`figure-${keyOf(figure)}`}>
                {text.of({ form: figure.legalForm, cohort: String(figure.cohort), years: String(figure.horizonYears) })}
              </h2>
              <p>
                {text.told({
                  percent: `${number(Math.round(figure.share * 10_000) / 100, language)}\u00a0%`,
                  source: figure.source,
                  day: dateWithYear(figure.sourceOn, language),
                })}
              </p>
              {abilities.edit && (
                <details open={refusedKey === keyOf(figure)}>
                  <summary>{text.change}</summary>
                  {form(figure)}
                </details>
              )}
            </section>
          ))}
          {abilities.edit && (
            <section className="stack" aria-labelledby="add">
              <h2 id="add">{text.add}</h2>
              {form(undefined)}
            </section>
          )}
        </Faults>
      </div>
    </Page>
  );
}

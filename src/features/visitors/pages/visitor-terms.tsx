import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { CheckboxField } from "../../../interface/components/choice-field.tsx";
import { DataTable } from "../../../interface/components/data-table.tsx";
import { ErrorSummary, errorSummaryId } from "../../../interface/components/error-summary.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { TextField } from "../../../interface/components/text-field.tsx";
import { shortDay } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { addDays, dayIn } from "../../../platform/time/day.ts";
import type { SpaceApi } from "../../spaces/routes.ts";
import type { VisitorApi } from "../routes.ts";
import { visitorWords } from "./words.ts";

const countedDays = 30;

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.space ?? "" };
  const space = await read(client<SpaceApi>(visit).spaces[":id"].$get({ param }));
  const api = client<VisitorApi>(visit).spaces[":id"];
  const to = dayIn(visit.now, space.timeZone);
  const [terms, counts] = await Promise.all([
    read(api["visitor-terms"].$get({ param })),
    read(api["visit-counts"].$get({ param, query: { from: addDays(to, -countedDays), to } })),
  ]);
  const isSaved = new URL(given.request.url).searchParams.has("saved");
  return { space: { slug: space.slug, name: space.name }, terms, counts: counts.items, isSaved };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const id = given.params.space ?? "";
  const form = await given.request.formData();
  const written = {
    takesUnexpected: form.has("takesUnexpected"),
    asksForRules: form.has("asksForRules"),
    keptDays: String(form.get("keptDays") ?? ""),
  };
  const { problem } = await attempt(
    client<VisitorApi>(visit).spaces[":id"]["visitor-terms"].$put({
      param: { id },
      header: { "if-match": `"${String(form.get("version") ?? "0")}"` },
      json: { ...written, keptDays: Number(written.keptDays.replace(",", ".") || Number.NaN) },
    }),
  );
  if (problem) return data({ problem, written }, { status: problem.status });
  throw redirect(`/${visit.language}/spaces/${id}/visitors/terms?saved`, 303);
}

/** Where a house decides how it receives visitors, and sees how many came. */
export default function VisitorTerms() {
  const { space, terms, counts, isSaved } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { language } = useShell();
  const text = visitorWords[language];
  const shown = outcome?.written ?? { ...terms, keptDays: String(terms.keptDays) };
  const errors = outcome?.problem.errors ?? [];
  const error = errors.find(({ field }) => field === "keptDays")?.message;
  return (
    <Page
      title={outcome ? `${text.error}: ${text.terms}` : `${text.terms}, ${space.name}`}
      area={{ kind: "manager", space }}
      current="settings"
    >
      <div className="frame form-page">
        <form method="post" className="form stack" action={`#${errorSummaryId}`} noValidate>
          <div>
            <h1>{text.terms}</h1>
            <p className="lead">{text.termsLead}</p>
          </div>
          <ErrorSummary errors={errors} labels={{ keptDays: text.keptDays }} language={language} />
          {outcome && errors.length === 0 && (
            <Notice kind="wrong" role="alert" title={text.couldNot}>
              <p>{outcome.problem.title}</p>
            </Notice>
          )}
          {isSaved && !outcome && <Notice kind="good" role="status" title={text.saved} />}
          <input type="hidden" name="version" value={terms.version} />
          <CheckboxField name="takesUnexpected" defaultChecked={shown.takesUnexpected} language={language}>
            {text.takesUnexpected}
          </CheckboxField>
          <CheckboxField name="asksForRules" defaultChecked={shown.asksForRules} language={language}>
            {text.asksForRules}
          </CheckboxField>
          <TextField
            name="keptDays"
            label={text.keptDays}
            hint={text.keptDaysHint}
            {...(error && { error })}
            defaultValue={shown.keptDays}
            inputMode="numeric"
            width="xs"
            language={language}
          />
          <div className="send">
            <button className="button lit" type="submit">
              {text.saveTerms}
            </button>
          </div>
        </form>
        <section className="stack section-s" aria-labelledby="counts">
          <h2 id="counts">{text.counts}</h2>
          {counts.length === 0 ? (
            <p>{text.noCounts}</p>
          ) : (
            <DataTable
              caption={text.counts}
              isCaptionHidden
              rows={counts}
              keyOf={({ day }) => day}
              columns={[
                { label: text.day, isHeading: true, cell: ({ day }) => shortDay(day, language) },
                { label: text.announcedCount, isNumeric: true, cell: ({ announced }) => announced },
                { label: text.cameCount, isNumeric: true, cell: ({ came }) => came },
                { label: text.unexpectedCount, isNumeric: true, cell: ({ unexpected }) => unexpected },
              ]}
            />
          )}
          <p>
            <a href={`/${language}/spaces/${space.slug}/displays`}>{text.kioskHint}</a>
          </p>
        </section>
      </div>
    </Page>
  );
}

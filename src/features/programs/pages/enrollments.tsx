import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { DataTable } from "../../../interface/components/data-table.tsx";
import { Downloads } from "../../../interface/components/downloads.tsx";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { TextField } from "../../../interface/components/text-field.tsx";
import { dateWithYear, number } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { textIn } from "../../spaces/parts.ts";
import type { EnrollmentApi } from "../enrolling/routes.ts";
import type { ProgramApi } from "../routes.ts";
import { baselineIn, wrongBaseline } from "./baseline.ts";
import { writtenIn } from "./form-values.ts";
import { intervalInWords } from "./parts/interval-words.ts";
import { NewEnrollmentForm } from "./parts/new-enrollment-form.tsx";
import { ProgramTabs } from "./parts/program-tabs.tsx";
import { programWords } from "./program-words.ts";
import { startupWords } from "./startup-words.ts";

const states = ["running", "ended", "unknown"] as const;

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const { searchParams } = new URL(given.request.url);
  const param = { id: given.params.program ?? "" };
  const state = states.find((one) => one === searchParams.get("state"));
  const needsCall = searchParams.get("needsCall") === "true";
  const q = (searchParams.get("q") ?? "").slice(0, 80);
  const cursor = searchParams.get("cursor");
  const program = await read(client<ProgramApi>(visit).programs[":id"].$get({ param }));
  const list = await read(
    client<EnrollmentApi>(visit).programs[":id"].enrollments.$get({
      param,
      query: {
        limit: "100",
        ...(state && { state }),
        ...(needsCall && { needsCall: "true" as const }),
        ...(q && { q }),
        ...(cursor && { cursor }),
      },
    }),
  );
  return { program, list, state, needsCall, q };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const written = writtenIn(await given.request.formData());
  const { organizationNumber, name, intake = "", adviserEmail } = written;
  const text = startupWords[visit.language];
  const baseline = baselineIn(written);
  const wrong = wrongBaseline(baseline).map((field) => ({ field, message: text.numberWrong }));
  if (wrong.length > 0) return data({ written, title: text.couldNot, errors: wrong }, { status: 422 });
  const { done, problem } = await attempt(
    client<EnrollmentApi>(visit).programs[":id"].enrollments.$post({
      param: { id: given.params.program ?? "" },
      json: {
        organizationNumber: organizationNumber ?? "",
        intake,
        baseline,
        ...(name && { name }),
        ...(adviserEmail && { adviserEmail }),
      },
    }),
  );
  if (problem) {
    const fieldOf: Record<string, string> = {
      "organization.wrong_number": "organizationNumber",
      "program.enrolled_already": "organizationNumber",
      "program.name_needed": "name",
      "program.unknown_adviser": "adviserEmail",
      "program.in_the_future": "intake",
    };
    const field = fieldOf[problem.code];
    const errors = field
      ? [{ field, message: problem.title }]
      : (problem.errors ?? []).map((one) => ({ field: one.field.replace("baseline.", "baseline-"), message: one.message }));
    return data({ written, title: problem.title, errors }, { status: problem.status });
  }
  return redirect(`/${visit.language}/programs/${given.params.program}/enrollments/${done.id}`, 303);
}

/** The startups one may see in a program: all, those to be called, or those one looks for. */
export default function Enrollments() {
  const { program, list, state, needsCall, q } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = startupWords[language];
  const name = textIn(program.name, language)?.text ?? program.slug;
  const path = `/${language}/programs/${program.slug}`;
  const title = needsCall ? text.toCall : text.title;
  const kept = { ...(state && { state }), ...(needsCall && { needsCall: "true" }), ...(q && { q }) };
  const isFiltered = state !== undefined || q !== "";
  return (
    <Page title={refused ? `${text.error}: ${title}` : `${title} · ${name}`} area={{ kind: "public" }}>
      <div className="frame section stack">
        <Crumbs
          trail={[{ label: programWords[language].programs, href: `/${language}/programs` }, { label: name, href: path }, { label: title }]}
          language={language}
        />
        <h1>{title}</h1>
        {needsCall && <p className="lead">{text.toCallLead}</p>}
        <ProgramTabs program={program} current={needsCall ? "toCall" : "startups"} language={language} />
        {refused && refused.errors.length === 0 && <Notice kind="wrong" role="alert" title={refused.title} />}
        <ErrorSummary errors={refused?.errors ?? []} language={language} />
        {!needsCall && (
          <>
            <ul className="chips">
              {[undefined, ...states].map((one) => (
                <li key={one ?? "all"}>
                  <a
                    className="chip"
                    href={`?${new URLSearchParams({ ...(one && { state: one }), ...(q && { q }) })}`}
                    aria-current={one === state ? "true" : undefined}
                  >
                    {text.states[one ?? "all"]}
                  </a>
                </li>
              ))}
            </ul>
            <form className="survival-form">
              {state && <input type="hidden" name="state" value={state} />}
              <TextField name="q" label={text.q} defaultValue={q} isOptional language={language} />
              <button type="submit" className="button">
                {text.search}
              </button>
            </form>
          </>
        )}
        {list.items.length === 0 ? (
          <StatePane state={isFiltered ? "no-hits" : "empty"} title={isFiltered ? text.noHits : needsCall ? text.noneToCall : text.none}>
            {!isFiltered && <p>{needsCall ? text.noneToCallAbout : text.noneAbout}</p>}
          </StatePane>
        ) : (
          <DataTable
            caption={text.count({ count: number(list.count, language) })}
            rows={list.items}
            keyOf={({ id }) => id}
            classOf={({ outcome }) => (outcome.endedOn === null ? undefined : "rows-quiet")}
            columns={[
              { label: text.name, isHeading: true, cell: (row) => <a href={`${path}/enrollments/${row.id}`}>{row.organization.name}</a> },
              { label: text.intake, cell: ({ intake }) => dateWithYear(intake, language) },
              {
                label: needsCall ? text.reason : text.state,
                cell: ({ needsCall: why, outcome }) => (needsCall && why ? text.why[why] : text.types[outcome.type]),
              },
              {
                label: text.heads,
                isNumeric: true,
                cell: ({ jobs }) => (jobs.heads === null ? programWords[language].notSaid : intervalInWords(jobs.heads, language)),
              },
              { label: text.last, cell: ({ lastObservedOn }) => (lastObservedOn ? dateWithYear(lastObservedOn, language) : text.never) },
              { label: text.adviser, cell: ({ adviser }) => adviser?.name ?? "" },
            ]}
          />
        )}
        {list.items.length > 0 && (
          <Downloads
            path={`/programs/${program.slug}/enrollments`}
            filters={{ q, state, needsCall: needsCall ? "true" : undefined }}
            language={language}
          />
        )}
        {list.nextCursor && (
          <p>
            <a className="button" href={`?${new URLSearchParams({ ...kept, cursor: list.nextCursor })}`}>
              {text.more}
            </a>
          </p>
        )}
        {program.abilities.run && !needsCall && (
          <NewEnrollmentForm written={refused?.written} errors={refused?.errors ?? []} language={language} />
        )}
      </div>
    </Page>
  );
}

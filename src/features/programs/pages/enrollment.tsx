import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { DataTable } from "../../../interface/components/data-table.tsx";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { dateWithYear, money, placeName } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { Language } from "../../../platform/language/language.ts";
import type { OrganizationsApi } from "../../organizations/routes.ts";
import { textIn } from "../../spaces/parts.ts";
import type { EnrollmentApi } from "../enrolling/routes.ts";
import { actOnEnrollment } from "./enrollment-action.ts";
import { EnrollmentChange, EnrollmentObserve, EnrollmentTakeBack } from "./parts/enrollment-forms.tsx";
import { intervalInWords } from "./parts/interval-words.ts";
import { Milestones } from "./parts/milestones.tsx";
import { Notes } from "./parts/notes.tsx";
import { programWords } from "./program-words.ts";
import { startupLabels } from "./startup-labels.ts";
import { startupWords } from "./startup-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.enrollment ?? "" };
  const enrollment = await read(client<EnrollmentApi>(visit).enrollments[":id"].$get({ param }));
  if (enrollment.program.slug !== given.params.program) throw new Response(null, { status: 404 });
  const { done } = await attempt(client<OrganizationsApi>(visit).organizations[":id"].$get({ param: { id: enrollment.organization.id } }));
  const company = done ? { municipality: done.municipality?.name ?? null, isEdited: done.abilities.edit } : null;
  return { enrollment, company, isSaved: new URL(given.request.url).searchParams.has("saved") };
}

export type ShownEnrollment = Awaited<ReturnType<typeof loader>>["enrollment"];

export function action(given: ActionFunctionArgs) {
  return actOnEnrollment(given);
}

/** What a program knows of a startup: where it stands, year by year, its milestones, and what was written about it. */
export default function Enrollment() {
  const { enrollment, company, isSaved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language, today } = useShell();
  const text = startupWords[language];
  const { organization, program, abilities } = enrollment;
  const path = `/${language}/programs/${program.slug}`;
  const parts = { enrollment, refused, today, language };
  return (
    <Page title={refused ? `${text.error}: ${organization.name}` : organization.name} area={{ kind: "public" }}>
      <div className="frame section stack">
        <Crumbs
          trail={[
            { label: programWords[language].programs, href: `/${language}/programs` },
            { label: textIn(program.name, language)?.text ?? program.slug, href: path },
            { label: text.title, href: `${path}/enrollments` },
            { label: organization.name },
          ]}
          language={language}
        />
        <h1>{organization.name}</h1>
        {isSaved && !refused && <Notice kind="good" role="status" title={text.saved} />}
        {refused && refused.errors.length === 0 && <Notice kind="wrong" role="alert" title={refused.title} />}
        <ErrorSummary errors={refused?.errors ?? []} labels={startupLabels(enrollment.milestones, language)} language={language} />
        <Facts enrollment={enrollment} municipality={company?.municipality ?? null} language={language} />
        {company && (
          <p>
            <a href={`/${language}/organizations/${organization.slug}${company.isEdited ? "/edit" : ""}`}>
              {company.isEdited ? text.editCompany : text.aboutCompany}
            </a>
          </p>
        )}
        <div className="chapter even section-s">
          <section className="stack" aria-labelledby="years">
            <h2 id="years">{text.observations}</h2>
            <Observations enrollment={enrollment} language={language} />
            {abilities.observe && <EnrollmentObserve {...parts} />}
            {abilities.observe && (
              <p>
                <a href={`/${language}${enrollment.formPath}`}>{text.founderForm}</a>
              </p>
            )}
            {abilities.edit && <EnrollmentTakeBack {...parts} />}
            {abilities.edit && <EnrollmentChange {...parts} />}
          </section>
          <div className="stack">
            <Milestones {...parts} />
            <Notes {...parts} />
          </div>
        </div>
      </div>
    </Page>
  );
}

type PartProps = { enrollment: ShownEnrollment; language: Language };

function Facts({ enrollment, municipality, language }: PartProps & { municipality: string | null }) {
  const text = startupWords[language];
  const { outcome, jobs, adviser, intake, foundedOn, legalForm, baseline } = enrollment;
  const day = (on: string | null) => (on === null ? null : dateWithYear(on, language));
  const told = (count: typeof jobs.heads) => (count === null ? programWords[language].notSaid : intervalInWords(count, language));
  const facts = [
    [
      text.state,
      [text.types[outcome.type], outcome.endedOn && text.since(dateWithYear(outcome.endedOn, language))].filter(Boolean).join(" "),
    ],
    [text.intake, day(intake)],
    [text.known, day(outcome.lastEvidence)],
    [programWords[language].municipality, municipality && placeName(municipality)],
    [text.founded, day(foundedOn)],
    [text.form, legalForm],
    [text.heads, told(jobs.heads)],
    [text.fte, told(jobs.fte)],
    [text.baseline, baseline.heads === null ? null : String(baseline.heads)],
    [text.adviser, adviser?.name ?? null],
  ];
  return (
    <dl className="startup-facts" aria-label={text.facts}>
      {facts.map(
        ([label, value]) =>
          value !== null && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Observations({ enrollment, language }: PartProps) {
  const text = startupWords[language];
  if (enrollment.observations.length === 0) return <p className="soft">{text.noObservations}</p>;
  const interval = (of: { least: number; most: number } | null) => (of === null ? "" : intervalInWords(of, language));
  return (
    <DataTable
      caption={text.observations}
      isCaptionHidden
      rows={enrollment.observations}
      keyOf={({ id }) => id}
      columns={[
        { label: text.date, isHeading: true, cell: ({ date }) => dateWithYear(date, language) },
        { label: text.heads, isNumeric: true, cell: ({ jobsHeads }) => interval(jobsHeads) },
        { label: text.fte, isNumeric: true, cell: ({ jobsFte }) => interval(jobsFte) },
        { label: text.turnover, isNumeric: true, cell: ({ turnover }) => (turnover === null ? "" : money(turnover * 100, language)) },
        { label: text.state, cell: ({ status }) => text.types[status] },
        { label: text.source, cell: ({ source }) => text.sources[source] },
      ]}
    />
  );
}

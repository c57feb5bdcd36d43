import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { DataTable } from "../../../interface/components/data-table.tsx";
import { Faults } from "../../../interface/components/faults.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { TextareaField } from "../../../interface/components/text-field.tsx";
import { dateWithYear, money } from "../../../interface/format.ts";
import { inLanguage } from "../../../interface/in-language.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { ProjectAccountApi } from "../accounts/routes.ts";
import { missingWords } from "../packs/refusals.ts";
import type { ReportPackApi } from "../packs/routes.ts";
import { answerWords } from "./answer-words.ts";
import { hoursOf, writtenIn } from "./form-values.ts";
import { packFaults } from "./pack-fields.ts";
import { packWords, writtenDeviation } from "./pack-words.ts";
import { AcceptPack } from "./parts/accept-pack.tsx";
import { Attachments } from "./parts/attachments.tsx";
import { PackAccounts } from "./parts/pack-accounts.tsx";
import { AnswerForms, dayOfMoment, PackAnswers } from "./parts/pack-answers.tsx";
import { PackExpenses } from "./parts/pack-expenses.tsx";
import { ProjectHead } from "./parts/project-head.tsx";
import { Refused, Saved } from "./parts/refused.tsx";
import { projectWords } from "./project-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const pack = await read(client<ReportPackApi>(visit)["report-packs"][":id"].$get({ param: { id: given.params.pack ?? "" } }));
  return { pack, isSaved: new URL(given.request.url).searchParams.has("saved") };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const written = writtenIn(form);
  const param = { id: given.params.pack ?? "" };
  const of = client<ReportPackApi>(visit)["report-packs"][":id"];
  const header = { "if-match": written.version ?? "*" };
  const file = form.get("file");
  const { problem } = await (() => {
    if (written.act === "send") return attempt(of.sending.$put({ param, header }));
    if (written.act === "answer-accepted" || written.act === "answer-returned") {
      const json =
        written.act === "answer-returned"
          ? { kind: "returned" as const, remark: written.remark ?? "", dueOn: written.dueOn ?? "" }
          : {
              kind: "accepted" as const,
              ...(written.reference && { reference: written.reference }),
              ...(written.paidOn && { paidOn: written.paidOn }),
            };
      return attempt(of.answers.$post({ param, header, json }));
    }
    if (written.act === "accept") {
      const json = { on: written.on ?? "", ...(written.reference && { reference: written.reference }) };
      return attempt(of.acceptance.$put({ param, json }));
    }
    if (written.act === "attach") {
      const query = {
        kind: written.kind === "auditor_statement" ? "auditor_statement" : "attachment",
        funding: written.funding ?? "",
      } as const;
      const sent = { param: { id: written.project ?? "" }, query, form: { file: file instanceof File ? file : new File([], "") } };
      return attempt(client<ProjectAccountApi>(visit).projects[":id"].files.$post(sent));
    }
    const explanations = Object.fromEntries(
      Object.entries(written).flatMap(([name, value]) => (name.startsWith("explain-") ? [[name.slice("explain-".length), value]] : [])),
    );
    return attempt(of.$patch({ param, header, json: { narrative: written.narrative ?? "", explanations } }));
  })();
  if (problem) return data({ problem, written }, { status: problem.status });
  return redirect(`/${visit.language}/report-packs/${given.params.pack}?saved`, 303);
}

/** A report to a funder: what is missing, the accounts, the words, what was done, and the way to send it. */
export default function Pack() {
  const { pack, isSaved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language, today } = useShell();
  const text = packWords[language];
  const title = text.title({ funder: pack.funding.funder, number: pack.number });
  const path = `/${language}/report-packs/${pack.id}`;
  const file = (ending: string) => `/api/v1/report-packs/${pack.id}.${ending}?language=${language}`;
  const day = (on: string) => dateWithYear(on, language);
  const isOpen = pack.abilities.edit;
  const isReturned = pack.answers.at(-1)?.kind === "returned" && (isOpen || pack.sentAt === pack.answers.at(-1)?.sentAt);
  const answers = answerWords[language];
  const lead = `${pack.isFinal ? text.final : text.interim}, ${text.period({ from: day(pack.from), to: day(pack.to) })}`;
  const { labels, faults } = packFaults(pack, refused, language);
  const version = <input type="hidden" name="version" value={`"${pack.version}"`} />;
  const toExplain = pack.lines.filter(({ mustExplain, explanation }) => mustExplain || explanation !== "");
  const sum = (of: "registered" | "checkedIn") => pack.activities.reduce((total, event) => total + event[of], 0);
  return (
    <Page title={refused ? `${projectWords[language].error}: ${title}` : title} area={{ kind: "public" }}>
      <div className="frame section-s stack">
        {pack.abilities.seeProject ? (
          <ProjectHead project={pack.project} title={title} lead={lead} place={undefined} language={language} />
        ) : (
          <div className="page-head">
            <div>
              <p className="small soft">
                {pack.project.organization.name}: {inLanguage(pack.project.titles, language)}
              </p>
              <h1>{title}</h1>
              <p className="lead">{lead}</p>
            </div>
            {pack.funding.funderSlug && (
              <div className="buttons">
                <a className="button" href={`/${language}/organizations/${pack.funding.funderSlug}/report-packs`}>
                  {answers.received}
                </a>
              </div>
            )}
          </div>
        )}
        <div className="buttons">
          <a className="button small" href={file("pdf")}>
            PDF
          </a>
          <a className="button small" href={file("xlsx")}>
            XLSX
          </a>
          {pack.abilities.answer && (
            <a className="button small lit" href="#answer">
              {answers.answer}
            </a>
          )}
        </div>
        <Refused problem={refused?.problem} faults={faults} labels={labels} language={language} />
        <Saved isSaved={isSaved && !refused} language={language} />
        {pack.sentAt && (
          <Notice kind="good" title={text.sent({ day: dayOfMoment(pack.sentAt, language) })}>
            {pack.acceptedOn && (
              <p>{text.accepted({ day: day(pack.acceptedOn), reference: pack.acceptedReference ? `, ${pack.acceptedReference}` : "" })}</p>
            )}
            {pack.abilities.seeProject && pack.isAnsweredHere && !pack.acceptedOn && (
              <p>{answers.funderAnswers({ funder: pack.funding.funder })}</p>
            )}
          </Notice>
        )}
        {isReturned && (
          <Notice kind="care" title={answers.openAgain}>
            <p>{isOpen ? answers.openAgainAbout : answers.shownAsSent}</p>
          </Notice>
        )}
        <PackAnswers pack={pack} language={language} />
        {isOpen && pack.missing.length > 0 && (
          <Notice kind="care" title={text.missing}>
            <ul>
              {pack.missing.map((one) => (
                <li key={one}>{missingWords[language][one]}</li>
              ))}
            </ul>
          </Notice>
        )}
        {pack.needsAttestation && <p className="small soft">{text.attestation({ sum: money(pack.attestationOre ?? 0, language) })}</p>}
        <PackAccounts pack={pack} language={language} />
        <PackExpenses expenses={pack.expenses} language={language} />
        {isOpen ? (
          <Faults faults={faults}>
            <form method="post" action={path} className="form" noValidate>
              {version}
              <TextareaField
                name="narrative"
                label={text.narrative}
                rows={8}
                defaultValue={refused?.written.narrative ?? pack.narrative}
                language={language}
              />
              {toExplain.length > 0 && (
                <fieldset className="field">
                  <legend className="label">{text.explain}</legend>
                  <p className="hint">
                    {text.explainAbout({ percent: writtenDeviation(pack.deviationLimitPercent, language).replace("+", "") })}
                  </p>
                  {toExplain.map((line) => (
                    <TextareaField
                      key={line.id}
                      name={`explain-${line.id}`}
                      label={text.mustExplain({ line: line.text, percent: writtenDeviation(line.deviationPercent, language) })}
                      rows={2}
                      defaultValue={refused?.written[`explain-${line.id}`] ?? line.explanation}
                      language={language}
                    />
                  ))}
                </fieldset>
              )}
              <button className="button lit" type="submit">
                {text.save}
              </button>
            </form>
          </Faults>
        ) : (
          <section aria-labelledby="narrative">
            <h2 id="narrative">{text.narrative}</h2>
            {pack.narrative
              .split("\n")
              .filter(Boolean)
              .map((line) => (
                <p key={line}>{line}</p>
              ))}
          </section>
        )}
        {pack.hours.length > 0 && (
          <DataTable
            caption={text.hours}
            rows={pack.hours.map((one, place) => ({ ...one, key: String(place) }))}
            keyOf={({ key }) => key}
            columns={[
              { label: text.who, isHeading: true, cell: ({ name }) => name ?? text.erased },
              { label: text.hours, isNumeric: true, cell: ({ minutes }) => hoursOf(minutes) },
              { label: text.amount, isNumeric: true, cell: ({ amountOre }) => money(amountOre, language) },
            ]}
          />
        )}
        <section aria-labelledby="activities" className="stack">
          <h2 id="activities">{text.activities}</h2>
          <p>{text.activitiesAbout({ events: pack.activities.length, registered: sum("registered"), checkedIn: sum("checkedIn") })}</p>
          {pack.activities.length > 0 && (
            <ul className="plain-list">
              {pack.activities.map((event) => (
                <li key={event.id}>
                  <a href={`/${language}/events/${event.slug}`}>{inLanguage(event.titles, language)}</a>, {day(event.day)}
                </li>
              ))}
            </ul>
          )}
        </section>
        <Faults faults={faults}>
          <Attachments pack={pack} path={path} language={language} />
        </Faults>
        {pack.abilities.answer && (
          <Faults faults={faults}>
            <AnswerForms pack={pack} path={path} today={today} written={refused?.written} language={language} />
          </Faults>
        )}
        {isOpen && (
          <form method="post" action={path} className="form">
            {version}
            <p>
              {pack.missing.length === 0 && `${text.ready} `}
              {pack.isAnsweredHere ? answers.sendAbout({ funder: pack.funding.funder }) : text.sendAbout}
            </p>
            <button className="button lit" type="submit" name="act" value="send">
              {pack.isAnsweredHere ? answers.send : text.send}
            </button>
          </form>
        )}
        {pack.abilities.writeAcceptance && (
          <Faults faults={faults}>
            <AcceptPack path={path} written={refused?.written} language={language} />
          </Faults>
        )}
      </div>
    </Page>
  );
}

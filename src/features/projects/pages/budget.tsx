import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { Faults } from "../../../interface/components/faults.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { TextField } from "../../../interface/components/text-field.tsx";
import { faultsIn } from "../../../interface/faults-in.ts";
import { oreOf } from "../../../interface/form-values.ts";
import { dateWithYear, money } from "../../../interface/format.ts";
import { inLanguage } from "../../../interface/in-language.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { balanceOf } from "../budget/balance.ts";
import type { ProjectApi } from "../routes.ts";
import { budgetWords } from "./budget-words.ts";
import { BalanceBox } from "./parts/balance-box.tsx";
import { BudgetSide } from "./parts/budget-side.tsx";
import { BudgetTable } from "./parts/budget-table.tsx";
import { ProjectHead } from "./parts/project-head.tsx";
import { Refused, Saved } from "./parts/refused.tsx";
import { projectWords } from "./project-words.ts";
import { emptyLines, linesForApi, linesToWrite, writtenLines } from "./written-budget.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.project ?? "" };
  const of = client<ProjectApi>(visit).projects[":id"];
  const [project, budget] = await Promise.all([read(of.$get({ param })), read(of.budget.$get({ param }))]);
  const query = new URL(given.request.url).searchParams;
  return { project, budget, isSaved: query.has("saved"), isWriting: query.has("write"), more: query.has("more") };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const param = { id: given.params.project ?? "" };
  const of = client<ProjectApi>(visit).projects[":id"].budget;
  const path = `/${visit.language}/projects/${given.params.project}/budget`;
  const act = form.get("act");
  if (act === "approve") {
    const { problem } = await attempt(of.approval.$put({ param }));
    if (problem) return data({ problem, lines: undefined, reason: "" }, { status: problem.status });
    return redirect(`${path}?saved`, 303);
  }
  if (act === "forecast") {
    const written = [...form].filter(([name, value]) => name.startsWith("forecast-") && String(value).trim() !== "");
    const forecasts = written.map(([name, value]) => ({ lineId: name.slice("forecast-".length), amountOre: oreOf(String(value)) }));
    const { problem } = await attempt(of.forecasts.$put({ param, json: { forecasts } }));
    if (problem) return data({ problem, lines: undefined, reason: "" }, { status: problem.status });
    return redirect(`${path}?saved`, 303);
  }
  const lines = writtenLines(form);
  const reason = String(form.get("reason") ?? "").trim();
  const { problem } = await attempt(of.$put({ param, json: { lines: linesForApi(lines), ...(reason && { reason }) } }));
  if (problem) return data({ problem, lines, reason }, { status: problem.status });
  return redirect(act === "more" ? `${path}?write&more#lines` : `${path}?saved`, 303);
}

/** The budget: both sides with their sums as one types, what is approved beside what is spent and believed. */
export default function Budget() {
  const { project, budget, isSaved, isWriting, more } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = budgetWords[language];
  const title = `${text.title}, ${inLanguage(project.titles, language)}`;
  const path = `/${language}/projects/${project.slug}/budget`;
  const hasApproved = budget.versions.some(({ approvedAt }) => approvedAt !== null);
  const isOpen = budget.abilities.edit && (isWriting || refused?.lines !== undefined || budget.draft !== null || !hasApproved);
  const begun = refused?.lines ?? linesToWrite(budget);
  const lines = [...begun, ...emptyLines(more || begun.length === 0 ? 4 : 1, begun.length)];
  const balance = balanceOf(lines.map((line) => ({ ...line, amountOre: oreOf(line.amount) || 0 })));
  // written lines are sent in their order, and shown so again
  const ofLines = begun.flatMap(({ key, text: line }, place) => [
    [`text-${key}`, `${text.lineNo({ n: place + 1 })}, ${text.text}`],
    [`amount-${key}`, `${line || text.lineNo({ n: place + 1 })}, ${text.amount}`],
  ]);
  const labels: Record<string, string> = { ...Object.fromEntries(ofLines), reason: text.reason };
  const sent = begun.flatMap(({ key }, place) => [
    [`lines.${place}.text`, `text-${key}`],
    [`lines.${place}.amountOre`, `amount-${key}`],
  ]);
  const faults = faultsIn(refused?.problem, labels, Object.fromEntries(sent));
  const differs = budget.actual.differenceOre;
  return (
    <Page
      title={refused ? `${projectWords[language].error}: ${title}` : title}
      area={{ kind: "public" }}
      scripts={isOpen ? ["budget"] : []}
    >
      <div className="frame section-s stack">
        <ProjectHead project={project} title={text.title} lead={text.lead} place="budget" language={language} />
        <Refused problem={refused?.problem} faults={faults} labels={labels} language={language} />
        <Saved isSaved={isSaved && !refused} language={language} />
        {budget.findings.length > 0 && (
          <Notice kind="care" title={budget.findings[0]}>
            {budget.findings.slice(1).map((finding) => (
              <p key={finding}>{finding}</p>
            ))}
          </Notice>
        )}
        {differs !== 0 && <Notice kind="care" title={text.actualDiffers({ sum: money(differs, language) })} />}
        {budget.draft !== null && <p className="soft">{text.draft({ number: budget.draft })}</p>}
        {!isOpen && budget.lines.length > 0 && (
          <BudgetTable budget={budget} isEditing={budget.abilities.edit} path={path} language={language} />
        )}
        {!isOpen && budget.abilities.edit && (
          <div className="buttons">
            <a className="button" href={`${path}?write`}>
              {text.edit}
            </a>
          </div>
        )}
        {isOpen && (
          <form method="post" action={path} className="form budget" noValidate data-budget data-language={language}>
            <BalanceBox balance={balance} language={language} />
            <Faults faults={faults}>
              <div id="lines" className="budget-sides">
                {(["cost", "financing"] as const).map((side) => (
                  <BudgetSide
                    key={side}
                    side={side}
                    lines={lines}
                    fundings={project.fundings.map(({ id, funder }) => ({ value: id, label: funder }))}
                    language={language}
                  />
                ))}
              </div>
              {(budget.draft ?? budget.versions.length + 1) > 1 && (
                <TextField
                  name="reason"
                  label={text.reason}
                  hint={text.reasonHint}
                  maxLength={1000}
                  defaultValue={refused?.reason ?? budget.versions.find(({ number }) => number === budget.draft)?.reason ?? ""}
                  language={language}
                />
              )}
            </Faults>
            <div className="buttons">
              <button className="button lit" type="submit">
                {text.save}
              </button>
              <button className="button" type="submit" name="act" value="more">
                {text.moreLines}
              </button>
            </div>
          </form>
        )}
        {budget.abilities.approve && !refused?.lines && (
          <form method="post" action={path} className="form">
            <p>{text.approveAbout}</p>
            <button className="button lit" type="submit" name="act" value="approve">
              {text.approve}
            </button>
          </form>
        )}
        {hasApproved && (
          <section aria-labelledby="versions">
            <h2 id="versions">{text.versions}</h2>
            <ul className="plain-list small">
              {budget.versions.map(({ number, approvedAt, approvedBy, reason }) => (
                <li key={number}>
                  {approvedAt
                    ? text.approved({ number, day: dateWithYear(approvedAt.slice(0, 10), language), by: approvedBy ?? "–" })
                    : text.draft({ number })}
                  {reason && `: ${reason}`}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Page>
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { dateWithYear, dayAndMonth, money } from "../../../interface/format.ts";
import { inLanguage } from "../../../interface/in-language.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { ProjectApi } from "../routes.ts";
import { Activities } from "./parts/activities.tsx";
import { Awards } from "./parts/awards.tsx";
import { Milestones } from "./parts/milestones.tsx";
import { ProjectHead } from "./parts/project-head.tsx";
import { Refused, Saved } from "./parts/refused.tsx";
import { SpentBars } from "./parts/spent-bars.tsx";
import { changeByForm } from "./project-action.ts";
import { projectWords } from "./project-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.project ?? "" };
  const of = client<ProjectApi>(visit).projects[":id"];
  const [project, budget] = await Promise.all([read(of.$get({ param })), read(of.budget.$get({ param }))]);
  return { project, budget, isSaved: new URL(given.request.url).searchParams.has("saved") };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const { problem, anchor, page } = await changeByForm(visit, given.params.project ?? "", form);
  if (problem) return data({ problem }, { status: problem.status });
  return redirect(`/${visit.language}${page ?? `/projects/${given.params.project}?saved#${anchor}`}`, 303);
}

/** A project at a glance: what is spent beside the plan, what has come of the awards, deadlines, milestones and activities. */
export default function Project() {
  const { project, budget, isSaved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language, today } = useShell();
  const text = projectWords[language];
  const title = inLanguage(project.titles, language);
  const path = `/${language}/projects/${project.slug}`;
  const percent = project.leadPercent === null ? "" : text.percentOf({ percent: project.leadPercent });
  const open = project.fundings.flatMap(({ deadlines, funder }) => deadlines.map((deadline) => ({ ...deadline, funder })));
  const next = open.filter(({ doneOn }) => doneOn === null).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0];
  const received = project.fundings.reduce((sum, { receivedOre }) => sum + receivedOre, 0);
  const awarded = project.fundings.reduce((sum, { amountOre }) => sum + amountOre, 0);
  return (
    <Page title={refused ? `${text.error}: ${title}` : title} area={{ kind: "public" }}>
      <div className="frame section-s stack">
        <ProjectHead
          project={project}
          title={title}
          lead={text.period({ from: dateWithYear(project.from, language), to: dateWithYear(project.to, language) })}
          place="overview"
          language={language}
        />
        <Refused problem={refused?.problem} language={language} />
        <Saved isSaved={isSaved && !refused} language={language} />
        <dl className="figures">
          <div>
            <dt>{text.spent}</dt>
            <dd>
              <span className="amount">{money(Math.round(project.actual.costOre / 100) * 100, language)}</span>
            </dd>
            <dd className="small soft">
              {text.spentOf({ spent: money(project.actual.costOre, language), planned: money(project.plannedOre, language) })}
            </dd>
          </div>
          {project.fundings.length > 0 && (
            <div>
              <dt>{text.fundings}</dt>
              <dd>
                <span className="amount">{money(received, language)}</span>
              </dd>
              <dd className="small soft">{text.received({ received: money(received, language), amount: money(awarded, language) })}</dd>
            </div>
          )}
          {next && (
            <div>
              <dt>{text.deadline}</dt>
              <dd>
                <span className="amount">{dayAndMonth(next.dueOn, language)}</span>
              </dd>
              <dd className="small soft">
                {text.kinds[next.kind]}, {next.funder}, {dateWithYear(next.dueOn, language)}
              </dd>
            </div>
          )}
        </dl>
        {project.lead && <p>{text.leads({ name: project.lead.name, percent })}.</p>}
        {inLanguage(project.descriptions, language)
          .split("\n")
          .filter(Boolean)
          .map((line) => (
            <p key={line}>{line}</p>
          ))}
        {project.focusAreas.length > 0 && (
          <p className="small soft">
            {text.focusAreas}: {project.focusAreas.join(" · ")}
          </p>
        )}
        {project.partners.length > 0 && (
          <p className="small soft">
            {text.partners}: {project.partners.map(({ name, role }) => (role ? `${name} (${role})` : name)).join(" · ")}
          </p>
        )}
        {project.abilities.edit && (
          <div className="buttons">
            <a className="button" href={`${path}/edit`}>
              {text.editTitle}
            </a>
          </div>
        )}
        <section aria-labelledby="money" className="stack">
          <h2 id="money">{text.money}</h2>
          <SpentBars budget={budget} path={path} mayEdit={budget.abilities.edit} language={language} />
        </section>
        {project.abilities.edit && <Awards project={project} path={path} today={today} language={language} />}
        <Milestones project={project} today={today} language={language} />
        <Activities project={project} language={language} />
      </div>
    </Page>
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { SelectField } from "../../../interface/components/choice-field.tsx";
import { TextField } from "../../../interface/components/text-field.tsx";
import { oreOf } from "../../../interface/form-values.ts";
import { dayAndMonth, money, shortDay } from "../../../interface/format.ts";
import { inLanguage } from "../../../interface/in-language.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { addDays, isDay } from "../../../platform/time/day.ts";
import type { ProjectAccountApi } from "../accounts/routes.ts";
import type { ProjectApi } from "../routes.ts";
import { accountWords } from "./account-words.ts";
import { hoursOf, minutesOf, writtenIn } from "./form-values.ts";
import { inHours } from "./hours-problem.ts";
import { HoursToApprove } from "./parts/hours-to-approve.tsx";
import { ProjectHead } from "./parts/project-head.tsx";
import { Rates } from "./parts/rates.tsx";
import { Refused, Saved } from "./parts/refused.tsx";
import { projectWords } from "./project-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.project ?? "" };
  const query = new URL(given.request.url).searchParams;
  const week = query.get("week") ?? "";
  const [project, hours] = await Promise.all([
    read(client<ProjectApi>(visit).projects[":id"].$get({ param })),
    read(client<ProjectAccountApi>(visit).projects[":id"].hours.$get({ param, query: isDay(week) ? { week } : {} })),
  ]);
  const asked = query.get("person");
  const me = visit.actor.personId;
  const whose = hours.people.find(({ id }) => id === asked) ?? hours.people.find(({ id }) => id === me) ?? hours.people[0];
  return { project, hours, whose, isSaved: query.has("saved") };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const written = writtenIn(await given.request.formData());
  const param = { id: given.params.project ?? "" };
  const of = client<ProjectAccountApi>(visit).projects[":id"];
  const { act, week = "", person: personId = "" } = written;
  const path = `/${visit.language}/projects/${given.params.project}/hours`;
  const { problem } = await (() => {
    if (act === "approve") {
      const json = { personId, from: week, until: isDay(week) ? addDays(week, 6) : week };
      return attempt(of.hours.approval.$put({ param, json }));
    }
    if (act === "rate") {
      const paid = written.salary ? { yearlySalaryOre: oreOf(written.salary) } : { rateOre: oreOf(written.rate ?? "") };
      return attempt(of.rates.$put({ param, json: { personId, from: written.from ?? "", ...paid } }));
    }
    const days = Object.entries(written).flatMap(([name, value]) => {
      const [, lineId = "", day = ""] = /^minutes\/([^/]+)\/([^/]+)$/.exec(name) ?? [];
      return lineId === "" ? [] : [{ lineId, day, minutes: minutesOf(value), ...(written.note && { note: written.note }) }];
    });
    return attempt(of.hours.$put({ param, json: { personId, days } }));
  })();
  if (problem) return data({ problem: inHours(problem, visit.language), written }, { status: problem.status });
  return redirect(`${path}?week=${week}&person=${personId}&saved`, 303);
}

/** A week of hours on a phone: a day under the other, a field for each line; and what others wait to have approved. */
export default function Hours() {
  const { project, hours, whose, isSaved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language, today } = useShell();
  const text = accountWords[language];
  const title = `${text.hoursTitle}, ${inLanguage(project.titles, language)}`;
  const path = `/${language}/projects/${project.slug}/hours`;
  const own = hours.days.filter(({ personId }) => personId === whose?.id);
  const at = (lineId: string, day: string) => own.find((one) => one.lineId === lineId && one.day === day);
  const days = Array.from({ length: 7 }, (_, place) => addDays(hours.from, place)).filter(
    (day) => day >= project.from && day <= project.to,
  );
  const link = (week: string) => `${path}?week=${week}${whose ? `&person=${whose.id}` : ""}`;
  const minutes = own.reduce((sum, day) => sum + day.minutes, 0);
  const amount = own.reduce((sum, day) => sum + day.amountOre, 0);
  return (
    <Page title={refused ? `${projectWords[language].error}: ${title}` : title} area={{ kind: "public" }}>
      <div className="frame section-s stack">
        <ProjectHead project={project} title={text.hoursTitle} lead={text.hoursLead} place="hours" language={language} />
        <Refused problem={refused?.problem} language={language} />
        <Saved isSaved={isSaved && !refused} language={language} />
        {hours.people.length > 1 && (
          <form className="form" action={path}>
            <input type="hidden" name="week" value={hours.from} />
            <SelectField
              name="person"
              id="whose"
              label={text.person}
              defaultValue={whose?.id}
              options={hours.people.map(({ id, name }) => ({ value: id, label: name }))}
              language={language}
            />
            <button className="button small" type="submit">
              {text.show}
            </button>
          </form>
        )}
        <div className="buttons">
          <a className="button small" href={link(addDays(hours.from, -7))}>
            {text.before}
          </a>
          <a className="button small" href={link(addDays(hours.from, 7))}>
            {text.after}
          </a>
        </div>
        <h2>{text.week({ from: dayAndMonth(hours.from, language), until: dayAndMonth(hours.until, language) })}</h2>
        {hours.lines.length === 0 && <p>{text.noLines}</p>}
        {!whose && <p>{text.noRates}</p>}
        {days.length === 0 && (
          <p>
            {text.outside} <a href={link(today < project.from ? project.from : project.to)}>{text.toProject}</a>
          </p>
        )}
        {whose && hours.lines.length > 0 && days.length > 0 && (
          <form method="post" action={link(hours.from)} className="form hours-week" noValidate>
            <input type="hidden" name="week" value={hours.from} />
            <input type="hidden" name="person" value={whose.id} />
            <p>
              <b>{whose.name}</b>, {text.sum({ hours: hoursOf(minutes), sum: money(amount, language) })}
            </p>
            {days.map((day) => (
              <fieldset key={day} className="hours-day">
                <legend>{shortDay(day, language)}</legend>
                {hours.lines.map((line) => {
                  const name = `minutes/${line.id}/${day}`;
                  const standing = at(line.id, day);
                  return (
                    <div className="field" key={line.id}>
                      <label htmlFor={name}>
                        {line.text}
                        <span className="hidden">, {shortDay(day, language)}</span>
                      </label>
                      <input
                        id={name}
                        name={name}
                        inputMode="decimal"
                        className="w-xs"
                        disabled={day > today}
                        defaultValue={refused?.written[name] ?? (standing && standing.minutes > 0 ? hoursOf(standing.minutes) : "")}
                      />
                      {standing && (
                        <span className="small soft">
                          {standing.waiting ? text.waiting : text.approvedBy({ name: standing.approvedBy ?? "–" })}
                        </span>
                      )}
                    </div>
                  );
                })}
              </fieldset>
            ))}
            <TextField
              name="note"
              label={text.note}
              isOptional
              maxLength={300}
              defaultValue={refused?.written.note ?? ""}
              language={language}
            />
            <button className="button lit" type="submit">
              {text.save}
            </button>
          </form>
        )}
        {hours.abilities.approve && <HoursToApprove waiting={hours.waiting} path={path} language={language} />}
        {hours.abilities.setRates && <Rates hours={hours} path={path} project={project} language={language} />}
      </div>
    </Page>
  );
}

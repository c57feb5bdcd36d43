import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { Icon } from "../../../../interface/components/icon.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { dateWithYear } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { Written } from "../form-values.ts";
import { projectWords } from "../project-words.ts";
import type { ShownProject } from "./project-of-api.ts";

const icons = { done: "check-round", late: "warning", delayed: "clock", planned: "calendar" } as const;

type MilestonesProps = { project: ShownProject; today: string; written: Written; language: Language };

/** Milestones in the order they are planned: what was planned stands beside what is believed and what is done, with what shows it. */
export function Milestones({ project, today, written, language }: MilestonesProps) {
  const text = projectWords[language];
  const again = (id: string) => (["reach", "move"].includes(written.act ?? "") && written.milestone === id ? written : undefined);
  const added = written.act === "milestone" ? written : undefined;
  const packageOf = (id: string | null) => project.workPackages.find((one) => one.id === id)?.title;
  return (
    <section aria-labelledby="milestones" className="stack">
      <h2 id="milestones">{text.milestones}</h2>
      {project.milestones.length === 0 && <p>{text.noMilestones}</p>}
      <ol className="plain-list milestones">
        {project.milestones.map(({ id, title, state, plannedOn, forecastOn, doneOn, evidence, workPackageId }) => (
          <li key={id}>
            <p className="with-icon">
              <Icon name={icons[state]} />
              <span>
                <b>{title}</b> <span className="soft">{text.states[state]}</span>
              </span>
            </p>
            <p className="small">
              {packageOf(workPackageId) && <>{packageOf(workPackageId)}. </>}
              {text.plannedOn} {dateWithYear(plannedOn, language)}
              {forecastOn && forecastOn !== plannedOn && (
                <>
                  {". "}
                  {text.forecastOn} {dateWithYear(forecastOn, language)}
                </>
              )}
              {doneOn && (
                <>
                  {". "}
                  {text.reachDay} {dateWithYear(doneOn, language)}: {evidence}
                </>
              )}
            </p>
            {project.abilities.edit && doneOn === null && (
              <details open={again(id) !== undefined}>
                <summary>
                  {text.reach}
                  <span className="hidden">: {title}</span>
                </summary>
                <form method="post" className="form" noValidate>
                  <input type="hidden" name="milestone" value={id} />
                  <TextField
                    name="day"
                    id={`day-${id}`}
                    type="date"
                    width="s"
                    label={text.receiveDay}
                    defaultValue={again(id)?.day ?? today}
                    language={language}
                  />
                  <TextField
                    name="evidence"
                    id={`evidence-${id}`}
                    label={text.evidence}
                    defaultValue={again(id)?.evidence}
                    isOptional
                    maxLength={2000}
                    language={language}
                  />
                  <div className="buttons">
                    <button className="button" name="act" value="reach" type="submit">
                      {text.reach}
                    </button>
                    <button className="button" name="act" value="move" type="submit">
                      {text.move}
                    </button>
                  </div>
                </form>
              </details>
            )}
          </li>
        ))}
      </ol>
      {project.abilities.edit && (
        <details open={added !== undefined}>
          <summary>{text.addMilestone}</summary>
          <form method="post" className="form" noValidate>
            <input type="hidden" name="act" value="milestone" />
            <TextField
              name="title"
              id="milestone-title"
              label={text.milestone}
              maxLength={160}
              defaultValue={added?.title}
              language={language}
            />
            <TextField
              name="planned"
              id="milestone-planned"
              type="date"
              width="s"
              label={text.plannedOn}
              defaultValue={added?.planned}
              language={language}
            />
            {project.workPackages.length > 0 && (
              <SelectField
                name="package"
                id="milestone-package"
                defaultValue={added?.package}
                label={text.workPackage}
                isOptional
                options={[
                  { value: "", label: text.noPackage },
                  ...project.workPackages.map(({ id, title }) => ({ value: id, label: title })),
                ]}
                language={language}
              />
            )}
            <button className="button" type="submit">
              {text.addMilestone}
            </button>
          </form>
        </details>
      )}
    </section>
  );
}

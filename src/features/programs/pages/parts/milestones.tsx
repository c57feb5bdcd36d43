import { TextField } from "../../../../interface/components/text-field.tsx";
import { dateWithYear } from "../../../../interface/format.ts";
import { startupWords } from "../startup-words.ts";
import type { EnrollmentPartProps } from "./enrollment-forms.tsx";

/** What a startup set out to reach, and what shows that it did. */
export function Milestones({ enrollment, refused, language }: EnrollmentPartProps) {
  const text = startupWords[language];
  const { milestones, abilities } = enrollment;
  const written = refused?.act === "milestone" ? refused.written : undefined;
  const error = (name: string) => refused?.errors.find(({ field }) => field === name)?.message;
  return (
    <section className="stack" aria-labelledby="milestones">
      <h2 id="milestones">{text.milestones}</h2>
      {milestones.length === 0 && <p className="soft">{text.noMilestones}</p>}
      <ul className="program-lines">
        {milestones.map((milestone) => (
          <li key={milestone.id}>
            <p>
              <b>{milestone.title}</b>
            </p>
            <p className="small soft">
              {milestone.reachedOn
                ? `${text.reached} ${dateWithYear(milestone.reachedOn, language)}: ${milestone.evidence ?? ""}`
                : milestone.dueOn && `${text.due} ${dateWithYear(milestone.dueOn, language)}`}
            </p>
            {milestone.reachedOn === null && abilities.edit && (
              <form method="post" className="survival-form">
                <input type="hidden" name="act" value="reach" />
                <input type="hidden" name="milestone" value={milestone.id} />
                <TextField
                  name={`evidence-${milestone.id}`}
                  label={text.evidence}
                  error={error(`evidence-${milestone.id}`)}
                  language={language}
                />
                <button type="submit" className="button small">
                  {text.reach}
                  <span className="hidden">: {milestone.title}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {abilities.edit && (
        <form method="post" className="survival-form">
          <input type="hidden" name="act" value="milestone" />
          <TextField name="title" label={text.milestone} defaultValue={written?.title} error={error("title")} language={language} />
          <TextField
            name="dueOn"
            label={text.due}
            type="date"
            defaultValue={written?.dueOn}
            error={error("dueOn")}
            isOptional
            language={language}
          />
          <button type="submit" className="button small">
            {text.addMilestone}
          </button>
        </form>
      )}
    </section>
  );
}

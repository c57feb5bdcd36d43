import type { ReactNode } from "react";
import { CheckboxField, RadioField, SelectField } from "../../../../../interface/components/choice-field.tsx";
import { DefaultButton } from "../../../../../interface/components/default-button.tsx";
import { TextareaField, TextField } from "../../../../../interface/components/text-field.tsx";
import { oneOf } from "../../../../../interface/form-values.ts";
import { callKinds } from "../../../call.ts";
import { callWords } from "../../call-words.ts";
import { buildWords } from "../build-words.ts";
import { boxIn, type Form, fieldIn } from "../fields.ts";
import { questionWords } from "../question-words.ts";
import { rowsOf } from "../rows.ts";
import { PhaseFields } from "./phase-fields.tsx";
import { QuestionFields } from "./question-fields.tsx";
import { RowButtons } from "./row-buttons.tsx";
import { RuleFields, type RuleOptions } from "./rule-fields.tsx";
import { TextsFields } from "./texts-fields.tsx";

type FormProps = RuleOptions & {
  form: Form;
  events: { slug: string; title: string }[];
  /** What stands by now, shown in the place of its fields. */
  standing?: { opening?: ReactNode; questions?: ReactNode; phases?: ReactNode; event?: ReactNode; phasesBefore: number };
  /** Asked where the call is made; of one that is there, the jury has a place of its own. */
  asksJury: boolean;
  /** What Enter in a field does. */
  usualAct: "draft" | "save";
  buttons: ReactNode;
};

/** The form of a call: what it is, until when, who may apply, what is asked and how it is judged. */
export function CallForm({ form, events, counties, networks, standing = { phasesBefore: 0 }, asksJury, usualAct, buttons }: FormProps) {
  const { written, language } = form;
  const [text, asks] = [buildWords[language], questionWords[language]];
  const [questions, phases, sponsors] = [rowsOf(written, "questions"), rowsOf(written, "phases"), rowsOf(written, "sponsors")];
  const zones = Object.entries(text.zones);
  const ownZone = oneOf(written, "timeZone");
  if (ownZone && !zones.some(([zone]) => zone === ownZone)) zones.push([ownZone, ownZone]);
  return (
    <form className="form" method="post" noValidate>
      <DefaultButton act={usualAct} />
      <input type="hidden" name="version" value={oneOf(written, "version")} />
      <h2>{text.what}</h2>
      {standing.questions === undefined && (
        <RadioField
          {...fieldIn(form, "kind")}
          label={text.kind}
          options={callKinds.map((value) => ({ value, label: callWords[language].kinds[value], about: text.kindsAbout[value] }))}
        />
      )}
      <TextsFields
        form={form}
        texts={[
          { name: "title", label: text.title, most: 200 },
          { name: "descriptions", label: text.about, hint: text.aboutHint, most: 8000, isLong: true, isOptional: true },
        ]}
      />
      <h2>{text.when}</h2>
      {standing.opening ?? (
        <div className="event-row">
          <TextField {...fieldIn(form, "opensOn")} label={text.opensOn} hint={text.opensHint} type="date" width="s" isOptional />
          <TextField {...fieldIn(form, "opensAt")} label={text.clock} type="time" width="s" isOptional />
        </div>
      )}
      <div className="event-row">
        <TextField {...fieldIn(form, "closesOn")} label={text.closesOn} type="date" width="s" />
        <TextField {...fieldIn(form, "closesAt")} label={text.closesAt} type="time" width="s" />
      </div>
      <SelectField {...fieldIn(form, "timeZone")} label={text.timeZone} options={zones.map(([value, label]) => ({ value, label }))} />
      <TextField {...fieldIn(form, "graceMinutes")} label={text.grace} hint={text.graceHint} inputMode="numeric" width="xs" />
      {standing.questions ?? (
        <>
          <h2 id="who">{asks.who}</h2>
          <RuleFields form={form} counties={counties} networks={networks} />
          <h2 id="questions">{asks.questions}</h2>
          <p className="soft">{asks.questionsAbout}</p>
          <input type="hidden" name="questions" value={questions.length} />
          {questions.map((row) => (
            <QuestionFields key={row} form={form} row={row} count={questions.length} />
          ))}
          <p className="buttons">
            <button
              type="submit"
              className="button small"
              name="act"
              value="questions:add"
              formAction={`#questions-${questions.length + 1}`}
            >
              {asks.moreQuestions}
            </button>
            <button type="submit" className="button small" name="act" value="preview" formAction="#preview">
              {text.toPreview}
            </button>
          </p>
        </>
      )}
      <h2 id="judged">{asks.judged}</h2>
      <p className="soft">{asks.judgedAbout}</p>
      {standing.questions === undefined && <CheckboxField {...boxIn(form, "isBlind")}>{asks.isBlind}</CheckboxField>}
      {standing.phases}
      <input type="hidden" name="phases" value={phases.length} />
      {phases.map((row) => (
        <PhaseFields key={row} form={form} row={row} count={phases.length} before={standing.phasesBefore} />
      ))}
      <p className="buttons">
        <button type="submit" className="button small" name="act" value="phases:add" formAction={`#phases-${phases.length + 1}`}>
          {asks.morePhases}
        </button>
      </p>
      {asksJury && <TextareaField {...fieldIn(form, "jurors")} label={text.jurors} hint={text.jurorsHint} isOptional />}
      <h2>{text.night}</h2>
      {standing.event ?? (
        <SelectField
          {...fieldIn(form, "event")}
          label={text.event}
          hint={text.eventHint}
          isOptional
          options={[{ value: "", label: text.noEvent }, ...events.map(({ slug, title }) => ({ value: slug, label: title }))]}
        />
      )}
      <input type="hidden" name="sponsors" value={sponsors.length} />
      {sponsors.map((row) => (
        <div key={row} id={`sponsors-${row}`} className="event-row">
          <TextField {...fieldIn(form, `sponsors.${row}.name`)} label={text.sponsor} maxLength={200} isOptional />
          <TextField {...fieldIn(form, `sponsors.${row}.text`)} label={text.sponsorText} maxLength={300} isOptional />
          <RowButtons
            list="sponsors"
            row={row}
            count={sponsors.length}
            name={oneOf(written, `sponsors.${row}.name`) || text.sponsor}
            language={language}
          />
        </div>
      ))}
      <p className="buttons">
        <button type="submit" className="button small" name="act" value="sponsors:add" formAction={`#sponsors-${sponsors.length + 1}`}>
          {text.moreSponsors}
        </button>
      </p>
      <TextsFields
        form={form}
        texts={[{ name: "appealNotes", label: text.appeal, hint: text.appealHint, most: 2000, isLong: true, isOptional: true }]}
      />
      <div className="send">{buttons}</div>
    </form>
  );
}

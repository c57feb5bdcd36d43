import { TextField } from "../../../../../interface/components/text-field.tsx";
import { oneOf } from "../../../../../interface/form-values.ts";
import { number } from "../../../../../interface/format.ts";
import { languages } from "../../../../../platform/language/language.ts";
import { type Form, fieldIn } from "../fields.ts";
import { questionWords } from "../question-words.ts";
import { rowsOf } from "../rows.ts";
import { RowButtons } from "./row-buttons.tsx";
import { TextsFields } from "./texts-fields.tsx";

type PhaseProps = { form: Form; row: number; count: number /** How many phases come before those of the form. */; before: number };

/** A phase of the judging: its name, and what is scored in it. */
export function PhaseFields({ form, row, count, before }: PhaseProps) {
  const { written, language } = form;
  const text = questionWords[language];
  const list = `phases.${row}.criteria`;
  const rows = rowsOf(written, list);
  // a phase judges by something
  const criteria = rows.length > 0 ? rows : [1];
  const title = text.phase({ number: number(before + row, language) });
  return (
    <fieldset className="part" id={`phases-${row}`}>
      <legend className="label">{title}</legend>
      <TextsFields form={form} texts={[{ name: `phases.${row}.name`, label: text.phaseName, hint: text.phaseNameHint, most: 200 }]} />
      <input type="hidden" name={list} value={criteria.length} />
      {criteria.map((criterion) => (
        <Criterion key={criterion} form={form} list={list} row={criterion} count={criteria.length} />
      ))}
      <p className="buttons">
        <button type="submit" className="button small" name="act" value={`${list}:add`} formAction={`#${list}-${criteria.length + 1}`}>
          {text.moreCriteria}
        </button>
      </p>
      <RowButtons list="phases" row={row} count={count} name={title} language={language} />
    </fieldset>
  );
}

function Criterion({ form, list, row, count }: { form: Form; list: string; row: number; count: number }) {
  const { written, language } = form;
  const text = questionWords[language];
  const name = `${list}.${row}`;
  const title = text.criterion({ number: number(row, language) });
  const said = languages.map((each) => oneOf(written, `${name}.name.${each}`)).find(Boolean);
  return (
    <fieldset className="criterion" id={`${list}-${row}`}>
      <legend className="label">{title}</legend>
      <TextsFields
        form={form}
        texts={[
          { name: `${name}.name`, label: text.criterionName, most: 200 },
          { name: `${name}.description`, label: text.criterionAbout, hint: text.criterionAboutHint, most: 1000, isOptional: true },
        ]}
      />
      <div className="event-row">
        <TextField {...fieldIn(form, `${name}.weight`, "1")} label={text.weight} inputMode="numeric" width="xs" />
        <TextField {...fieldIn(form, `${name}.least`, "1")} label={text.least} inputMode="numeric" width="xs" />
        <TextField {...fieldIn(form, `${name}.most`, "6")} label={text.highest} inputMode="numeric" width="xs" />
      </div>
      <RowButtons list={list} row={row} count={count} name={said ?? title} language={language} />
    </fieldset>
  );
}

import { CheckboxField, SelectField } from "../../../../../interface/components/choice-field.tsx";
import { TextareaField, TextField } from "../../../../../interface/components/text-field.tsx";
import { oneOf } from "../../../../../interface/form-values.ts";
import { number } from "../../../../../interface/format.ts";
import { languages } from "../../../../../platform/language/language.ts";
import { questionKinds } from "../../../submissions/question-kinds.ts";
import { buildWords } from "../build-words.ts";
import { isInOthers, kindIn, withMost, withOptions } from "../call-given.ts";
import { boxIn, type Form, fieldIn, isWrongIn } from "../fields.ts";
import { questionWords } from "../question-words.ts";
import { RowButtons } from "./row-buttons.tsx";
import { TextsFields } from "./texts-fields.tsx";

/** One question of the form: its words, how it is answered, and where it stands. */
export function QuestionFields({ form, row, count }: { form: Form; row: number; count: number }) {
  const { written, language } = form;
  const [text, common] = [questionWords[language], buildWords[language]];
  const name = `questions.${row}`;
  const said = languages.map((each) => oneOf(written, `${name}.label.${each}`)).find(Boolean);
  const title = text.question({ number: number(row, language) });
  const kind = kindIn(written, row);
  const options = `${name}.options`;
  return (
    <details className="part" id={`questions-${row}`} open={!said || isWrongIn(form, name)}>
      <summary>
        <b>{title}</b>
        {said && `: ${said}`} <span className="small soft">{said && text.kinds[kind]}</span>
      </summary>
      <input type="hidden" name={`${name}.id`} value={oneOf(written, `${name}.id`)} />
      <SelectField
        {...fieldIn(form, `${name}.kind`, "text")}
        label={text.kind}
        options={questionKinds.map((value) => ({ value, label: text.kinds[value] }))}
      />
      <TextsFields
        form={form}
        texts={[
          { name: `${name}.label`, label: text.label, most: 300 },
          { name: `${name}.hint`, label: text.hint, hint: text.hintHint, most: 1000, isLong: true, isOptional: true },
        ]}
      />
      <TextareaField {...fieldIn(form, `${options}.nb`)} label={text.options} hint={text.optionsHint} lang="nb" isOptional />
      {(withOptions.includes(kind) || isInOthers(written, [options])) && (
        <div className="event-row">
          {languages.slice(1).map((each) => (
            <TextareaField
              key={each}
              {...fieldIn(form, `${options}.${each}`)}
              label={common.inLanguage({ label: text.options, language: common.languages[each] })}
              lang={each}
              isOptional
            />
          ))}
        </div>
      )}
      <TextField
        {...fieldIn(form, `${name}.most`)}
        label={text.most}
        hint={withMost.includes(kind) ? text.mostHint : text.mostNot}
        inputMode="numeric"
        width="s"
        isOptional
      />
      <CheckboxField {...boxIn(form, `${name}.isRequired`)}>{text.isRequired}</CheckboxField>
      <CheckboxField {...boxIn(form, `${name}.identifies`)}>{text.identifies}</CheckboxField>
      <RowButtons list="questions" row={row} count={count} name={said ?? title} language={language} />
    </details>
  );
}

import type { ReactNode } from "react";
import { CheckboxField, RadioField, SelectField } from "../../../../../interface/components/choice-field.tsx";
import { TextareaField, TextField } from "../../../../../interface/components/text-field.tsx";
import { type Language, languages } from "../../../../../platform/language/language.ts";
import { messages } from "../../../pages/settings/messages.ts";
import type { Values } from "../../../pages/settings/values.ts";
import { equipment } from "../../equipment.ts";
import { bookers } from "../../resource.ts";
import type { Resource } from "../../shapes.ts";
import { errorsAt } from "../carry-out.ts";
import type { Choices } from "../field-labels.ts";
import type { FieldError } from "../refused-fields.ts";
import { valuesOfResource } from "../resource-values.ts";
import { resourceWords } from "../resource-words.ts";
import { type Fields, fieldsOf } from "./fields.ts";
import { PriceFields } from "./price-fields.tsx";

type FormProps = {
  resource: Resource;
  /** What was written, when it could not be saved. */
  written: Values | undefined;
  errors: readonly FieldError[];
  choices: Choices;
  path: string;
  language: Language;
};

/** All facts, rules and prices of one resource. */
export function ResourceForm({ resource, written, errors, choices, path, language }: FormProps) {
  const text = resourceWords[language];
  const stored = valuesOfResource(resource);
  const fields = fieldsOf("save", written ?? stored, errors, language);
  return (
    <form className="form" method="post" action={`${path}?resource=${resource.id}${errorsAt}`} noValidate>
      <input type="hidden" name="resource" value={resource.id} />
      <input type="hidden" name="version" value={written?.version ?? `"${resource.version}"`} />
      <input type="hidden" name="was" value={written?.was ?? JSON.stringify(stored)} />
      <Part title={text.parts.what}>
        <WhatFields fields={fields} isPool={resource.kind === "desk_pool"} choices={choices} language={language} />
      </Part>
      <Part title={text.parts.when}>
        <WhenFields fields={fields} language={language} />
      </Part>
      <Part title={text.parts.who}>
        <RadioField {...fields.field("bookedBy")} options={bookers.map((value) => ({ value, label: text.bookers[value] }))} />
        <SelectField {...fields.field("certification")} options={[{ value: "", label: text.noCertification }, ...choices.certifications]} />
        <PriceFields fields={fields} language={language} />
      </Part>
      <Part title={text.parts.around}>
        <div className="pair">
          <TextField {...fields.field("bufferBeforeMinutes")} hint={text.bufferHint} inputMode="numeric" width="xs" />
          <TextField {...fields.field("bufferAfterMinutes")} hint={text.bufferHint} inputMode="numeric" width="xs" />
        </div>
        <TextField {...fields.field("cancelByMinutes")} inputMode="decimal" width="xs" />
        <CheckboxField {...fields.box("needsCheckIn")}>{text.needsCheckIn}</CheckboxField>
        <CheckboxField {...fields.box("needsApproval")}>{text.needsApproval}</CheckboxField>
      </Part>
      <div className="send">
        <button className="button lit" type="submit" name="act" value="save">
          {text.save(resource)}
        </button>
      </div>
    </form>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="part">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

type FieldsProps = { fields: Fields; language: Language };

function WhatFields({ fields, isPool, choices, language }: FieldsProps & { isPool: boolean; choices: Choices }) {
  const text = resourceWords[language];
  return (
    <>
      <TextField {...fields.field("name")} maxLength={120} />
      <TextField {...fields.field("capacity")} inputMode="numeric" width="xs" />
      {isPool && <TextField {...fields.field("places")} inputMode="numeric" width="xs" />}
      <SelectField {...fields.field("partOf")} hint={text.partOfHint} options={[{ value: "", label: text.notPart }, ...choices.wholes]} />
      <fieldset className="field">
        <legend className="label">{text.descriptions}</legend>
        <div className="in-languages">
          {languages.map((each) => (
            <TextareaField
              key={each}
              {...fields.field(`descriptions.${each}`)}
              label={messages[language].languages[each]}
              lang={each}
              isOptional
            />
          ))}
        </div>
      </fieldset>
      <fieldset className="field">
        <legend className="label">{text.equipment}</legend>
        <div className="options">
          {Object.entries(equipment).map(([key, names]) => (
            <label key={key} className="option">
              <input type="checkbox" name={`equipment.${key}`} defaultChecked={fields.values[`equipment.${key}`] === "on"} />
              <span>{names[language]}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </>
  );
}

const steps = [5, 10, 15, 20, 30, 60];

function WhenFields({ fields, language }: FieldsProps) {
  const text = resourceWords[language];
  return (
    <>
      <CheckboxField {...fields.box("opensWithHouse")}>{text.opensWithHouse}</CheckboxField>
      <SelectField
        {...fields.field("stepMinutes")}
        width="s"
        options={steps.map((count) => ({ value: String(count), label: text.minutes({ count }) }))}
      />
      <div className="pair">
        <TextField {...fields.field("shortestMinutes")} inputMode="numeric" width="xs" />
        <TextField {...fields.field("longestMinutes")} inputMode="decimal" width="xs" />
      </div>
      <TextField {...fields.field("noticeMinutes")} hint={text.noticeHint} inputMode="decimal" width="xs" />
      <TextField {...fields.field("horizonDays")} inputMode="numeric" width="xs" />
      <TextField {...fields.field("weeklyMinutes")} hint={text.weeklyHint} inputMode="decimal" width="xs" isOptional />
    </>
  );
}

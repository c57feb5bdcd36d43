import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import { boardMessages } from "../../board-messages.ts";
import { typedOrNull } from "./form-values.ts";

type NextStepFieldsProps = {
  values: Readonly<Record<string, string | undefined>>;
  owners: readonly { personId: string; name: string }[];
  errorOf: (field: string) => { error?: string };
  language: Language;
};

/** What the fields of the next step are called. */
export function nextStepLabels(language: Language) {
  const { nextStep, day: nextStepOn, time: nextStepAt, owner: ownerId } = boardMessages[language];
  return { nextStep, nextStepOn, nextStepAt, ownerId };
}

/** What is to be done, when, and who sees to it. */
export function NextStepFields({ values, owners, errorOf, language }: NextStepFieldsProps) {
  const [text, labels] = [boardMessages[language], nextStepLabels(language)];
  return (
    <>
      <TextField
        name="nextStep"
        label={labels.nextStep}
        hint={text.nextStepHint}
        defaultValue={values.nextStep}
        maxLength={300}
        isOptional
        {...errorOf("nextStep")}
        language={language}
      />
      <div className="pair">
        <TextField
          name="nextStepOn"
          type="date"
          label={labels.nextStepOn}
          defaultValue={values.nextStepOn}
          isOptional
          {...errorOf("nextStepOn")}
          language={language}
        />
        <TextField
          name="nextStepAt"
          type="time"
          label={labels.nextStepAt}
          defaultValue={values.nextStepAt}
          isOptional
          {...errorOf("nextStepAt")}
          language={language}
        />
      </div>
      <SelectField
        name="ownerId"
        label={labels.ownerId}
        defaultValue={values.ownerId}
        options={[{ value: "", label: text.nobody }, ...owners.map(({ personId, name }) => ({ value: personId, label: name }))]}
        isOptional
        {...errorOf("ownerId")}
        language={language}
      />
    </>
  );
}

/** The next step as the form gave it. */
export function nextStepIn(form: FormData) {
  return {
    nextStep: typedOrNull(form, "nextStep"),
    nextStepOn: typedOrNull(form, "nextStepOn"),
    nextStepAt: typedOrNull(form, "nextStepAt"),
    ownerId: typedOrNull(form, "ownerId"),
  };
}

import type { ReactNode } from "react";
import { CheckboxField, RadioField, SelectField } from "../../../../interface/components/choice-field.tsx";
import { TextareaField, TextField } from "../../../../interface/components/text-field.tsx";
import { oneOf, type Written } from "../../../../interface/form-values.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { themes } from "../../../spaces/parts.ts";
import { audiences } from "../../event.ts";
import { countriesIn } from "../countries.ts";
import { eventLabels, termsLabels } from "../event-labels.ts";
import { newEventWords } from "../new-event-words.ts";
import { Ticks } from "./ticks.tsx";

/** What every part of the form of an event reads its fields from; nothing written: it is a new one. */
export interface EventForm {
  written: Written | undefined;
  errors: readonly { field: string; message: string }[];
  language: Language;
}

/** The name of a field, what is written in it and what is wrong with it. */
export function fieldOf({ written, errors, language }: EventForm, name: string, usual = "") {
  const error = errors.find(({ field }) => field === name)?.message;
  return { name, language, defaultValue: written ? oneOf(written, name) : usual, ...(error !== undefined && { error }) };
}

const others = ["nn", "en"] as const;

type FieldsProps = {
  form: EventForm;
  spaces: readonly { slug: string; name: string }[];
  /** The first day one can choose. */
  from: string | undefined;
  /** Who holds it with others: asked where it is made. */
  coHosts?: ReactNode;
};

/** What, when, where and for whom: what is asked alike of an event that is made and one that is changed. */
export function EventFields({ form, spaces, from, coHosts }: FieldsProps) {
  const { written, errors, language } = form;
  const text = newEventWords[language];
  const labels = eventLabels(language);
  const field = (name: keyof typeof labels, usual?: string) => ({ ...fieldOf(form, name, usual), label: labels[name] });
  const isWritten = (name: string) =>
    errors.some((error) => error.field === name) || (written !== undefined && oneOf(written, name) !== "");
  return (
    <>
      <h2>{text.what}</h2>
      <TextField {...field("title-nb")} hint={text.nameHint} lang="nb" maxLength={200} />
      <TextareaField {...field("about-nb")} lang="nb" maxLength={8000} isOptional />
      <details className="part" open={others.some((each) => isWritten(`title-${each}`) || isWritten(`about-${each}`))}>
        <summary>{text.otherLanguages}</summary>
        {others.map((each) => (
          <div key={each} className="form">
            <TextField {...field(`title-${each}`)} lang={each} maxLength={200} isOptional />
            <TextareaField {...field(`about-${each}`)} lang={each} maxLength={8000} isOptional />
          </div>
        ))}
      </details>
      <h2>{text.when}</h2>
      <TextField {...field("day")} type="date" min={from} width="s" />
      <TextField {...field("from", "09:00")} type="time" width="s" />
      <TextField {...field("to", "10:00")} type="time" width="s" />
      <TextField {...field("lastDay")} hint={text.lastDayHint} type="date" min={from} width="s" isOptional />
      <h2>{text.where}</h2>
      <SelectField
        {...field("space")}
        isOptional
        options={[{ value: "", label: text.noSpace }, ...spaces.map(({ slug, name }) => ({ value: slug, label: name }))]}
      />
      <TextField {...field("place")} maxLength={200} isOptional />
      <SelectField
        {...field("country")}
        hint={text.countryHint}
        isOptional
        options={[{ value: "", label: text.norway }, ...countriesIn(language, oneOf(written, "country"))]}
      />
      <TextField {...field("onlineUrl")} hint={text.onlineHint} type="url" maxLength={500} isOptional />
      {coHosts}
      <h2>{text.forWhom}</h2>
      <RadioField {...field("audience", "public")} options={audiences.map((value) => ({ value, label: text.audiences[value] }))} />
      <TextField {...field("audienceOrganizations")} hint={text.audienceOrganizationsHint} isOptional />
      <Ticks
        {...field("languages")}
        chosen={written ? (written.languages ?? []) : ["nb"]}
        options={Object.entries(text.languageNames).map(([value, label]) => ({ value, label }))}
      />
      <Ticks
        {...field("themes")}
        hint={text.themesHint}
        chosen={written?.themes ?? []}
        options={Object.entries(themes).map(([value, labels]) => ({ value, label: labels[language] }))}
        isMany
      />
    </>
  );
}

/** On what terms one comes: giving back, being let in, the queue. */
export function TermsFields({ form }: { form: EventForm }) {
  const { written, language } = form;
  const [text, labels] = [newEventWords[language], termsLabels(language)];
  const field = (name: keyof typeof labels, usual?: string) => ({ ...fieldOf(form, name, usual), label: labels[name] });
  return (
    <>
      <h2>{text.terms}</h2>
      <div className="event-row">
        <TextField {...field("freeCancelDays")} hint={text.freeCancelDaysHint} inputMode="numeric" width="xs" isOptional />
        <TextField {...field("lateCancelPercent")} inputMode="numeric" width="xs" isOptional />
      </div>
      <CheckboxField {...withError("needsApproval")} defaultChecked={written?.needsApproval !== undefined}>
        {labels.needsApproval}
      </CheckboxField>
      <TextField {...field("approvalHours", "72")} inputMode="numeric" width="xs" isOptional />
      <CheckboxField {...withError("hasQueue")} defaultChecked={written?.hasQueue !== undefined}>
        {labels.hasQueue}
      </CheckboxField>
    </>
  );

  function withError(name: "needsApproval" | "hasQueue") {
    const { defaultValue: _, ...own } = fieldOf(form, name);
    return own;
  }
}

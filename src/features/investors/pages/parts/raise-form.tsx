import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { TextareaField, TextField } from "../../../../interface/components/text-field.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import { instruments, stages } from "../../raises/raise.ts";
import { stageWords } from "../../stage-words.ts";
import type { RaiseFields } from "../raise-fields.ts";
import { raiseWords } from "../raise-words.ts";
import { recordWords } from "../record-words.ts";

type RaiseFormProps = {
  values: RaiseFields;
  networks: readonly { slug: string; name: string }[] | undefined;
  errorOf: (name: string) => { error?: string };
  send: string;
  language: Language;
};

/** What the fields of a raise are called, in its form and in the list of what is wrong. */
export function raiseLabels(language: Language) {
  const { network, summary, amount, deadline, text, event, contactName, contactEmail, contactPhone, terms } = recordWords[language];
  const { stage, instrument } = raiseWords[language];
  return {
    ...{ network, summary, stage, instrument, amountOre: amount, deadline, text, event },
    ...{ contactName, contactEmail, contactPhone, terms },
  };
}

/** A raise in its three layers, each with what it shows. */
export function RaiseForm({ values, networks, errorOf, send, language }: RaiseFormProps) {
  const text = recordWords[language];
  const labels = raiseLabels(language);
  const field = (name: keyof typeof labels) => ({ name, label: labels[name], defaultValue: values[name], language, ...errorOf(name) });
  return (
    <form method="post" className="form" noValidate>
      <input type="hidden" name="version" value={values.version} />
      {networks && <SelectField {...field("network")} options={networks.map(({ slug, name }) => ({ value: slug, label: name }))} />}
      <h2>{text.layerSummary}</h2>
      <p className="small soft">{text.layerSummaryAbout}</p>
      <TextareaField {...field("summary")} maxLength={400} />
      <SelectField {...field("stage")} options={stages.map((value) => ({ value, label: stageWords[language][value] }))} />
      <SelectField
        {...field("instrument")}
        options={instruments.map((value) => ({ value, label: raiseWords[language].instruments[value] }))}
      />
      <h2>{text.layerNames}</h2>
      <p className="small soft">{text.layerNamesAbout}</p>
      <TextField {...field("amountOre")} width="s" inputMode="decimal" />
      <TextField {...field("deadline")} type="date" width="s" isOptional />
      <TextareaField {...field("text")} isOptional rows={8} maxLength={8000} />
      <TextField {...field("event")} hint={text.eventHint} isOptional maxLength={80} />
      <h2>{text.layerContact}</h2>
      <p className="small soft">{text.layerContactAbout}</p>
      <TextField {...field("contactName")} maxLength={120} autoComplete="name" />
      <TextField {...field("contactEmail")} type="email" maxLength={254} autoComplete="email" />
      <TextField {...field("contactPhone")} type="tel" isOptional maxLength={40} autoComplete="tel" />
      <TextareaField {...field("terms")} isOptional maxLength={2000} />
      <button className="button lit" type="submit">
        {send}
      </button>
    </form>
  );
}

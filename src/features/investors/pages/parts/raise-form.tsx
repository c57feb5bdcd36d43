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

/** A raise in its three layers, each with what it shows. */
export function RaiseForm({ values, networks, errorOf, send, language }: RaiseFormProps) {
  const text = recordWords[language];
  const field = (name: keyof RaiseFields) => ({ name, defaultValue: values[name], language, ...errorOf(name) });
  return (
    <form method="post" className="form" noValidate>
      <input type="hidden" name="version" value={values.version} />
      {networks && (
        <SelectField
          {...field("network")}
          label={text.network}
          options={networks.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
      )}
      <h2>{text.layerSummary}</h2>
      <p className="small soft">{text.layerSummaryAbout}</p>
      <TextareaField {...field("summary")} label={text.summary} maxLength={400} />
      <SelectField
        {...field("stage")}
        label={raiseWords[language].stage}
        options={stages.map((value) => ({ value, label: stageWords[language][value] }))}
      />
      <SelectField
        {...field("instrument")}
        label={raiseWords[language].instrument}
        options={instruments.map((value) => ({ value, label: raiseWords[language].instruments[value] }))}
      />
      <h2>{text.layerNames}</h2>
      <p className="small soft">{text.layerNamesAbout}</p>
      <TextField {...field("amountOre")} width="s" label={text.amount} inputMode="decimal" />
      <TextField {...field("deadline")} type="date" width="s" label={text.deadline} isOptional />
      <TextareaField {...field("text")} label={text.text} isOptional rows={8} maxLength={8000} />
      <TextField {...field("event")} label={text.event} hint={text.eventHint} isOptional maxLength={80} />
      <h2>{text.layerContact}</h2>
      <p className="small soft">{text.layerContactAbout}</p>
      <TextField {...field("contactName")} label={text.contactName} maxLength={120} autoComplete="name" />
      <TextField {...field("contactEmail")} type="email" label={text.contactEmail} maxLength={254} autoComplete="email" />
      <TextField {...field("contactPhone")} type="tel" label={text.contactPhone} isOptional maxLength={40} autoComplete="tel" />
      <TextareaField {...field("terms")} label={text.terms} isOptional maxLength={2000} />
      <button className="button lit" type="submit">
        {send}
      </button>
    </form>
  );
}

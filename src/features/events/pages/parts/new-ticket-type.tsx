import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import { ticketTypeLabels } from "../event-labels.ts";
import { newEventWords } from "../new-event-words.ts";

type Field = { name: string; language: Language; defaultValue: string; error?: string };
type TypeProps = {
  row: string;
  quotas: readonly string[];
  /** The name, what is written and what is wrong of a field. */
  field: (name: string, usual?: string) => Field;
  language: Language;
};

const seldom = ["memberPrice", "code", "most", "opens", "closes"];

/** A kind of ticket: its name, what it takes places of and its price; folded what few need. */
export function NewTicketType({ row, quotas, field, language }: TypeProps) {
  const [text, labels] = [newEventWords[language], ticketTypeLabels(language)];
  const isUsed = seldom
    .map((name) => field(`${name}-${row}`))
    .some(({ defaultValue, error }) => defaultValue !== "" || error !== undefined);
  return (
    <fieldset className="part">
      <legend className="label">{text.type({ number: row })}</legend>
      <div className="event-row">
        <TextField {...field(`type-${row}`)} label={labels.type} maxLength={100} isOptional />
        <SelectField
          {...field(`of-${row}`, "1")}
          label={labels.of}
          isOptional
          options={quotas.map((quota) => ({ value: quota, label: text.quota({ number: quota }) }))}
        />
        <TextField {...field(`price-${row}`)} label={labels.price} inputMode="decimal" width="xs" isOptional />
      </div>
      <details className="part" open={isUsed}>
        <summary>{text.typeMore}</summary>
        <div className="event-row">
          <TextField {...field(`opens-${row}`)} label={labels.opens} type="datetime-local" isOptional />
          <TextField {...field(`closes-${row}`)} label={labels.closes} type="datetime-local" isOptional />
          <TextField {...field(`memberPrice-${row}`)} label={labels.memberPrice} inputMode="decimal" width="xs" isOptional />
          <TextField {...field(`code-${row}`)} label={labels.code} maxLength={40} width="s" autoComplete="off" isOptional />
          <TextField {...field(`most-${row}`)} label={labels.most} inputMode="numeric" width="xs" isOptional />
        </div>
      </details>
    </fieldset>
  );
}

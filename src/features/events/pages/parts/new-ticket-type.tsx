import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import type { Language } from "../../../../platform/language/language.ts";
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
  const text = newEventWords[language];
  const isUsed = seldom
    .map((name) => field(`${name}-${row}`))
    .some(({ defaultValue, error }) => defaultValue !== "" || error !== undefined);
  return (
    <fieldset className="part">
      <legend className="label">{text.type({ number: row })}</legend>
      <div className="event-row">
        <TextField {...field(`type-${row}`)} label={text.typeName} maxLength={100} isOptional />
        <SelectField
          {...field(`of-${row}`, "1")}
          label={text.typeQuota}
          isOptional
          options={quotas.map((quota) => ({ value: quota, label: text.quota({ number: quota }) }))}
        />
        <TextField {...field(`price-${row}`)} label={text.price} inputMode="decimal" width="xs" isOptional />
      </div>
      <details className="part" open={isUsed}>
        <summary>{text.typeMore}</summary>
        <div className="event-row">
          <TextField {...field(`opens-${row}`)} label={text.opens} type="datetime-local" isOptional />
          <TextField {...field(`closes-${row}`)} label={text.closes} type="datetime-local" isOptional />
          <TextField {...field(`memberPrice-${row}`)} label={text.memberPrice} inputMode="decimal" width="xs" isOptional />
          <TextField {...field(`code-${row}`)} label={text.code} maxLength={40} width="s" autoComplete="off" isOptional />
          <TextField {...field(`most-${row}`)} label={text.most} inputMode="numeric" width="xs" isOptional />
        </div>
      </details>
    </fieldset>
  );
}

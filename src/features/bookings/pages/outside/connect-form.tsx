import { CheckboxField, SelectField } from "../../../../interface/components/choice-field.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import type { Written } from "./carry-out-outside.ts";
import { outsideWords } from "./outside-words.ts";

type Props = {
  rooms: readonly { id: string; name: string }[];
  action: string;
  written: Written | undefined;
  errors: readonly { field: string; message: string }[];
  language: Language;
};

/** The form that connects a calendar to a room or a machine. */
export function ConnectForm({ rooms, action, written, errors, language }: Props) {
  const text = outsideWords[language];
  const of = (name: string) => ({ name, language, error: errors.find(({ field }) => field === name)?.message });
  return (
    <form method="post" action={action} className="stack form section-s" noValidate>
      <h2>{text.add}</h2>
      <SelectField
        {...of("resource")}
        label={text.room}
        options={rooms.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={written?.resource}
      />
      <TextField {...of("name")} label={text.name} hint={text.nameHint} maxLength={120} defaultValue={written?.name} />
      <TextField
        {...of("address")}
        type="url"
        label={text.address}
        hint={text.addressHint}
        maxLength={1000}
        autoComplete="off"
        spellCheck={false}
        defaultValue={written?.address}
      />
      <details>
        <summary>{text.whereTitle}</summary>
        <ul>
          {text.where.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
      <CheckboxField {...of("keepsTitles")} defaultChecked={written?.keepsTitles ?? false}>
        {text.keepsTitles}
      </CheckboxField>
      <div className="send">
        <button className="button lit" type="submit">
          {text.send}
        </button>
      </div>
    </form>
  );
}

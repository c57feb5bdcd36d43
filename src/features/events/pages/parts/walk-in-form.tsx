import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { number } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { doorWords } from "../../door/words.ts";
import type { DoorData } from "../door.tsx";

type WalkInFormProps = {
  door: DoorData;
  written: { name: string; email: string; type: string } | undefined;
  path: string;
  language: Language;
};

/** Registers somebody who stands at the door without a ticket. */
export function WalkInForm({ door, written, path, language }: WalkInFormProps) {
  const text = doorWords[language];
  const types = door.event.ticketTypes;
  if (types.length === 0) return null;
  return (
    <details className="room small" data-walk-in open={written !== undefined}>
      <summary>{text.walkIn}</summary>
      <form method="post" action={path} className="stack" data-act="walk-in">
        <input type="hidden" name="act" value="walk-in" />
        <input type="hidden" name="nonce" value={door.walkInNonce} />
        <p>{text.walkInAbout}</p>
        <TextField name="name" label={text.name} maxLength={200} autoComplete="off" defaultValue={written?.name} language={language} />
        <TextField
          name="email"
          label={text.email}
          type="email"
          maxLength={200}
          autoComplete="off"
          defaultValue={written?.email}
          language={language}
        />
        <SelectField
          name="type"
          label={text.ticketType}
          defaultValue={written?.type}
          options={types.map((type) => ({ value: type.id, label: `${type.name} (${text.left(number(type.left, language))})` }))}
          language={language}
        />
        <button className="button lit" type="submit">
          {text.letThemIn}
        </button>
      </form>
    </details>
  );
}

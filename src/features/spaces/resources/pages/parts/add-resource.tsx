import { SelectField } from "../../../../../interface/components/choice-field.tsx";
import { TextField } from "../../../../../interface/components/text-field.tsx";
import type { Language } from "../../../../../platform/language/language.ts";
import type { Values } from "../../../pages/settings/values.ts";
import { type ResourceKind, resourceKinds } from "../../resource.ts";
import { errorsAt } from "../carry-out.ts";
import type { FieldError } from "../refused-fields.ts";
import { resourceWords } from "../resource-words.ts";
import { fieldsOf } from "./fields.ts";

type AddProps = { written: Values | undefined; errors: readonly FieldError[]; isOpen: boolean; path: string; language: Language };

const kinds: ResourceKind[] = ["meeting_room", ...resourceKinds.filter((kind) => kind !== "meeting_room")];

/** What one must know to add something; its rules are then those most rooms have, and shown to be changed. */
export function AddResource({ written, errors, isOpen, path, language }: AddProps) {
  const text = resourceWords[language];
  const { field } = fieldsOf("add", written ?? {}, errors, language);
  return (
    <details className="opens-form" open={isOpen}>
      <summary>{text.add}</summary>
      <form className="form" method="post" action={`${path}${errorsAt}`} noValidate>
        <SelectField {...field("kind")} width="s" options={kinds.map((value) => ({ value, label: text.kinds[value] }))} />
        <TextField {...field("name")} maxLength={120} />
        <TextField {...field("capacity")} hint={text.capacityHint} inputMode="numeric" width="xs" />
        <div className="send">
          <button className="button lit" type="submit" name="act" value="add">
            {text.addIt}
          </button>
        </div>
      </form>
    </details>
  );
}

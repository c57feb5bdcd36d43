import { TextField } from "../../../../interface/components/text-field.tsx";
import { oneOf, type Written } from "../../../../interface/form-values.ts";
import { number } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { FieldError } from "../answers-written.ts";
import type { ShownRegistration } from "../load-event.ts";
import { holderField } from "./holders-written.ts";
import { placeWords } from "./place-words.ts";

type FormProps = {
  registration: ShownRegistration;
  /** What was written when it was refused. */
  written: Written | undefined;
  errors: readonly FieldError[];
  language: Language;
};

/** Who comes on each place: all in one form, so that a company writes its list in one go. */
export function NameForm({ registration, written, errors, language }: FormProps) {
  const text = placeWords[language];
  const { tickets } = registration;
  const isOne = tickets.length === 1;
  return (
    <form method="post" className="form" noValidate>
      <p>{text.about}</p>
      {tickets.map(({ id, code, holder, holderEmail, isUsed }, index) =>
        isUsed ? null : (
          <fieldset key={id} className="part">
            <legend className="label">
              {text.place({ number: number(index + 1, language) })} <span className="soft">· {code}</span>
            </legend>
            <div className="pair wide">
              <TextField
                name={holderField("name", id)}
                label={text.name}
                defaultValue={written ? oneOf(written, holderField("name", id)) : (holder ?? "")}
                autoComplete="off"
                maxLength={200}
                isOptional={holder === null}
                {...errorAt(holderField("name", id))}
                language={language}
              />
              <TextField
                name={holderField("email", id)}
                label={text.email}
                type="email"
                defaultValue={written ? oneOf(written, holderField("email", id)) : (holderEmail ?? "")}
                autoComplete="off"
                maxLength={200}
                isOptional
                {...errorAt(holderField("email", id))}
                language={language}
              />
            </div>
          </fieldset>
        ),
      )}
      <p>
        <button type="submit" className="button lit" name="act" value="name">
          {isOne ? text.saveOne : text.save}
        </button>
      </p>
    </form>
  );

  function errorAt(name: string) {
    const error = errors.find(({ field }) => field === name)?.message;
    return error ? { error } : {};
  }
}

/** What the fields are called where their errors stand together. */
export function nameLabels({ tickets }: ShownRegistration, language: Language): Record<string, string> {
  const text = placeWords[language];
  return Object.fromEntries(
    tickets.flatMap(({ id }, index) => {
      const place = text.place({ number: number(index + 1, language) });
      return [
        [holderField("name", id), `${place}, ${text.name}`],
        [holderField("email", id), `${place}, ${text.email}`],
      ];
    }),
  );
}

import { TextField } from "../../../../../interface/components/text-field.tsx";
import { dateWithYear } from "../../../../../interface/format.ts";
import type { Language } from "../../../../../platform/language/language.ts";
import type { Values } from "../../../pages/settings/values.ts";
import type { Resource } from "../../shapes.ts";
import { errorsAt } from "../carry-out.ts";
import type { FieldError } from "../refused-fields.ts";
import { resourceWords } from "../resource-words.ts";
import { fieldsOf } from "./fields.ts";

type OutProps = {
  resource: Resource;
  written: Values | undefined;
  errors: readonly FieldError[];
  today: string;
  path: string;
  language: Language;
};

/** Takes it out of use from a day, or into use again. */
export function OutOfUse({ resource, written, errors, today, path, language }: OutProps) {
  const text = resourceWords[language];
  const { inUseUntil } = resource;
  const { field } = fieldsOf("retire", written ?? { inUseUntil: inUseUntil ?? today }, errors, language);
  return (
    <section className="part" aria-labelledby="out">
      <h2 id="out">{text.out}</h2>
      {inUseUntil !== null && (
        <p>{`${resource.name}: ${(inUseUntil <= today ? text.outSince : text.outOn)({ day: dateWithYear(inUseUntil, language) })}.`}</p>
      )}
      <form className="form" method="post" action={`${path}?resource=${resource.id}${errorsAt}`} noValidate>
        <input type="hidden" name="resource" value={resource.id} />
        <TextField {...field("inUseUntil")} type="date" width="s" hint={text.outAbout} />
        <div className="buttons">
          <button className="button" type="submit" name="act" value="retire">
            {text.outIt(resource)}
          </button>
          {inUseUntil !== null && (
            <button className="button" type="submit" name="act" value="restore">
              {text.restore(resource)}
            </button>
          )}
        </div>
      </form>
    </section>
  );
}

import { CheckboxField } from "../../../../interface/components/choice-field.tsx";
import { DefaultButton } from "../../../../interface/components/default-button.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import type { Written } from "../../../../interface/form-values.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { eventLabels } from "../event-labels.ts";
import { rowsOf } from "../new-event-action.ts";
import { newEventWords } from "../new-event-words.ts";
import { EventFields, fieldOf, TermsFields } from "./event-fields.tsx";
import { NewTicketType } from "./new-ticket-type.tsx";

type FormProps = {
  spaces: readonly { slug: string; name: string }[];
  written: Written | undefined;
  errors: readonly { field: string; message: string }[];
  /** It is like something that is there: whoever writes it must say that it is another. */
  isAlike: boolean;
  today: string;
  language: Language;
};

/** The form of an event. Rows of quotas and tickets that stand empty are not there. */
export function NewEventForm({ spaces, written, errors, isAlike, today, language }: FormProps) {
  const text = newEventWords[language];
  const form = { written, errors, language };
  const field = (name: string, usual?: string) => fieldOf(form, name, usual);
  const [quotas, types] = [rowsOf(written, "quotas"), rowsOf(written, "types")];
  return (
    <form className="form" method="post" noValidate>
      <DefaultButton act="publish" />
      <EventFields
        form={form}
        spaces={spaces}
        from={today}
        coHosts={<TextField {...field("coHosts")} label={eventLabels(language).coHosts} hint={text.coHostsHint} isOptional />}
      />
      <h2>{text.quotas}</h2>
      <p className="soft">{text.quotasHint}</p>
      <input type="hidden" name="quotas" value={quotas.length} />
      {quotas.map((row) => (
        <div key={row} className="event-row">
          <TextField {...field(`quota-${row}`)} label={text.quota({ number: row })} maxLength={100} isOptional />
          <TextField {...field(`size-${row}`)} label={text.quotaSize({ number: row })} inputMode="numeric" width="xs" isOptional />
        </div>
      ))}
      <p>
        <button type="submit" className="button small" name="act" value="more-quotas">
          {text.moreQuotas}
        </button>
      </p>
      <h2>{text.types}</h2>
      <p className="soft">
        {text.typesHint} {text.vat}
      </p>
      <input type="hidden" name="types" value={types.length} />
      {types.map((row) => (
        <NewTicketType key={row} row={row} quotas={quotas} field={field} language={language} />
      ))}
      {isAlike && (
        <CheckboxField name="alikeOk" language={language}>
          {text.alikeOk}
        </CheckboxField>
      )}
      <p>
        <button type="submit" className="button small" name="act" value="more-types">
          {text.moreTypes}
        </button>
      </p>
      <TermsFields form={form} />
      <div className="send">
        <button type="submit" className="button" name="act" value="draft">
          {text.draft}
        </button>
        <button type="submit" className="button lit" name="act" value="publish">
          {text.publish}
        </button>
      </div>
    </form>
  );
}

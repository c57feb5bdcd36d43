import { CheckboxField, RadioField, SelectField } from "../../../../interface/components/choice-field.tsx";
import { DefaultButton } from "../../../../interface/components/default-button.tsx";
import { HintAndError } from "../../../../interface/components/field.tsx";
import { TextareaField, TextField } from "../../../../interface/components/text-field.tsx";
import { oneOf, type Written } from "../../../../interface/form-values.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { audiences } from "../../event.ts";
import { rowsOf } from "../new-event-action.ts";
import { newEventWords } from "../new-event-words.ts";
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

const others = ["nn", "en"] as const;

/** The form of an event. Rows of quotas and tickets that stand empty are not there. */
export function NewEventForm({ spaces, written, errors, isAlike, today, language }: FormProps) {
  const text = newEventWords[language];
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message;
  const field = (name: string, usual = "") => {
    const error = errorOf(name);
    return { name, language, defaultValue: written ? oneOf(written, name) : usual, ...(error !== undefined && { error }) };
  };
  const isWritten = (name: string) => errorOf(name) !== undefined || (written !== undefined && oneOf(written, name) !== "");
  const [quotas, types] = [rowsOf(written, "quotas"), rowsOf(written, "types")];
  const spoken = written ? (written.languages ?? []) : ["nb"];
  return (
    <form className="form" method="post" noValidate>
      <DefaultButton act="publish" />
      <h2>{text.what}</h2>
      <TextField {...field("title-nb")} label={text.name.nb} hint={text.nameHint} lang="nb" maxLength={200} />
      <TextareaField {...field("about-nb")} label={text.about.nb} lang="nb" maxLength={8000} isOptional />
      <details className="part" open={others.some((each) => isWritten(`title-${each}`) || isWritten(`about-${each}`))}>
        <summary>{text.otherLanguages}</summary>
        {others.map((each) => (
          <div key={each} className="form">
            <TextField {...field(`title-${each}`)} label={text.name[each]} lang={each} maxLength={200} isOptional />
            <TextareaField {...field(`about-${each}`)} label={text.about[each]} lang={each} maxLength={8000} isOptional />
          </div>
        ))}
      </details>
      <h2>{text.when}</h2>
      <TextField {...field("day")} label={text.day} type="date" min={today} width="s" />
      <TextField {...field("from", "09:00")} label={text.from} type="time" width="s" />
      <TextField {...field("to", "10:00")} label={text.to} type="time" width="s" />
      <TextField {...field("lastDay")} label={text.lastDay} hint={text.lastDayHint} type="date" min={today} width="s" isOptional />
      <h2>{text.where}</h2>
      <SelectField
        {...field("space")}
        label={text.space}
        isOptional
        options={[{ value: "", label: text.noSpace }, ...spaces.map(({ slug, name }) => ({ value: slug, label: name }))]}
      />
      <TextField {...field("place")} label={text.place} maxLength={200} isOptional />
      <TextField {...field("onlineUrl")} label={text.onlineUrl} hint={text.onlineHint} type="url" maxLength={500} isOptional />
      <TextField {...field("coHosts")} label={text.coHosts} hint={text.coHostsHint} isOptional />
      <h2>{text.forWhom}</h2>
      <RadioField
        {...field("audience", "public")}
        label={text.audience}
        options={audiences.map((value) => ({ value, label: text.audiences[value] }))}
      />
      <TextField {...field("audienceOrganizations")} label={text.audienceOrganizations} hint={text.audienceOrganizationsHint} isOptional />
      <fieldset className={errorOf("languages") ? "field bad" : "field"}>
        <legend className="label">{text.languages}</legend>
        <HintAndError
          name="languages"
          label={text.languages}
          {...(errorOf("languages") && { error: errorOf("languages") })}
          language={language}
        />
        <div className="options">
          {Object.entries(text.languageNames).map(([code, name], place) => (
            <label key={code} className="option">
              <input
                type="checkbox"
                id={place === 0 ? "languages" : `languages-${code}`}
                name="languages"
                value={code}
                defaultChecked={spoken.includes(code)}
              />
              <b>{name}</b>
            </label>
          ))}
        </div>
      </fieldset>
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
      <h2>{text.terms}</h2>
      <div className="event-row">
        <TextField
          {...field("freeCancelDays")}
          label={text.freeCancelDays}
          hint={text.freeCancelDaysHint}
          inputMode="numeric"
          width="xs"
          isOptional
        />
        <TextField {...field("lateCancelPercent")} label={text.lateCancelPercent} inputMode="numeric" width="xs" isOptional />
      </div>
      <CheckboxField name="needsApproval" defaultChecked={written?.needsApproval !== undefined} language={language}>
        {text.needsApproval}
      </CheckboxField>
      <TextField {...field("approvalHours", "72")} label={text.approvalHours} inputMode="numeric" width="xs" isOptional />
      <CheckboxField name="hasQueue" defaultChecked={written?.hasQueue !== undefined} language={language}>
        {text.hasQueue}
      </CheckboxField>
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

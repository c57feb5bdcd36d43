import { CheckboxField, RadioField, SelectField } from "../../../../interface/components/choice-field.tsx";
import { DefaultButton } from "../../../../interface/components/default-button.tsx";
import { HintAndError } from "../../../../interface/components/field.tsx";
import { TextareaField, TextField } from "../../../../interface/components/text-field.tsx";
import { type Language, languages } from "../../../../platform/language/language.ts";
import { oneOf, type Written } from "../form-values.ts";
import { rows } from "../new-event-action.ts";
import { newEventWords } from "../new-event-words.ts";

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
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message;
  const field = (name: string, usual = "") => {
    const error = errorOf(name);
    return { name, language, defaultValue: written ? oneOf(written, name) : usual, ...(error !== undefined && { error }) };
  };
  const spoken = written ? (written.languages ?? []) : ["nb"];
  return (
    <form className="form" method="post" noValidate>
      <DefaultButton act="publish" />
      <h2>{text.what}</h2>
      {languages.map((each) => (
        <TextField
          key={each}
          {...field(`title-${each}`)}
          label={text.name[each]}
          {...(each === "nb" && { hint: text.nameHint })}
          lang={each}
          maxLength={200}
          isOptional={each !== "nb"}
        />
      ))}
      {languages.map((each) => (
        <TextareaField key={each} {...field(`about-${each}`)} label={text.about[each]} lang={each} maxLength={8000} isOptional />
      ))}
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
        options={(["public", "members"] as const).map((value) => ({ value, label: text.audiences[value] }))}
      />
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
      {rows.map((row) => (
        <div key={row} className="event-row">
          <TextField {...field(`quota-${row}`)} label={text.quota({ number: row })} maxLength={100} isOptional />
          <TextField {...field(`size-${row}`)} label={text.quotaSize({ number: row })} inputMode="numeric" width="xs" isOptional />
        </div>
      ))}
      <h2>{text.types}</h2>
      <p className="soft">
        {text.typesHint} {text.vat}
      </p>
      {rows.map((row) => (
        <fieldset key={row} className="part event-row">
          <legend className="label">{text.type({ number: row })}</legend>
          <TextField {...field(`type-${row}`)} label={text.typeName} maxLength={100} isOptional />
          <SelectField
            {...field(`of-${row}`, "1")}
            label={text.typeQuota}
            isOptional
            options={rows.map((quota) => ({ value: quota, label: text.quota({ number: quota }) }))}
          />
          <TextField {...field(`price-${row}`)} label={text.price} inputMode="decimal" width="xs" isOptional />
          <TextField {...field(`memberPrice-${row}`)} label={text.memberPrice} inputMode="decimal" width="xs" isOptional />
          <TextField {...field(`code-${row}`)} label={text.code} maxLength={40} width="s" autoComplete="off" isOptional />
          <TextField {...field(`most-${row}`)} label={text.most} inputMode="numeric" width="xs" isOptional />
        </fieldset>
      ))}
      {isAlike && (
        <CheckboxField name="alikeOk" language={language}>
          {text.alikeOk}
        </CheckboxField>
      )}
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

import { CheckboxField } from "../../../../interface/components/choice-field.tsx";
import { HintAndError } from "../../../../interface/components/field.tsx";
import { weekdays } from "../../opening-week.ts";
import { weekdayName } from "../../opening-words.ts";
import { type HoursRow, rowsOf } from "./hours-values.ts";
import { messages } from "./messages.ts";
import { type Fields, PartForm, type PartProps } from "./part-form.tsx";

/** The week: a row for each opening, and a button for one more, which saves nothing. */
export function HoursPart(props: PartProps) {
  const { language, outcome } = props;
  const words = messages[language];
  return (
    <PartForm part="hours" props={props}>
      {(fields) => (
        <>
          <p className="hint">{words.hoursHint}</p>
          <div className="columns">
            {weekdays.map((weekday) => {
              const name = weekdayName(weekday, language);
              const id = `hours-day-${weekday}`;
              const error = fields.errorAt(id);
              return (
                <fieldset key={weekday} className={error ? "field bad" : "field"} id={id} tabIndex={error ? -1 : undefined}>
                  <legend className="label">{name.charAt(0).toLocaleUpperCase() + name.slice(1)}</legend>
                  <HintAndError name={id} label={name} language={language} error={error} />
                  {rowsOf(fields.values, weekday, outcome?.oneMore === weekday).map((row, place) => (
                    <TimePair key={row.name} row={row} day={name} place={place + 1} fields={fields} words={words} />
                  ))}
                  <div>
                    <button className="text-button small" type="submit" name="more" value={weekday}>
                      {words.addTime(name)}
                    </button>
                  </div>
                </fieldset>
              );
            })}
          </div>
          <CheckboxField
            name="openOnHolidays"
            id="hours-openOnHolidays"
            language={language}
            defaultChecked={fields.values.openOnHolidays === "on"}
          >
            {words.openOnHolidays}
          </CheckboxField>
        </>
      )}
    </PartForm>
  );
}

type TimePairProps = { row: HoursRow; day: string; place: number; fields: Fields; words: (typeof messages)["nb"] };

function TimePair({ row, day, place, fields, words }: TimePairProps) {
  return (
    <div className="pair">
      <TimeField name={`${row.name}-opens`} value={row.opens} label={words.opens} fullLabel={words.opensOf(day, place)} fields={fields} />
      <TimeField
        name={`${row.name}-closes`}
        value={row.closes}
        label={words.closes}
        fullLabel={words.closesOf(day, place)}
        fields={fields}
      />
    </div>
  );
}

type TimeFieldProps = { name: string; value: string; label: string; fullLabel: string; fields: Fields };

function TimeField({ name, value, label, fullLabel, fields }: TimeFieldProps) {
  const { id, error, language } = fields.field(name);
  return (
    <div className={error ? "field bad" : "field"}>
      <label htmlFor={id}>
        <span aria-hidden="true">{label}</span>
        <span className="hidden">{fullLabel}</span>
      </label>
      <HintAndError name={name} id={id} label={label} language={language} error={error} />
      <input
        id={id}
        name={name}
        type="time"
        defaultValue={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={error && `${id}-error`}
      />
    </div>
  );
}

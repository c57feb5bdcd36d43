import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { dayAndMonth, weekday } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { placeInMonth, type WrittenRepeat } from "../series/repeat.ts";
import { seriesWords } from "../series/series-words.ts";

/** How often a booking goes on, and for how long. The two last fields stay away while it does not. */
export function RepeatFields({ day, written, language }: { day: string; written: WrittenRepeat; language: Language }) {
  const text = seriesWords[language];
  const names = { weekday: weekday(day, language), place: text.places[String(placeInMonth(day))] ?? "" };
  const options = [
    { value: "", label: text.never },
    { value: "weekly", label: text.weekly(names) },
    { value: "fortnightly", label: text.fortnightly(names) },
    { value: "monthly", label: text.monthly(names) },
    { value: "yearly", label: text.yearly({ day: dayAndMonth(day, language) }) },
  ];
  return (
    <div className="repeat">
      {/* a row of options, of which the first is empty: nothing has to be chosen */}
      <SelectField name="repeat" label={text.repeat} isOptional language={language} defaultValue={written.repeat} options={options} />
      <div className="repeat-end">
        <TextField
          name="times"
          label={text.times}
          hint={text.timesHint}
          isOptional
          inputMode="numeric"
          pattern="[0-9]*"
          width="xs"
          defaultValue={written.times}
          language={language}
        />
        <TextField
          name="lastDay"
          type="date"
          label={text.lastDay}
          hint={text.lastDayHint}
          isOptional
          min={day}
          defaultValue={written.lastDay}
          language={language}
        />
        <button type="submit" className="button small" name="act" value="look">
          {text.look}
        </button>
      </div>
    </div>
  );
}

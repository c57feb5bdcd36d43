import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import { scopes } from "../../series/occurrence.ts";
import type { Booked } from "../day-plan.ts";
import { describeWords } from "../series/describe-words.ts";
import { seriesWords } from "../series/series-words.ts";
import { bookingWords } from "../words.ts";

type DescribeProps = { booking: Booked; day: string; path: string; language: Language };

/** What a booking is about and for how many, of one time or of its series. */
export function DescribePart({ booking, day, path, language }: DescribeProps) {
  const text = describeWords[language];
  const [words, series] = [bookingWords[language], seriesWords[language]];
  if (!booking.abilities.move || booking.kind !== "booking") return null;
  return (
    <details className="dates">
      <summary>{text.open}</summary>
      <form method="post" action={`${path}?day=${day}&booking=${booking.id}#details`}>
        <input type="hidden" name="day" value={day} />
        <input type="hidden" name="timeZone" value={booking.timeZone} />
        <input type="hidden" name="booking" value={booking.id} />
        <input type="hidden" name="version" value={booking.version} />
        <TextField
          name="title"
          id="describe-title"
          label={words.what}
          isOptional
          maxLength={200}
          defaultValue={booking.title ?? ""}
          language={language}
        />
        <TextField
          name="people"
          id="describe-people"
          label={words.howMany}
          type="number"
          min={1}
          width="s"
          isOptional
          defaultValue={String(booking.people ?? "")}
          language={language}
        />
        <TextField
          name="note"
          id="describe-note"
          label={text.note}
          isOptional
          maxLength={2000}
          defaultValue={booking.note ?? ""}
          language={language}
        />
        {booking.seriesId && (
          <SelectField
            name="scope"
            id="describe-scope"
            label={series.scope}
            language={language}
            defaultValue="this"
            options={scopes.map((value) => ({ value, label: series.scopes[value] }))}
          />
        )}
        <button type="submit" className="button" name="act" value="describe">
          {text.save}
        </button>
      </form>
    </details>
  );
}

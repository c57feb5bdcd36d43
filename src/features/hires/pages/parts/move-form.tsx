import { CheckboxField } from "../../../../interface/components/choice-field.tsx";
import { errorSummaryId } from "../../../../interface/components/error-summary.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { clock } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { writtenLength } from "../../../../platform/language/written-length.ts";
import type { Refused, ShownHire } from "../hire-action.ts";
import { hireWords } from "../hire-words.ts";
import { moveWords } from "../move-words.ts";
import { actErrors } from "./act-errors.ts";

type MoveProps = { hire: ShownHire; refused: Refused | undefined; today: string; path: string; language: Language };

/** Another day and time for what was agreed; the length stays, so only the beginning is asked for. */
export function MoveForm({ hire, refused, today, path, language }: MoveProps) {
  const text = moveWords[language];
  const isRefused = refused?.act === "move";
  const written = isRefused ? refused.written : {};
  const errors = isRefused ? actErrors(refused, language) : [];
  const [start, end] = [Temporal.Instant.from(hire.startsAt), Temporal.Instant.from(hire.endsAt)];
  const zoned = start.toZonedDateTimeISO(hire.space.timeZone);
  const minutes = start.until(end).total("minutes");
  const errorOf = (name: string) => {
    const message = errors.find(({ field }) => field === `move-${name}`)?.message;
    return message === undefined ? {} : { error: message };
  };
  return (
    <details className="opens-form" open={isRefused}>
      <summary>{text.move}</summary>
      <form method="post" action={`${path}#${errorSummaryId}`} className="form" noValidate>
        <p>{text.about}</p>
        <input type="hidden" name="timeZone" value={hire.space.timeZone} />
        <input type="hidden" name="minutes" value={minutes} />
        <TextField
          name="day"
          id="move-day"
          label={text.day}
          type="date"
          min={today}
          width="s"
          defaultValue={written.day?.[0] ?? zoned.toPlainDate().toString()}
          {...errorOf("day")}
          language={language}
        />
        <TextField
          name="from"
          id="move-from"
          label={text.from}
          hint={text.lasts({ length: writtenLength(minutes, language) })}
          type="time"
          width="s"
          defaultValue={written.from?.[0] ?? clock(zoned)}
          language={language}
        />
        <TextField
          name="reason"
          id="move-reason"
          label={hireWords[language].reason}
          maxLength={500}
          defaultValue={written.reason?.[0]}
          {...errorOf("reason")}
          language={language}
        />
        <CheckboxField name="isWished" hint={text.unlessWished} defaultChecked={written.isWished !== undefined} language={language}>
          {text.isWished}
        </CheckboxField>
        <div className="buttons">
          <button type="submit" name="act" value="move" className="button">
            {text.move}
          </button>
        </div>
      </form>
    </details>
  );
}

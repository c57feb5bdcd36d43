import { DataTable } from "../../../../interface/components/data-table.tsx";
import { errorSummaryId } from "../../../../interface/components/error-summary.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { fullDay } from "../../../../interface/format.ts";
import { timesInWords } from "../../opening-words.ts";
import { textIn } from "../../text-in.ts";
import { LanguageTexts } from "./language-texts.tsx";
import { messages } from "./messages.ts";
import { fieldsOf, PartFrame, type PartProps } from "./part-form.tsx";

/** The days ahead that are not as the week says: those there are, and one more. */
export function ExceptionsPart({ current, outcome, isSaved, path, language }: PartProps) {
  const words = messages[language];
  const fields = fieldsOf("exceptions", outcome?.values ?? {}, outcome?.errors ?? [], language);
  return (
    <PartFrame part="exceptions" isSaved={isSaved} language={language}>
      <p className="hint">{words.exceptionsHint}</p>
      {current.openingExceptions.length === 0 ? (
        <p>{words.noExceptions}</p>
      ) : (
        <DataTable
          caption={words.exceptions.title}
          isCaptionHidden
          keyOf={({ day }) => day}
          rows={current.openingExceptions}
          columns={[
            { label: words.day, isHeading: true, cell: ({ day }) => fullDay(day, language) },
            { label: words.times, cell: ({ opens, closes }) => timesInWords(opens && closes ? [{ opens, closes }] : [], language) },
            { label: words.reason, cell: ({ reasons }) => textIn(reasons, language)?.text ?? "" },
            {
              label: words.remove,
              isAction: true,
              cell: ({ day }) => (
                <form method="post" action={path}>
                  <input type="hidden" name="part" value="exceptions" />
                  <input type="hidden" name="act" value="remove" />
                  <input type="hidden" name="day" value={day} />
                  <button className="button small" type="submit">
                    {words.remove} <span className="hidden">{fullDay(day, language)}</span>
                  </button>
                </form>
              ),
            },
          ]}
        />
      )}
      <form className="form" method="post" action={`${path}#${errorSummaryId}`} noValidate>
        <input type="hidden" name="part" value="exceptions" />
        <TextField {...fields.field("day")} label={words.day} type="date" min={current.today.day} width="s" />
        <div className="pair">
          <TextField {...fields.field("opens")} label={words.opens} hint={words.timesHint} type="time" isOptional />
          <TextField {...fields.field("closes")} label={words.closes} type="time" isOptional />
        </div>
        <LanguageTexts name="reasons" label={words.reason} hint={words.reasonHint} fields={fields} language={language} />
        <div className="send">
          <button className="button lit" type="submit">
            {words.exceptions.save}
          </button>
        </div>
      </form>
    </PartFrame>
  );
}

import { CheckboxField } from "../../../../interface/components/choice-field.tsx";
import { TextareaField } from "../../../../interface/components/text-field.tsx";
import { dateWithYear } from "../../../../interface/format.ts";
import { startupWords } from "../startup-words.ts";
import type { EnrollmentPartProps } from "./enrollment-forms.tsx";

/** What was written about a startup. The founder is given the shared notes only. */
export function Notes({ enrollment, refused, language }: EnrollmentPartProps) {
  const text = startupWords[language];
  const { notes, abilities } = enrollment;
  if (!abilities.edit && notes.length === 0) return null;
  const mine = refused?.act === "note" ? refused : undefined;
  return (
    <section className="stack" aria-labelledby="notes">
      <h2 id="notes">{text.notes}</h2>
      {abilities.edit && <p className="small soft">{text.notesLead}</p>}
      {notes.length === 0 && <p className="soft">{text.noNotes}</p>}
      <ul className="program-lines">
        {notes.map((note) => (
          <li key={note.id}>
            <p>{note.text}</p>
            <p className="small soft">
              {[dateWithYear(note.writtenAt.slice(0, 10), language), note.by, note.isShared && abilities.edit && text.shared]
                .filter(Boolean)
                .join(" · ")}
            </p>
            {abilities.edit && (
              <form method="post">
                <input type="hidden" name="act" value="share" />
                <input type="hidden" name="note" value={note.id} />
                <input type="hidden" name="to" value={note.isShared ? "own" : "shared"} />
                <button type="submit" className="button small quiet">
                  {note.isShared ? text.unshare : text.share}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {abilities.edit && (
        <form method="post" className="form">
          <input type="hidden" name="act" value="note" />
          <TextareaField
            name="text"
            label={text.note}
            defaultValue={mine?.written.text}
            error={mine?.errors.find(({ field }) => field === "text")?.message}
            language={language}
          />
          <CheckboxField name="isShared" language={language}>
            {text.share}
          </CheckboxField>
          <div className="buttons">
            <button type="submit" className="button">
              {text.writeNote}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}

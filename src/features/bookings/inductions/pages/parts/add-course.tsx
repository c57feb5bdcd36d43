import { SelectField } from "../../../../../interface/components/choice-field.tsx";
import { TextareaField, TextField } from "../../../../../interface/components/text-field.tsx";
import type { Language } from "../../../../../platform/language/language.ts";
import { textIn } from "../../../../spaces/parts.ts";
import { courseWords } from "../course-words.ts";
import type { CoursesData } from "../courses.tsx";

type AddProps = { given: CoursesData; values: Record<string, string>; language: Language };

/** The form of a new course, for the desk. Its time is booked by the rules of the calendar. */
export function AddCourse({ given: { certifications, resources, space, today }, values, language }: AddProps) {
  const text = courseWords[language];
  const levels = Math.max(...certifications.map((one) => one.levels));
  return (
    <section className="stack close">
      <h2>{text.add}</h2>
      <form method="post" className="form">
        <input type="hidden" name="timeZone" value={space.timeZone} />
        <SelectField
          name="certification"
          label={text.certification}
          defaultValue={values.certification}
          options={certifications.map(({ id, names }) => ({ value: id, label: textIn(names, language)?.text ?? "" }))}
          language={language}
        />
        {levels > 1 && (
          <SelectField
            name="level"
            label={text.levelField}
            width="xs"
            defaultValue={values.level}
            options={Array.from({ length: levels }, (_, at) => ({ value: String(at + 1), label: String(at + 1) }))}
            language={language}
          />
        )}
        <SelectField
          name="resource"
          label={text.where}
          defaultValue={values.resource}
          options={resources.map(({ id, name }) => ({ value: id, label: name }))}
          language={language}
        />
        <TextField name="day" label={text.day} type="date" min={today} width="s" defaultValue={values.day ?? today} language={language} />
        <div className="pair">
          <TextField name="from" label={text.from} type="time" defaultValue={values.from ?? "17:00"} language={language} />
          <TextField name="to" label={text.to} type="time" defaultValue={values.to ?? "19:00"} language={language} />
        </div>
        <TextField
          name="places"
          label={text.places}
          inputMode="numeric"
          width="xs"
          defaultValue={values.places ?? "6"}
          language={language}
        />
        <TextareaField name="note" label={text.note} maxLength={500} isOptional defaultValue={values.note} language={language} />
        <button type="submit" className="button" name="act" value="added">
          {text.addIt}
        </button>
      </form>
    </section>
  );
}

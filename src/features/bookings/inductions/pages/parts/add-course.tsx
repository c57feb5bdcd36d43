import { SelectField } from "../../../../../interface/components/choice-field.tsx";
import { TextareaField, TextField } from "../../../../../interface/components/text-field.tsx";
import type { Language } from "../../../../../platform/language/language.ts";
import { textIn } from "../../../../spaces/parts.ts";
import { courseWords } from "../course-words.ts";
import type { CoursesData } from "../courses.tsx";

type AddProps = { given: CoursesData; values: Record<string, string>; language: Language };

/** What its fields are called, in the form and in the list of what is wrong. */
export function courseLabels(language: Language) {
  const { certification, levelField: level, where: resource, day, from, to, places, note } = courseWords[language];
  return { certification, level, resource, day, from, to, places, note };
}

/** The form of a new course, for the desk. Its time is booked by the rules of the calendar. */
export function AddCourse({ given: { certifications, resources, space, today }, values, language }: AddProps) {
  const [text, labels] = [courseWords[language], courseLabels(language)];
  const levels = Math.max(...certifications.map((one) => one.levels));
  return (
    <section className="stack close">
      <h2>{text.add}</h2>
      <form method="post" className="form" noValidate>
        <input type="hidden" name="timeZone" value={space.timeZone} />
        <SelectField
          name="certification"
          label={labels.certification}
          defaultValue={values.certification}
          options={certifications.map(({ id, names }) => ({ value: id, label: textIn(names, language)?.text ?? "" }))}
          language={language}
        />
        {levels > 1 && (
          <SelectField
            name="level"
            label={labels.level}
            width="xs"
            defaultValue={values.level}
            options={Array.from({ length: levels }, (_, at) => ({ value: String(at + 1), label: String(at + 1) }))}
            language={language}
          />
        )}
        <SelectField
          name="resource"
          label={labels.resource}
          defaultValue={values.resource}
          options={resources.map(({ id, name }) => ({ value: id, label: name }))}
          language={language}
        />
        <TextField name="day" label={labels.day} type="date" min={today} width="s" defaultValue={values.day ?? today} language={language} />
        <div className="pair">
          <TextField name="from" label={labels.from} type="time" defaultValue={values.from ?? "17:00"} language={language} />
          <TextField name="to" label={labels.to} type="time" defaultValue={values.to ?? "19:00"} language={language} />
        </div>
        <TextField
          name="places"
          label={labels.places}
          inputMode="numeric"
          width="xs"
          defaultValue={values.places ?? "6"}
          language={language}
        />
        <TextareaField name="note" label={labels.note} maxLength={500} isOptional defaultValue={values.note} language={language} />
        <button type="submit" className="button" name="act" value="added">
          {text.addIt}
        </button>
      </form>
    </section>
  );
}

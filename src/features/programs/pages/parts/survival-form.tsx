import { SelectField } from "../../../../interface/components/choice-field.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import { survivalWords } from "../../survival/survival-words.ts";
import type { LoadedProgram } from "../load-program.ts";
import { programWords } from "../program-words.ts";

/** How the curve is to be counted: every view has an address. */
export function SurvivalForm({ program, asked, language }: Pick<LoadedProgram, "program" | "asked"> & { language: Language }) {
  const text = survivalWords[language];
  const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));
  return (
    <form className="survival-form" action="#survival">
      {asked.borders && <input type="hidden" name="borders" value={asked.borders} />}
      <SelectField name="clock" label={text.clock} options={options(text.clocks)} defaultValue={asked.clock} language={language} />
      <SelectField name="merged" label={text.merged} options={options(text.mergedAs)} defaultValue={asked.merged} language={language} />
      {program.cohorts.length > 0 && (
        <SelectField
          name="cohort"
          label={text.cohort}
          isOptional
          options={[{ value: "", label: text.allCohorts }, ...program.cohorts.map(({ id, name }) => ({ value: id, label: name }))]}
          defaultValue={asked.cohort}
          language={language}
        />
      )}
      <button type="submit" className="button">
        {programWords[language].show}
      </button>
    </form>
  );
}

import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { dateWithYear, money } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { accountWords } from "../account-words.ts";

type Person = { id: string; name: string; from: string; yearlySalaryOre: number | null; rateOre: number | null };
type RatesProps = {
  hours: { people: readonly Person[]; candidates: readonly { id: string; name: string }[] };
  project: { from: string };
  path: string;
  language: Language;
};

/** What people cost by the hour, for those who run the project. */
export function Rates({ hours, project, path, language }: RatesProps) {
  const text = accountWords[language];
  const paid = ({ rateOre, yearlySalaryOre }: Person) =>
    rateOre === null ? text.salaryIs({ sum: money(yearlySalaryOre ?? 0, language) }) : text.rateIs({ sum: money(rateOre, language) });
  return (
    <section aria-labelledby="rates" className="stack">
      <h2 id="rates">{text.rates}</h2>
      <ul className="plain-list">
        {hours.people.map((person) => (
          <li key={person.id}>
            {person.name}: {paid(person)}, {text.from.toLowerCase()} {dateWithYear(person.from, language)}
          </li>
        ))}
      </ul>
      <details>
        <summary>{text.setRate}</summary>
        <form method="post" action={path} className="form">
          <SelectField
            name="person"
            id="rate-person"
            label={text.person}
            options={hours.candidates.map(({ id, name }) => ({ value: id, label: name }))}
            language={language}
          />
          <TextField name="from" id="rate-from" type="date" width="s" label={text.from} defaultValue={project.from} language={language} />
          <TextField name="rate" id="rate-rate" width="s" inputMode="decimal" label={text.rate} isOptional language={language} />
          <TextField
            name="salary"
            id="rate-salary"
            width="s"
            inputMode="decimal"
            label={text.salary}
            hint={text.salaryHint}
            isOptional
            language={language}
          />
          <button className="button" type="submit" name="act" value="rate">
            {text.setRate}
          </button>
        </form>
      </details>
    </section>
  );
}

import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { dateWithYear, money, number } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { accountWords } from "../account-words.ts";
import type { Written } from "../form-values.ts";

type Cost = { lineId: string; line: string; rateOre: number; capOre: number | null; perTenThousand: number | null; isCapped: boolean };
type Person = { id: string; name: string; from: string; yearlySalaryOre: number | null; rateOre: number | null; costs: readonly Cost[] };
type RatesProps = {
  hours: { people: readonly Person[]; candidates: readonly { id: string; name: string }[] };
  project: { from: string };
  path: string;
  /** What was written in it and not saved. */
  written: Written | undefined;
  language: Language;
};

/** What the fields of a rate are called; the page of hours has more forms. */
export function rateLabels(language: Language) {
  const { person, from, rate, salary } = accountWords[language];
  return { "rate-person": person, "rate-from": from, "rate-rate": rate, "rate-salary": salary };
}

/** What people cost by the hour, for those who run the project. */
export function Rates({ hours, project, path, written, language }: RatesProps) {
  const [text, labels] = [accountWords[language], rateLabels(language)];
  const paid = ({ rateOre, yearlySalaryOre }: Person) =>
    rateOre === null ? text.salaryIs({ sum: money(yearlySalaryOre ?? 0, language) }) : text.rateIs({ sum: money(rateOre, language) });
  const told = ({ line, rateOre, capOre, perTenThousand, isCapped }: Cost) => {
    const cost = text.hourOn({ line, sum: money(rateOre, language) });
    if (isCapped) return `${cost}: ${text.capped}.`;
    const promille = perTenThousand === null ? "" : `, ${text.ofSalary({ promille: number(perTenThousand / 10, language) })}`;
    return `${cost}${promille}.${capOre === null ? "" : ` ${text.cap({ sum: money(capOre, language) })}`}`;
  };
  return (
    <section aria-labelledby="rates" className="stack">
      <h2 id="rates">{text.rates}</h2>
      <ul className="plain-list">
        {hours.people.map((person) => (
          <li key={person.id}>
            {person.name}: {paid(person)}, {text.from.toLowerCase()} {dateWithYear(person.from, language)}
            {person.costs.map((cost) => (
              <p key={cost.lineId} className="small soft">
                {told(cost)}
              </p>
            ))}
          </li>
        ))}
      </ul>
      <details open={written !== undefined}>
        <summary>{text.setRate}</summary>
        <form method="post" action={path} className="form">
          <SelectField
            name="person"
            id="rate-person"
            label={labels["rate-person"]}
            defaultValue={written?.person}
            options={hours.candidates.map(({ id, name }) => ({ value: id, label: name }))}
            language={language}
          />
          <TextField
            name="from"
            id="rate-from"
            type="date"
            width="s"
            label={labels["rate-from"]}
            defaultValue={written?.from ?? project.from}
            language={language}
          />
          <TextField
            name="rate"
            id="rate-rate"
            width="s"
            inputMode="decimal"
            label={labels["rate-rate"]}
            defaultValue={written?.rate}
            isOptional
            language={language}
          />
          <TextField
            name="salary"
            id="rate-salary"
            width="s"
            inputMode="decimal"
            label={labels["rate-salary"]}
            defaultValue={written?.salary}
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

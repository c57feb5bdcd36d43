import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { number } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { importMessages } from "../../import-messages.ts";

type Run = {
  rowsTotal: number;
  mapping: Record<string, string>;
  columns: { key: string; label: string; help: string; isRequired: boolean }[];
  header: { name: string; examples: string[] }[];
};

/** Which column of the file is which: proposed, and the reader's to change. */
export function ImportColumns({ run, language }: { run: Run; language: Language }) {
  const text = importMessages[language];
  const options = run.header.map(({ name }) => ({ value: name, label: name }));
  return (
    <form className="form section-s" method="post" action="?" noValidate>
      <h2>{text.match}</h2>
      <p>{text.matchLead}</p>
      {run.columns.map(({ key, label, help, isRequired }) => {
        const examples = run.header.find(({ name }) => name === run.mapping[key])?.examples.filter(Boolean) ?? [];
        return (
          <SelectField
            key={key}
            name={`column-${key}`}
            label={label}
            hint={[help, examples.length > 0 && text.exampleOf(examples.join(" · "))].filter(Boolean).join(" ")}
            isOptional={!isRequired}
            defaultValue={run.mapping[key] ?? ""}
            options={[{ value: "", label: text.notThere }, ...options]}
            width="s"
            language={language}
          />
        );
      })}
      <div className="buttons">
        <button type="submit" className="button lit">
          {text.checkRows(number(run.rowsTotal, language))}
        </button>
      </div>
    </form>
  );
}

/** The choices of the form: key → the file's column. */
export function mappingIn(form: FormData): Record<string, string> {
  const chosen = [...form].flatMap(([field, value]) =>
    field.startsWith("column-") && typeof value === "string" && value !== "" ? [[field.slice("column-".length), value] as const] : [],
  );
  return Object.fromEntries(chosen);
}

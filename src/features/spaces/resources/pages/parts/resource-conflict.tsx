import { errorSummaryId } from "../../../../../interface/components/error-summary.tsx";
import type { Language } from "../../../../../platform/language/language.ts";
import type { Values } from "../../../pages/settings/values.ts";
import type { Resource } from "../../shapes.ts";
import { errorsAt } from "../carry-out.ts";
import { type Choices, fieldLabels, valueInWords } from "../field-labels.ts";
import { valuesOfResource } from "../resource-values.ts";
import { resourceWords } from "../resource-words.ts";

type ConflictProps = { mine: Values; theirs: Resource; choices: Choices; path: string; language: Language };

/** Somebody else saved the same first: both versions where they differ, and the choice between them. */
export function ResourceConflict({ mine, theirs, choices, path, language }: ConflictProps) {
  const text = resourceWords[language];
  const stored = valuesOfResource(theirs);
  const differing = Object.entries(fieldLabels(language)).filter(([name]) => (mine[name] ?? "") !== (stored[name] ?? ""));
  const here = `${path}?resource=${theirs.id}`;
  const lines = (values: Values) =>
    differing.map(([name, label]) => (
      <p key={name}>
        <span className="soft">{label}:</span> {valueInWords(name, values, choices, language)}
      </p>
    ));
  return (
    <div className="room dialog" role="alert" id={errorSummaryId} tabIndex={-1}>
      <h2>{text.conflict(theirs)}</h2>
      <div className="versions">
        <div>
          <b className="small">{text.theirs}</b>
          {lines(stored)}
        </div>
        <div>
          <b className="small">{text.yours}</b>
          {lines(mine)}
        </div>
      </div>
      <form className="buttons" method="post" action={`${here}${errorsAt}`}>
        {Object.entries({ ...mine, version: `"${theirs.version}"`, was: JSON.stringify(stored) }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button className="button lit" type="submit">
          {text.saveMine}
        </button>
        <a className="button" href={here}>
          {text.keepTheirs}
        </a>
      </form>
    </div>
  );
}

import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { DataTable } from "../../../../interface/components/data-table.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { dateWithYear } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { Written } from "../form-values.ts";
import { projectWords } from "../project-words.ts";
import type { ShownAward } from "./project-of-api.ts";

const kinds = ["report", "accounts", "payment_request", "other"] as const;

type DeadlinesProps = { fundings: ShownAward[]; today: string; written: Written; language: Language };

/** What is to be with the funders, and when. */
export function Deadlines({ fundings, today, written, language }: DeadlinesProps) {
  const text = projectWords[language];
  const again = written.act === "deadline" ? written : undefined;
  const rows = fundings
    .flatMap(({ deadlines, funder }) => deadlines.map((deadline) => ({ ...deadline, funder })))
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  return (
    <section aria-labelledby="deadlines" className="stack">
      <h3 id="deadlines">{text.deadlines}</h3>
      {rows.length > 0 && (
        <DataTable
          caption={text.deadlines}
          isCaptionHidden
          rows={rows}
          keyOf={({ id }) => id}
          classOf={({ doneOn, dueOn }) => (doneOn === null && dueOn < today ? "rows-late" : undefined)}
          columns={[
            { label: text.kind, isHeading: true, cell: ({ kind, funder }) => `${text.kinds[kind]}, ${funder}` },
            { label: text.due, cell: ({ dueOn }) => dateWithYear(dueOn, language) },
            {
              label: text.status,
              cell: ({ doneOn, dueOn }) =>
                doneOn ? text.met({ day: dateWithYear(doneOn, language) }) : dueOn < today ? text.overdue : text.open,
            },
            {
              label: text.meet,
              isAction: true,
              cell: ({ id, kind, funder, doneOn }) =>
                doneOn === null && (
                  <form method="post">
                    <input type="hidden" name="act" value="meet" />
                    <input type="hidden" name="deadline" value={id} />
                    <input type="hidden" name="day" value={today} />
                    <button className="button small" type="submit">
                      {text.meet}
                      <span className="hidden">
                        : {text.kinds[kind]}, {funder}
                      </span>
                    </button>
                  </form>
                ),
            },
          ]}
        />
      )}
      <details open={again !== undefined}>
        <summary>{text.addDeadline}</summary>
        <form method="post" className="form" noValidate>
          <input type="hidden" name="act" value="deadline" />
          <SelectField
            name="funding"
            id="deadline-funding"
            defaultValue={again?.funding}
            label={text.fundings}
            options={fundings.map(({ id, funder }) => ({ value: id, label: funder }))}
            language={language}
          />
          <SelectField
            name="kind"
            id="deadline-kind"
            defaultValue={again?.kind}
            label={text.kind}
            options={kinds.map((kind) => ({ value: kind, label: text.kinds[kind] }))}
            language={language}
          />
          <TextField name="due" id="deadline-due" type="date" width="s" label={text.due} defaultValue={again?.due} language={language} />
          <button className="button" type="submit">
            {text.addDeadline}
          </button>
        </form>
      </details>
    </section>
  );
}

import { DataTable } from "../../../../interface/components/data-table.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { oneOf, type Written } from "../../../../interface/form-values.ts";
import { number } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { workWords } from "../work-words.ts";

type Juror = { id: string; name: string; email: string; assigned: number; delivered: number; recused: number };
type PartProps = { jurors: Juror[]; written: Written | undefined; language: Language };

/** Who is on the jury and how far each has come: that they have delivered, and not what. */
export function JuryPart({ jurors, written = {}, language }: PartProps) {
  const text = workWords[language];
  return (
    <section className="stack close" aria-labelledby="jury">
      <h2 id="jury">{text.jury}</h2>
      {jurors.length === 0 ? (
        <p>
          {text.noJury}. {text.noJuryAbout}
        </p>
      ) : (
        <DataTable
          caption={text.jury}
          isCaptionHidden
          rows={jurors}
          keyOf={({ id }) => id}
          columns={[
            { label: text.juror, isHeading: true, cell: ({ name }) => name },
            { label: text.email, cell: ({ email }) => email },
            {
              label: text.progress,
              isNumeric: true,
              cell: ({ delivered, assigned }) => text.progressOf({ done: number(delivered, language), all: number(assigned, language) }),
            },
            { label: text.recused, isNumeric: true, cell: ({ recused }) => number(recused, language) },
            {
              label: text.remove,
              isAction: true,
              cell: ({ id, name, delivered, recused }) =>
                delivered + recused === 0 && (
                  <form method="post">
                    <input type="hidden" name="juror" value={id} />
                    <button className="text-button" type="submit" name="act" value="remove" aria-label={text.removeOf({ name })}>
                      {text.remove}
                    </button>
                  </form>
                ),
            },
          ]}
        />
      )}
      <details open={jurors.length === 0 || oneOf(written, "email") !== ""}>
        <summary>{text.addJuror}</summary>
        <form method="post" className="form">
          <div className="pair">
            <TextField name="name" label={text.name} language={language} maxLength={200} defaultValue={oneOf(written, "name")} />
            <TextField
              name="email"
              label={text.email}
              language={language}
              type="email"
              maxLength={200}
              defaultValue={oneOf(written, "email")}
            />
          </div>
          <p>
            <button className="button" type="submit" name="act" value="jury">
              {text.add}
            </button>
          </p>
        </form>
      </details>
    </section>
  );
}

import { type ReactNode, useId } from "react";
import { DefaultButton } from "../../../../interface/components/default-button.tsx";
import { errorSummaryId } from "../../../../interface/components/error-summary.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import { Conflict } from "./conflict.tsx";
import { messages } from "./messages.ts";
import { idOf, type Outcome, type Part, type PartError } from "./outcome.ts";
import { type EditedPart, valuesOfPart } from "./sections.ts";
import type { Current, Values } from "./values.ts";

/** What every part of the page is given. */
export type PartProps = {
  current: Current;
  /** Present when a form of this part was not saved. */
  outcome: Outcome | undefined;
  isSaved: boolean;
  path: string;
  language: Language;
};

/** A part of the page under its heading, with word of what was saved. */
export function PartFrame({
  part,
  isSaved,
  language,
  children,
}: {
  part: Part;
  isSaved: boolean;
  language: Language;
  children: ReactNode;
}) {
  const words = messages[language];
  const heading = useId();
  return (
    <section className="part" id={part} aria-labelledby={heading}>
      <h2 id={heading}>{titleOf(part, language)}</h2>
      {isSaved && <Notice kind="good" title={words.saved} role="status" />}
      {children}
    </section>
  );
}

/** The form of a part that two managers may edit at once: it carries the version it was made from, and what stood there. */
export function PartForm({ part, props, children }: { part: EditedPart; props: PartProps; children: (fields: Fields) => ReactNode }) {
  const { current, outcome, isSaved, path, language } = props;
  const words = messages[language];
  const stored = valuesOfPart[part](current);
  const values = outcome?.values ?? stored;
  return (
    <PartFrame part={part} isSaved={isSaved} language={language}>
      {outcome?.theirs && <Conflict part={part} mine={outcome.values} theirs={outcome.theirs} path={path} language={language} />}
      <form className="form" method="post" action={`${path}#${errorSummaryId}`} noValidate>
        <DefaultButton />
        <input type="hidden" name="part" value={part} />
        <input type="hidden" name="version" value={outcome?.values.version ?? `"${current.version}"`} />
        <input type="hidden" name="was" value={outcome?.values.was ?? JSON.stringify(stored)} />
        {children(fieldsOf(part, values, outcome?.errors ?? [], language))}
        <div className="send">
          <button className="button lit" type="submit">
            {words[part].save}
          </button>
        </div>
      </form>
    </PartFrame>
  );
}

/** What the fields of a part are made from. */
export type Fields = {
  values: Values;
  /** The name, id, value and error of a field. */
  field: (name: string) => { name: string; id: string; defaultValue: string; error?: string; language: Language };
  errorAt: (id: string) => string | undefined;
};

export function fieldsOf(part: Part, values: Values, errors: readonly PartError[], language: Language): Fields {
  const errorAt = (id: string) => errors.find(({ field }) => field === id)?.message;
  return {
    values,
    errorAt,
    field: (name) => {
      const error = errorAt(idOf(part, name));
      return { name, id: idOf(part, name), defaultValue: values[name] ?? "", language, ...(error && { error }) };
    },
  };
}

export function titleOf(part: Part, language: Language): string {
  return messages[language][part === "confirmation" ? "contact" : part].title;
}

import type { Language } from "../../platform/language/language.ts";
import { inWordsFirst } from "../format.ts";
import { words } from "../messages.ts";
import { Icon } from "./icon.tsx";

/** The id to move focus to after a failed save. */
export const errorSummaryId = "errors";

type ErrorSummaryProps = {
  errors: readonly { field: string; message: string }[];
  /** What the fields are called: here a sentence stands far from its field ("Navn: Fyll ut dette feltet."). */
  labels?: Readonly<Record<string, string>>;
  language: Language;
};

/** Everything that stops the form, in the order of its fields. The page's title starts with "Feil:" as well. */
export function ErrorSummary({ errors, labels = {}, language }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  const { mustBeCorrected, kept } = words[language];
  return (
    <section
      className="summary"
      role="alert"
      id={errorSummaryId}
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: the page is the answer to what was sent, and this is where it begins
      autoFocus
      aria-labelledby={`${errorSummaryId}-title`}
    >
      <h2 id={`${errorSummaryId}-title`}>
        <Icon name="wrong" /> {mustBeCorrected({ count: errors.length, inWords: inWordsFirst(errors.length, language, "neuter") })}
      </h2>
      <ol>
        {errors.map(({ field, message }) => (
          <li key={field}>
            <a href={`#${field}`}>{labels[field] ? `${labels[field]}: ${message}` : message}</a>
          </li>
        ))}
      </ol>
      <p className="small">{kept}</p>
    </section>
  );
}

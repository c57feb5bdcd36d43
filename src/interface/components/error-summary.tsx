import type { Language } from "../../platform/language/language.ts";
import { inWordsFirst } from "../format.ts";
import { words } from "../messages.ts";
import { Icon } from "./icon.tsx";

/** The id to move focus to after a failed save. */
export const errorSummaryId = "errors";

type ErrorSummaryProps = {
  errors: readonly { field: string; message: string }[];
  /** What the fields are called, in their order: here a sentence stands far from its field ("Navn: Fyll ut dette feltet."). */
  labels?: Readonly<Record<string, string>>;
  language: Language;
};

/** Everything that stops the form, in the order of its fields. The page's title starts with "Feil:" as well. */
export function ErrorSummary({ errors, labels = {}, language }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  const { mustBeCorrected, kept } = words[language];
  const order = Object.keys(labels);
  const place = (field: string) => (order.includes(field) ? order.indexOf(field) : order.length);
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
        {errors
          .toSorted((one, other) => place(one.field) - place(other.field))
          .map(({ field, message }) => (
            <li key={field}>
              <a href={`#${field}`}>{named(labels[field], message)}</a>
            </li>
          ))}
      </ol>
      <p className="small">{kept}</p>
    </section>
  );
}

// a field may be called by a question: "Hva skal lages? Fyll ut dette feltet."
function named(label: string | undefined, message: string): string {
  if (!label) return message;
  return `${label}${/[?.!]$/.test(label) ? "" : ":"} ${message}`;
}

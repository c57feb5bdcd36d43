import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { money, number } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { statuses } from "../../enrolling/outcome.ts";
import type { Written } from "../form-values.ts";
import { figureLabels } from "../startup-labels.ts";
import { startupWords } from "../startup-words.ts";
import { intervalInWords } from "./interval-words.ts";

type Figures = {
  jobsHeads: { least: number; most: number } | null;
  jobsFte: { least: number; most: number } | null;
  turnover: number | null;
  capitalRaised: number | null;
  status: (typeof statuses)[number];
};

type FieldsProps = {
  /** What was answered the last time: it stands beside. */
  last: Figures | null;
  /** What has been answered already. */
  now?: Figures | null | undefined;
  written?: Written | undefined;
  errors: readonly { field: string; message: string }[];
  language: Language;
};

/** How many, how much, and what the company is now: what a founder answers in two minutes. */
export function FigureFields({ last, now, written, errors, language }: FieldsProps) {
  const [text, labels] = [startupWords[language], figureLabels(language)];
  const error = (name: string) => errors.find(({ field }) => field === name)?.message;
  const beside = (hint: string, value: string | null) => [hint, value && text.lastYear(value)].filter(Boolean).join(" ");
  const interval = (of: Figures["jobsHeads"] | undefined) => (of ? intervalInWords(of, language) : null);
  const kroner = (of: number | null | undefined) => (of === null || of === undefined ? null : money(of * 100, language));
  const plain = (value: number | null | undefined) => (value === null || value === undefined ? "" : number(value, language));
  const fields = [
    {
      name: "jobsHeads",
      label: labels.jobsHeads,
      hint: beside(text.headsHint, interval(last?.jobsHeads)),
      value: interval(now?.jobsHeads) ?? "",
    },
    { name: "jobsFte", label: labels.jobsFte, hint: beside(text.fteHint, interval(last?.jobsFte)), value: interval(now?.jobsFte) ?? "" },
    { name: "turnover", label: labels.turnover, hint: beside(text.kroner, kroner(last?.turnover)), value: plain(now?.turnover) },
    {
      name: "capitalRaised",
      label: labels.capitalRaised,
      hint: beside(text.capitalHint, kroner(last?.capitalRaised)),
      value: plain(now?.capitalRaised),
    },
  ];
  return (
    <>
      {fields.map(({ name, label, hint, value }) => (
        <TextField
          key={name}
          name={name}
          label={label}
          hint={hint}
          inputMode={name === "jobsFte" ? "decimal" : "numeric"}
          defaultValue={written?.[name] ?? value}
          error={error(name)}
          isOptional
          width="s"
          language={language}
        />
      ))}
      <SelectField
        name="status"
        label={labels.status}
        options={statuses.map((status) => ({ value: status, label: text.types[status] }))}
        defaultValue={written?.status ?? now?.status ?? "active"}
        error={error("status")}
        language={language}
      />
    </>
  );
}

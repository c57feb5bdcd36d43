import { type Option, SelectField } from "../../../../interface/components/choice-field.tsx";
import { useFault } from "../../../../interface/components/faults.tsx";
import { HintAndError } from "../../../../interface/components/field.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import { survivalWords } from "../../../programs/parts.ts";
import { partings } from "../../metrics/parting.ts";
import type { ReportPart } from "../../report.ts";
import { reportWords } from "../report-words.ts";
import { TextsFields, textsLabels } from "./texts-fields.tsx";

type PartFieldsProps = {
  part: ReportPart;
  place: number;
  metrics: readonly Option[];
  programs: readonly Option[];
  stories: readonly Option[];
  language: Language;
};

/** What the fields of a part are called where a sentence stands far from them, with its number. */
export function partLabels(part: ReportPart, place: number, language: Language): Record<string, string> {
  const text = reportWords[language];
  const { clock, merged } = survivalWords[language];
  const { figures: metrics, story, figure: metric, by, goal: amount, program } = text;
  const fields = { metrics, story, metric, by, amount, program, clock, merged };
  const own = {
    ...Object.fromEntries(Object.entries(fields).map(([field, label]) => [`${field}-${place}`, label])),
    ...textsLabels(`heading-${place}`, text.heading, language),
    ...textsLabels(`text-${place}`, text.text, language),
  };
  const called = `${text.part({ n: place + 1 })}: ${text.kinds[part.kind]}`;
  return Object.fromEntries(Object.entries(own).map(([field, label]) => [field, `${called}, ${label}`]));
}

/** A part in the editor: where it stands, what it shows, and whether it is taken out. */
export function PartFields({ part, place, metrics, programs, stories, language }: PartFieldsProps) {
  const text = reportWords[language];
  const chosen = `metrics-${place}`;
  const wrong = useFault(chosen);
  return (
    <fieldset id={`part-${place}`} className="report-part">
      <legend>
        {text.part({ n: place + 1 })}: {text.kinds[part.kind]}
      </legend>
      <input type="hidden" name={`kind-${place}`} value={part.kind} />
      {part.kind === "figures" ? (
        <fieldset className="choices">
          <legend>{text.figures}</legend>
          <HintAndError name={chosen} label={text.figures} error={wrong} language={language} />
          {metrics.map(({ value, label }, index) => (
            <label key={value} className="agree">
              <input
                type="checkbox"
                id={index === 0 ? chosen : undefined}
                name={chosen}
                value={value}
                defaultChecked={part.metrics.includes(value)}
              />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
      ) : part.kind === "story" ? (
        <SelectField name={`story-${place}`} label={text.story} options={stories} defaultValue={part.story} language={language} />
      ) : (
        <>
          {(part.kind === "map" || part.kind === "goal") && (
            <SelectField name={`metric-${place}`} label={text.figure} options={metrics} defaultValue={part.metric} language={language} />
          )}
          {part.kind === "figure" && (
            <>
              <SelectField name={`metric-${place}`} label={text.figure} options={metrics} defaultValue={part.metric} language={language} />
              <SelectField
                name={`by-${place}`}
                label={text.by}
                options={partings.map((by) => ({ value: by, label: text.byWords[by] }))}
                defaultValue={part.by}
                language={language}
              />
            </>
          )}
          {part.kind === "goal" && (
            <TextField
              name={`amount-${place}`}
              inputMode="decimal"
              width="s"
              label={text.goal}
              hint={text.goalHint}
              defaultValue={amountTyped(part.amount)}
              language={language}
            />
          )}
          {(part.kind === "survival" || part.kind === "targets") && (
            <SelectField
              name={`program-${place}`}
              label={text.program}
              options={programs}
              defaultValue={part.program}
              language={language}
            />
          )}
          {part.kind === "survival" && <CurveFields part={part} place={place} language={language} />}
          <TextsFields name={`heading-${place}`} label={text.heading} texts={part.headings} language={language} />
          <TextsFields name={`text-${place}`} label={text.text} texts={part.texts} isLong language={language} />
        </>
      )}
      <TextField name={`order-${place}`} type="number" min={1} width="xs" label={text.order} defaultValue={place + 1} language={language} />
      <label className="agree">
        <input type="checkbox" name={`remove-${place}`} /> <span>{text.remove}</span>
      </label>
    </fieldset>
  );
}

// what cannot be read as a number stays empty
function amountTyped(amount: number): string {
  return Number.isFinite(amount) ? String(amount) : "";
}

function CurveFields({ part, place, language }: { part: Extract<ReportPart, { kind: "survival" }>; place: number; language: Language }) {
  const text = survivalWords[language];
  const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));
  return (
    <>
      <SelectField
        name={`clock-${place}`}
        label={text.clock}
        options={options(text.clocks)}
        defaultValue={part.clock}
        language={language}
      />
      <SelectField
        name={`merged-${place}`}
        label={text.merged}
        options={options(text.mergedAs)}
        defaultValue={part.merged}
        language={language}
      />
    </>
  );
}

/** One more part, of a kind; saving adds it at the end. Parts about programs, and stories, are offered where there are any. */
export function AddPart({ hasPrograms, hasStories, language }: { hasPrograms: boolean; hasStories: boolean; language: Language }) {
  const text = reportWords[language];
  const offered = [
    ...(["figures", "figure", "goal", "map", "text"] as const),
    ...(hasStories ? (["story"] as const) : []),
    ...(hasPrograms ? (["survival", "targets"] as const) : []),
  ];
  const kinds = offered.map((kind) => ({ value: kind, label: text.kinds[kind] }));
  return <SelectField name="add" label={text.add} options={kinds} hasEmpty isOptional language={language} />;
}

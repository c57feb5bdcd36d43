import { TextareaField, TextField } from "../../../../interface/components/text-field.tsx";
import { oneOf, type Written } from "../../../../interface/form-values.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { judgeWords } from "../judge-words.ts";
import type { ShownCriterion } from "./how-judged.tsx";
import { Said, saidIn } from "./said.tsx";

type Shown = {
  criteria: ShownCriterion[];
  scores: Record<string, number>;
  comment: string | null;
  deliveredAt: string | null;
  abilities: { score: boolean };
};

type FormProps = { review: Shown; written: Written | undefined; deliveredAt: string | undefined; language: Language };

/** The scores, criterion by criterion: one of the scale, or none. */
export function ScoreForm({ review, written, deliveredAt, language }: FormProps) {
  const text = judgeWords[language];
  const { criteria, scores, comment, abilities } = review;
  return (
    <form method="post" className="form room panel">
      <h2>{text.scores}</h2>
      <fieldset className="stack" disabled={!abilities.score}>
        <legend className="hidden">{text.scores}</legend>
        {criteria.map((criterion) => (
          <Scale
            key={criterion.id}
            criterion={criterion}
            chosen={written ? oneOf(written, `score-${criterion.id}`) : (scores[criterion.id]?.toString() ?? "")}
            language={language}
          />
        ))}
        <p className="small soft">{text.noScoreAbout}</p>
        <TextareaField
          name="comment"
          label={text.comment}
          hint={text.commentHint}
          language={language}
          defaultValue={written ? oneOf(written, "comment") : (comment ?? "")}
          maxLength={5000}
          rows={4}
          isOptional
        />
      </fieldset>
      {abilities.score && (
        <div className="send">
          <button className="button lit" type="submit" name="act" value="deliver">
            {deliveredAt ? text.deliverAgain : text.deliver}
          </button>
          <button className="button" type="submit" name="act" value="save">
            {text.save}
          </button>
        </div>
      )}
      {deliveredAt && abilities.score && <p className="small">{text.delivered({ moment: deliveredAt })}</p>}
    </form>
  );
}

// what is longer than this is written, and not chosen
const mostSteps = 11;

function Scale({ criterion, chosen, language }: { criterion: ShownCriterion; chosen: string; language: Language }) {
  const { id, least, most } = criterion;
  if (most - least > mostSteps)
    return (
      <TextField
        name={`score-${id}`}
        label={saidIn(criterion.name, language)}
        hint={[saidIn(criterion.description, language), `${least}–${most}`].filter(Boolean).join(" ")}
        language={language}
        type="number"
        min={least}
        max={most}
        width="xs"
        defaultValue={chosen}
        isOptional
      />
    );
  const steps = Array.from({ length: most - least + 1 }, (_, place) => String(least + place));
  return (
    <fieldset className="field">
      <legend className="label">
        <Said texts={criterion.name} language={language} />
      </legend>
      <p className="hint">
        <Said texts={criterion.description} language={language} />
      </p>
      <div className="score">
        {steps.map((step) => (
          <label key={step}>
            <input type="radio" name={`score-${id}`} value={step} defaultChecked={step === chosen} />
            {step}
          </label>
        ))}
        <label className="none">
          <input type="radio" name={`score-${id}`} value="" defaultChecked={chosen === ""} />
          {judgeWords[language].noScore}
        </label>
      </div>
    </fieldset>
  );
}

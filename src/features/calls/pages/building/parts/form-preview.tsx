import { TextField } from "../../../../../interface/components/text-field.tsx";
import type { Written } from "../../../../../interface/form-values.ts";
import type { Language } from "../../../../../platform/language/language.ts";
import type { Question } from "../../../submissions/question-kinds.ts";
import { applyWords } from "../../apply-words.ts";
import { AnswerField } from "../../parts/answer-field.tsx";
import { buildWords } from "../build-words.ts";
import { questionsIn } from "../call-given.ts";

type PreviewProps = { questions: readonly Question[]; needsOrganization: boolean; isBlind: boolean; language: Language };

/** The form as an applicant sees it. Nothing that is written here is kept. */
export function FormPreview({ questions, needsOrganization, isBlind, language }: PreviewProps) {
  const [text, apply] = [buildWords[language], applyWords[language]];
  return (
    <section className="room padded stack call-preview" id="preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{text.preview}</h2>
      <p className="soft">{text.previewAbout}</p>
      {/* a form of its own that leads nowhere: what one tries here goes into no other */}
      <form className="form" method="get" action="#preview">
        <TextField
          name="preview-title"
          id="preview-name"
          label={apply.name}
          hint={isBlind ? apply.nameHintBlind : apply.nameHint}
          language={language}
          isOptional
        />
        {needsOrganization && (
          <TextField
            name="preview-organization"
            label={apply.organization}
            hint={apply.organizationHint}
            inputMode="numeric"
            width="s"
            language={language}
            isOptional
          />
        )}
        {questions.map((question) => (
          <AnswerField key={question.id} question={question} values={[]} isBlind={isBlind} error={undefined} language={language} />
        ))}
      </form>
    </section>
  );
}

/** The questions that are written, as they would be asked. */
export function previewed(written: Written, before: readonly Question[]): Question[] {
  return questionsIn(written, before).map((question, index) => ({
    ...question,
    id: `preview-${index + 1}`,
    options: question.options.map(({ label }, place) => ({ id: `option-${place + 1}`, label })),
  })) as Question[];
}

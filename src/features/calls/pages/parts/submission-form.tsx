import { DefaultButton } from "../../../../interface/components/default-button.tsx";
import { Icon } from "../../../../interface/components/icon.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { oneOf, type Written } from "../../../../interface/form-values.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { Answer, Question } from "../../submissions/question-kinds.ts";
import { applyWords } from "../apply-words.ts";
import { AnswerField } from "./answer-field.tsx";

type Shown = {
  id: string;
  state: "draft" | "submitted" | "withdrawn";
  title: string;
  organization: { number: string } | null;
  answers: Record<string, Answer>;
  files: { question: string; name: string }[];
  changedAt: string | null;
  version: number;
  call: { isBlind: boolean; questions: Question[] };
};

type FormProps = {
  submission: Shown;
  needsOrganization: boolean;
  written: Written | undefined;
  errors: readonly { field: string; message: string }[];
  when: (at: string) => string;
  language: Language;
};

/** The form of an application. A script saves it as one types; without one the button does. */
export function SubmissionForm({ submission, needsOrganization, written, errors, when, language }: FormProps) {
  const text = applyWords[language];
  const { call, organization, answers, files, changedAt } = submission;
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message;
  const withError = (name: string) => {
    const error = errorOf(name);
    return error === undefined ? {} : { error };
  };
  const valuesOf = ({ id }: Question) => (written ? (written[`q-${id}`] ?? []) : asText(answers[id]));
  return (
    <form
      className="form"
      method="post"
      encType="multipart/form-data"
      noValidate
      data-application={`/api/v1/submissions/${submission.id}`}
      data-not-saved={text.notSaved}
      data-elsewhere={text.elsewhere}
    >
      <DefaultButton act="save" />
      <input type="hidden" name="version" value={submission.version} />
      <TextField
        name="title"
        label={text.name}
        hint={call.isBlind ? text.nameHintBlind : text.nameHint}
        language={language}
        maxLength={200}
        defaultValue={written ? oneOf(written, "title") : submission.title}
        {...withError("title")}
      />
      {needsOrganization && (
        <TextField
          name="organizationNumber"
          label={text.organization}
          hint={text.organizationHint}
          language={language}
          inputMode="numeric"
          width="s"
          maxLength={40}
          defaultValue={written ? oneOf(written, "organizationNumber") : (organization?.number ?? "")}
          {...withError("organizationNumber")}
        />
      )}
      {call.questions.map((question) => (
        <AnswerField
          key={question.id}
          question={question}
          values={valuesOf(question)}
          fileName={files.find((file) => file.question === question.id)?.name}
          isBlind={call.isBlind}
          error={errorOf(`q-${question.id}`)}
          language={language}
        />
      ))}
      <div className="send">
        <button className="button lit" type="submit" name="act" value="deliver">
          {submission.state === "submitted" ? text.deliverAgain : text.deliver}
        </button>
        <button className="button" type="submit" name="act" value="save">
          {text.save}
        </button>
        <p className="saved small" role="status" data-saved={text.saved({ moment: "{moment}" })}>
          <Icon name="check-round" />
          <span>{changedAt && text.saved({ moment: when(changedAt) })}</span>
        </p>
      </div>
      <p className="small soft" data-needs-script hidden>
        {text.savesItself}
      </p>
    </form>
  );
}

function asText(answer: Answer | undefined): string[] {
  if (answer === undefined || answer === null || answer === false) return [];
  if (Array.isArray(answer)) return answer;
  return [answer === true ? "yes" : String(answer)];
}

import { TextareaField, TextField } from "../../../../interface/components/text-field.tsx";
import { dateWithYear } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { ShownPack } from "../../packs/present.ts";
import { answerWords } from "../answer-words.ts";
import type { Written } from "../form-values.ts";

type Props = { pack: ShownPack; language: Language };

/** The day of a moment as it was in Norway. */
export function dayOfMoment(moment: string, language: Language): string {
  return dateWithYear(Temporal.Instant.from(moment).toZonedDateTimeISO("Europe/Oslo"), language);
}

/** What the funder answered, the last first. */
export function PackAnswers({ pack, language }: Props) {
  const text = answerWords[language];
  if (pack.answers.length === 0) return null;
  return (
    <section aria-labelledby="answers" className="stack">
      <h2 id="answers">{text.answers}</h2>
      {pack.answers.toReversed().map(({ id, kind, remark, dueOn, sentAt, answeredAt, answeredBy }) => (
        <article key={id} className="room padded stack">
          <h3>{text.answeredBy({ day: dayOfMoment(answeredAt, language), name: answeredBy ?? text.erased })}</h3>
          <p>{kind === "returned" && dueOn ? text.returned({ day: dateWithYear(dueOn, language) }) : text.acceptedHere}</p>
          {remark?.split("\n").map((line) => (
            <p key={line} className="prose">
              {line}
            </p>
          ))}
          <p className="small soft">{text.sentThen({ day: dayOfMoment(sentAt, language) })}</p>
        </article>
      ))}
    </section>
  );
}

type AnswerFormsProps = Props & { path: string; today: string; written: Written | undefined };

/** Where the funder accepts a report or asks for more. */
export function AnswerForms({ pack, path, today, written, language }: AnswerFormsProps) {
  const text = answerWords[language];
  const version = <input type="hidden" name="version" value={`"${pack.version}"`} />;
  return (
    <section aria-labelledby="answer" className="stack">
      <h2 id="answer">{text.answer}</h2>
      <div className="columns">
        <form method="post" action={path} className="form" noValidate>
          {version}
          <h3>{text.accept}</h3>
          <p>{text.acceptAbout}</p>
          <TextField
            name="reference"
            label={text.reference}
            isOptional
            maxLength={160}
            defaultValue={written?.reference}
            language={language}
          />
          <TextField
            name="paidOn"
            type="date"
            width="s"
            label={text.paidOn}
            hint={text.paidHint}
            isOptional
            min={today}
            defaultValue={written?.paidOn}
            language={language}
          />
          <button className="button lit" type="submit" name="act" value="answer-accepted">
            {text.accept}
          </button>
        </form>
        <form method="post" action={path} className="form" noValidate>
          {version}
          <h3>{text.askMore}</h3>
          <p>{text.askAbout}</p>
          <TextareaField name="remark" label={text.remark} rows={5} maxLength={4000} defaultValue={written?.remark} language={language} />
          <TextField name="dueOn" type="date" width="s" label={text.dueOn} min={today} defaultValue={written?.dueOn} language={language} />
          <button className="button" type="submit" name="act" value="answer-returned">
            {text.return}
          </button>
        </form>
      </div>
    </section>
  );
}

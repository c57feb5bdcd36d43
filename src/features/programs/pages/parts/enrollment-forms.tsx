import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { dateWithYear } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { exitTypes } from "../../enrolling/outcome.ts";
import type { ShownEnrollment } from "../enrollment.tsx";
import type { Refused } from "../enrollment-action.ts";
import { changeLabels, figureLabels } from "../startup-labels.ts";
import { startupWords } from "../startup-words.ts";
import { BaselineFields } from "./baseline-fields.tsx";
import { FigureFields } from "./figure-fields.tsx";
import { intervalInWords } from "./interval-words.ts";

export type EnrollmentPartProps = { enrollment: ShownEnrollment; refused: Refused | undefined; today: string; language: Language };

/** Writes how a startup stands on a day. */
export function EnrollmentObserve({ enrollment, refused, today, language }: EnrollmentPartProps) {
  const text = startupWords[language];
  const mine = refused?.act === "observe" ? refused : undefined;
  const last = enrollment.observations.find(({ source }) => source !== "register") ?? null;
  return (
    <details open={mine !== undefined}>
      <summary>{text.observe}</summary>
      <p className="small soft">{text.observeLead}</p>
      <form method="post" className="form">
        <input type="hidden" name="act" value="observe" />
        <input type="hidden" name="organization" value={enrollment.organization.slug} />
        <TextField
          name="date"
          label={figureLabels(language).date}
          type="date"
          max={today}
          defaultValue={mine?.written.date ?? today}
          error={mine?.errors.find(({ field }) => field === "date")?.message}
          width="s"
          language={language}
        />
        <FigureFields last={last} written={mine?.written} errors={mine?.errors ?? []} language={language} />
        <div className="buttons">
          <button type="submit" className="button lit">
            {text.observeButton}
          </button>
        </div>
      </form>
    </details>
  );
}

/** Changes when a startup came in, how and when it ended, and until when it is known to have run. */
export function EnrollmentChange({ enrollment, refused, today, language }: EnrollmentPartProps) {
  const text = startupWords[language];
  const mine = refused?.act === "change" ? refused : undefined;
  const labels = changeLabels(language);
  const day = (name: "intake" | "exit" | "lastEvidence", isOptional: boolean) => (
    <TextField
      name={name}
      label={labels[name]}
      type="date"
      max={today}
      defaultValue={mine?.written[name] ?? enrollment[name] ?? ""}
      error={mine?.errors.find(({ field }) => field === name)?.message}
      isOptional={isOptional}
      width="s"
      language={language}
    />
  );
  return (
    <details open={mine !== undefined}>
      <summary>{text.change}</summary>
      <form method="post" className="form">
        <input type="hidden" name="act" value="change" />
        <input type="hidden" name="version" value={`"${enrollment.version}"`} />
        {day("intake", false)}
        <SelectField
          name="exitType"
          label={labels.exitType}
          options={exitTypes.map((type) => ({ value: type, label: text.types[type] }))}
          defaultValue={mine?.written.exitType ?? enrollment.exitType}
          language={language}
        />
        {day("exit", true)}
        {day("lastEvidence", true)}
        <BaselineFields now={enrollment.baseline} written={mine?.written} errors={mine?.errors ?? []} language={language} />
        {enrollment.abilities.run && (
          <TextField
            name="adviserEmail"
            label={labels.adviserEmail}
            hint={text.adviserHint}
            type="email"
            defaultValue={mine?.written.adviserEmail}
            error={mine?.errors.find(({ field }) => field === "adviserEmail")?.message}
            isOptional
            language={language}
          />
        )}
        <div className="buttons">
          <button type="submit" className="button">
            {text.changeButton}
          </button>
        </div>
      </form>
    </details>
  );
}

/** Takes back what was written and was wrong; what the register says is put right there. */
export function EnrollmentTakeBack({ enrollment, refused, language }: EnrollmentPartProps) {
  const text = startupWords[language];
  const mine = refused?.act === "take-back" ? refused : undefined;
  const written = enrollment.observations.filter(({ source }) => source !== "register");
  if (written.length === 0) return null;
  const told = ({ date, jobsHeads, source }: (typeof written)[number]) =>
    [
      dateWithYear(date, language),
      jobsHeads && `${text.heads.toLowerCase()}: ${intervalInWords(jobsHeads, language)}`,
      text.sources[source],
    ]
      .filter(Boolean)
      .join(", ");
  return (
    <details open={mine !== undefined}>
      <summary>{text.takeBack}</summary>
      <p className="small soft">{text.takeBackLead}</p>
      <form method="post" className="form" noValidate>
        <input type="hidden" name="act" value="take-back" />
        <SelectField
          name="observation"
          label={text.takeBackWhich}
          options={written.map((one) => ({ value: one.id, label: told(one) }))}
          defaultValue={mine?.written.observation}
          language={language}
        />
        <TextField
          name="reason"
          label={text.takeBackReason}
          maxLength={300}
          defaultValue={mine?.written.reason}
          error={mine?.errors.find(({ field }) => field === "reason")?.message}
          language={language}
        />
        <div className="buttons">
          <button type="submit" className="button">
            {text.takeBackButton}
          </button>
        </div>
      </form>
    </details>
  );
}

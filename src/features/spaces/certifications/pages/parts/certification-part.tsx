import { SelectField } from "../../../../../interface/components/choice-field.tsx";
import { DataTable } from "../../../../../interface/components/data-table.tsx";
import { TextField } from "../../../../../interface/components/text-field.tsx";
import type { Language } from "../../../../../platform/language/language.ts";
import { textIn } from "../../../text-in.ts";
import { CertificatePeriod } from "../certificate-period.tsx";
import { certificateWords } from "../certificate-words.ts";
import type { LabCertification } from "../certificates.tsx";

type Other = { id: string; names: Parameters<typeof textIn>[0]; organization: { name: string } };
type PartProps = { one: LabCertification; others: readonly Other[]; values: Record<string, string>; language: Language };

/** One certification of a lab: who holds it, granting it, and whose courses count here too. */
export function CertificationPart({ one: { certification, holders }, others, values, language }: PartProps) {
  const text = certificateWords[language];
  const id = certification.id;
  const isMine = values.certification === id;
  const name = textIn(certification.names, language)?.text ?? "";
  const nameOf = (other: Other) => `${textIn(other.names, language)?.text} (${other.organization.name})`;
  return (
    <section className="stack" id={id}>
      <h2>{name}</h2>
      {holders.length === 0 ? (
        <p>{text.noHolders}</p>
      ) : (
        <DataTable
          caption={name}
          isCaptionHidden
          rows={holders}
          keyOf={(held) => held.id}
          classOf={({ state }) => (state === "ended" ? "rows-quiet" : undefined)}
          columns={[
            { label: text.person, isHeading: true, cell: ({ person }) => person.name },
            { label: text.level, isNumeric: true, cell: ({ level }) => level },
            {
              label: text.valid,
              cell: (held) => (
                <>
                  <CertificatePeriod period={held} language={language} />
                  {held.reason && (
                    <>
                      <br />
                      <span className="small soft">{held.reason}</span>
                    </>
                  )}
                </>
              ),
            },
            { label: text.grantedBy, cell: ({ grantedBy }) => grantedBy ?? "–" },
            {
              label: text.withdraw,
              isAction: true,
              cell: (held) =>
                held.state !== "ended" && <Withdraw id={held.id} name={held.person.name} values={values} language={language} />,
            },
          ]}
        />
      )}
      <details className="part" open={isMine && values.act === "grant"}>
        <summary>
          {text.grant}
          <span className="hidden">: {name}</span>
        </summary>
        <form method="post" className="form">
          <input type="hidden" name="act" value="grant" />
          <input type="hidden" name="certification" value={id} />
          <TextField
            name="email"
            id={`email-${id}`}
            label={text.email}
            type="email"
            defaultValue={isMine ? values.email : undefined}
            language={language}
          />
          {certification.levels > 1 && (
            <SelectField
              name="level"
              id={`level-${id}`}
              label={text.level}
              width="xs"
              defaultValue={isMine ? values.level : undefined}
              options={Array.from({ length: certification.levels }, (_, level) => ({ value: String(level + 1), label: String(level + 1) }))}
              language={language}
            />
          )}
          <TextField
            name="lastDay"
            id={`last-${id}`}
            label={text.lastDay}
            hint={text.lastDayHint}
            type="date"
            width="s"
            defaultValue={isMine ? values.lastDay : undefined}
            isOptional
            language={language}
          />
          <button type="submit" className="button">
            {text.give}
          </button>
        </form>
      </details>
      {certification.abilities.edit && (
        <details className="part" open={isMine && values.act === "recognise"}>
          <summary>
            {text.recognises} ({certification.recognises.length})<span className="hidden">: {name}</span>
          </summary>
          <ul className="plain-list">
            {certification.recognises.map((other) => (
              <li key={other.id}>
                {nameOf(other)}
                <form method="post" className="inline">
                  <input type="hidden" name="act" value="stop" />
                  <input type="hidden" name="certification" value={id} />
                  <button type="submit" className="button small" name="other" value={other.id}>
                    {text.stop({ name: nameOf(other) })}
                  </button>
                </form>
              </li>
            ))}
          </ul>
          {others.length > 0 && (
            <form method="post" className="form">
              <input type="hidden" name="act" value="recognise" />
              <input type="hidden" name="certification" value={id} />
              <SelectField
                name="other"
                id={`other-${id}`}
                label={text.recognise}
                options={others.map((other) => ({ value: other.id, label: nameOf(other) }))}
                language={language}
              />
              <button type="submit" className="button">
                {text.recogniseIt}
              </button>
            </form>
          )}
        </details>
      )}
    </section>
  );
}

type WithdrawProps = { id: string; name: string; values: Record<string, string>; language: Language };

function Withdraw({ id, name, values, language }: WithdrawProps) {
  const text = certificateWords[language];
  const isMine = values.act === "withdraw" && values.certificate === id;
  return (
    <details open={isMine}>
      <summary className="button small">
        {text.withdraw}
        <span className="hidden">: {name}</span>
      </summary>
      <form method="post" className="form">
        <input type="hidden" name="act" value="withdraw" />
        <input type="hidden" name="certificate" value={id} />
        <TextField
          name="reason"
          id={`reason-${id}`}
          label={text.reason}
          hint={text.withdrawAbout}
          maxLength={500}
          defaultValue={isMine ? values.reason : undefined}
          language={language}
        />
        <button type="submit" className="button">
          {text.takeBack({ name })}
        </button>
      </form>
    </details>
  );
}

/** The form of a new certification, for those who manage the lab. */
export function AddCertification({ values, language }: { values: Record<string, string>; language: Language }) {
  const text = certificateWords[language];
  return (
    <details className="part" open={values.act === "add"}>
      <summary>{text.add}</summary>
      <form method="post" className="form">
        <input type="hidden" name="act" value="add" />
        <TextField name="nb" label={text.name} defaultValue={values.nb} maxLength={120} language={language} />
        <TextField name="nn" label={text.nameNn} defaultValue={values.nn} maxLength={120} isOptional language={language} />
        <TextField name="en" label={text.nameEn} defaultValue={values.en} maxLength={120} isOptional language={language} />
        <TextField
          name="levels"
          label={text.levels}
          defaultValue={values.levels ?? "1"}
          inputMode="numeric"
          width="xs"
          language={language}
        />
        <TextField
          name="validMonths"
          label={text.validMonths}
          hint={text.validMonthsHint}
          defaultValue={values.validMonths}
          inputMode="numeric"
          width="xs"
          isOptional
          language={language}
        />
        <button type="submit" className="button">
          {text.addIt}
        </button>
      </form>
    </details>
  );
}

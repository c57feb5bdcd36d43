import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { DataTable } from "../../../../interface/components/data-table.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { kronerOf } from "../../../../interface/form-values.ts";
import { dateWithYear, money } from "../../../../interface/format.ts";
import { inLanguage } from "../../../../interface/in-language.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { Written } from "../form-values.ts";
import { projectWords } from "../project-words.ts";
import { Deadlines } from "./deadlines.tsx";
import { dayOfMoment } from "./pack-answers.tsx";
import type { ShownAward, ShownProject } from "./project-of-api.ts";

type AwardsProps = {
  project: ShownProject;
  path: string;
  today: string;
  /** What was written in the form of the page that was refused. */
  written: Written;
  language: Language;
};

/** What funders have decided, what has come of it, their reports and deadlines. */
export function Awards({ project, path, today, written, language }: AwardsProps) {
  const text = projectWords[language];
  return (
    <section aria-labelledby="awards" className="stack">
      <h2 id="awards">{text.fundings}</h2>
      {project.fundings.length === 0 && <p>{text.noFundings}</p>}
      {project.fundings.map((award) => (
        <Award key={award.id} award={award} project={project} path={path} today={today} written={written} language={language} />
      ))}
      <div className="buttons">
        <a className="button" href={`${path}/fundings/new`}>
          {text.addFunding}
        </a>
      </div>
      {project.fundings.length > 0 && <Deadlines fundings={project.fundings} today={today} written={written} language={language} />}
    </section>
  );
}

function Award({ award, project, path, today, written, language }: AwardsProps & { award: ShownAward }) {
  const text = projectWords[language];
  const day = (on: string) => dateWithYear(on, language);
  const corrected = new Set(award.receipts.map(({ correctsId }) => correctsId));
  const standing = award.receipts.filter(({ id, correctsId }) => correctsId === null && !corrected.has(id));
  const stateOf = ({ receivedOre, amountOre, receivedOn, expectedOn, awaits, releasedOn }: ShownAward["tranches"][number]) => {
    if (receivedOre >= amountOre && receivedOn) return text.came({ day: day(receivedOn) });
    if (receivedOre > 0) return text.partly({ sum: money(receivedOre, language) });
    if (releasedOn) return `${text.released({ day: day(releasedOn) })}${expectedOn ? `. ${text.expected({ day: day(expectedOn) })}` : ""}`;
    if (awaits) return text.awaits[awaits];
    return expectedOn ? text.expected({ day: day(expectedOn) }) : text.waiting;
  };
  const standOf = ({ sentAt, acceptedOn, returnedOn }: Pick<ShownAward["reportPacks"][number], "sentAt" | "acceptedOn" | "returnedOn">) => {
    if (acceptedOn) return text.accepted({ day: day(acceptedOn) });
    if (sentAt) return text.sent({ day: dayOfMoment(sentAt, language) });
    return returnedOn ? text.returned({ day: day(returnedOn) }) : text.draft;
  };
  const again = (act: string) => (written.act === act && written.funding === award.id ? written : undefined);
  const next = award.tranches.find(({ receivedOre, amountOre }) => receivedOre < amountOre);
  return (
    <article className="stack award" id={`award-${award.id}`}>
      <h3>
        {award.funder}: {money(award.amountOre, language)}
      </h3>
      <p className="small soft">
        {text.decided({ day: day(award.decidedOn), reference: award.reference ? `, ${award.reference}` : "" })}.{" "}
        {award.call && (
          <>
            {text.grantedIn} <a href={`/${language}/calls/${award.call.slug}`}>{inLanguage(award.call.title, language)}</a>.{" "}
          </>
        )}
        {award.heldBackOre > 0 && text.heldBack({ sum: money(award.heldBackOre, language) })} {award.needsAttestation && text.attestation}
      </p>
      {award.tranches.length > 0 && (
        <DataTable
          caption={text.trancheLabel}
          isCaptionHidden
          rows={award.tranches}
          keyOf={({ id }) => id}
          columns={[
            { label: text.trancheLabel, isHeading: true, cell: ({ number }) => text.tranche({ number }) },
            { label: text.condition, cell: ({ condition }) => condition ?? "–" },
            { label: text.amount, isNumeric: true, cell: ({ amountOre }) => money(amountOre, language) },
            { label: text.status, cell: stateOf },
          ]}
        />
      )}
      <ul className="plain-list">
        {award.reportPacks.map(({ id, number, from, to, sentAt, acceptedOn, returnedOn }) => (
          <li key={id}>
            <a href={`/${language}/report-packs/${id}`}>{text.report({ number, period: text.period({ from: day(from), to: day(to) }) })}</a>
            {", "}
            {standOf({ sentAt, acceptedOn, returnedOn })}
          </li>
        ))}
      </ul>
      <div className="buttons">
        <a className="button small" href={`${path}/fundings/${award.id}`}>
          {text.rulesOf}
        </a>
      </div>
      <div className="award-forms">
        {next && (
          <details open={again("receive") !== undefined}>
            <summary>{text.receiveTitle}</summary>
            <form method="post" className="form" noValidate>
              <input type="hidden" name="act" value="receive" />
              <input type="hidden" name="funding" value={award.id} />
              <SelectField
                name="tranche"
                id={`tranche-${award.id}`}
                label={text.trancheLabel}
                defaultValue={again("receive")?.tranche ?? next.id}
                options={award.tranches.map(({ id, number }) => ({ value: id, label: text.tranche({ number }) }))}
                language={language}
              />
              <TextField
                name="amount"
                id={`amount-${award.id}`}
                label={text.receiveAmount}
                width="s"
                inputMode="decimal"
                defaultValue={again("receive")?.amount ?? kronerOf(next.amountOre - next.receivedOre)}
                language={language}
              />
              <TextField
                name="day"
                id={`day-${award.id}`}
                type="date"
                width="s"
                label={text.receiveDay}
                defaultValue={again("receive")?.day ?? today}
                language={language}
              />
              <button className="button" type="submit">
                {text.receive}
              </button>
            </form>
          </details>
        )}
        {standing.length > 0 && (
          <details open={again("correct") !== undefined}>
            <summary>{text.correct}</summary>
            <form method="post" className="form" noValidate>
              <input type="hidden" name="act" value="correct" />
              <input type="hidden" name="funding" value={award.id} />
              <SelectField
                name="receipt"
                id={`receipt-${award.id}`}
                label={text.receiveTitle}
                options={standing.map(({ id, amountOre, receivedOn }) => ({
                  value: id,
                  label: text.receiptOf({ sum: money(amountOre, language), day: day(receivedOn) }),
                }))}
                language={language}
              />
              <TextField
                name="reason"
                id={`reason-${award.id}`}
                label={text.reason}
                maxLength={300}
                defaultValue={again("correct")?.reason}
                language={language}
              />
              <button className="button" type="submit">
                {text.correctDo}
              </button>
            </form>
          </details>
        )}
        <details open={again("report") !== undefined}>
          <summary>{text.newReport}</summary>
          <form method="post" className="form" noValidate>
            <input type="hidden" name="act" value="report" />
            <input type="hidden" name="funding" value={award.id} />
            <TextField
              name="from"
              id={`from-${award.id}`}
              type="date"
              width="s"
              label={text.from}
              defaultValue={again("report")?.from ?? project.from}
              language={language}
            />
            <TextField
              name="to"
              id={`to-${award.id}`}
              type="date"
              width="s"
              label={text.to}
              defaultValue={again("report")?.to ?? project.to}
              language={language}
            />
            <button className="button" type="submit">
              {text.newReport}
            </button>
          </form>
        </details>
      </div>
    </article>
  );
}

import { dateWithYear, money } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { amendWords } from "../amend-words.ts";
import type { ShownAward } from "./project-of-api.ts";

type Stand = ShownAward["changes"][number]["before"];

/** How an award has changed since it was given: what it was and became, why, and whether the funder agreed. */
export function AwardHistory({ award, language }: { award: ShownAward; language: Language }) {
  const text = amendWords[language];
  const day = (moment: string) => dateWithYear(Temporal.Instant.from(moment).toZonedDateTimeISO("Europe/Oslo"), language);
  return (
    <section className="stack" aria-labelledby="history">
      <h2 id="history">{text.history}</h2>
      {award.changes.length === 0 && <p className="soft">{text.noHistory}</p>}
      {award.changes.map((change) => (
        <article key={change.id} className="room padded stack" aria-label={day(change.changedAt)}>
          <h3>
            {day(change.changedAt)}
            {change.changedBy && `, ${change.changedBy}`}
          </h3>
          <p>{change.reason}</p>
          <p className="small">
            {change.agreedOn
              ? text.agreed({ day: dateWithYear(change.agreedOn, language), reference: change.agreedReference ?? "" })
              : text.notAgreed}
          </p>
          <div className="columns">
            <StandList title={text.before} stand={change.before} language={language} />
            <StandList title={text.after} stand={change.after} language={language} />
          </div>
        </article>
      ))}
    </section>
  );
}

function StandList({ title, stand, language }: { title: string; stand: Stand; language: Language }) {
  const text = amendWords[language];
  return (
    <div>
      <h4>
        {title}: {money(stand.amountOre, language)}
      </h4>
      <ul>
        {stand.tranches.map(({ number, amountOre, expectedOn, condition, awaits }) => (
          <li key={number}>
            {text.tranche({ n: number })}: {money(amountOre, language)}
            {expectedOn && `, ${dateWithYear(expectedOn, language)}`}
            {condition && ` (${condition})`}
            {awaits && `. ${text.awaits}: ${text.awaited[awaits]}`}
          </li>
        ))}
        {stand.deadlines.map(({ kind, dueOn }) => (
          <li key={`${kind} ${dueOn}`}>{text.due({ what: text.kinds[kind], day: dateWithYear(dueOn, language) })}</li>
        ))}
      </ul>
    </div>
  );
}

import { dateWithYear } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { restatingLines } from "../../restating/restating-lines.ts";
import { reportWords } from "../report-words.ts";
import type { ReportData } from "./report-part.tsx";

/** How a report was counted: under which borders, when it was frozen, what was restated, and by what it can be checked. */
export function AboutFigures({ report, language }: { report: ReportData; language: Language }) {
  const text = reportWords[language];
  const frozenOn =
    report.publishedAt && dateWithYear(Temporal.Instant.from(report.publishedAt).toZonedDateTimeISO("Europe/Oslo"), language);
  return (
    <section className="frame section-s stack" aria-labelledby="about">
      <h2 id="about">{text.about}</h2>
      <div className="columns">
        <div className="stack">
          {frozenOn && <p>{text.frozen({ day: frozenOn })}</p>}
          <p>{text.countedUnder({ day: dateWithYear(report.borders, language) })}</p>
        </div>
        <div className="stack">
          {restatingLines(report.figures, report.before !== null, language).map((line) => (
            <p key={line}>{line}</p>
          ))}
          {report.before && (
            <p>
              <a href={`/${language}/reports/${report.before.slug}`}>{text.reportBefore}</a>
            </p>
          )}
          {report.checksum && (
            <p className="small">
              {text.checksum} <code className="checksum">{report.checksum}</code>. {text.licence}{" "}
              <a href={`/api/v1/reports/${report.slug}.jsonld`}>{text.dataset}</a>
            </p>
          )}
        </div>
      </div>
    </section>
  );
}

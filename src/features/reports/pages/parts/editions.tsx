import { Notice } from "../../../../interface/components/notice.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { dateWithYear } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { editionWords } from "../../editions/edition-words.ts";
import type { ReportData } from "./report-part.tsx";

type EditionsProps = { report: ReportData; language: Language };

/** That a report was corrected, or corrects another, with the way between them. */
export function EditionNotices({ report: { corrects, correctedBy }, language }: EditionsProps) {
  const text = editionWords[language];
  const dayOf = (at: string) => dateWithYear(Temporal.Instant.from(at).toZonedDateTimeISO("Europe/Oslo"), language);
  const path = (slug: string) => `/${language}/reports/${slug}`;
  if (!corrects && !correctedBy) return null;
  return (
    <div className="frame stack section-end">
      {correctedBy && (
        <Notice
          kind={correctedBy.publishedAt ? "care" : "light"}
          title={correctedBy.publishedAt ? text.correctedBy({ day: dayOf(correctedBy.publishedAt) }) : text.draftBegun}
        >
          <p>{correctedBy.reason}</p>
          <p>
            <a href={path(correctedBy.slug)}>{correctedBy.publishedAt ? text.toNew : text.toDraft}</a>
          </p>
        </Notice>
      )}
      {corrects?.publishedAt && (
        <Notice kind="note" title={text.corrects({ day: dayOf(corrects.publishedAt) })}>
          <p>{corrects.reason}</p>
          <p>
            <a href={path(corrects.slug)}>{text.toOld}</a>
          </p>
        </Notice>
      )}
    </div>
  );
}

/** Where those who write a published report begin a corrected edition of it. */
export function CorrectReport({ report, error, language }: EditionsProps & { error: string | undefined }) {
  const text = editionWords[language];
  if (!report.abilities.correct) return null;
  return (
    <section className="frame section-s stack" aria-labelledby="correct">
      <h2 id="correct">{text.title}</h2>
      <p className="prose">{text.about}</p>
      <form method="post" className="form">
        <input type="hidden" name="what" value="correct" />
        <TextField name="reason" label={text.reason} hint={text.reasonHint} error={error} maxLength={500} language={language} />
        <div className="buttons">
          <button className="button" type="submit">
            {text.begin}
          </button>
        </div>
      </form>
    </section>
  );
}

import type { Language } from "../../../../platform/language/language.ts";
import { raiseWords } from "../raise-words.ts";
import { recordWords } from "../record-words.ts";
import type { ShownRaise } from "./of-api.ts";
import { nameOf, Reasons, Sees, Told } from "./told.tsx";

type PreviewProps = {
  preview: { investor: { name: string } | null; told: ShownRaise | null };
  isDraft: boolean;
  path: string;
  language: Language;
};

/** The raise as somebody else is told it: the same answer, in the same words. */
export function Preview({ preview: { investor, told }, isDraft, path, language }: PreviewProps) {
  const text = recordWords[language];
  return (
    <section className="room padded raise-preview" aria-labelledby="preview">
      <h2 id="preview">{investor ? text.previewOf({ name: investor.name }) : text.previewStaff}</h2>
      <p className="small soft">{isDraft ? text.previewDraft : text.previewAbout}</p>
      <p>
        <Sees tier={told?.tier ?? null} language={language} />
      </p>
      {told ? (
        <>
          <h3>{nameOf(told, language)}</h3>
          <Told told={told} language={language} />
          {told.match && <Reasons match={told.match} about={raiseWords[language].investorFitsAbout} language={language} />}
        </>
      ) : (
        <p>{text.previewNothing}</p>
      )}
      <p>
        <a className="button" href={path}>
          {text.closePreview}
        </a>
      </p>
    </section>
  );
}

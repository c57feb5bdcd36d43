import type { z } from "zod";
import type { Language } from "../../../../platform/language/language.ts";
import { textIn } from "../../../spaces/parts.ts";
import type { offer } from "../../shapes.ts";
import { hireWords } from "../hire-words.ts";

export type Terms = NonNullable<z.infer<typeof offer>["terms"]>;

/** The conditions of hire as they were written, and what cancelling costs. */
export function TermsText({ terms, language }: { terms: Terms; language: Language }) {
  const text = hireWords[language];
  const written = textIn(terms.texts, language);
  return (
    <>
      {written && (
        <p className="as-written" lang={written.language === language ? undefined : written.language}>
          {written.text}
        </p>
      )}
      <p>{text.freeUntil({ days: String(terms.freeDays), percent: String(terms.feePercent) })}</p>
      <p className="small soft">{text.version({ version: String(terms.version) })}</p>
    </>
  );
}

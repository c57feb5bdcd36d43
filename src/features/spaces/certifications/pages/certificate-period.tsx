import { dateWithYear } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { certificateWords } from "./certificate-words.ts";

type Period = { from: string; lastDay: string | null; state: "valid" | "ahead" | "ended" };

/** From when to when a certificate is good, and whether it is now. */
export function CertificatePeriod({ period, language }: { period: Period; language: Language }) {
  const text = certificateWords[language];
  const { from, lastDay, state } = period;
  return (
    <>
      {state !== "valid" && <b>{text.states[state]}: </b>}
      {dateWithYear(from, language)}, {lastDay === null ? text.forGood : `${text.to} ${dateWithYear(lastDay, language)}`}
    </>
  );
}

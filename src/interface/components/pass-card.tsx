import type { CSSProperties, ReactNode } from "react";
import type { Language } from "../../platform/language/language.ts";
import { words } from "../messages.ts";
import { QrCode } from "./qr-code.tsx";

type PassCardProps = {
  /** The host's name, the biggest word of the pass. */
  host: string;
  /** "tirsdag 24. november, 08–17". */
  when: string;
  matrix: readonly (readonly boolean[])[];
  /** The code in words, shown in groups of four. */
  code: string;
  /** What it is, when it is no pass for a guest day: "Billett til". */
  title?: string;
  facts: readonly { label: string; fact: ReactNode }[];
  language: Language;
};

/** The pass one shows at the door: a lit room with the code in it. */
export function PassCard({ host, when, matrix, code, title, facts, language }: PassCardProps) {
  const text = words[language];
  return (
    <section className="pass" aria-labelledby={`pass-${code}`}>
      <header>
        <p className="small">{title ?? text.passFor}</p>
        <h2 id={`pass-${code}`} style={{ "--longest": longestWord(host) } as CSSProperties}>
          {host}
        </h2>
        <p>{when}</p>
      </header>
      <div className="pass-body">
        <QrCode matrix={matrix} label={text.qrCode} />
        <p className="code">
          <span className="hidden">{text.code}: </span>
          {inFours(code).map((four) => (
            <span key={four}>{four} </span>
          ))}
        </p>
        <dl>
          {facts.map(({ label, fact }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{fact}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}

/** A long name steps down until its longest word fits the pass, on a narrow phone and on paper. */
function longestWord(name: string): number {
  return Math.max(...name.split(/\s+/).map((word) => word.length));
}

/** "K7M4QX2R" → "K7M4", "QX2R"; spaces and hyphens already in it are dropped. */
function inFours(code: string): string[] {
  return code.replace(/[\s-]/g, "").match(/.{1,4}/g) ?? [];
}

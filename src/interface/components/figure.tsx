import type { ReactNode } from "react";
import type { Language } from "../../platform/language/language.ts";
import { words } from "../messages.ts";
import { Door } from "./door.tsx";
import { Icon } from "./icon.tsx";

export type FigureLine = {
  label: string;
  /** Already written in the reader's language. */
  amount: string;
  /** What it counts and what not: "innsjekkede, ikke bare bestilte". */
  note?: string;
  rowsHref: string;
};

/** Figures in a row, each with a link to its rows. */
export function FigureLines({ figures, language }: { figures: readonly FigureLine[]; language: Language }) {
  return (
    <dl className="figures">
      {figures.map(({ label, amount, note, rowsHref }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <span className="amount">{amount}</span>
          </dd>
          <dd>
            {note && <span className="small soft">{note}</span>}
            <a className="rows with-icon small" href={rowsHref}>
              <Icon name="rows" />
              <span>
                {words[language].seeRows}
                <span className="hidden">: {label}</span>
              </span>
            </a>
          </dd>
        </div>
      ))}
    </dl>
  );
}

export type FigureRoomProps = {
  label: string;
  amount: string;
  note?: string;
  definition: string;
  source: string;
  missing?: string;
  /** When it was worked out, in words. */
  computed: string;
  isOpen?: boolean;
  /** The rows, or a link to them. */
  children: ReactNode;
  language: Language;
};

/** A number with its door ajar; opened, it shows how it is counted and the rows. Stands in a `div.figure-rooms`. */
export function FigureRoom({ label, amount, note, definition, source, missing, computed, isOpen, children, language }: FigureRoomProps) {
  const text = words[language];
  const facts = [
    [text.definition, definition],
    [text.source, source],
    [text.missing, missing],
    [text.counted, computed],
  ].filter(([, fact]) => fact);
  return (
    <details className="figure-room" open={isOpen}>
      <summary>
        <span className="name">{label}</span>
        <span className="amount">{amount}</span>
        <span className="small soft">{note}</span>
        <span className="opens small">
          <span className="when-shut">
            <Door state="ajar" /> {text.open}
          </span>
          <span className="when-open">
            <Door state="open" /> {text.shut}
          </span>
        </span>
      </summary>
      <div className="inside">
        <dl>
          {facts.map(([name, fact]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{fact}</dd>
            </div>
          ))}
        </dl>
        <div>{children}</div>
      </div>
    </details>
  );
}

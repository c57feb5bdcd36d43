import type { ReactNode } from "react";
import { Door } from "../../../../interface/components/door.tsx";
import { Icon } from "../../../../interface/components/icon.tsx";
import { dateWithYear, money } from "../../../../interface/format.ts";
import { inLanguage } from "../../../../interface/in-language.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { sectorName } from "../../../organizations/parts.ts";
import { stageWords } from "../../stage-words.ts";
import { raiseWords } from "../raise-words.ts";
import type { ShownRaise } from "./of-api.ts";

/** What one calls the startup: its name for those who are told it. */
export function nameOf({ names, county }: Pick<ShownRaise, "names" | "county">, language: Language): string {
  const text = raiseWords[language];
  return names?.organization.name ?? (county ? text.someoneIn({ place: county.name }) : text.someone);
}

export function bandInWords({ fromOre, toOre }: ShownRaise["band"], language: Language): string {
  const text = raiseWords[language];
  if (toOre === null) return text.above({ from: money(fromOre, language) });
  if (fromOre === 0) return text.below({ to: money(toOre, language) });
  return text.band({ from: money(fromOre, language), to: money(toOre, language) });
}

const doors = { nothing: "closed", summary: "shut", names: "ajar", contact: "open" } as const;

/** How far somebody sees, as a door and in words. */
export function Sees({ tier, language }: { tier: ShownRaise["tier"] | null; language: Language }) {
  const far = tier ?? "nothing";
  return (
    <span className="with-icon">
      <Door state={doors[far]} /> <span>{raiseWords[language].sees[far]}</span>
    </span>
  );
}

/** A raise as somebody is told it: what the tier does not reach is not in it. The founder's preview is this very part. */
export function Told({ told, language }: { told: ShownRaise; language: Language }) {
  const text = raiseWords[language];
  const { names, contact } = told;
  const facts: [string, ReactNode][] = [
    [text.stage, stageWords[language][told.stage]],
    [text.instrument, text.instruments[told.instrument]],
    names ? [text.amount, money(names.amountOre, language)] : [text.amountBand, bandInWords(told.band, language)],
    [text.sectors, told.sectors.map((sector) => sectorName(sector, language)).join(", ")],
    [text.county, told.county?.name],
    [text.deadline, names?.deadline && dateWithYear(names.deadline, language)],
    [text.event, names?.event && <a href={`/${language}/events/${names.event.slug}`}>{inLanguage(names.event.titles, language)}</a>],
  ];
  return (
    <div className="stack">
      {told.hasEnded && <p className="soft">{text.hasEnded}</p>}
      <Lines texts={told.summaries} language={language} />
      <dl className="key-facts">
        {facts
          .filter(([, fact]) => fact)
          .map(([label, fact]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{fact}</dd>
            </div>
          ))}
      </dl>
      {names && <Lines texts={names.texts} language={language} />}
      {contact && (
        <div className="room padded">
          <p className="small soft">{text.contact}</p>
          <p>
            <b>{contact.name}</b>
            <br />
            <a href={`mailto:${contact.email}`}>{contact.email}</a>
            {contact.phone && (
              <>
                <br />
                <a href={`tel:${contact.phone.replaceAll(" ", "")}`}>{contact.phone}</a>
              </>
            )}
          </p>
          {inLanguage(contact.terms, language) && (
            <>
              <p className="small soft">{text.terms}</p>
              <Lines texts={contact.terms} language={language} />
            </>
          )}
        </div>
      )}
    </div>
  );
}

const signs = { fits: "check-round", any: "info", differs: "wrong" } as const;

/** Every reason for and against, in plain sentences. */
export function Reasons({ match, about, language }: { match: NonNullable<ShownRaise["match"]>; about?: string; language: Language }) {
  return (
    <div className="stack">
      {about && <p className="small soft">{about}</p>}
      <ul className="plain-list" aria-label={about ?? raiseWords[language].fits}>
        {match.reasons.map(({ kind, fit, sentence }) => (
          <li key={kind} className="with-icon small">
            <Icon name={signs[fit]} />
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Lines({ texts, language }: { texts: ShownRaise["summaries"]; language: Language }) {
  return (
    <div className="prose">
      {inLanguage(texts, language)
        .split("\n")
        .filter(Boolean)
        .map((line) => (
          <p key={line}>{line}</p>
        ))}
    </div>
  );
}

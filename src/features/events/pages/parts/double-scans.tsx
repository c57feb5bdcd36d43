import type { ReactNode } from "react";
import { Icon } from "../../../../interface/components/icon.tsx";
import { clock } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { nameOf } from "../../door/door-ticket.ts";
import { doorWords } from "../../door/words.ts";
import { doubleWords } from "../../tickets/doubles/pages/double-words.ts";
import type { DoorData } from "../door.tsx";
import { zoned } from "../event-times.ts";

/** Tickets that were scanned at two doors: each is counted once, and those at the doors see where and when. */
export function DoubleScans({ doubles, slug, timeZone, language }: Settled & { doubles: DoorData["doubles"]; timeZone: string }) {
  const text = doorWords[language];
  if (doubles.length === 0) return null;
  return (
    <Section slug={slug} language={language}>
      {doubles.map((ticket) => {
        const name = nameOf(ticket, text.unnamed);
        return (
          <Double key={ticket.id} ticket={ticket.id} name={name} caption={text.doubleCaption(name)} language={language}>
            {ticket.doubles.map((scan) => (
              <tr key={`${scan.scannedAt} ${scan.door}`}>
                <td>{clock(zoned(scan.scannedAt, timeZone))}</td>
                <td>{scan.door ?? text.aDoor}</td>
                <td>{scan.isCounted ? text.yes : text.no}</td>
              </tr>
            ))}
          </Double>
        );
      })}
    </Section>
  );
}

/** The same for the script to fill in. */
export function DoubleTemplates({ slug, language }: Settled) {
  return (
    <>
      <template data-template="doubles">
        <Section slug={slug} language={language} />
      </template>
      <template data-template="double">
        <Double name={<span data-slot="name" />} caption={<span data-slot="caption" />} language={language} />
      </template>
    </>
  );
}

/** Of the event, where they are settled. */
type Settled = { slug: string; language: Language };

function Section({ children, slug, language }: Settled & { children?: ReactNode }) {
  const text = doorWords[language];
  return (
    <section className="stack" aria-label={text.doublesTitle}>
      <h2 className="h3">{text.doublesTitle}</h2>
      <p className="small">{text.doublesText}</p>
      {children}
      <p>
        <a href={`/${language}/events/${slug}/doubles`}>{doubleWords[language].link}</a>
      </p>
    </section>
  );
}

type DoubleProps = { ticket?: string; name: ReactNode; caption: ReactNode; children?: ReactNode; language: Language };

function Double({ ticket, name, caption, children, language }: DoubleProps) {
  const text = doorWords[language];
  return (
    <div className="room to-look-at" data-double={ticket}>
      <h3 className="state">
        <Icon name="people" /> {name}
      </h3>
      <table className="small">
        <caption className="hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.time}</th>
            <th scope="col">{text.door}</th>
            <th scope="col">{text.isCounted}</th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

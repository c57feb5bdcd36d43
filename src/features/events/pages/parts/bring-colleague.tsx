import { Icon } from "../../../../interface/components/icon.tsx";
import { number } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { ticketWords } from "../ticket-words.ts";

type BringColleagueProps = { event: string; when: string; link: string; left: number; language: Language };

/** The way to have a colleague come too: the event's address, ready to be sent. What they get is decided as it is for everybody. */
export function BringColleague({ event, when, link, left, language }: BringColleagueProps) {
  const text = ticketWords[language];
  const letter = new URLSearchParams({ subject: event, body: text.colleagueText({ event, when, link }) });
  return (
    <section className="stack close" aria-labelledby="colleague">
      <h2 id="colleague" className="h3">
        {text.colleague}
      </h2>
      <p className="small">
        {text.colleagueAbout} {left > 0 ? text.left({ left: number(left, language) }) : text.full}
      </p>
      <p className="two-buttons">
        <a className="button" href={`mailto:?${letter.toString().replaceAll("+", "%20")}`}>
          <Icon name="mail" /> {text.byEmail}
        </a>
        <button className="button" type="button" data-share={link} hidden>
          {text.share}
        </button>
      </p>
    </section>
  );
}

import type { Column } from "../../../../../interface/components/data-table.tsx";
import { Icon, type IconName } from "../../../../../interface/components/icon.tsx";
import { clock, shortDay } from "../../../../../interface/format.ts";
import type { Language } from "../../../../../platform/language/language.ts";
import { messages } from "../../messages.ts";
import type { presentLetter } from "../../present.ts";

type ShownLetter = ReturnType<typeof presentLetter>;
export type LetterState = ShownLetter["state"];

const icons: Record<LetterState, IconName> = {
  waiting: "clock",
  retrying: "sync",
  sending: "mail",
  uncertain: "warning",
  failed: "wrong",
  sent: "check-round",
};

/** The columns of the table of letters; on a phone each letter is a sheet. */
export function letterColumns(language: Language): Column<ShownLetter>[] {
  const text = messages[language];
  return [
    { label: text.written, isHeading: true, cell: ({ writtenAt }) => <time dateTime={writtenAt}>{momentText(writtenAt, language)}</time> },
    { label: text.recipient, cell: ({ to }) => to },
    { label: text.what, cell: (letter) => <About letter={letter} language={language} /> },
    { label: text.state, cell: (letter) => <State letter={letter} language={language} /> },
    { label: text.tries, cell: ({ tries, mostTries }) => text.triesOf({ tries, most: mostTries }) },
    { label: text.reason, cell: ({ failure }) => failure ?? "–" },
    {
      label: text.retry,
      isAction: true,
      cell: ({ id, to, abilities }) =>
        abilities.retry && (
          <form method="post">
            <input type="hidden" name="letter" value={id} />
            <button className="button small" type="submit" aria-label={text.retryThis(to)}>
              <Icon name="sync" /> {text.retry}
            </button>
          </form>
        ),
    },
  ];
}

/** "man. 23. nov. 09:03", by the clock in Norway. */
export function momentText(moment: string, language: Language): string {
  const there = Temporal.Instant.from(moment).toZonedDateTimeISO("Europe/Oslo");
  return `${shortDay(there, language)} ${clock(there)}`;
}

function About({ letter, language }: { letter: ShownLetter; language: Language }) {
  const { id, about, subject, abilities, language: written } = letter;
  if (subject === null) return <code>{about}</code>;
  return (
    <div>
      {abilities.read ? (
        <a href={`/dev/mail/${id}`} aria-label={messages[language].readThis(subject)}>
          <span lang={written}>{subject}</span>
        </a>
      ) : (
        <span lang={written}>{subject}</span>
      )}
      <br />
      <code className="small soft">{about}</code>
    </div>
  );
}

function State({ letter, language }: { letter: ShownLetter; language: Language }) {
  const text = messages[language];
  const { state, sentAt, nextTryAt } = letter;
  return (
    <div>
      <span className="letter-state">
        <Icon name={icons[state]} /> {text.states[state]}
      </span>
      {sentAt && <p className="small soft">{text.sentAt(momentText(sentAt, language))}</p>}
      {nextTryAt && <p className="small soft">{text.nextTry(momentText(nextTryAt, language))}</p>}
      {state === "uncertain" && <p className="small">{text.uncertainAbout}</p>}
    </div>
  );
}

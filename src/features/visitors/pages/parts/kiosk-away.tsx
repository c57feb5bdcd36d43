import { Notice } from "../../../../interface/components/notice.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import { awayWords } from "../away-words.ts";

type AwayProps = { rules: { version: number; text: string; language: Language } | null; language: Language };

/** What stands on the kiosk while it has no network: who comes and goes is written down, and told when the network is back. */
export function KioskAway({ rules, language }: AwayProps) {
  const text = awayWords[language];
  return (
    <section className="stack" hidden data-offline aria-labelledby="away">
      <Notice kind="care" icon="offline" role="status" title={text.away}>
        <p>{text.about}</p>
      </Notice>
      <h1 id="away">{text.title}</h1>
      <div hidden data-noted tabIndex={-1}>
        <Notice kind="good" role="status" title={text.noted}>
          <p>{text.notedAbout}</p>
        </Notice>
      </div>
      <form className="kiosk-form" data-note>
        <TextField name="name" id="away-name" label={text.name} autoComplete="off" maxLength={120} language={language} />
        <TextField
          name="organization"
          id="away-organization"
          label={text.organization}
          autoComplete="off"
          maxLength={120}
          isOptional
          language={language}
        />
        <TextField
          name="askedFor"
          id="away-asked-for"
          label={text.askedFor}
          autoComplete="off"
          maxLength={120}
          isOptional
          language={language}
        />
        {rules && (
          <details>
            <summary>{text.rules}</summary>
            <div className="kiosk-rules prose" lang={rules.language}>
              {rules.text
                .split(/\n+/)
                .filter((line) => line.trim() !== "")
                .map((line) => (
                  <p key={line}>{line}</p>
                ))}
            </div>
          </details>
        )}
        {rules && <input type="hidden" name="rules" value={rules.version} />}
        <div className="buttons">
          <button className="button lit big" type="submit" name="kind" value="arrival">
            {rules ? text.comeByRules : text.come}
          </button>
          <button className="button big" type="submit" name="kind" value="departure">
            {text.leave}
          </button>
        </div>
      </form>
    </section>
  );
}

/** How many the house has not heard of yet. */
export function KioskWaiting({ language }: { language: Language }) {
  return <p className="small soft" hidden data-waiting data-words={awayWords[language].waiting} />;
}

import { PlanDoor } from "../../../../interface/components/door.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import type { KioskOutcome, Written } from "../carry-out-kiosk.ts";
import { kioskWords } from "../kiosk-words.ts";
import { KioskBadge } from "./kiosk-badge.tsx";

type RulesProps = {
  asked: NonNullable<KioskOutcome["asked"]>;
  written: Written;
  rules: { version: number; text: string; language: Language };
  language: Language;
};

/** The house rules, and the yes to them that lets one in. */
export function Rules({ asked, written, rules, language }: RulesProps) {
  const text = kioskWords[language];
  const act = asked.visit === undefined ? "come" : "arrive";
  const carried = { ...written, act, id: asked.id, rules: String(rules.version), ...(asked.visited && { visited: asked.visited }) };
  return (
    <form method="post" className="kiosk-form">
      <h1>{text.rules}</h1>
      <div className="kiosk-rules prose" lang={rules.language}>
        {rules.text
          .split(/\n+/)
          .filter((line) => line.trim() !== "")
          .map((line) => (
            <p key={line}>{line}</p>
          ))}
      </div>
      {Object.entries(carried).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button className="button lit big" type="submit">
        {text.sayYes}
      </button>
    </form>
  );
}

/** The door opens, and the one visited knows. */
export function Welcome({
  welcome,
  house,
  language,
}: {
  welcome: NonNullable<KioskOutcome["welcome"]>;
  house: string;
  language: Language;
}) {
  const text = kioskWords[language];
  return (
    <section className="kiosk-end" role="status">
      <PlanDoor state="open" />
      <div>
        <h1>{text.welcome(welcome.givenName)}</h1>
        <p className="lead">{welcome.visited === null ? text.toldSomeone : text.told(welcome.visited)}</p>
        {welcome.room && <p className="lead">{text.room(welcome.room)}</p>}
        <KioskBadge badge={welcome.badge} visited={welcome.visited} house={house} language={language} />
      </div>
    </section>
  );
}

export function Goodbye({ goodbye, language }: { goodbye: NonNullable<KioskOutcome["goodbye"]>; language: Language }) {
  const text = kioskWords[language];
  return (
    <section className="kiosk-end" role="status">
      <PlanDoor state="shut" />
      <div>
        <h1>{text.goodbye(goodbye.givenName)}</h1>
        <p className="lead">{text.goodbyeAbout}</p>
      </div>
    </section>
  );
}

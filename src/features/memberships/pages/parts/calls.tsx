import { Icon } from "../../../../interface/components/icon.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import { boardMessages } from "../../board-messages.ts";
import { type CandidateData, nameAndPlace } from "./candidate-card.ts";

const shown = 6;

/** Those to be rung today, in a lit room. */
export function Calls({
  calls,
  today,
  moreHref,
  language,
}: {
  calls: readonly CandidateData[];
  today: string;
  moreHref: string;
  language: Language;
}) {
  const text = boardMessages[language];
  return (
    <section className="lit-room todo" aria-labelledby="calls">
      <h2 id="calls">{text.callsToday(calls.length)}</h2>
      {calls.length === 0 ? (
        <p>{text.nobodyToCall}</p>
      ) : (
        <ol className="calls">
          {calls.slice(0, shown).map((call) => (
            <li key={call.id}>
              <Icon name="phone" />
              <span>
                <b>
                  <a href={`/${language}/networks/${call.network.slug}/candidates/${call.id}`}>{nameAndPlace(call)}</a>
                </b>
                <br />
                <span className="small">
                  {lateness(call, today, language)} {call.latestNote ?? call.nextStep}
                </span>
              </span>
            </li>
          ))}
          {calls.length > shown && (
            <li>
              <Icon name="rows" />
              <a href={moreHref}>{text.moreCalls(calls.length - shown)}</a>
            </li>
          )}
        </ol>
      )}
    </section>
  );
}

function lateness({ nextStepOn, urgency }: CandidateData, today: string, language: Language): string {
  if (urgency !== "late" || nextStepOn === null) return "";
  return boardMessages[language].daysLate(Temporal.PlainDate.from(nextStepOn).until(today).days);
}

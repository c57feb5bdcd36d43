import { Notice } from "../../../../../interface/components/notice.tsx";
import type { Language } from "../../../../../platform/language/language.ts";
import { callWords } from "../../call-words.ts";
import { momentInWords } from "../../moments.ts";
import { Said, saidIn, type Texts } from "../../parts/said.tsx";
import { buildWords } from "../build-words.ts";
import { standing } from "../call-written.ts";
import { questionWords } from "../question-words.ts";

type Shown = {
  status: "draft" | "published";
  windowState: "not_yet" | "open" | "grace" | "over";
  opensAt: string;
  timeZone: string;
  event: { slug: string; title: Texts } | null;
  questions: { id: string; label: Texts; kind: keyof (typeof questionWords)["nb"]["kinds"]; isRequired: boolean }[];
  phases: { number: number; name: Texts; openedAt: string | null }[];
  abilities: { changeForm: boolean; removePhases: number[] };
};

/** What of a call stands by now, and why: shown in the place of its fields. */
export function standingParts({
  call,
  hasVoteOpened,
  now,
  language,
}: {
  call: Shown;
  hasVoteOpened: boolean;
  now: string;
  language: Language;
}) {
  const [text, asks] = [buildWords[language], questionWords[language]];
  const { opened } = standing(call);
  const hasOpened = call.status === "published" && call.windowState !== "not_yet";
  return {
    ...(hasOpened && {
      opening: (
        <p className="soft">
          {text.opened({ moment: momentInWords(call.opensAt, { timeZone: call.timeZone, now, language }) })} {text.deadlineOnlyLater}
        </p>
      ),
    }),
    ...(!call.abilities.changeForm && {
      questions: (
        <>
          <h2>{asks.questions}</h2>
          <Notice kind="note" title={text.stands}>
            <p>{text.standsAbout}</p>
          </Notice>
          <ol className="bullets">
            {call.questions.map(({ id, label, kind, isRequired }) => (
              <li key={id}>
                <Said texts={label} language={language} />
                <br />
                <span className="small soft">
                  {asks.kinds[kind]}
                  {isRequired && `, ${callWords[language].required}`}
                </span>
              </li>
            ))}
          </ol>
        </>
      ),
    }),
    ...(opened.length > 0 && {
      phases: (
        <ul className="bullets">
          {opened.map(({ number, name }) => (
            <li key={number}>
              {text.phaseStands({ phase: saidIn(name, language) })}{" "}
              {call.abilities.removePhases.includes(number) && (
                <>
                  {text.phaseUnjudged}{" "}
                  <button
                    type="submit"
                    className="text-button"
                    name="act"
                    value={`remove-phase:${number}`}
                    formAction="#judged"
                    aria-label={text.removePhase({ phase: saidIn(name, language) })}
                  >
                    {text.rows.remove}
                  </button>
                </>
              )}
            </li>
          ))}
        </ul>
      ),
    }),
    ...(hasVoteOpened &&
      call.event && {
        event: (
          <>
            <input type="hidden" name="event" value={call.event.slug} />
            <p className="soft">{text.eventStands({ event: saidIn(call.event.title, language) })}</p>
          </>
        ),
      }),
  };
}

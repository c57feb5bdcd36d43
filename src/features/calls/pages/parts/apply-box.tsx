import type { Problem } from "../../../../interface/api-client.ts";
import { Notice } from "../../../../interface/components/notice.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import { callWords } from "../call-words.ts";
import { leftInWords, type ShownCall } from "./call-line.tsx";

type Own = { id: string; title: string; state: "draft" | "submitted" | "withdrawn" };

type BoxProps = {
  call: ShownCall & { abilities: { apply: boolean } };
  own: Own[];
  problem: Problem | undefined;
  isKnown: boolean;
  now: string;
  language: Language;
};

/** Where one begins: how long there is left, what one has there already, and the button. */
export function ApplyBox({ call, own, problem, isKnown, now, language }: BoxProps) {
  const text = callWords[language];
  const left = leftInWords(call, now, language);
  return (
    <section className="room panel stack close" aria-labelledby="apply">
      <h2 id="apply">{left ?? (call.windowState === "grace" ? text.late : text[call.windowState === "not_yet" ? "coming" : "closed"])}</h2>
      {call.windowState === "grace" && <p>{text.inGrace}</p>}
      {problem && <Notice kind="wrong" role="alert" title={problem.title} />}
      {own.length > 0 && (
        <section className="stack close">
          <h3>{text.yours}</h3>
          <ul className="plain-list">
            {own.map(({ id, title, state }) => (
              <li key={id}>
                <a href={`/${language}/me/submissions/${id}`}>{title || text.untitled}</a>
                <p className="small soft">{text.states[state]}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {call.abilities.apply && isKnown && (
        <form method="post">
          <button className={own.length > 0 ? "button full" : "button lit full"} type="submit">
            {own.length > 0 ? text.another : text.start}
          </button>
        </form>
      )}
      {call.abilities.apply && !isKnown && (
        <a className="button lit full" href={`/${language}/sign-in?to=${encodeURIComponent(`/${language}/calls/${call.slug}`)}`}>
          {text.signIn}
        </a>
      )}
      {call.abilities.apply && <p className="small soft">{text.startAbout}</p>}
    </section>
  );
}

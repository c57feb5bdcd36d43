import { number } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { queueWords } from "../queue-words.ts";

type Standing = {
  state: "before" | "waiting" | "inside" | "registered";
  ahead: number | null;
  opensAt: string | null;
  letInUntil: string | null;
  left: number;
  held: number;
  inside: number;
};
type StandingProps = { standing: Standing /** Of the event's page. */; path: string; when: (at: string) => string; language: Language };

/** Where somebody stands in the queue, and the truth about what is left. */
export function QueueStanding({ standing, path, when, language }: StandingProps) {
  const text = queueWords[language];
  const { state, letInUntil } = standing;
  if (state === "registered")
    return (
      <section className="room panel stack close" aria-labelledby="standing">
        <h2 id="standing">{text.registered}</h2>
        <p>{text.registeredAbout}</p>
        <p>
          <a className="button lit" href={`${path}#tickets`}>
            {text.toEvent}
          </a>
        </p>
      </section>
    );
  if (state === "inside")
    return (
      <section className="room panel stack close" aria-labelledby="standing" role="status">
        <h2 id="standing">{text.inside}</h2>
        {letInUntil && <p>{text.insideAbout({ moment: when(letInUntil) })}</p>}
        <p>
          <a className="button lit" href={`${path}#tickets`}>
            {text.choose}
          </a>
        </p>
      </section>
    );
  return <Line standing={standing} path={path} when={when} language={language} />;
}

function Line({ standing: { state, ahead, opensAt, left, held, inside }, path, when, language }: StandingProps) {
  const text = queueWords[language];
  const before = ahead ?? 0;
  const isSoldOut = state === "waiting" && left === 0 && held === 0;
  return (
    <>
      <section className="room panel stack close" aria-labelledby="standing">
        <h2 id="standing">{text.before}</h2>
        <div className="stack close" role="status" data-queue={isSoldOut ? "sold-out" : state}>
          <p>
            <b>{before === 0 ? text.first : text.ahead({ count: number(before, language) })}</b>
          </p>
          {state === "before" && opensAt && <p>{text.opens({ moment: when(opensAt) })}</p>}
          {state === "waiting" && left > 0 && <p>{text.places({ left: number(left, language), inside: number(inside, language) })}</p>}
          {state === "waiting" && left > 0 && before + inside >= left && <p>{text.moreThanPlaces}</p>}
          {state === "waiting" && left === 0 && held > 0 && <p>{text.allHeld}</p>}
          {isSoldOut && <p>{text.soldOut}</p>}
        </div>
      </section>
      <p className="small">
        {text.how} <a href="?">{text.refresh}</a>
      </p>
      <form method="post" className="buttons">
        {isSoldOut && (
          <a className="button lit" href={`${path}#tickets`}>
            {text.toList}
          </a>
        )}
        <button type="submit" className="button">
          {text.leave}
        </button>
      </form>
    </>
  );
}

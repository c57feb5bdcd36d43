import { list } from "../../../../../interface/format.ts";
import type { Language } from "../../../../../platform/language/language.ts";
import { textIn } from "../../../../spaces/parts.ts";
import type { ShownParent } from "../parent.tsx";
import { whyNotWords } from "../why-not-words.ts";

/** What one was not registered for: the event, by its id or slug, and the code of what refused it. */
export interface Lacking {
  event: string;
  code: string;
}

const heldByQueue = "event_queue.not_let_in";

/** Why one was not registered for each of them; where a queue held one back, the way into it. */
export function WhyNot({ lacking, parent, language }: { lacking: readonly Lacking[]; parent: ShownParent; language: Language }) {
  const text = whyNotWords[language];
  const eventOf = ({ event }: Lacking) => parent.events.find(({ id, slug }) => id === event || slug === event);
  const titleOf = (one: Lacking) => textIn(eventOf(one)?.title ?? {}, language)?.text ?? "";
  const queued = lacking.filter(({ code }) => code === heldByQueue);
  const others = Map.groupBy(
    lacking.filter(({ code }) => code !== heldByQueue),
    ({ code }) => code,
  );
  return (
    <>
      {queued.map((one) => (
        <p key={one.event}>
          {text.queue({ title: titleOf(one) })} <a href={`/${language}/events/${eventOf(one)?.slug}/queue`}>{text.toQueue}</a>
        </p>
      ))}
      {[...others].map(([code, own]) => (
        <p key={code}>{(text.byCode[code] ?? text.otherwise)({ titles: list(own.map(titleOf), language) })}</p>
      ))}
    </>
  );
}

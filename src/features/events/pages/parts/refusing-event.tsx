import type { Problem } from "../../../../interface/api-client.ts";
import { Notice } from "../../../../interface/components/notice.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import { textIn } from "../../../spaces/parts.ts";
import { editEventWords } from "../edit-event-words.ts";
import { momentInWords } from "../event-times.ts";
import type { ShownEvent } from "../load-event.ts";

export type Refusing = { slug: string; title: ShownEvent["title"]; startsAt: string; timeZone: string };

/** Another event than this one, when that is the one of several that refuses. */
export function refusingIn(problem: Problem | undefined, slug: string): Refusing | undefined {
  const event = problem?.details?.event as Refusing | undefined;
  return event?.slug === slug ? undefined : event;
}

type NoticeProps = {
  event: Refusing /** "/edit": the page of it where the reason is seen to. */;
  page: string;
  why: string;
  today: string;
  language: Language;
};

/** Which of several events stands in the way of a change of them all, and why. */
export function RefusingEvent({ event, page, why, today, language }: NoticeProps) {
  return (
    <Notice kind="wrong" role="alert" title={editEventWords[language].refusedBy}>
      <p>
        <a href={`/${language}/events/${event.slug}${page}`}>
          {textIn(event.title, language)?.text}, {momentInWords(event.startsAt, { timeZone: event.timeZone, today, language })}
        </a>
      </p>
      <p>{why}</p>
    </Notice>
  );
}

import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { Installation } from "../../../platform/installation.ts";
import type { Language } from "../../../platform/language/language.ts";
import { shownCode } from "../../exchange/index.ts";
import { mayRunEvent } from "../policy.ts";
import { type EventRow, findEvent, hostIdsOf } from "../queries.ts";
import { hasSurvey } from "../survey/queries.ts";
import { composed, type EventLetter } from "./event-letter.ts";
import { type OwnLetter, ownLetters, ownWordsOf } from "./own-words.ts";
import { confirmedLetter } from "./registration-letters.ts";
import { changedLetter, followUpLetter, reminderLetter } from "./rounds.ts";

const exampleCode = "K7M4QX2R";

/** The letters about an event as they would be written now, in a language, to somebody with one place; and what was added to each. */
export async function previewLetters({ db, settings, now }: Installation, actor: Actor, idOrSlug: string, language: Language) {
  const known = await findEvent(db, idOrSlug);
  authorize(actor, known !== undefined && mayRunEvent(actor, hostIdsOf(known)));
  const event = found(known);
  const [own, isAsked] = await Promise.all([ownWordsOf(db, event.id), hasSurvey(db, event.id)]);
  const surveyUrl = isAsked ? `${settings.url}/${language}/tickets/…/survey` : undefined;
  const reader = { registrationId: "…", ticketId: null, language };
  return ownLetters.map((about) => {
    const letter = exampleOf(about, event, language, surveyUrl);
    const { subject, parts, attachments } = composed({ settings, now }, event, reader, letter, own);
    const files = [...(about === "confirmed" ? [`${exampleCode}.png`] : []), ...attachments.map(({ fileName }) => fileName)];
    return { about, subject, parts, files, own: own.get(about) ?? {} };
  });
}

function exampleOf(about: OwnLetter, event: EventRow, language: Language, surveyUrl: string | undefined): EventLetter {
  switch (about) {
    case "confirmed":
      return { about, once: "", ...confirmedLetter(event, [shownCode(exampleCode)], language) };
    case "reminder":
      return reminderLetter(event, language);
    case "event_changed":
      return changedLetter(event, language, "");
    case "came":
      return followUpLetter(event, language, true, surveyUrl);
    case "missed":
      return followUpLetter(event, language, false, undefined);
  }
}
